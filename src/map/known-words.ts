import { type DataFlowMap, type MapNode, PROTECTIONS } from '../engine/report.js'

const REACHES: readonly MapNode['reach'][] = ['declared', 'inferred', 'assumed', 'none']
const KINDS: readonly MapNode['kind'][] = ['asset', 'vendor', 'party']

/**
 * A map in which our own words are ours. They choose looks and shapes, and are not escaped: a stored report may have been
 * written by anybody.
 */
export const withKnownWords = ({ zones, nodes, flows }: DataFlowMap): DataFlowMap => ({
  zones,
  nodes: nodes.map((node) => ({
    ...node,
    kind: known(node.kind, KINDS, 'asset'),
    reach: known(node.reach, REACHES, 'none'),
  })),
  flows: flows.map((flow) => ({
    ...flow,
    carries: known(flow.carries, REACHES, 'assumed'),
    hops: flow.hops.map((hop) => ({ ...hop, protection: known(hop.protection, PROTECTIONS, 'unproven') })),
  })),
})

const known = <T extends string>(word: T, words: readonly T[], otherwise: T): T =>
  words.includes(word) ? word : otherwise
