import type { DataFlowMap } from '../engine/report.js'
import { xmlText } from '../reporters/escape.js'
import { type Diagram, diagramOf } from './diagram.js'
import { pixels, TEXT } from './labels.js'
import { type Layout, layoutOf } from './layout.js'
import { MAP_STYLE } from './map-style.js'
import { legendOf } from './svg-legend.js'
import { edgeOf, frameOf, nodeOf, rounded } from './svg-shapes.js'

/** The picture as an SVG file that stands alone. */
export const svgMap = (map: DataFlowMap, title: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${svgElement(map, title, `<style>${MAP_STYLE}</style>`)}\n`

/** The picture as an element; a page that shows it has the style of its own. */
export const svgElement = (map: DataFlowMap, title: string, style = ''): string => {
  const diagram = diagramOf(map, title)
  const layout = layoutOf(diagram)
  const width = Math.max(layout.width, 380)
  const legend = legendOf({ ...layout, width })
  const height = layout.height + legend.height
  const [x, y] = [rounded(layout.x), rounded(layout.y)]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="map-svg" role="img" aria-label="${xmlText(summaryOf(diagram))}" width="${rounded(width)}" height="${rounded(height)}" viewBox="${x} ${y} ${rounded(width)} ${rounded(height)}">`,
    style,
    heads(),
    `<rect class="map-paper" x="${x}" y="${y}" width="100%" height="100%"/>`,
    ...groupsOf(layout),
    ...layout.edges.map((edge) => edgeOf(edge, HEADS)),
    ...layout.nodes.map(nodeOf),
    ...groupLabels(layout),
    ...edgeLabels(layout),
    legend.text,
    '</svg>',
  ].join('\n')
}

/** What a picture shows, for who cannot see it. */
const summaryOf = ({ title, nodes, edges, described }: Diagram): string => {
  const clear = edges.filter(({ protection, ephi }) => ephi && protection === 'not-encrypted').length
  const drawn =
    described > nodes.length ? `${described} things drawn as ${nodes.length}` : `${described} things`
  return `Data-flow map of ${title}: ${drawn}, ${edges.length} connections, ${clear} of them carry ePHI in clear`
}

const HEADS = 'map-head'

/** Arrow heads, one for each look of a line. */
const heads = (): string =>
  `<defs>${['encrypted', 'not-encrypted', 'partly', 'unproven', 'no-network', 'no-ephi']
    .map(
      (look) =>
        `<marker id="${HEADS}-${look}" viewBox="0 0 10 10" refX="9" refY="5" markerUnits="userSpaceOnUse" markerWidth="10" markerHeight="10" orient="auto-start-reverse"><path class="map-head map-${look}" d="M0,1 L10,5 L0,9 z"/></marker>`,
    )
    .join('')}</defs>`

const groupsOf = ({ groups }: Layout): readonly string[] =>
  groups.map(({ group: _, ...box }) => `<rect class="map-group" ${frameOf(box)} rx="8"/>`)

const groupLabels = ({ groups }: Layout): readonly string[] =>
  groups.map(
    ({ group, x, y }) =>
      `<text class="map-group-label" x="${rounded(x + 10)}" y="${rounded(y + 16)}">${xmlText(group.label)}</text>`,
  )

/** Labels stand on paper, so that the line does not run through them. */
const edgeLabels = ({ edges }: Layout): readonly string[] =>
  edges.flatMap(({ edge, label }) => {
    if (edge.label === '' || label === undefined) return []
    const width = pixels(edge.label, TEXT.edge) * 0.95 + 4
    const paper = frameOf({ x: label.x - width / 2, y: label.y - 7.5, width, height: 15 })
    return [
      `<rect class="map-label-paper" ${paper} rx="3"/><text class="map-edge-label" text-anchor="middle" x="${rounded(label.x)}" y="${rounded(label.y + 3.5)}">${xmlText(edge.label)}</text>`,
    ]
  })
