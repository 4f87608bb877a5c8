import type { DataFlowMap, Protection } from '../engine/report.js'
import { mermaidText } from '../reporters/escape.js'
import { type Diagram, type DiagramEdge, type DiagramNode, diagramOf } from './diagram.js'
import { PROTECTION_WORDS } from './words.js'

/** Brackets by which Mermaid draws a box, a hexagon and rounded ends. */
const SHAPES = { asset: ['["', '"]'], vendor: ['{{"', '"}}'], party: ['(["', '"])'] } as const

const LOOKS = [
  'classDef declared fill:#e4eefb,stroke:#2a5b9c,color:#1c2430',
  'classDef inferred fill:#e4eefb,stroke:#2a5b9c,color:#1c2430,stroke-dasharray:6 3',
  'classDef assumed fill:#ffffff,stroke:#2a5b9c,color:#1c2430,stroke-dasharray:2 3',
  'classDef none fill:#ffffff,stroke:#7b8794,color:#1c2430',
]

const LINES: Readonly<Record<Protection, string>> = {
  encrypted: 'stroke:#1d6a4f,stroke-width:2px',
  'not-encrypted': 'stroke:#c02026,stroke-width:3px,stroke-dasharray:9 4',
  partly: 'stroke:#a85a00,stroke-width:2px,stroke-dasharray:9 3 2 3',
  unproven: 'stroke:#6a5a8c,stroke-width:2px,stroke-dasharray:2 4',
  'no-network': 'stroke:#52606f,stroke-width:1px',
}

/** The picture as Mermaid, which GitHub and GitLab draw where it stands in Markdown. */
export const mermaidMap = (map: DataFlowMap, title: string): string =>
  `${linesOf(diagramOf(map, title)).join('\n')}\n`

const linesOf = (diagram: Diagram): readonly string[] => {
  const { title, groups, nodes, edges } = diagram
  const outside = nodes.filter(({ group }) => group === undefined)
  return [
    'flowchart LR',
    `  accTitle: ${mermaidText(`Data-flow map of ${title}`)}`,
    ...groups.flatMap(({ id, label }, index) => [
      `  subgraph g${index + 1}["${mermaidText(label)}"]`,
      ...nodes.filter(({ group }) => group === id).map((node) => `    ${nodeOf(node)}`),
      '  end',
    ]),
    ...outside.map((node) => `  ${nodeOf(node)}`),
    ...edges.map((edge) => `  ${edgeOf(edge)}`),
    ...LOOKS.map((look) => `  ${look}`),
    ...looksOf(edges),
  ]
}

const nodeOf = ({ id, kind, reach, title, details }: DiagramNode): string => {
  const [open, close] = SHAPES[kind]
  return `${id}${open}${[title, ...details].map(mermaidText).join('<br/>')}${close}:::${reach}`
}

const edgeOf = ({ from, to, arrows, label, protection, ephi }: DiagramEdge): string => {
  const [one, other] = arrows === 'from' ? [to, from] : [from, to]
  const words = [label, ephi ? PROTECTION_WORDS[protection] : 'no ePHI'].filter((word) => word !== '')
  return `${one} ${arrows === 'both' ? '<-->' : '-->'}|"${mermaidText(words.join(', '))}"| ${other}`
}

/** Lines that look alike are told together, by their numbers. */
const looksOf = (edges: readonly DiagramEdge[]): readonly string[] => {
  const looks = new Map<string, number[]>()
  for (const [index, { protection, ephi }] of edges.entries()) {
    const look = ephi ? LINES[protection] : 'stroke:#98a2ad,stroke-width:1px'
    looks.set(look, [...(looks.get(look) ?? []), index])
  }
  return [...looks].map(([look, indexes]) => `  linkStyle ${indexes.join(',')} ${look}`)
}
