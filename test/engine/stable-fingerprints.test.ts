import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { audit } from '../../src/audit.js'
import { isPlain } from '../../src/model/merge.js'
import { dedented } from '../infrastructure-of.js'

interface Found {
  readonly fingerprint: string
  readonly message: string
}

const findingsOf = (description: unknown): readonly Found[] => {
  const bytes = new TextEncoder().encode(JSON.stringify(description))
  const audited = audit([{ file: 'infra.json', bytes }], { asOf: '2026-11-24' })
  if ('problems' in audited) throw new Error(audited.problems.map(({ message }) => message).join('\n'))
  return audited.report.findings
    .map(({ fingerprint, message, subjects }) => ({
      fingerprint: [fingerprint, ...subjects.map((subject) => subject.fingerprint)].join(' '),
      message,
    }))
    .sort((one, other) => (one.fingerprint < other.fingerprint ? -1 : 1))
}

/** Turns every list of things around, and the keys of every object. The order of defaults means something. */
const turned = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) {
    const parts = value.map((part) => turned(part))
    return key !== 'defaults' && value.every(isPlain) ? parts.reverse() : parts
  }
  if (!isPlain(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, part]) => [name, turned(part, name)] as const)
      .reverse(),
  )
}

describe('fingerprints and messages', () => {
  it.each(['clinic', 'compliant', 'openemr-on-eks'])('of %s do not depend on order', (name) => {
    const description: unknown = parse(readFileSync(`examples/${name}.yaml`, 'utf8'))
    expect(findingsOf(turned(description))).toEqual(findingsOf(description))
  })

  it('of what has no id do not depend on order', () => {
    const description: unknown = parse(
      dedented(`
        version: 1
        system: { entity: covered-entity }
        data: [{ id: charts, class: ephi }]
        zones: [{ id: office, trust: internal }, { id: core, trust: restricted }]
        zonePolicy:
          default: deny
          rules:
            - { from: internet, to: core, allow: [any] }
            - { from: internet, to: office, allow: [tcp/443] }
            - { from: any, to: core, allow: [tcp/22] }
        assets:
          - id: web
            kind: web-app
            zone: office
            ephi: [processes]
            endpoints: [{ protocol: https }, { protocol: http, exposure: public }, { protocol: smb }]
          - { id: db, kind: relational-database, zone: core, ephi: [stores], audit: { retention: 1 year } }
          - { id: store, kind: object-store, ephi: [stores], audit: { retention: 2 years } }
        flows:
          - { from: web, to: db, carries: [charts], medium: network }
          - { from: web, to: store, carries: [charts], protocol: ftp }
          - { from: web, to: db, carries: [charts], protocol: smb }
        backupPlans: [{ id: nightly, covers: {}, copies: [{ to: store }, { to: web, immutable: none }] }]
        retentionFloors: [{ of: audit, atLeast: 6 years }, { of: documents, atLeast: 7 years }]
        attestations: [{ facts: [/governance], by: Ann, subjects: {} }, { facts: [/system], by: Bob, subjects: {} }]
        alternatives:
          - { specification: 164.312(a)(2)(iv), subjects: { id: db } }
          - { specification: 164.312(e)(2)(ii), subjects: { id: web } }`),
    )
    const before = findingsOf(description)
    expect(before.length).toBeGreaterThan(20)
    expect(findingsOf(turned(description))).toEqual(before)
  })
})
