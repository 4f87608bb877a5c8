import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataFlowMap } from '../../src/engine/map-report.js'
import type { DataFlowMap } from '../../src/engine/report.js'
import { infrastructureOf } from '../infrastructure-of.js'

const PLACE = { file: 'test.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 }

const mapOf = (text: string): DataFlowMap => dataFlowMap(infrastructureOf(text), () => PLACE)

const ends = `
assets:
  - { id: db, kind: server, ephi: [stores], endpoints: [{ port: 5432, protocol: postgresql }] }
  - { id: web, kind: web-app, endpoints: [{ id: https, port: 443, protocol: https }, { id: http, port: 80, protocol: http }] }
  - { id: edge, kind: load-balancer, endpoints: [{ port: 443, protocol: https }] }
  - { id: app, kind: server, runsOn: host }
  - { id: host, kind: server, endpoints: [{ port: 22, protocol: telnet }] }
parties: [{ id: patients, relationship: individual, count: 900 }]
vendors: [{ id: cloud, name: Cloud Inc., relationship: business-associate }]
`

describe('how a flow is protected', () => {
  it.each<[name: string, flow: string, protection: string, worst: number, hops: readonly string[]]>([
    ['by its protocol', 'from: patients, to: web/https', 'encrypted', 0, ['encrypted']],
    ['in clear by its protocol', 'from: patients, to: web/http', 'not-encrypted', 0, ['not-encrypted']],
    ['at one endpoint of two', 'from: patients, to: web', 'partly', 0, ['partly']],
    ['nothing is stated', 'from: web, to: db', 'unproven', 0, ['unproven']],
    ['as the flow says', 'from: web, to: db, encryption: true', 'encrypted', 0, ['encrypted']],
    ['as the flow denies', 'from: web, to: db, encryption: false', 'not-encrypted', 0, ['not-encrypted']],
    [
      'encrypted to the edge, in clear behind it',
      'from: patients, via: [edge], to: web/http',
      'partly',
      1,
      ['encrypted', 'not-encrypted'],
    ],
    [
      'encrypted to the edge, not stated behind it',
      'from: patients, via: [edge], to: db',
      'unproven',
      1,
      ['encrypted', 'unproven'],
    ],
    [
      'in clear to the first stop, not stated behind it',
      'from: patients, via: [web/http], to: db',
      'not-encrypted',
      0,
      ['not-encrypted', 'unproven'],
    ],
    ['on one machine', 'from: app, to: host', 'no-network', 0, ['no-network']],
    [
      'on one machine, then in clear',
      'from: app, via: [host], to: web/http',
      'not-encrypted',
      1,
      ['no-network', 'not-encrypted'],
    ],
    ['on paper', 'from: patients, to: web/http, medium: paper', 'no-network', 0, ['no-network']],
    [
      'on a disk in clear',
      'from: db, to: cloud, medium: removable-media, encryption: false',
      'not-encrypted',
      0,
      ['not-encrypted'],
    ],
    [
      'on a disk of which nothing is stated',
      'from: db, to: cloud, medium: removable-media',
      'unproven',
      0,
      ['unproven'],
    ],
  ])('%s', (_name, flow, protection, worst, hops) => {
    const [found] = mapOf(`version: 1\n${ends}flows: [{ id: f, ${flow} }]\n`).flows
    expect(found).toMatchObject({ protection, worstHop: worst })
    expect(found?.hops.map((hop) => hop.protection)).toEqual(hops)
  })

  it('is the optional encryption of an endpoint not proven', () => {
    const { flows } = mapOf(`
      assets:
        - { id: a, kind: server, ephi: [stores] }
        - { id: b, kind: server, endpoints: [{ port: 5432, protocol: postgresql, encryption: optional }] }
      flows: [{ from: a, to: b }]`)
    expect(flows[0]).toMatchObject({ protection: 'unproven', hops: [{ protocols: ['postgresql'] }] })
  })

  it.each([
    ['opportunistic transport', 'transport: opportunistic', 'unproven'],
    ['no statement', 'carries: ephi', 'unproven'],
    ['no transport encryption', 'transport: none', 'not-encrypted'],
    ['enforced transport', 'transport: enforced', 'encrypted'],
    [
      'a partner in clear',
      'transport: enforced, partners: [{ domains: [x.example], transport: none }]',
      'partly',
    ],
    [
      'messages always encrypted',
      'transport: none, messageEncryption: { method: smime, when: always }',
      'encrypted',
    ],
    [
      'messages encrypted on request',
      'transport: none, messageEncryption: { method: smime, when: on-request }',
      'not-encrypted',
    ],
    ['no encryption of messages', 'transport: dane, messageEncryption: none', 'encrypted'],
  ])('of mail with %s', (_name, stream, protection) => {
    const { flows } = mapOf(`
      assets: [{ id: mta, kind: mail-server, ephi: [transmits] }]
      parties: [{ id: patients, relationship: individual }]
      email: { streams: [{ id: s, sender: mta, to: [patients], ${stream} }] }`)
    expect(flows).toMatchObject([{ implied: 'mail', protection }])
  })

  it('is no matter of what is only derived', () => {
    const { flows } = mapOf(`
      assets: [{ id: a, kind: server, ephi: [stores] }, { id: b, kind: server, derivedFrom: a }]`)
    expect(flows).toMatchObject([{ implied: 'derived', protection: 'no-network', carries: 'declared' }])
  })
})

describe('the map', () => {
  const map = mapOf(`
    zones: [{ id: office, trust: internal, name: Office }, { id: dmz }]
    vendors: [{ id: cloud, name: Cloud Inc., relationship: business-associate }, { id: unused }]
    parties: [{ id: patients, relationship: individual, count: 900 }]
    assets:
      - { id: db, name: Patients, kind: relational-database, zone: office, ephi: [stores], count: 3 }
      - { id: lonely }
      - { id: console, kind: remote-management, zone: internet, administers: { id: db } }
      - { id: copy, kind: object-store, vendor: cloud }
    flows:
      - { from: patients, to: db, carries: ephi }
      - { from: db, to: copy }
      - { from: lonely, to: console, carries: none }`)

  it('has every zone, and the internet where something stands in it', () => {
    expect(map.zones).toEqual([
      { id: 'dmz', place: PLACE },
      { id: 'internet', trust: 'public', place: PLACE },
      { id: 'office', name: 'Office', trust: 'internal', place: PLACE },
    ])
    expect(mapOf('assets: [{ id: a, ephi: [stores] }]').zones).toEqual([])
  })

  it('has everything that is described, with its reach', () => {
    const node = { administers: false, count: 1, place: PLACE }
    expect(map.nodes).toEqual([
      {
        ...node,
        id: 'cloud',
        kind: 'vendor',
        what: 'business-associate',
        name: 'Cloud Inc.',
        reach: 'assumed',
      },
      {
        ...node,
        id: 'console',
        kind: 'asset',
        what: 'remote-management',
        zone: 'internet',
        reach: 'none',
        administers: true,
      },
      { ...node, id: 'copy', kind: 'asset', what: 'object-store', vendor: 'cloud', reach: 'assumed' },
      {
        ...node,
        id: 'db',
        kind: 'asset',
        what: 'relational-database',
        name: 'Patients',
        zone: 'office',
        reach: 'declared',
        count: 3,
      },
      { ...node, id: 'lonely', kind: 'asset', what: 'other', reach: 'none' },
      { ...node, id: 'patients', kind: 'party', what: 'individual', reach: 'inferred', count: 900 },
      { ...node, id: 'unused', kind: 'vendor', reach: 'none' },
    ])
  })

  it('says of each flow what it carries', () => {
    expect(map.flows.map(({ id, carries, data, via }) => [id, carries, data, via])).toEqual([
      ['db→copy', 'assumed', 'both', []],
      ['lonely→console', 'none', 'both', []],
      ['patients→db', 'declared', 'both', []],
    ])
  })

  it('has no node for the exceptions of a group', () => {
    const { nodes } = mapOf(`
      assets: [{ id: laptops, kind: mobile-device, ephi: [stores], count: 4, exceptions: [{ count: 1, why: loan, set: { mdm: true } }] }]`)
    expect(nodes.map(({ id, count }) => [id, count])).toEqual([['laptops', 4]])
  })

  it('is the same however the lists are ordered', () => {
    const assets = ['a', 'b', 'c', 'd'].map((id) => `{ id: ${id}, kind: server, ephi: [stores] }`)
    const flows = ['{ from: a, to: b }', '{ from: b, to: c }', '{ from: c, to: a }']
    const written = (one: readonly string[], other: readonly string[]) =>
      mapOf(`assets: [${one.join(', ')}]\nflows: [${other.join(', ')}]`)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(assets, { minLength: assets.length }),
        fc.shuffledSubarray(flows, { minLength: flows.length }),
        (one, other) => {
          expect(written(one, other)).toEqual(written(assets, flows))
        },
      ),
      { numRuns: 20 },
    )
  })
})
