import type { DataFlowMap, MapReach, Protection } from '../engine/report.js'
import { dotText } from '../reporters/escape.js'
import { type DiagramEdge, type DiagramNode, diagramOf } from './diagram.js'
import { PROTECTION_WORDS } from './words.js'

/** What Graphviz calls a box, a hexagon and rounded ends. */
const SHAPES = { asset: 'box', vendor: 'hexagon', party: 'ellipse' } as const

const REACHES: Readonly<Record<MapReach, string>> = {
  declared: 'style=filled, fillcolor="#e4eefb", color="#2a5b9c"',
  inferred: 'style="filled,dashed", fillcolor="#e4eefb", color="#2a5b9c"',
  assumed: 'style=dotted, color="#2a5b9c"',
  none: 'color="#7b8794"',
}

const LINES: Readonly<Record<Protection, string>> = {
  encrypted: 'color="#1d6a4f", penwidth=1.8',
  'not-encrypted': 'color="#c02026", penwidth=3, style=dashed',
  partly: 'color="#a85a00", penwidth=2.2, style=dashed',
  unproven: 'color="#6a5a8c", penwidth=2, style=dotted',
  'no-network': 'color="#52606f"',
}

/** The picture as Graphviz draws it. */
export const dotMap = (map: DataFlowMap, title: string): string => {
  const { groups, nodes, edges } = diagramOf(map, title)
  const lines = [
    `digraph "${dotText(`Data-flow map of ${title}`)}" {`,
    '  rankdir=LR',
    '  node [fontname="Helvetica", fontsize=11]',
    '  edge [fontname="Helvetica", fontsize=9]',
    ...groups.flatMap(({ id, label }, index) => [
      `  subgraph cluster_${index + 1} {`,
      `    label="${dotText(label)}"`,
      '    style="rounded,filled"; fillcolor="#f4f6f8"; color="#b9c2cc"; fontname="Helvetica"',
      ...nodes.filter(({ group }) => group === id).map((node) => `    ${nodeOf(node)}`),
      '  }',
    ]),
    ...nodes.filter(({ group }) => group === undefined).map((node) => `  ${nodeOf(node)}`),
    ...edges.map((edge) => `  ${edgeOf(edge)}`),
    '}',
  ]
  return `${lines.join('\n')}\n`
}

const nodeOf = ({ id, kind, reach, title, details }: DiagramNode): string =>
  `${id} [shape=${SHAPES[kind]}, label="${[title, ...details].map(dotText).join('\\n')}", ${REACHES[reach]}]`

const edgeOf = ({ from, to, arrows, label, protection, ephi }: DiagramEdge): string => {
  const words = [label, ephi ? PROTECTION_WORDS[protection] : 'no ePHI'].filter((word) => word !== '')
  const look = ephi ? LINES[protection] : 'color="#98a2ad"'
  const heads = { to: 'forward', from: 'back', both: 'both' }[arrows]
  return `${from} -> ${to} [dir=${heads}, label="${dotText(words.join(', '))}", ${look}]`
}
