import { describe, expect, it } from 'vitest'
import { buildInfrastructure } from '../../src/model/infrastructure.js'
import type { Layer } from '../../src/model/layer.js'
import type { DayText } from '../../src/model/scalars/text.js'

const TODAY = '2026-11-24' as DayText
const layer = (rank: Layer['rank'], document: number, tree: object): Layer => ({
  rank,
  document,
  tree: { version: 1, ...tree } as Layer['tree'],
})
const db = (its: object) => ({ assets: [{ id: 'db', ...its }] })
const modelOf = (...layers: Layer[]) => buildInfrastructure(layers, TODAY)
const ENABLED = '/assets/db/encryptionAtRest/enabled'

describe('claims of several ranks', () => {
  const stated = layer('stated', 0, db({ kind: 'relational-database', encryptionAtRest: { enabled: true } }))
  const imported = layer('imported', 1, db({ encryptionAtRest: { enabled: false } }))
  const observed = layer('observed', 2, db({ endpoints: [{ port: 5432, tls: { versions: ['1.0'] } }] }))

  it('lets the higher rank win, whatever the order of the documents', () => {
    for (const layers of [
      [stated, imported],
      [imported, stated],
    ]) {
      const model = modelOf(...layers)
      expect(model.assets).toHaveLength(1)
      expect(model.asset('db')?.value).toMatchObject({
        kind: 'relational-database',
        encryptionAtRest: { enabled: false },
      })
      expect(model.rankOf(ENABLED)).toBe('imported')
      expect(model.rankOf('/assets/db/kind')).toBe('stated')
    }
  })

  it('keeps what lost beside what counts', () => {
    const { contested } = modelOf(stated, imported)
    expect(contested).toEqual([
      {
        path: ENABLED,
        list: 'assets',
        id: 'db',
        counts: {
          value: false,
          origin: {
            document: 1,
            route: ['assets', 0, 'encryptionAtRest', 'enabled'],
            rank: 'imported',
            stated: true,
          },
        },
        lost: {
          value: true,
          origin: {
            document: 0,
            route: ['assets', 0, 'encryptionAtRest', 'enabled'],
            rank: 'stated',
            stated: true,
          },
        },
      },
    ])
  })

  it('lets a correction stand over an import, and says that it does', () => {
    const corrected = layer(
      'stated',
      0,
      db({ corrects: 'restored from a copy', encryptionAtRest: { enabled: true } }),
    )
    const model = modelOf(corrected, imported)
    expect(model.asset('db')?.value.encryptionAtRest).toEqual({ enabled: true })
    expect(model.rankOf(ENABLED)).toBe('stated')
    expect(model.contested).toMatchObject([{ counts: { value: true }, corrects: 'restored from a copy' }])
  })

  it('lets no correction stand over what was observed', () => {
    const seen = layer('observed', 1, db({ encryptionAtRest: { enabled: false } }))
    const corrected = layer('stated', 0, db({ corrects: 'surely not', encryptionAtRest: { enabled: true } }))
    expect(modelOf(corrected, seen).asset('db')?.value.encryptionAtRest).toEqual({ enabled: false })
  })

  it('knows an endpoint by its id and by its port', () => {
    const named = layer(
      'stated',
      0,
      db({ endpoints: [{ id: 'sql', port: 5432, tls: { versions: ['1.2', '1.3'] } }] }),
    )
    const model = modelOf(named, observed)
    expect(model.asset('db')?.value.endpoints).toEqual([
      { id: 'sql', port: 5432, tls: { versions: ['1.0'] } },
    ])
    expect(model.rankOf('/assets/db/endpoints/sql/tls/versions')).toBe('observed')
    expect(model.contested).toMatchObject([
      {
        path: '/assets/db/endpoints/sql/tls/versions',
        counts: { value: ['1.0'] },
        lost: { value: ['1.2', '1.3'] },
      },
    ])
  })

  it('calls the same names in another order the same', () => {
    const one = layer('stated', 0, db({ access: { authorised: ['a', 'b'] } }))
    const other = layer('imported', 1, db({ access: { authorised: ['b', 'a'] } }))
    expect(modelOf(one, other).contested).toEqual([])
  })

  it('puts `defaults` under an import and over what a provider does by default', () => {
    const defaults = layer('stated', 0, {
      defaults: [
        { match: { kind: 'object-store' }, set: { encryptionAtRest: { enabled: true }, tenancy: 'shared' } },
      ],
    })
    const provider = layer('default', 1, db({ kind: 'object-store', tenancy: 'dedicated', site: 'cloud' }))
    const model = modelOf(defaults, provider, imported)
    expect(model.asset('db')?.value).toMatchObject({
      encryptionAtRest: { enabled: false },
      tenancy: 'shared',
      site: 'cloud',
    })
    expect(model.rankOf('/assets/db/tenancy')).toBe('stated')
    expect(model.rankOf('/assets/db/site')).toBe('default')
    expect(model.contested.map(({ path }) => path)).toEqual([ENABLED])
  })

  it('does not hold an own value against a default for many', () => {
    const both = layer('stated', 0, {
      defaults: [{ match: {}, set: { tenancy: 'shared' } }],
      ...db({ tenancy: 'dedicated' }),
    })
    expect(modelOf(both, layer('imported', 1, db({ kind: 'server' }))).contested).toEqual([])
  })

  it('merges other lists by id', () => {
    const one = layer('stated', 0, { keys: [{ id: 'kms', manager: 'aws-kms', rotation: 'P1Y' }] })
    const other = layer('imported', 1, { keys: [{ id: 'kms', rotation: 'never' }] })
    const model = modelOf(one, other)
    expect(model.keys.get('kms')).toEqual({ id: 'kms', manager: 'aws-kms', rotation: 'never' })
    expect(model.origin('/keys/kms/rotation')).toMatchObject({ rank: 'imported', document: 1 })
    expect(model.origin('/keys/kms/manager')).toMatchObject({ rank: 'stated', document: 0 })
  })

  it('asks a tree of another shape than its document where its parts stand', () => {
    const from = {
      ...imported,
      sourceOf: () => ({ document: 7, route: ['resources', 3], address: 'aws_db_instance.main' }),
    }
    expect(modelOf(stated, from).origin(ENABLED)).toEqual({
      document: 7,
      route: ['resources', 3],
      address: 'aws_db_instance.main',
      rank: 'imported',
      stated: true,
    })
  })

  it('holds what a named TLS policy says against what was observed', () => {
    const stated = layer('stated', 0, {
      tlsPolicies: { edge: { versions: ['TLSv1.2'], groups: ['x25519'], dhBits: 2048 } },
      ...db({ endpoints: [{ port: 443, tls: { policy: 'edge', dhBits: 3072 } }] }),
    })
    const seen = layer(
      'observed',
      1,
      db({ endpoints: [{ port: 443, tls: { versions: ['TLSv1.0'], groups: ['x25519'], dhBits: 2048 } }] }),
    )
    expect(modelOf(stated, seen).contested).toMatchObject([
      {
        path: '/assets/db/endpoints/443/tls/dhBits',
        lost: { value: 3072, origin: { route: ['assets', 0, 'endpoints', 0, 'tls', 'dhBits'] } },
      },
      {
        path: '/assets/db/endpoints/443/tls/versions',
        counts: { value: ['TLSv1.0'] },
        lost: { value: ['TLSv1.2'], origin: { route: ['tlsPolicies', 'edge', 'versions'] } },
      },
    ])
  })

  it.each([
    [
      'in place',
      {},
      { providerPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06' },
      ['assets', 0, 'endpoints', 0, 'tls', 'providerPolicy'],
    ],
    [
      'in a policy',
      { edge: { providerPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06' } },
      { policy: 'edge' },
      ['tlsPolicies', 'edge', 'providerPolicy'],
    ],
  ])('holds the versions of a cloud policy against what was observed: %s', (_, tlsPolicies, tls, route) => {
    const stated = layer('stated', 0, { tlsPolicies, ...db({ endpoints: [{ port: 443, tls }] }) })
    const seen = (...versions: string[]) =>
      layer('observed', 1, db({ endpoints: [{ port: 443, tls: { versions } }] }))
    expect(modelOf(stated, seen('TLSv1.3', 'TLSv1.2')).contested).toEqual([])
    expect(modelOf(stated, seen('TLSv1.0')).contested).toMatchObject([
      { lost: { value: ['TLSv1.2', 'TLSv1.3'], origin: { route } } },
    ])
  })

  it('takes stated versions before those of a cloud policy', () => {
    const tls = { providerPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06', versions: ['TLSv1.3'] }
    const seen = layer('observed', 1, db({ endpoints: [{ port: 443, tls: { versions: ['TLSv1.3'] } }] }))
    expect(modelOf(layer('stated', 0, db({ endpoints: [{ port: 443, tls }] })), seen).contested).toEqual([])
  })

  it('holds mail domains against each other by name', () => {
    const domain = (rank: Layer['rank'], dane: boolean, name = 'a.example') =>
      layer(rank, 0, { email: { domains: [{ name, dane }] } })
    expect(modelOf(domain('observed', false), domain('stated', true)).contested).toMatchObject([
      {
        path: '/email/domains/a.example/dane',
        list: 'domains',
        id: 'a.example',
        counts: { value: false },
        lost: { value: true },
      },
    ])
    expect(modelOf(domain('observed', false), domain('stated', true, 'b.example')).contested).toEqual([])
  })

  it('calls nothing imported that evidence alone speaks of', () => {
    const seen = { ...layer('observed', 1, db({})), evidence: true as const }
    expect(modelOf(stated, seen).asset('db')?.imported).toBe(false)
    expect(modelOf(stated, observed).asset('db')?.imported).toBe(true)
  })
})
