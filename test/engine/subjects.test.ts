import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.js'
import { load } from '../../src/audit.js'

const DESCRIPTION = `
version: 1
system: { name: Clinic, entity: covered-entity, customers: [{ name: Payer, requires: [data-in-us, customer-managed-keys] }] }
vendors: [{ id: texter, name: Texter }]
parties: [{ id: patients, relationship: individual }, { id: lab }]
keys: [{ id: main, manager: file }]
assets:
  - id: ehr
    kind: relational-database
    ephi: [stores]
    encryptionAtRest: { enabled: true, key: main }
    endpoints: [{ port: 443, protocol: https }]
    count: 3
    exceptions: [{ count: 1, why: old, set: { encryptionAtRest: { enabled: false } } }]
  - { id: app, kind: web-app, vendor: texter }
flows:
  - { from: app, to: ehr/443, carries: ephi }
  - { from: ehr, to: patients, medium: sms, carries: ephi }
  - { from: ehr, to: lab, protocol: sftp, carries: ephi }
email:
  streams: [{ id: results, sender: ehr, to: patients, carries: ephi }]
backupPlans: [{ id: nightly, covers: { kind: relational-database }, copies: [{ id: a, frequency: 1 day }] }]
`

describe('subjects of rules', () => {
  const loaded = load([{ file: 'infra.yaml', bytes: new TextEncoder().encode(DESCRIPTION) }], '2026-11-24')
  if ('problems' in loaded) throw new Error(loaded.problems[0]?.message)
  const asked = rules.flatMap((rule) =>
    rule.subjects.of(loaded.infrastructure).map((subject) => [rule.id, subject] as const),
  )

  it('say what and where they are, whatever they were made of', () => {
    const unnamed = asked.filter(
      ([, { id, label, path, assets, count, kind }]) =>
        [id, label, path, kind].some((text) => typeof text !== 'string') ||
        !Array.isArray(assets) ||
        typeof count !== 'number',
    )
    expect(unnamed.map(([rule]) => rule)).toEqual([])
  })

  it('are of every kind that flows and mail have', () => {
    const kinds = new Set(asked.map(([, { kind }]) => kind))
    expect([...kinds]).toEqual(
      expect.arrayContaining(['asset', 'endpoint', 'flow', 'hop', 'stream', 'key', 'plan']),
    )
  })
})
