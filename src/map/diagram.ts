import {
  type DataFlowMap,
  grouped,
  type MapFlow,
  type MapHop,
  type MapNode,
  PROTECTIONS,
  type Protection,
  someNames,
} from '../engine/report.js'

import { type Group, type GroupOf, groupFinder, groupingsOf, type KeyOf } from './grouping.js'
import { withKnownWords } from './known-words.js'
import { impliedWords, PROTECTION_WORDS, REACH_WORDS, whatWords } from './words.js'

/** One thing in the picture; for several that are drawn as one, `members` has them all. */
export interface DiagramNode {
  /** Of letters and digits alone, and the same for the same map. */
  readonly id: string
  readonly kind: MapNode['kind']
  readonly reach: MapNode['reach']
  readonly title: string
  /** Below the title: what it is, and whether ePHI is there. */
  readonly details: readonly string[]
  readonly group: string | undefined
  readonly members: readonly string[]
}

/** Flows between two things that are protected alike, drawn as one line. */
export interface DiagramEdge {
  readonly from: string
  readonly to: string
  readonly protection: Protection
  readonly ephi: boolean
  /** Where data goes: to the end, to the beginning, or both ways. */
  readonly arrows: 'to' | 'from' | 'both'
  readonly label: string
  /** The ids of the flows. */
  readonly flows: readonly string[]
}

/** A picture before it is drawn. */
export interface Diagram {
  readonly title: string
  readonly groups: readonly Group[]
  readonly nodes: readonly DiagramNode[]
  readonly edges: readonly DiagramEdge[]
  /** How many things are described; more than there are nodes where some are drawn as one. */
  readonly described: number
}

/** More than this nobody reads, and GitHub draws no more than 500 lines. */
const MOST_NODES = 48
const MOST_EDGES = 48

/** Makes a picture that can be read of a map of any size: what is alike is drawn as one, and so are parallel flows. */
export const diagramOf = (stored: DataFlowMap, title: string): Diagram => {
  const map = withKnownWords(stored)
  const groupOf = groupFinder(map)
  const groupings = groupingsOf(map, groupOf)
  const [each, ...coarser] = groupings.map((keyOf) => () => drawn(map, title, groupOf, keyOf))
  let diagram = (each as () => Diagram)()
  for (const next of coarser) {
    if (diagram.nodes.length <= MOST_NODES && diagram.edges.length <= MOST_EDGES) return diagram
    const coarse = next()
    diagram = { ...coarse, edges: bundled(coarse.edges) }
  }
  return diagram
}

const drawn = (map: DataFlowMap, title: string, groupOf: GroupOf, keyOf: KeyOf): Diagram => {
  const clusters = new Map<string, MapNode[]>()
  for (const node of map.nodes) {
    const cluster = clusters.get(keyOf(node))
    if (cluster) cluster.push(node)
    else clusters.set(keyOf(node), [node])
  }
  const ids = new Map<string, string>()
  const groups = new Map<string, Group>()
  const nodes = [...clusters.values()].map((members, index) => {
    const id = `n${index + 1}`
    for (const member of members) ids.set(member.id, id)
    const group = sharedGroup(members, groupOf)
    if (group) groups.set(group.id, group)
    return diagramNode(id, members, group)
  })
  const edges = edgesOf(map, ids)
  return {
    title,
    groups: [...groups.values()],
    nodes: nodes.map((node) => withInner(node, edges)),
    edges: edges.filter(({ from, to }) => from !== to),
    described: map.nodes.length,
  }
}

/** What flows among things that are drawn as one is said in words. */
const withInner = (node: DiagramNode, edges: readonly DiagramEdge[]): DiagramNode => {
  const inner = edges
    .filter(({ from, to, ephi }) => from === node.id && to === node.id && ephi)
    .map(({ flows, protection }) => `${flows.length} inside: ${PROTECTION_WORDS[protection]}`)
  return inner.length === 0 ? node : { ...node, details: [...node.details, ...inner] }
}

const sharedGroup = (members: readonly MapNode[], groupOf: GroupOf): Group | undefined => {
  const first = groupOf(members[0] as MapNode)
  return members.every((member) => groupOf(member)?.id === first?.id) ? first : undefined
}

const diagramNode = (id: string, members: readonly MapNode[], group: Group | undefined): DiagramNode => {
  const { kind, what, name, ...first } = members[0] as MapNode
  const word = whatWords(kind, what)
  const shared = {
    id,
    kind,
    reach: strongest(members),
    group: group?.id,
    members: members.map((one) => one.id),
  }
  const reachWords = reachesOf(members)
  if (members.length > 1)
    return {
      ...shared,
      title: titleOf(members),
      details: [someNames(shared.members), ...reachWords],
    }
  const control = first.administers ? ['controls ePHI systems'] : []
  return {
    ...shared,
    title: first.count > 1 ? `${first.id} × ${grouped(first.count)}` : first.id,
    details: [...(name === undefined || name === first.id ? [] : [name]), word, ...reachWords, ...control],
  }
}

const titleOf = (members: readonly MapNode[]): string => {
  const [{ kind, what }] = members as [MapNode, ...MapNode[]]
  const alike = members.every((member) => member.what === what)
  return alike ? `${members.length} × ${whatWords(kind, what)}` : `${members.length} ${PLURALS[kind]}`
}

const PLURALS = { asset: 'assets', vendor: 'vendors', party: 'parties' } as const

const REACHES = ['declared', 'inferred', 'assumed', 'none'] as const

const strongest = (members: readonly MapNode[]): MapNode['reach'] =>
  REACHES.find((reach) => members.some((member) => member.reach === reach)) as MapNode['reach']

/** How ePHI came there; of how many, where it came in several ways. */
const reachesOf = (members: readonly MapNode[]): readonly string[] => {
  const counts = REACHES.slice(0, 3).flatMap((reach) => {
    const number = members.filter((member) => member.reach === reach).length
    return number === 0 ? [] : [[number, REACH_WORDS[reach]] as const]
  })
  if (counts.length === 1 && counts[0]?.[0] === members.length) return [counts[0][1]]
  return counts.map(([number, words]) => `${number}: ${words}`)
}

/** All lines between the same two as one, which looks like the worst and says of how many it is true. */
const bundled = (edges: readonly DiagramEdge[]): readonly DiagramEdge[] => {
  const bundles = new Map<string, [DiagramEdge, ...DiagramEdge[]]>()
  for (const edge of edges) {
    const key = [edge.from, edge.to].sort().join(' ')
    const bundle = bundles.get(key)
    if (bundle) bundle.push(edge)
    else bundles.set(key, [edge])
  }
  return [...bundles.values()].map((bundle) => (bundle.length === 1 ? bundle[0] : bundleOf(bundle)))
}

const bundleOf = (all: readonly [DiagramEdge, ...DiagramEdge[]]): DiagramEdge => {
  const carrying = all.filter(({ ephi }) => ephi)
  const shown = carrying.length === 0 ? all : carrying
  const worst = PROTECTIONS.find((one) => shown.some(({ protection }) => protection === one)) as Protection
  const flows = [...new Set(shown.flatMap((edge) => edge.flows))]
  const ofThem = shown.filter(({ protection }) => protection === worst).flatMap((edge) => edge.flows).length
  const { from, to } = all[0]
  const toward = new Set(shown.flatMap((edge) => targetsOf(edge)))
  return {
    from,
    to,
    protection: worst,
    ephi: carrying.length > 0,
    arrows: toward.size > 1 ? 'both' : toward.has(to) ? 'to' : 'from',
    label:
      ofThem === flows.length
        ? `${flows.length} flows`
        : `${flows.length} flows, ${ofThem} ${PROTECTION_WORDS[worst]}`,
    flows,
  }
}

const targetsOf = ({ from, to, arrows }: DiagramEdge): readonly string[] =>
  arrows === 'both' ? [from, to] : arrows === 'to' ? [to] : [from]

interface Line {
  readonly from: string
  readonly to: string
  readonly protection: Protection
  readonly ephi: boolean
  readonly toward: Set<string>
  readonly words: Set<string>
  readonly flows: Set<string>
}

/** The legs of all flows; those between the same two that are protected alike are one line. */
const edgesOf = ({ flows }: DataFlowMap, ids: ReadonlyMap<string, string>): readonly DiagramEdge[] => {
  const lines = new Map<string, Line>()
  for (const flow of flows) for (const hop of flow.hops) addHop(lines, flow, hop, ids)
  return [...lines.values()].map(({ from, to, protection, ephi, toward, words, flows: of }) => ({
    from,
    to,
    protection,
    ephi,
    arrows: toward.size > 1 ? 'both' : toward.has(to) ? 'to' : 'from',
    label: of.size > 1 ? `${of.size} flows` : [...words].join(', '),
    flows: [...of],
  }))
}

const addHop = (lines: Map<string, Line>, flow: MapFlow, hop: MapHop, ids: ReadonlyMap<string, string>) => {
  const [from, to] = [ids.get(hop.from), ids.get(hop.to)]
  if (from === undefined || to === undefined) return
  const ephi = flow.carries !== 'none'
  const key = [...[from, to].sort(), hop.protection, ephi].join(' ')
  const line = lines.get(key) ?? {
    from,
    to,
    protection: hop.protection,
    ephi,
    toward: new Set(),
    words: new Set(),
    flows: new Set(),
  }
  lines.set(key, line)
  if (flow.data !== 'from') line.toward.add(to)
  if (flow.data !== 'to') line.toward.add(from)
  for (const word of wordsOf(flow, hop)) line.words.add(word)
  line.flows.add(flow.id)
}

const wordsOf = ({ implied }: MapFlow, { protocols }: MapHop): readonly string[] =>
  implied !== undefined ? [impliedWords(implied)] : protocols.length > 2 ? [] : protocols
