import { describe, expect, it } from 'vitest'
import { infrastructureOf } from '#test/infrastructure-of.js'

describe('defaults', () => {
  const text = `
defaults:
  - { match: {}, set: { region: everywhere, encryptionAtRest: { enabled: true, algorithm: AES-128-GCM } } }
  - { match: { kind: server }, set: { region: servers } }
  - { match: { kind: server, tag: { tier: data } }, set: { region: data } }
  - { match: { kind: server, tag: { tier: data } }, set: { region: later } }
assets:
  - { id: a, kind: server, tags: { tier: data } }
  - { id: b, kind: server, encryptionAtRest: false }
  - { id: c, kind: cache, region: own }
`
  const model = infrastructureOf(text)
  const region = (id: string) => model.asset(id)?.value.region

  it('let the more specific win, then the later, and the asset over all', () => {
    expect([region('a'), region('b'), region('c')]).toEqual(['later', 'servers', 'own'])
  })

  it('merge deeply', () => {
    expect(model.asset('b')?.value.encryptionAtRest).toEqual({ enabled: false, algorithm: 'AES-128-GCM' })
  })

  it('are where a value is said to stand, beside the asset that it is for', () => {
    const origin = model.origin('/assets/a/region')
    expect(origin.route).toEqual(['defaults', 3, 'set', 'region'])
    expect(origin.also?.source.route).toEqual(['assets', 0])
    expect(model.origin('/assets/b/encryptionAtRest/enabled').route).toEqual([
      'assets',
      1,
      'encryptionAtRest',
      'enabled',
    ])
    expect(model.origin('/assets/b/encryptionAtRest/algorithm').route.slice(0, 2)).toEqual(['defaults', 0])
    expect(model.origin('/assets/c/audit/enabled')).toMatchObject({ route: ['assets', 2], stated: false })
  })
})

describe('attestations', () => {
  const rank = (more: string) =>
    infrastructureOf(`
assets: [{ id: a, kind: server, ephi: [stores], encryptionAtRest: true }]
attestations: [{ subjects: { id: a }, facts: [encryptionAtRest], by: C. D., date: 2026-01-01${more} }]
`).rankOf('/assets/a/encryptionAtRest/enabled')

  it('lift what is stated, with a document and in date', () => {
    expect(rank(', document: D-1')).toBe('attested')
    expect(rank(', document: D-1, validUntil: 2026-11-24')).toBe('attested')
    expect(rank(', document: D-1, validUntil: 2026-11-23')).toBe('stated')
    expect(rank('')).toBe('stated')
  })
})

describe('whom attestations are of', () => {
  const rank = (id: string, fact: string, path: string) =>
    infrastructureOf(`
assets: [{ id: a, kind: server, ephi: [stores], encryptionAtRest: true }]
vendors: [{ id: host-east, relationship: business-associate }]
email: { streams: [{ id: reminders, sender: a, transport: enforced }] }
attestations: [{ subjects: { id: [${id}] }, facts: [${fact}], by: C. D., date: 2026-01-01, document: D-1 }]
`).rankOf(path)
  const [asset, vendor, stream] = [
    '/assets/a/encryptionAtRest/enabled',
    '/vendors/host-east/relationship',
    '/email/streams/reminders/transport',
  ]

  it.each([
    ['a vendor', 'host-east', 'relationship', vendor, 'attested'],
    ['vendors by a glob', '"host-*"', 'relationship', vendor, 'attested'],
    ['other vendors by a glob', '"mail-*"', 'relationship', vendor, 'stated'],
    ['assets by a glob', '"*"', 'encryptionAtRest', asset, 'attested'],
    ['a stream', 'reminders', 'transport', stream, 'attested'],
    ['streams by a glob', '"remind*"', 'transport', stream, 'attested'],
    ['another fact of a stream', 'reminders', 'sender', stream, 'stated'],
    ['another stream', 'invoices', 'transport', stream, 'stated'],
    ['the list of streams, which is no id', 'streams', 'reminders.transport', stream, 'stated'],
    ['the system', 'system', 'email.streams', stream, 'attested'],
  ])('%s', (_, id, fact, path, expected) => expect(rank(id, fact, path)).toBe(expected))
})

describe('one spelling', () => {
  const asset = (text: string) => infrastructureOf(`assets: [{ id: a, ${text} }]`).asset('a')?.value

  it.each([
    ['encryptionAtRest: true', { encryptionAtRest: { enabled: true } }],
    ['audit: false', { audit: { enabled: false } }],
    ['ephi: none', { ephi: [] }],
    ['ephi: stores', { ephi: ['stores'] }],
    ['holds: ephi', { holds: ['ephi'] }],
    ['mdm: true', { mdm: { enrolled: true } }],
    ['owner: E. F.', { owner: { name: 'E. F.' } }],
    ['owner: none', { owner: 'none' }],
    ['disposal: none', { disposal: 'none' }],
    ['tags: { tier: 1, hot: true }', { tags: { tier: '1', hot: 'true' } }],
    ['access: { mfa: true }', { access: { mfa: { required: ['all'] } } }],
    ['access: { mfa: { required: none } }', { access: { mfa: { required: [] } } }],
    [
      'endpoints: [{ port: 443, tls: { versions: [1.0, TLS 1.2, TLSv1.3] } }]',
      { endpoints: [{ port: 443, tls: { versions: ['TLSv1.0', 'TLSv1.2', 'TLSv1.3'] } }] },
    ],
    [
      'endpoints: [{ port: 443, tls: { hsts: none } }]',
      { endpoints: [{ port: 443, tls: { hsts: { enabled: false } } }] },
    ],
    ['product: { version: 1.10 }', { product: { version: '1.10' } }],
  ])('%s', (text, expected) => expect(asset(text)).toMatchObject(expected))
})
