import type { DataFlowMap, MapNode } from '../engine/report.js'

/** A box around things that belong together: a zone, or what a vendor runs. */
export interface Group {
  readonly id: string
  readonly label: string
}

/** Where a thing stands; `undefined` outside every box. */
export type GroupOf = (node: MapNode) => Group | undefined

/**
 * Things stand in their zone; what a vendor runs in no zone of ours stands with that vendor. Where zones are described,
 * an asset without one is told apart.
 */
export const groupFinder = ({ zones, nodes }: DataFlowMap): GroupOf => {
  const byZone = new Map(
    zones.map(({ id, name, trust }) => [
      id,
      { id: `zone ${id}`, label: `${name ?? id}${trust === undefined ? '' : ` (${trust})`}` },
    ]),
  )
  const hosting = new Set(nodes.flatMap(({ zone, vendor }) => (zone === undefined ? (vendor ?? []) : [])))
  const byVendor = new Map(
    nodes
      .filter(({ id, kind }) => kind === 'vendor' && hosting.has(id))
      .map(({ id, name }) => [id, { id: `vendor ${id}`, label: `Run by ${name ?? id}` }]),
  )
  const elsewhere = zones.length === 0 ? undefined : { id: 'elsewhere', label: 'Zone not stated' }
  return ({ id, kind, zone, vendor }) => {
    if (kind === 'vendor') return byVendor.get(id)
    if (kind === 'party') return undefined
    return byZone.get(zone ?? '') ?? byVendor.get(vendor ?? '') ?? elsewhere
  }
}

/** What is drawn as one thing has the same key. */
export type KeyOf = (node: MapNode) => string

/**
 * Ways to draw fewer things, the finest first: each for itself; those that nothing tells apart; those of one kind in
 * one place; those of one place and reach; those of one place; and at last by trust, and by what they are alone.
 */
export const groupingsOf = (map: DataFlowMap, groupOf: GroupOf): readonly KeyOf[] => {
  const neighbours = neighboursOf(map)
  const trust = new Map(map.zones.map((zone) => [zone.id, zone.trust ?? '']))
  const place = (node: MapNode) => groupOf(node)?.id ?? ''
  return [
    ({ id }) => id,
    (node) => [kindOf(node), place(node), node.administers, ...(neighbours.get(node.id) ?? [])].join('\n'),
    (node) => [kindOf(node), place(node)].join('\n'),
    (node) => [node.kind, node.reach, place(node)].join('\n'),
    (node) => [node.kind, node.reach === 'none', place(node)].join('\n'),
    ({ kind, reach, zone }) => [kind, reach, trust.get(zone ?? '') ?? ''].join('\n'),
    ({ kind, reach }) => [kind, reach].join('\n'),
  ]
}

const kindOf = ({ kind, what, reach }: MapNode): string => [kind, what ?? '', reach].join(' ')

/** With whom each thing speaks, and how. */
const neighboursOf = ({ flows }: DataFlowMap): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, Set<string>>()
  const add = (id: string, words: string) => {
    const known = found.get(id)
    if (known) known.add(words)
    else found.set(id, new Set([words]))
  }
  for (const { hops, data, carries } of flows)
    for (const { from, to, protection } of hops) {
      add(from, ['to', to, protection, data, carries].join(' '))
      add(to, ['from', from, protection, data, carries].join(' '))
    }
  return new Map([...found].map(([id, words]) => [id, [...words].sort()]))
}
