import { Graph, layout } from '@dagrejs/dagre'
import type { Diagram, DiagramEdge, DiagramNode } from './diagram.js'
import type { Group } from './grouping.js'
import { labelLines, pixels, TEXT } from './labels.js'
import { type Box, type Direction, type Point, routed, type Stretch } from './routing.js'

/** A thing with its place, and its text broken into lines. */
export interface PlacedNode extends Box {
  readonly node: DiagramNode
  readonly lines: readonly { readonly text: string; readonly title: boolean }[]
}

/** A line, stretch by stretch, and where the middle of its label is to stand. */
export interface PlacedEdge {
  readonly edge: DiagramEdge
  readonly stretches: readonly Stretch[]
  readonly label: Point | undefined
}

/** A picture with a place for everything. */
export interface Layout extends Box {
  readonly groups: readonly (Box & { readonly group: Group })[]
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

const COLUMNS = 24
export const LINE_HEIGHT = 15
const PADDING = 10

/** Gives everything a place, along or across, whichever makes the picture easier to fit on a page. */
export const layoutOf = (diagram: Diagram): Layout => {
  const along = placed(diagram, 'along')
  const across = placed(diagram, 'across')
  return shrinking(along) <= shrinking(across) ? along : across
}

/** How much a picture has to shrink to fit on a page. */
const shrinking = ({ width, height }: Layout): number => Math.max(width / 1100, height / 1500)

type Texts = ReadonlyMap<string, PlacedNode['lines']>

const placed = (diagram: Diagram, direction: Direction): Layout => {
  const texts: Texts = new Map(diagram.nodes.map((node) => [node.id, nodeLines(node)]))
  const graph = laidOut(diagram, texts, direction)
  return readLayout(graph, diagram, texts, direction)
}

/** The library fails on few crowded graphs with boxes; another way of ranking, or no boxes, then helps. */
const laidOut = (diagram: Diagram, texts: Texts, direction: Direction): Graph => {
  for (const ranker of ['network-simplex', 'tight-tree', 'longest-path'] as const)
    try {
      const graph = graphOf(diagram, texts, direction)
      graph.setGraph({ ...(graph.graph() as object), ranker })
      layout(graph)
      return graph
    } catch {}
  const graph = graphOf({ ...diagram, groups: [] }, texts, direction)
  layout(graph)
  return graph
}

const graphOf = ({ groups, nodes, edges }: Diagram, texts: Texts, direction: Direction): Graph => {
  const graph = new Graph({ compound: true, multigraph: true })
  graph.setGraph({
    rankdir: direction === 'along' ? 'LR' : 'TB',
    nodesep: 26,
    ranksep: 84,
    edgesep: 16,
  })
  for (const { id, label } of groups) graph.setNode(id, { width: pixels(label, TEXT.group) + 24, height: 0 })
  for (const node of nodes) {
    graph.setNode(node.id, sizeOf(node, texts.get(node.id) ?? []))
    if (node.group !== undefined && groups.length > 0) graph.setParent(node.id, node.group)
  }
  for (const [index, { from, to, label }] of edges.entries()) {
    const size = label === '' ? {} : { width: pixels(label, TEXT.edge) + 8, height: 16 }
    graph.setEdge(from, to, { ...size, labelpos: 'c' }, String(index))
  }
  for (const [one, other] of gridOfLonely(nodes, edges)) graph.setEdge(one, other, { labelpos: 'c' }, 'grid')
  return graph
}

const nodeLines = ({ title, details }: DiagramNode): PlacedNode['lines'] => [
  ...labelLines(title, COLUMNS, 2).map((text) => ({ text, title: true })),
  ...details.flatMap((detail) => labelLines(detail, COLUMNS + 4, 2)).map((text) => ({ text, title: false })),
]

/** A vendor's corners and a party's ends take room beside the text. */
const BESIDE = { asset: 0, vendor: 14, party: 12 } as const

const sizeOf = ({ kind }: DiagramNode, lines: PlacedNode['lines']): { width: number; height: number } => ({
  width:
    Math.max(70, ...lines.map(({ text, title }) => pixels(text, title ? TEXT.title : TEXT.detail))) +
    2 * (PADDING + BESIDE[kind]),
  height: lines.length * LINE_HEIGHT + 2 * PADDING,
})

/** Things without a flow would stand in one long row: unseen edges make a square of those in one box. */
const gridOfLonely = (nodes: Diagram['nodes'], edges: Diagram['edges']): [string, string][] => {
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]))
  const byGroup = new Map<string, string[]>()
  for (const { id, group } of nodes) {
    if (joined.has(id)) continue
    byGroup.set(group ?? '', [...(byGroup.get(group ?? '') ?? []), id])
  }
  return [...byGroup.values()].flatMap((ids) => {
    const columns = Math.ceil(Math.sqrt(ids.length))
    return ids.slice(columns).map((id, index): [string, string] => [ids[index] as string, id])
  })
}

const readLayout = (graph: Graph, diagram: Diagram, texts: Texts, direction: Direction): Layout => {
  const nodes = diagram.nodes.map((node) => ({
    node,
    lines: texts.get(node.id) ?? [],
    ...boxOf(graph.node(node.id) as Placed),
  }))
  const edges = diagram.edges.map((edge, index) => {
    const { points = [], ...label } = graph.edge(edge.from, edge.to, String(index)) as Placed
    return { edge, bends: points.slice(1, -1), label: edge.label === '' ? undefined : boxOf(label) }
  })
  const boxes = new Map(nodes.map(({ node, ...box }) => [node.id, { node, box }]))
  const ways = routed({ nodes: boxes, edges }, direction)
  const groups = diagram.groups
    .filter(({ id }) => graph.hasNode(id))
    .map((group) => ({ group, ...withRoomForLabel(boxOf(graph.node(group.id) as Placed)) }))
  const labels = edges.flatMap(({ label }) => label ?? [])
  const ends = ways
    .flat()
    .flatMap(({ from, to }) => [from, to].map((end) => ({ ...end, width: 0, height: 0 })))
  return {
    ...boundsOf([...nodes, ...groups, ...labels, ...ends]),
    groups,
    nodes,
    edges: edges.map(({ edge, label }, index) => ({
      edge,
      stretches: ways[index] ?? [],
      label: label && { x: label.x + label.width / 2, y: label.y + label.height / 2 },
    })),
  }
}

/** The name of a box stands in it, above what it holds. */
const withRoomForLabel = ({ x, y, width, height }: Box): Box => ({ x, y: y - 8, width, height: height + 8 })

const MARGIN = 16

/** What the picture covers: the library leaves out lines that bend beyond all things. */
const boundsOf = (boxes: readonly Box[]): Box => {
  const [x, y] = [Math.min(0, ...boxes.map((box) => box.x)), Math.min(0, ...boxes.map((box) => box.y))]
  const right = Math.max(0, ...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(0, ...boxes.map((box) => box.y + box.height))
  return {
    x: x - MARGIN,
    y: y - MARGIN,
    width: right - x + 2 * MARGIN,
    height: bottom - y + 2 * MARGIN,
  }
}

/** What the library says of a thing, of a box or of a line's label: its middle and its size. */
interface Placed extends Partial<Box> {
  readonly points?: readonly Point[]
}

const boxOf = ({ x = 0, y = 0, width = 0, height = 0 }: Placed): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
})
