import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { infrastructureOf } from '#test/infrastructure-of.js'

const reach = (text: string) =>
  Object.fromEntries([...infrastructureOf(text).scope.reached].map(([id, { reach: how }]) => [id, how]))
const way = (text: string, id: string) =>
  infrastructureOf(text)
    .scope.explain(id)
    .map(({ from, to }) => `${from}→${to}`)

const assets = (...more: string[]) =>
  `assets:\n${['{ id: ehr, kind: server, ephi: [stores] }', ...more].map((one) => `  - ${one}`).join('\n')}\n`

describe('where ePHI is', () => {
  it('is where it is declared', () => {
    expect(reach(assets('{ id: web, kind: web-app }'))).toEqual({ ehr: 'declared' })
    expect(
      reach(
        'assets: [{ id: a, holds: ephi }, { id: b, holds: limited-data-set }, { id: c, holds: synthetic }]\n',
      ),
    ).toEqual({ a: 'declared', b: 'declared' })
  })

  it('goes along flows that carry it, and back along them unless they say otherwise', () => {
    expect(
      reach(
        `${assets('{ id: a }', '{ id: b }')}flows: [{ from: ehr, to: a, carries: ephi }, { from: b, to: ehr, carries: ephi }]`,
      ),
    ).toEqual({ ehr: 'declared', a: 'inferred', b: 'inferred' })
    expect(reach(`${assets('{ id: a }')}flows: [{ from: a, to: ehr, carries: ephi, data: to }]`)).toEqual({
      ehr: 'declared',
      a: 'inferred',
    })
    expect(reach(`${assets('{ id: a }')}flows: [{ from: ehr, to: a, carries: none }]`)).toEqual({
      ehr: 'declared',
    })
  })

  it('is assumed where nobody said what flows', () => {
    expect(
      reach(`${assets('{ id: a }', '{ id: b }')}flows: [{ from: ehr, to: a }, { from: a, to: b }]`),
    ).toEqual({ ehr: 'declared', a: 'assumed', b: 'assumed' })
    expect(reach(`${assets('{ id: a }')}flows: [{ from: a, to: ehr, data: to }]`)).toEqual({
      ehr: 'declared',
    })
    expect(reach(`${assets('{ id: a, ephi: none }')}flows: [{ from: ehr, to: a }]`)).toEqual({
      ehr: 'declared',
    })
  })

  it('reaches even what is said to hold none', () => {
    expect(reach(`${assets('{ id: a, ephi: none }')}flows: [{ from: ehr, to: a, carries: ephi }]`)).toEqual({
      ehr: 'declared',
      a: 'inferred',
    })
  })

  it('goes through cycles, and explains the shortest way', () => {
    const text = `${assets('{ id: a }', '{ id: b }', '{ id: c }')}flows:
  - { from: ehr, to: a, carries: ephi, data: to }
  - { from: a, to: b, carries: ephi, data: to }
  - { from: b, to: a, carries: ephi, data: to }
  - { from: b, to: c, carries: ephi, data: to }
`
    expect(reach(text)).toEqual({ ehr: 'declared', a: 'inferred', b: 'inferred', c: 'inferred' })
    expect(way(text, 'c')).toEqual(['ehr→a', 'a→b', 'b→c'])
    expect(way(text, 'ehr')).toEqual([])
  })

  it('passes what stands between', () => {
    expect(
      reach(
        `${assets('{ id: lb, kind: load-balancer }', '{ id: a }')}flows: [{ from: a, to: ehr, via: lb, carries: ephi }]`,
      ),
    ).toEqual({ ehr: 'declared', lb: 'inferred', a: 'inferred' })
  })

  it.each([
    ['a replica', '{ id: copy, replicaOf: ehr }', { copy: 'inferred' }],
    ['derived data', '{ id: index, derivedFrom: ehr }', { index: 'inferred' }],
    ['derived data that is said to be synthetic', '{ id: index, derivedFrom: ehr, holds: synthetic }', {}],
  ])('goes into %s', (_name, asset, more) =>
    expect(reach(assets(asset))).toEqual({ ehr: 'declared', ...more }),
  )

  it('goes into backups, logs and scripts as they say', () => {
    const log = (phi: string) =>
      `assets: [{ id: ehr, kind: web-app, ephi: [stores], audit: { destination: logs${phi} } }, { id: logs, kind: log-store }]\n`
    expect(reach(log(', containsPhi: true'))).toMatchObject({ logs: 'inferred' })
    expect(reach(log(', containsPhi: false'))).toEqual({ ehr: 'declared' })
    expect(reach(log(''))).toMatchObject({ logs: 'assumed' })
    expect(
      reach(
        `${assets('{ id: vault, kind: backup-vault }', '{ id: far, kind: backup-vault }')}backupPlans: [{ id: n, covers: { id: ehr }, copies: [{ id: a, to: vault }, { from: a, to: far }] }]`,
      ),
    ).toEqual({ ehr: 'declared', vault: 'inferred', far: 'inferred' })
    const script = (pages: string) =>
      `vendors: [{ id: v }]\nassets: [{ id: p, kind: web-app, ephi: [processes], thirdPartyScripts: [{ vendor: v, pages: [${pages}] }] }]\n`
    expect(reach(script('public'))).toEqual({ p: 'declared' })
    expect(reach(script('public, authenticated'))).toHaveProperty('v')
  })

  it.each([
    ['a copy that is said to lie nowhere', '{ id: a }, { id: b, from: a, to: far }'],
    ['a copy of such a copy', '{ id: a }, { id: b, from: a }, { id: c, from: b, to: far }'],
    ['copies of each other', '{ id: a, from: b }, { id: b, from: a, to: far }'],
    ['a copy that lies elsewhere', '{ id: a, to: vault }, { id: b, from: a, to: far }'],
    ['the store itself', '{ from: ehr, to: far }'],
  ])('goes with a backup that is made of %s', (_name, copies) => {
    const text = `${assets('{ id: vault, kind: backup-vault }', '{ id: far, kind: backup-vault }')}backupPlans: [{ id: n, covers: { id: ehr }, copies: [${copies}] }]`
    expect(reach(text)).toHaveProperty('far', 'inferred')
  })

  describe('where a flow is written that something else implies', () => {
    const replica = (flow: string) =>
      `${assets('{ id: copy, kind: server, replicaOf: ehr }')}flows: [{ from: ehr, to: copy${flow} }]`
    const log = (phi: string, flow: string) =>
      `assets: [{ id: ehr, kind: web-app, ephi: [stores], audit: { destination: logs${phi} } }, { id: logs, kind: log-store }]\nflows: [{ from: ehr, to: logs${flow} }]`
    const derived = (flow: string) =>
      `${assets('{ id: index, derivedFrom: ehr }')}flows: [{ from: ehr, to: index${flow} }]`
    const backup = (flow: string) =>
      `${assets('{ id: vault, kind: backup-vault }')}backupPlans: [{ id: n, covers: { id: ehr }, copies: [{ to: vault }] }]\nflows: [{ from: ehr, to: vault${flow} }]`

    it.each([
      ['a replica, of which the flow says nothing', replica(''), 'copy', 'inferred'],
      ['a replica, beside a flow with no ePHI', replica(', carries: none'), 'copy', 'inferred'],
      ['a replica, by a flow of ePHI', replica(', carries: ephi'), 'copy', 'inferred'],
      ['a backup, beside a flow with no ePHI', backup(', carries: none'), 'vault', 'inferred'],
      ['a log with ePHI, of which the flow says nothing', log(', containsPhi: true', ''), 'logs', 'inferred'],
      [
        'a log with ePHI, beside a flow with none',
        log(', containsPhi: true', ', carries: none'),
        'logs',
        'inferred',
      ],
      [
        'a log without ePHI, of which the flow says nothing',
        log(', containsPhi: false', ''),
        'logs',
        undefined,
      ],
      [
        'a log without ePHI, by a flow of ePHI',
        log(', containsPhi: false', ', carries: ephi'),
        'logs',
        'inferred',
      ],
      ['a log of which the flow says that it has none', log('', ', carries: none'), 'logs', undefined],
      ['a log of which nobody says anything', log('', ''), 'logs', 'assumed'],
      ['derived data, of which the flow says nothing', derived(''), 'index', 'inferred'],
      [
        'derived data, of which the flow says that it is none',
        derived(', carries: none'),
        'index',
        undefined,
      ],
    ])('goes into %s', (_name, text, id, how) => expect(reach(text)[id]).toBe(how))

    it('judges the one flow by what it says of the way', () => {
      const connections = (text: string) =>
        infrastructureOf(text).scope.connections.map(({ id, carries, data }) => [id, carries.phi, data])
      expect(connections(replica(''))).toEqual([['ehr→copy', 'phi', 'to']])
      expect(connections(replica(', data: both'))).toEqual([['ehr→copy', 'phi', 'both']])
      expect(connections(replica(', carries: ephi'))).toEqual([['ehr→copy', 'phi', 'both']])
      expect(connections(replica(', carries: none'))).toEqual([
        ['ehr→copy', 'no-phi', 'both'],
        ['ehr→copy (replica)', 'phi', 'to'],
      ])
    })

    it('brings no ePHI to what only a replica of it has', () => {
      const text =
        'assets: [{ id: a, kind: server }, { id: b, kind: server, replicaOf: a }]\nflows: [{ from: a, to: b }, { from: b, to: a, carries: none }]'
      expect(reach(text)).toEqual({})
    })

    it.each(['', ', carries: ephi', ', carries: none'])('takes mail and scripts for others (%s)', (flow) => {
      const text = `vendors: [{ id: v }]
assets: [{ id: p, kind: mail-server, ephi: [stores], thirdPartyScripts: [{ vendor: v, pages: login }] }]
email: { streams: [{ id: s, sender: p, to: [v], carries: ephi }] }
flows: [{ from: p, to: v${flow} }]`
      const { connections } = infrastructureOf(text).scope
      expect(connections.map(({ implied }) => implied)).toEqual([undefined, 'script', 'mail'])
    })
  })

  it('ends only with a complete de-identification', () => {
    const data = (more: string) =>
      `data: [{ id: d, class: deidentified, deidentification: { method: safe-harbor, date: 2026-01-01, by: A. B.${more} } }]\n${assets('{ id: a }')}flows: [{ from: ehr, to: a, carries: d, data: to }]`
    expect(reach(data(', document: D-1'))).toEqual({ ehr: 'declared' })
    expect(reach(data(''))).toMatchObject({ a: 'assumed' })
  })

  it('is with the vendor who runs it, and with parties it goes to', () => {
    expect(reach('vendors: [{ id: v }]\nassets: [{ id: a, ephi: [stores], vendor: v }]')).toEqual({
      a: 'declared',
      v: 'declared',
    })
    expect(
      reach(
        `parties: [{ id: p, relationship: individual }]\n${assets('{ id: x }')}flows: [{ from: ehr, to: p, carries: ephi }, { from: p, to: x }]`,
      ),
    ).toEqual({ ehr: 'declared', p: 'inferred' })
  })

  it('brings what controls it into scope', () => {
    const text = `identity: { provider: idp }
${assets('{ id: idp, kind: identity-provider }', '{ id: host, kind: hypervisor }', '{ id: app, kind: server, runsOn: host, ephi: [processes] }', '{ id: ci, kind: ci-cd, administers: { id: host } }', '{ id: other, kind: server, ephi: none }')}`
    expect([...infrastructureOf(text).scope.administering.keys()].sort()).toEqual(['ci', 'host', 'idp'])
  })

  it('never shrinks when a flow of ePHI is added', () => {
    const ids = ['ehr', 'a', 'b', 'c', 'd']
    const flow = fc.record({
      from: fc.constantFrom(...ids),
      to: fc.constantFrom(...ids),
      data: fc.constantFrom('to', 'from', 'both'),
      carries: fc.constantFrom('ephi', 'none'),
    })
    const text = (flows: { from: string; to: string; data: string; carries: string }[]) =>
      `${assets(...ids.slice(1).map((id) => `{ id: ${id} }`))}flows: [${flows.map(({ from, to, data, carries }, index) => `{ id: f${index}, from: ${from}, to: ${to}, data: ${data}, carries: ${carries} }`).join(', ')}]`
    fc.assert(
      fc.property(fc.array(flow, { maxLength: 6 }), flow, (flows, more) => {
        const before = Object.keys(reach(text(flows)))
        const after = Object.keys(reach(text([...flows, { ...more, carries: 'ephi' }])))
        expect(after).toEqual(expect.arrayContaining(before))
      }),
      { numRuns: 60 },
    )
  })
})
