import type { Problem } from '../../model/problem.js'
import type { Candidate } from '../candidate.js'
import type { Document } from '../documents/document.js'
import { draft } from '../resources/draft.js'
import type { Imported, NotRead, ReadContext, Source, Unit } from '../source.js'
import { claimWorkloads } from '../workloads/claim-workloads.js'
import { claimBackups } from './backups.js'
import { claimBalancers } from './balancers.js'
import { type Cluster, clusterOf } from './cluster.js'
import { claimControlPlane } from './control-plane.js'
import type { Edge } from './edge.js'
import { claimGateways, claimIstioGateways, claimRoutes } from './gateways.js'
import { claimIngresses } from './ingress.js'
import { type Manifest, type ManifestFile, manifestOf, manifestsIn } from './manifest.js'
import { claimNetworkPolicies } from './network-policies.js'
import { claimOperatedBackups, isOperated } from './operators.js'
import { POD_KINDS, podOwners } from './pods.js'
import { isKustomization, isOfChart, looksLikeTemplate, refusalOf } from './refusals.js'
import { claimSecretObjects } from './secret-objects.js'
import { servicesOf } from './services.js'
import { claimStorage } from './storage.js'
import { unitsOf } from './units.js'
import { workloadsOf } from './workloads.js'

/** Manifests of Kubernetes, rendered: YAML of several documents, lists, JSON. */
export const kubernetes: Source = {
  id: 'kubernetes',
  title: 'Kubernetes',
  types: ['kubernetes'],
  recognises: (candidate) =>
    (candidate.keys.has('apiVersion') && candidate.keys.has('kind')) ||
    isKustomization(candidate) ||
    isOfChart(candidate) ||
    looksLikeTemplate(candidate),
  units: (files) => unitsOf(files),
  read: readCluster,
}

function readCluster({ files }: Unit, context: ReadContext): Imported {
  const read = files.map((file) => ({ file, refusal: refusalOf(file) }))
  const refused = read.flatMap(({ file, refusal }) => (refusal ? [{ file, refusal }] : []))
  const problems = refused.filter(({ file, refusal }) => file.named || refusal.code !== 'not-rendered')
  const notRead = refused
    .filter((one) => !problems.includes(one))
    .map(({ file, refusal }) => unread(file, refusal))
  if (problems.length > 0)
    return { documents: [], layers: [], notRead, problems: problems.map(({ refusal }) => refusal) }
  const opened = read
    .filter(({ refusal }) => refusal === undefined)
    .map(({ file }) => manifestsIn(file))
    .filter((one): one is ManifestFile => !('problem' in one))
  const documents = opened.map(({ document }) => document)
  const twice = writtenTwice(opened)
  if (twice.length > 0) return { documents, layers: [], notRead, problems: twice }
  const manifests = opened.flatMap(({ found }, index) =>
    found.map((one) => manifestOf(one, index, context.address(one.address))),
  )
  return { ...claimAll(manifests, documents, context, notRead), documents }
}

const unread = ({ file }: Candidate, { message, expected }: Problem): NotRead => ({
  what: file,
  count: 1,
  why: `${message}; give ${expected}`,
  file,
})

/** Two files with the same resource are two clusters; within a file it is a mistake. */
const writtenTwice = (files: readonly ManifestFile[]): readonly Problem[] =>
  files
    .flatMap(({ document, found }) => {
      const seen = new Map<string, (typeof found)[number]>()
      return found.flatMap((one): Problem[] => {
        const first = seen.get(one.address)
        if (!first) seen.set(one.address, one)
        return first && !one.address.endsWith('/unnamed') ? [twiceIn(document, one, first)] : []
      })
    })
    .slice(0, MOST)

const MOST = 20

const twiceIn = (
  document: Document,
  { address, route }: ManifestFile['found'][number],
  first: ManifestFile['found'][number],
): Problem => ({
  code: 'imported-twice',
  message: `\`${address}\` is written twice in this file`,
  expected: 'each resource once',
  place: document.locate(route),
  also: [document.locate(first.route)],
})

const claimAll = (
  manifests: readonly Manifest[],
  documents: readonly Document[],
  context: ReadContext,
  notRead: readonly NotRead[],
): Imported => {
  const cluster = clusterOf(manifests, draft(), context)
  const owners = podOwners(cluster)
  const services = servicesOf(cluster, owners)
  const placement = claimWorkloads(workloadsOf(owners, services, cluster), cluster.draft, context)
  const edge: Edge = { cluster, services, placement }
  for (const claims of allClaims()) claims(edge)
  return {
    documents,
    layers: cluster.draft.layers('imported', 0),
    notRead: [...notRead, ...unreadKinds(cluster, documents)],
    problems: [],
  }
}

// What each of them needs is read now: most runs see no manifest.
const allClaims = (): readonly ((edge: Edge) => void)[] => [
  claimStorage,
  claimIngresses,
  claimBalancers,
  claimGateways,
  claimIstioGateways,
  claimRoutes,
  claimNetworkPolicies,
  claimBackups,
  claimOperatedBackups,
  ({ cluster }) => claimSecretObjects(cluster),
  ({ cluster }) => claimControlPlane(cluster),
]

/** Kinds besides those of pods of which something is made, or that are looked up by others. */
const READ: ReadonlySet<string> = new Set([
  'PersistentVolumeClaim',
  'StorageClass',
  'Ingress',
  'IngressClass',
  'IngressClassParams',
  'Gateway',
  'HTTPRoute',
  'GRPCRoute',
  'TLSRoute',
  'TCPRoute',
  'VirtualService',
  'PeerAuthentication',
  'Route',
  'NetworkPolicy',
  'Namespace',
  'Schedule',
  'ScheduledBackup',
  'Secret',
  'ConfigMap',
  'Certificate',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'ServiceAccount',
  'EncryptionConfiguration',
  'Policy',
])

const unreadKinds = ({ manifests }: Cluster, documents: readonly Document[]): readonly NotRead[] => {
  const unread = new Map<string, NotRead>()
  for (const { kind, group, part } of manifests) {
    if (READ.has(kind) || POD_KINDS.includes(kind) || isOperated(kind, group)) continue
    const what = group === '' ? kind : `${kind}.${group}`
    const known = unread.get(what)
    const file = known?.file ?? documents[part.source.document]?.file
    unread.set(what, {
      what,
      count: (known?.count ?? 0) + 1,
      why: 'no rule speaks of this kind of resource',
      ...(file === undefined ? {} : { file }),
    })
  }
  return [...unread.values()]
}
