import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Diagram } from '../../src/map/diagram.js'
import { diagramOf } from '../../src/map/diagram.js'
import { drawerOf, MAP_FORMATS } from '../../src/map/index.js'
import { labelLines, widthOf } from '../../src/map/labels.js'
import { type Layout, layoutOf } from '../../src/map/layout.js'
import { hospital, mapOf } from './map-of.js'

const clinic = mapOf(`
  zones: [{ id: office, trust: internal }]
  vendors: [{ id: cloud, relationship: business-associate }]
  parties: [{ id: patients, relationship: individual }]
  assets:
    - { id: db, kind: server, zone: office, ephi: [stores] }
    - { id: web, kind: web-app, endpoints: [{ port: 80, protocol: http }] }
    - { id: log, kind: log-store }
  flows:
    - { from: patients, to: web, carries: ephi }
    - { from: web, to: db, carries: ephi, encryption: true }
    - { from: db, to: cloud, carries: ephi, data: to }
    - { from: db, to: log, data: from }`)

const drawn = async (format: (typeof MAP_FORMATS)[number], map = clinic, title = 'A') =>
  (await drawerOf(format))(map, title)

describe.each(MAP_FORMATS)('%s', (format) => {
  it('is the same twice', async () => {
    expect(await drawn(format, hospital(120))).toBe(await drawn(format, hospital(120)))
  })

  it('draws what has no flow, and next to nothing', async () => {
    expect(await drawn(format, mapOf('assets: [{ id: lonely, ephi: [stores] }]'))).toContain('lonely')
    expect(await drawn(format, { zones: [], nodes: [], flows: [] })).not.toContain('NaN')
  })
})

describe('a stored map whose words are not ours', () => {
  const bad = '"><script>]]:::x\n end' as never
  const map = {
    zones: [],
    nodes: clinic.nodes.map((node) => ({ ...node, kind: bad, reach: bad })),
    flows: clinic.flows.map((flow) => ({
      ...flow,
      carries: bad,
      protection: bad,
      hops: flow.hops.map((hop) => ({ ...hop, protection: bad })),
    })),
  }

  it.each(MAP_FORMATS)('is drawn as one of which little is known: %s', async (format) => {
    const text = await drawn(format, map)
    expect(text).not.toContain('script')
    expect(text).not.toMatch(/undefined|NaN/)
  })
})

describe('Mermaid', () => {
  it('has a shape for each kind, a look for each reach and each protection', async () => {
    const text = await drawn('mermaid')
    expect(text).toMatch(/^flowchart LR\n/)
    expect(text).toContain(
      'subgraph g1["office (internal)"]\n    n2["db<br/>server<br/>ePHI"]:::declared\n  end',
    )
    expect(text).toContain('n1{{"cloud<br/>business associate<br/>ePHI, inferred"}}:::inferred')
    expect(text).toContain('n4(["patients<br/>individual<br/>ePHI, inferred"]):::inferred')
    expect(text).toContain('n4 <-->|"http, in clear"| n5')
    expect(text).toContain('n5 <-->|"encrypted"| n2')
    expect(text).toContain('n2 -->|"not proven"| n1')
    expect(text).toContain('n3 -->|"no ePHI"| n2')
    expect(text).toMatch(/linkStyle \d stroke:#c02026,stroke-width:3px,stroke-dasharray:9 4/)
  })
})

describe('Graphviz', () => {
  it('has a shape for each kind and a head where data goes', async () => {
    const text = await drawn('dot')
    expect(text).toContain('shape=hexagon, label="cloud\\nbusiness associate\\nePHI, inferred"')
    expect(text).toContain('n4 [shape=ellipse')
    expect(text).toContain('n2 [shape=box')
    expect(text).toContain(
      'n4 -> n5 [dir=both, label="http, in clear", color="#c02026", penwidth=3, style=dashed]',
    )
    expect(text).toContain('n2 -> n1 [dir=forward, label="not proven"')
    expect(text).toContain('n2 -> n3 [dir=back')
  })
})

describe('SVG', () => {
  it('says what it shows, and tells shapes and lines apart by more than colour', async () => {
    const text = await drawn('svg')
    expect(text).toContain(
      'aria-label="Data-flow map of A: 5 things, 4 connections, 1 of them carry ePHI in clear"',
    )
    expect(text.match(/<polygon class="map-node map-inferred"/g)).toHaveLength(1)
    expect(text).toContain('class="map-edge map-not-encrypted"')
    expect(text).toContain('marker-end="url(#map-head-encrypted)"')
    expect(text).not.toMatch(/NaN|undefined/)
  })

  it('says where things are drawn as one', async () => {
    expect(await drawn('svg', hospital(200))).toMatch(/200 things drawn as \d+/)
  })
})

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const overlap = (one: Rectangle, other: Rectangle): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

/** Whether a line runs through a thing that it does not belong to. */
const crossings = ({ edges, nodes }: Layout): readonly string[] =>
  edges.flatMap(({ edge, stretches }) =>
    nodes
      .filter(({ node: { id } }) => id !== edge.from && id !== edge.to)
      .filter((node) =>
        stretches.some(({ from, to }) =>
          overlap(node, {
            x: Math.min(from.x, to.x),
            y: Math.min(from.y, to.y),
            width: Math.max(0.1, Math.abs(from.x - to.x)),
            height: Math.max(0.1, Math.abs(from.y - to.y)),
          }),
        ),
      )
      .map(({ node }) => `${edge.from}-${edge.to} crosses ${node.id}`),
  )

describe('places', () => {
  it.each([10, 40, 200])(
    'have no two things in one place, and no line through a thing: %d assets',
    (assets) => {
      const layout = layoutOf(diagramOf(hospital(assets), 'A'))
      for (const [index, one] of layout.nodes.entries())
        for (const other of layout.nodes.slice(index + 1)) expect(overlap(one, other)).toBe(false)
      expect(crossings(layout)).toEqual([])
      for (const { x, y, width, height } of layout.nodes) {
        expect(x).toBeGreaterThan(layout.x)
        expect(y).toBeGreaterThan(layout.y)
        expect(x + width).toBeLessThan(layout.x + layout.width)
        expect(y + height).toBeLessThan(layout.y + layout.height)
      }
    },
  )

  it('are found whatever is joined with whatever', () => {
    const diagrams = fc.record({
      nodes: fc.array(
        fc.record({ kind: fc.constantFrom('asset', 'vendor', 'party'), box: fc.nat({ max: 6 }) }),
        {
          minLength: 1,
          maxLength: 30,
        },
      ),
      ends: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 45 }),
    })
    fc.assert(
      fc.property(diagrams, ({ nodes, ends }) => {
        const diagram = {
          title: 'A',
          groups: [...new Set(nodes.map(({ box }) => box))]
            .filter((box) => box > 1)
            .map((box) => ({ id: `g${box}`, label: `Box ${box}` })),
          nodes: nodes.map(({ kind, box }, index) => ({
            id: `n${index}`,
            kind,
            reach: 'none',
            title: `node ${index}`,
            details: [],
            group: box > 1 ? `g${box}` : undefined,
            members: [`m${index}`],
          })),
          edges: ends
            .map(([from, to, named]) => ({
              from: `n${from % nodes.length}`,
              to: `n${to % nodes.length}`,
              protection: 'encrypted',
              ephi: true,
              arrows: 'to',
              label: named ? 'https' : '',
              flows: [],
            }))
            .filter(({ from, to }) => from !== to),
          described: nodes.length,
        } as Diagram
        const layout = layoutOf(diagram)
        expect(layout.nodes).toHaveLength(nodes.length)
        expect(JSON.stringify(layout)).not.toContain('null')
      }),
      { numRuns: 40 },
    )
  })
})

describe('labels', () => {
  it.each<[text: string, columns: number, most: number, lines: readonly string[]]>([
    ['short', 10, 2, ['short']],
    ['two words', 6, 2, ['two', 'words']],
    ['file-imaging-128', 10, 3, ['file-', 'imaging-', '128']],
    ['abcdefghijkl', 5, 3, ['abcde', 'fghij', 'kl']],
    ['one two three four', 5, 2, ['one', 'two…']],
    ['one two three four', 9, 2, ['one two', 'three…']],
    ['病院の記録', 4, 3, ['病院', 'の記', '録']],
    ['', 5, 1, ['']],
  ])('%j in %d columns and %d lines', (text, columns, most, lines) => {
    expect(labelLines(text, columns, most)).toEqual(lines)
  })

  it('are never wider than they may be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 30 }), (text, columns) => {
        for (const line of labelLines(text, columns, 3))
          expect(widthOf(line)).toBeLessThanOrEqual(columns + 1)
      }),
    )
  })
})
