import type { DiagramEdge, DiagramNode } from './diagram.js'

export interface Point {
  readonly x: number
  readonly y: number
}

/** A rectangle; x and y are its upper left corner. */
export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** Which way the ranks of a picture follow each other. */
export type Direction = 'along' | 'across'

/** What is needed to route: where things stand, and which bends and label the layout gave each line. */
export interface Unrouted {
  readonly nodes: ReadonlyMap<string, { readonly node: DiagramNode; readonly box: Box }>
  readonly edges: readonly {
    readonly edge: DiagramEdge
    readonly bends: readonly Point[]
    readonly label?: Box | undefined
  }[]
}

/** A stretch of a line: straight, or from one rank to the next in a bow that begins and ends along the ranks. */
export interface Stretch {
  readonly from: Point
  readonly to: Point
  /** The two points that shape a bow. */
  readonly by?: readonly [Point, Point]
}

/**
 * Draws lines so that they cross no thing: inside a rank a line runs straight on the row that the layout gave it, and
 * all its bending is between ranks, where nothing stands. Lines that meet at one side of a thing are spread over it.
 */
export const routed = ({ nodes, edges }: Unrouted, direction: Direction): readonly (readonly Stretch[])[] => {
  const turn = (point: Point): Point => (direction === 'along' ? point : { x: point.y, y: point.x })
  const turned = (box: Box): Box =>
    direction === 'along' ? box : { x: box.y, y: box.x, width: box.height, height: box.width }
  const boxes = new Map([...nodes].map(([id, { box }]) => [id, turned(box)]))
  const reach = rankReach([
    ...boxes.values(),
    ...edges.flatMap(({ label }) => (label ? [turned(label)] : [])),
  ])
  const ways = edges.map(({ edge: { from, to }, bends }) => [
    centre(boxes.get(from) as Box),
    ...bends.map(turn),
    centre(boxes.get(to) as Box),
  ])
  const ports = portsOf(edges, ways, nodes, boxes, direction)
  const stretches = ways.map((way, index) => stretchesOf(way, ports[index] as [Point, Point], reach))
  return inLanes(stretches).map((line) =>
    line.map(({ from, to, by }) => ({
      from: turn(from),
      to: turn(to),
      ...(by === undefined ? {} : { by: [turn(by[0]), turn(by[1])] as const }),
    })),
  )
}

const centre = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })

/** How far what stands in a rank reaches to both sides of its middle. */
const rankReach = (boxes: readonly Box[]): ((x: number) => number) => {
  const halves = new Map<number, number>()
  for (const box of boxes) {
    const key = Math.round(centre(box).x)
    halves.set(key, Math.max(halves.get(key) ?? 0, box.width / 2))
  }
  return (x) => halves.get(Math.round(x)) ?? 0
}

const stretchesOf = (
  way: readonly Point[],
  [start, end]: readonly [Point, Point],
  reach: (x: number) => number,
): readonly Stretch[] => {
  const found: Stretch[] = []
  let at = start
  const straight = (to: Point) => {
    if (Math.abs(at.x - to.x) > 0.5) found.push({ from: at, to })
    at = to
  }
  for (let index = 1; index < way.length; index++) {
    const [one, other] = [way[index - 1] as Point, way[index] as Point]
    const forward = Math.sign(other.x - one.x) || 1
    const last = index === way.length - 1
    straight({ x: one.x + forward * (reach(one.x) + CLEAR), y: at.y })
    const next = { x: other.x - forward * (reach(other.x) + CLEAR), y: last ? end.y : other.y }
    const middle = (at.x + next.x) / 2
    found.push({
      from: at,
      to: next,
      by: [
        { x: middle, y: at.y },
        { x: middle, y: next.y },
      ],
    })
    at = next
  }
  straight(end)
  return found
}

/**
 * Bows between the same two ranks bend one beside the other. Of those that go down, the one that begins highest bends
 * last, of those that go up the lowest: so they do not cross where they begin.
 */
const inLanes = (lines: readonly (readonly Stretch[])[]): readonly (readonly Stretch[])[] => {
  const gaps = new Map<string, Stretch[]>()
  for (const stretch of lines.flat()) {
    const { from, to, by } = stretch
    if (!by || Math.abs(from.y - to.y) < 3) continue
    const [left, right] = from.x < to.x ? [from, to] : [to, from]
    const key = `${Math.round(left.x / 20)} ${left.y < right.y}`
    gaps.set(key, [...(gaps.get(key) ?? []), stretch])
  }
  const shares = new Map<Stretch, number>()
  for (const bows of gaps.values()) {
    bows.sort((one, other) => turnOf(one) - turnOf(other))
    for (const [index, bow] of bows.entries()) shares.set(bow, 0.15 + (0.7 * (index + 1)) / (bows.length + 1))
  }
  return lines.map((line) => line.map((stretch) => bent(stretch, shares.get(stretch) ?? 0.5)))
}

const turnOf = ({ from, to }: Stretch): number => {
  const [left, right] = from.x < to.x ? [from, to] : [to, from]
  return left.y < right.y ? -left.y : left.y
}

const bent = (stretch: Stretch, share: number): Stretch => {
  const { from, to, by } = stretch
  if (!by) return stretch
  const x = Math.min(from.x, to.x) + Math.abs(to.x - from.x) * share
  return {
    ...stretch,
    by: [
      { x, y: from.y },
      { x, y: to.y },
    ],
  }
}

/** Straight before each end, so that an arrow's head points into the thing. */
const CLEAR = 9

interface Port {
  readonly edge: number
  readonly end: 0 | 1
  /** Where the line goes from here: lines on one side are in this order, so that they do not cross at once. */
  readonly toward: number
}

/** Where each line leaves the one thing and meets the other. */
const portsOf = (
  edges: Unrouted['edges'],
  ways: readonly (readonly Point[])[],
  nodes: Unrouted['nodes'],
  boxes: ReadonlyMap<string, Box>,
  direction: Direction,
): readonly (readonly [Point, Point])[] => {
  const sides = new Map<string, { readonly id: string; readonly right: boolean; readonly ports: Port[] }>()
  for (const [index, way] of ways.entries())
    for (const end of [0, 1] as const) {
      const id = end === 0 ? edges[index]?.edge.from : edges[index]?.edge.to
      const [here, next] = end === 0 ? [way[0], way[1]] : [way.at(-1), way.at(-2)]
      if (id === undefined || !here || !next) continue
      const right = next.x >= here.x
      const side = sides.get(`${id} ${right}`) ?? { id, right, ports: [] }
      sides.set(`${id} ${right}`, side)
      side.ports.push({ edge: index, end, toward: next.y })
    }
  const found = ways.map((way): [Point, Point] => [way[0] as Point, way.at(-1) as Point])
  for (const { id, right, ports } of sides.values()) {
    const box = boxes.get(id) as Box
    const kind = nodes.get(id)?.node.kind ?? 'asset'
    ports.sort((one, other) => one.toward - other.toward || one.edge - other.edge)
    for (const [place, { edge, end }] of ports.entries())
      (found[edge] as [Point, Point])[end] = portAt(
        box,
        kind,
        right,
        (place + 1) / (ports.length + 1),
        direction,
      )
  }
  return found
}

/** A point on one side of a thing, at a share of its length; a vendor's corners and a party's ends are not square. */
const portAt = (
  box: Box,
  kind: DiagramNode['kind'],
  right: boolean,
  share: number,
  direction: Direction,
): Point => {
  const flat = direction === 'along' ? 0 : kind === 'asset' ? 6 : kind === 'vendor' ? 16 : 30
  const y = box.y + flat + (box.height - 2 * flat) * share
  const inset = direction === 'along' ? insetOf(kind, box, Math.abs(y - box.y - box.height / 2)) : 0
  return { x: right ? box.x + box.width - inset : box.x + inset, y }
}

/** How far corners of a vendor are cut. */
export const CUT = 13

/** How far the ends of a party are rounded. */
export const radiusOf = (height: number): number => Math.min(height / 2, 28)

const insetOf = (kind: DiagramNode['kind'], { height }: Box, off: number): number => {
  if (kind === 'asset') return 0
  if (kind === 'vendor') return (CUT * off) / (height / 2)
  const radius = radiusOf(height)
  const beyond = Math.max(0, off - (height / 2 - radius))
  return radius - Math.sqrt(Math.max(0, radius ** 2 - beyond ** 2))
}
