import { xmlText } from '../reporters/escape.js'
import type { DiagramEdge, DiagramNode } from './diagram.js'
import { LINE_HEIGHT, type PlacedEdge, type PlacedNode } from './layout.js'
import { type Box, CUT, type Point, radiusOf, type Stretch } from './routing.js'

/** A number as SVG wants it, with no more digits than one can see. */
export const rounded = (number: number): string => String(Math.round(number * 10) / 10)

/** The outline of a thing: a box for an asset, a hexagon for a vendor, rounded ends for a party. */
export const outlineOf = ({ kind, reach }: Pick<DiagramNode, 'kind' | 'reach'>, box: Box): string => {
  const { x, y, width, height } = box
  const looks = `class="map-node map-${reach}"`
  if (kind === 'vendor') {
    const corners = [
      [x, y + height / 2],
      [x + CUT, y],
      [x + width - CUT, y],
      [x + width, y + height / 2],
      [x + width - CUT, y + height],
      [x + CUT, y + height],
    ]
    return `<polygon ${looks} points="${corners.map((corner) => corner.map((one) => rounded(one)).join(',')).join(' ')}"/>`
  }
  const radius = kind === 'party' ? radiusOf(height) : 4
  return `<rect ${looks} ${frameOf(box)} rx="${rounded(radius)}"/>`
}

/** The attributes of a rectangle. */
export const frameOf = ({ x, y, width, height }: Box): string =>
  `x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}"`

/** A thing with its text; the whole names show where one points. */
export const nodeOf = (placed: PlacedNode): string => {
  const { node, lines, x, y, width, height } = placed
  const top = y + (height - lines.length * LINE_HEIGHT) / 2 + 11.5
  const texts = lines.map(
    ({ text, title }, index) =>
      `<text class="${title ? 'map-title' : 'map-detail'}" text-anchor="middle" x="${rounded(x + width / 2)}" y="${rounded(top + index * LINE_HEIGHT)}">${xmlText(text)}</text>`,
  )
  const whole = [node.title, ...node.details, ...(node.members.length > 1 ? node.members : [])].join('\n')
  return `<g><title>${whole.split('\n').map(xmlText).join('\n')}</title>${outlineOf(node, placed)}${texts.join('')}</g>`
}

/** Which look a line has: what carries no ePHI stays in the background. */
export const lookOf = ({ protection, ephi }: Pick<DiagramEdge, 'protection' | 'ephi'>): string =>
  ephi ? `map-${protection}` : `map-${protection} map-no-ephi`

/** A line with its heads; its label is drawn later, above all lines. */
export const edgeOf = ({ edge, stretches }: PlacedEdge, heads: string): string => {
  const head = `url(#${heads}-${edge.ephi ? edge.protection : 'no-ephi'})`
  const start = edge.arrows === 'to' ? '' : ` marker-start="${head}"`
  const end = edge.arrows === 'from' ? '' : ` marker-end="${head}"`
  return `<g><title>${edge.flows.map(xmlText).join('\n')}</title><path class="map-edge ${lookOf(edge)}" d="${pathOf(stretches)}"${start}${end}/></g>`
}

const pathOf = (stretches: readonly Stretch[]): string => {
  const at = ({ x, y }: Point) => `${rounded(x)},${rounded(y)}`
  const [first] = stretches
  const parts = stretches.map(({ to, by }) => (by ? `C${at(by[0])} ${at(by[1])} ${at(to)}` : `L${at(to)}`))
  return first === undefined ? '' : `M${at(first.from)} ${parts.join(' ')}`
}
