import type { Source } from '../../model/layer.js'
import { isEverywhere } from '../workloads/addresses.js'
import { defaultOf } from '../workloads/claim.js'
import type { Part } from '../workloads/part.js'
import { type Cluster, selecting, selects } from './cluster.js'
import type { Edge } from './edge.js'
import { type Manifest, textsOf } from './manifest.js'
import { type PodOwner, podOwners } from './pods.js'

type Direction = 'Ingress' | 'Egress'

/** A namespace with what runs in it, and the policies that stand there. */
interface Closed {
  readonly namespace: string
  readonly zone: string
  readonly owners: readonly PodOwner[]
  readonly policies: readonly Manifest[]
  readonly isClosed: (direction: Direction) => boolean
}

/**
 * Claims a zone for each namespace whose pods take only what policies name, and what passes between zones. Where no
 * policy stands at all nothing is claimed: they may stand elsewhere.
 */
export const claimNetworkPolicies = ({ cluster, placement }: Edge): void => {
  const policies = cluster.of('NetworkPolicy', 'networking.k8s.io')
  const [first] = policies
  if (!first) return
  const all = namespacesOf(policies, cluster)
  const closed = all.filter(({ isClosed }) => isClosed('Ingress'))
  for (const one of closed) claimZone(one, cluster)
  for (const one of closed) {
    const reachable = reachableIn(one, cluster)
    for (const owner of one.owners)
      for (const { id } of placement.get(owner.manifest.address) ?? []) {
        const asset = cluster.draft.asset(id, owner.manifest.part.source)
        asset.set('zone', one.zone, owner.manifest.part.source)
        const reaching = reachable(owner)
        if (reaching) asset.set('access.reachableFrom', reaching.zones, reaching.source)
      }
    claimRules(one, closed, cluster)
  }
  claimDefault(all, first.part.source, cluster)
}

const namespacesOf = (policies: readonly Manifest[], cluster: Cluster): readonly Closed[] => {
  const owners = podOwners(cluster)
  const names = new Set([
    ...owners.map(({ manifest }) => manifest.namespace),
    ...policies.map(({ namespace }) => namespace),
  ])
  // Of a namespace whose name is filled in later it cannot be told which policies stand in it.
  return [...names]
    .filter((one) => !/[${}]/.test(one))
    .map((namespace) => {
      const own = owners.filter(({ manifest }) => manifest.namespace === namespace)
      const here = policies.filter((one) => one.namespace === namespace)
      return {
        namespace,
        zone: zoneOf(namespace, cluster),
        owners: own,
        policies: here,
        isClosed: (direction) => {
          const about = here.filter((one) => isAbout(one, direction))
          // What runs to an end takes no connections.
          const asked = own.filter(({ isJob }) => direction === 'Egress' || !isJob)
          return (
            about.some(({ part }) => isEmpty(part.at('spec', 'podSelector'))) ||
            (asked.length > 0 && areAllChosen(asked, about))
          )
        },
      }
    })
}

const areAllChosen = (owners: readonly PodOwner[], policies: readonly Manifest[]): boolean => {
  const choosers = policies.map(choosing)
  return owners.every(({ labels }) => choosers.some((chooses) => chooses(labels)))
}

const zoneOf = (namespace: string, { context }: Cluster): string =>
  context.idOf(`Namespace/${namespace === '' ? 'default' : namespace}`)

const isEmpty = (selector: Part): boolean => selector.entries().length === 0

/** Whether a policy is for the pods with some labels. */
const choosing = ({ part }: Manifest): ((labels: PodOwner['labels']) => boolean) =>
  selecting(part.at('spec', 'podSelector'))

/** Without types a policy is about what comes in, and about what goes out if it has rules for that. */
const isAbout = ({ part }: Manifest, direction: Direction): boolean => {
  const types = part.at('spec', 'policyTypes')
  if (types.isThere) return types.items().some(({ text }) => text === direction)
  return direction === 'Ingress' || part.at('spec', 'egress').isThere
}

const claimZone = ({ namespace, zone, policies }: Closed, cluster: Cluster): void => {
  const source = (cluster.named('Namespace', '', namespace) ?? policies[0])?.part.source
  if (source) cluster.draft.entry('zones', zone, source).set('trust', 'internal', source)
}

/** Whom a rule names: zones, the pods of its own namespace, everybody; `undefined` for whom that cannot be told. */
const peersOf = (
  rule: Part,
  key: 'from' | 'to',
  own: Closed,
  cluster: Cluster,
): readonly (string | undefined)[] => {
  const peers = rule.at(key).items()
  if (peers.length === 0) return ['any']
  return peers.flatMap((peer): readonly (string | undefined)[] => {
    const [spaces, block] = [peer.at('namespaceSelector'), peer.at('ipBlock', 'cidr')]
    if (block.isThere) return [block.text !== undefined && isEverywhere(block.text) ? 'internet' : undefined]
    if (!spaces.isThere) return [own.zone]
    const named = spaces.at('matchLabels', 'kubernetes.io/metadata.name').text
    if (
      named !== undefined &&
      spaces.entries().length === 1 &&
      spaces.at('matchLabels').entries().length === 1
    )
      return [zoneOf(named, cluster)]
    const found = cluster.of('Namespace').filter((one) => selects(spaces, labelsOf(one)))
    return found.length > 0 && !isEmpty(spaces) ? found.map(({ name }) => zoneOf(name, cluster)) : [undefined]
  })
}

const labelsOf = ({ part, name }: Manifest): ReadonlyMap<string, string> =>
  new Map([['kubernetes.io/metadata.name', name], ...textsOf(part.at('metadata', 'labels'))])

/** Ports that a rule names, as rules of zones write them; `undefined` where one cannot be told. */
const portsOf = (rule: Part): readonly string[] | undefined => {
  const ports = rule.at('ports').items()
  if (ports.length === 0) return ['any']
  const words = ports.map((one) => {
    const [from, to] = [one.at('port').number, one.at('endPort').number]
    const transport = (one.at('protocol').text ?? 'TCP').toLowerCase()
    if (transport !== 'tcp' && transport !== 'udp') return []
    if (!one.at('port').isThere) return [`${transport}/1-65535`]
    return from === undefined ? undefined : [`${transport}/${from}${to === undefined ? '' : `-${to}`}`]
  })
  return words.includes(undefined) ? undefined : words.flatMap((one) => one ?? [])
}

interface Reaching {
  readonly zones: readonly string[]
  readonly source: Source
}

/** Whom the policies of a namespace let reach a pod. A cluster may have thousands of both: each policy is read once. */
const reachableIn = (own: Closed, cluster: Cluster): ((owner: PodOwner) => Reaching | undefined) => {
  const policies = own.policies
    .filter((one) => isAbout(one, 'Ingress'))
    .map((one) => ({
      chooses: choosing(one),
      source: one.part.at('spec').source,
      peers: ingressPeers(one, own, cluster),
    }))
  const known = new Map<string, Reaching | undefined>()
  return ({ labels }) => {
    const key = JSON.stringify([...labels])
    if (!known.has(key)) known.set(key, reachingOf(policies.filter(({ chooses }) => chooses(labels))))
    return known.get(key)
  }
}

type Peers = ReadonlySet<string | undefined>

const ingressPeers = ({ part }: Manifest, own: Closed, cluster: Cluster): Peers =>
  new Set(
    part
      .at('spec', 'ingress')
      .items()
      .flatMap((rule) => peersOf(rule, 'from', own, cluster)),
  )

const reachingOf = (
  policies: readonly { readonly source: Source; readonly peers: Peers }[],
): Reaching | undefined => {
  const [first] = policies
  const zones = new Set<string>()
  for (const { peers } of policies)
    for (const one of peers) {
      if (one === undefined) return undefined
      zones.add(one)
    }
  return first && { zones: [...zones], source: first.source }
}

const claimRules = (own: Closed, closed: readonly Closed[], cluster: Cluster): void => {
  const known = new Set([...closed.map(({ zone }) => zone), 'any', 'internet'])
  for (const direction of ['Ingress', 'Egress'] as const) {
    if (!own.isClosed(direction)) continue
    const key = direction === 'Ingress' ? 'from' : 'to'
    let opensOutside = false
    for (const policy of own.policies.filter((one) => isAbout(one, direction))) {
      for (const rule of policy.part.at('spec', direction.toLowerCase()).items()) {
        const allow = portsOf(rule)
        for (const peer of new Set(peersOf(rule, key, own, cluster))) {
          // A network that is no zone of ours may be the internet, or a part of it.
          if (peer === undefined || peer === 'any' || peer === 'internet') opensOutside = true
          if (peer === undefined || peer === own.zone || !known.has(peer)) continue
          const ends = direction === 'Ingress' ? { from: peer, to: own.zone } : { from: own.zone, to: peer }
          cluster.draft.zoneRule(
            { ...ends, ...(allow === undefined ? {} : { allow: [...allow] }) },
            rule.source,
          )
        }
      }
    }
    const source = own.policies.find((one) => isAbout(one, direction))?.part.at('spec').source
    if (!opensOutside && source)
      cluster.draft.zoneRule(
        direction === 'Ingress'
          ? { from: 'internet', to: own.zone, allow: [] }
          : { from: own.zone, to: 'internet', allow: [] },
        source,
      )
  }
}

const OPEN = defaultOf('Kubernetes', 'pods that no policy chooses take connections from everywhere')

const claimDefault = (all: readonly Closed[], source: Source, { draft }: Cluster): void => {
  const inhabited = all.filter(({ owners }) => owners.length > 0)
  if (inhabited.length === 0) return
  if (inhabited.every(({ isClosed }) => isClosed('Ingress') && isClosed('Egress')))
    draft.top('zonePolicy.default', 'deny', source)
  else if (inhabited.some(({ isClosed }) => !isClosed('Ingress')))
    draft.assumeTop('zonePolicy.default', 'allow', source, OPEN)
}
