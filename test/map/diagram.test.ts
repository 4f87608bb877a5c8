import { describe, expect, it } from 'vitest'
import { diagramOf } from '../../src/map/diagram.js'
import { hospital, mapOf } from './map-of.js'

const diagram = (text: string) => diagramOf(mapOf(text), 'A')

describe('what is drawn', () => {
  it('stands in its zone, with who runs it, or apart', () => {
    const { nodes, groups } = diagram(`
      zones: [{ id: office, name: The office, trust: internal }]
      vendors: [{ id: cloud, name: Cloud Inc. }, { id: other }]
      parties: [{ id: patients, relationship: individual }]
      assets:
        - { id: db, zone: office, vendor: cloud, ephi: [stores] }
        - { id: hosted, vendor: cloud }
        - { id: lost }`)
    expect(groups.map(({ id, label }) => [id, label])).toEqual([
      ['vendor cloud', 'Run by Cloud Inc.'],
      ['zone office', 'The office (internal)'],
      ['elsewhere', 'Zone not stated'],
    ])
    expect(nodes.map(({ title, group }) => [title, group])).toEqual([
      ['cloud', 'vendor cloud'],
      ['db', 'zone office'],
      ['hosted', 'vendor cloud'],
      ['lost', 'elsewhere'],
      ['other', undefined],
      ['patients', undefined],
    ])
  })

  it('stands in no box where no zone is described', () => {
    expect(diagram('assets: [{ id: db, ephi: [stores] }]').groups).toEqual([])
  })

  it('says what it is, and how ePHI came there', () => {
    const { nodes } = diagram(`
      vendors: [{ id: web, relationship: none }]
      assets:
        - { id: db, name: Patients, kind: relational-database, count: 1200, ephi: [stores] }
        - { id: tool, kind: remote-management, administers: { id: db } }
        - { id: copy, kind: object-store }
        - { id: log, kind: log-store }
      flows: [{ from: db, to: copy }, { from: db, to: log, carries: ephi }]`)
    expect(nodes.map(({ title, details, reach }) => [title, ...details, reach])).toEqual([
      ['copy', 'object store', 'ePHI, assumed', 'assumed'],
      ['db × 1,200', 'Patients', 'relational database', 'ePHI', 'declared'],
      ['log', 'log store', 'ePHI, inferred', 'inferred'],
      ['tool', 'remote management', 'controls ePHI systems', 'none'],
      ['web', 'no relationship', 'none'],
    ])
  })
})

describe('lines', () => {
  const assets = `
      assets:
        - { id: a, ephi: [stores] }
        - { id: b, kind: server, endpoints: [{ id: s, port: 443, protocol: https }, { id: h, port: 80, protocol: http }] }`

  it.each<[name: string, flows: string, lines: readonly unknown[][]]>([
    ['one flow', '{ from: a, to: b/s, carries: ephi }', [['a', 'b', 'encrypted', 'both', 'https']]],
    ['data that is sent', '{ from: a, to: b/h, data: to }', [['a', 'b', 'not-encrypted', 'to', 'http']]],
    [
      'data that is fetched',
      '{ from: a, to: b/h, data: from }',
      [['a', 'b', 'not-encrypted', 'from', 'http']],
    ],
    [
      'two that are protected alike',
      '{ from: a, to: b/s, data: to }, { from: b, to: a, data: to, protocol: https }, { id: x, from: a, to: b/s, data: to }',
      [['a', 'b', 'encrypted', 'both', '3 flows']],
    ],
    [
      'two that are not',
      '{ from: a, to: b/s, data: to }, { id: x, from: a, to: b/h, data: to }',
      [
        ['a', 'b', 'encrypted', 'to', 'https'],
        ['a', 'b', 'not-encrypted', 'to', 'http'],
      ],
    ],
  ])('%s', (_name, flows, lines) => {
    const { nodes, edges } = diagram(`${assets}\n      flows: [${flows}]`)
    const titles = new Map(nodes.map(({ id, title }) => [id, title]))
    expect(
      edges.map(({ from, to, protection, arrows, label }) => [
        titles.get(from),
        titles.get(to),
        protection,
        arrows,
        label,
      ]),
    ).toEqual(lines)
  })

  it('pass what the flow passes, each leg by itself', () => {
    const { edges } = diagram(`
      parties: [{ id: patients }]
      assets:
        - { id: edge, kind: load-balancer, endpoints: [{ port: 443, protocol: https }] }
        - { id: web, kind: server, ephi: [stores], endpoints: [{ port: 80, protocol: http }] }
      flows: [{ from: patients, via: [edge], to: web, carries: ephi }]`)
    expect(edges.map(({ protection, label }) => [protection, label])).toEqual([
      ['encrypted', 'https'],
      ['not-encrypted', 'http'],
    ])
  })

  it('tell what is implied, and what carries no ePHI', () => {
    const { edges } = diagram(`
      assets:
        - { id: a, kind: server, ephi: [stores], audit: { destination: log, containsPhi: false } }
        - { id: log, kind: log-store }
        - { id: copy, kind: server, replicaOf: a }`)
    expect(edges.map(({ label, ephi }) => [label, ephi])).toEqual([
      ['replica', true],
      ['audit log', false],
    ])
  })
})

describe('a picture of many things', () => {
  it.each([10, 40, 200, 2000])('can be read: %d assets', (assets) => {
    const map = hospital(assets)
    const { nodes, edges, described } = diagramOf(map, 'A')
    expect(described).toBe(assets)
    expect(nodes.length).toBeLessThanOrEqual(48)
    expect(edges.length).toBeLessThanOrEqual(48)
    expect(nodes.flatMap(({ members }) => members).sort()).toEqual(map.nodes.map(({ id }) => id).sort())
  })

  it('draws each by itself as long as that can be read', () => {
    const { nodes } = diagramOf(hospital(40), 'A')
    expect(nodes.every(({ members }) => members.length === 1)).toBe(true)
  })

  it('shows the worst of the lines that it bundles, and says of how many it is true', () => {
    const { edges } = diagramOf(hospital(200), 'A')
    const worst = edges.filter(({ protection }) => protection === 'not-encrypted')
    expect(worst.length).toBeGreaterThan(0)
    expect(edges.map(({ label }) => label)).toContainEqual(expect.stringMatching(/^\d+ flows, \d+ in clear$/))
  })

  it('draws as one what nothing tells apart', () => {
    const laptops = Array.from({ length: 60 }, (_, index) => `{ id: laptop-${index}, kind: workstation }`)
    const flows = laptops.map((_, index) => `{ from: laptop-${index}, to: db, carries: ephi }`)
    const { nodes, edges } = diagram(`
      assets: [{ id: db, kind: server, ephi: [stores] }, ${laptops.join(', ')}]
      flows: [${flows.join(', ')}]`)
    expect(nodes.map(({ title, details }) => [title, ...details])).toEqual([
      ['db', 'server', 'ePHI'],
      ['60 × workstation', 'laptop-0, laptop-1 and 58 more', 'ePHI, inferred'],
    ])
    expect(edges).toMatchObject([{ label: '60 flows', protection: 'unproven' }])
  })

  it('counts how ePHI came to things that are drawn as one, and what flows among them', () => {
    const assets = Array.from({ length: 90 }, (_, index) => {
      const ephi = index < 30 ? ', ephi: [stores]' : ''
      return `{ id: s${index}, kind: ${index % 2 ? 'server' : 'api'}${ephi} }`
    })
    const flows = assets.map(
      (_, index) => `{ from: s${index}, to: s${(index * 4 + 2) % 90}, carries: ephi, encryption: false }`,
    )
    const { nodes, edges } = diagram(`assets: [${assets.join(', ')}]\nflows: [${flows.join(', ')}]`)
    const all = nodes.flatMap(({ details }) => details).join('\n')
    expect(all).toMatch(/\d+ inside: in clear/)
    expect(nodes.flatMap(({ details }) => details)).toContain('ePHI, inferred')
    expect(edges.every(({ from, to }) => from !== to)).toBe(true)
  })
})
