import { describe, expect, it } from 'vitest'
import { plaintextSecret } from '#rules/key-management/plaintext-secret.js'
import { infrastructureOf } from '#test/infrastructure-of.js'
import { ruleTable, TODAY } from '#test/rule-table.js'
import { findingsOf } from '../../../src/engine/findings.js'
import { judge } from '../../../src/engine/judge.js'

/** Put together here, so that no scanner takes this file for a leak. */
const AWS_KEY = ['AKIA', 'Z7QKLMNOP2RSTUVW'].join('')
const path = '/assets/db/tags/db-password'
const high = (at: string) => ({ path: at, severity: 'high' }) as const

ruleTable(plaintextSecret, {
  system: (stated) => `
    assets: [{ id: db, kind: server, ephi: [stores], tags: ${stated} }]`,
  rows: [
    ['a password by its name', '{ db-password: hunter2 }', 'fail', { path, severity: 'medium' }],
    ['a key by its form, whatever its name', `{ owner: ${AWS_KEY} }`, 'fail', high('/assets/db/tags/owner')],
    [
      'a key by its form, named as one',
      `{ access-key: ${AWS_KEY} }`,
      'fail',
      high('/assets/db/tags/access-key'),
    ],
    ['a reference to a store', '{ db-password: "vault:clinic/db" }', 'pass'],
    ['a placeholder', '{ db-password: <from the safe> }', 'not-applicable'],
    ['a placeholder of one word', '{ db-password: "<password>" }', 'pass'],
    ['an example of the provider', '{ key: AKIAIOSFODNN7EXAMPLE }', 'pass'],
    ['a word that may be either', '{ db-password: quarterly }', 'unproven', path],
    ['what systems are delivered with', '{ db-password: changeme }', 'unproven', path],
    ['an answer', '{ db-password: rotated }', 'not-applicable'],
    ['a period', '{ db-password: 90 days }', 'not-applicable'],
    ['words about it', '{ db-password: kept in the safe }', 'not-applicable'],
    ['another name', '{ owner: hunter2 }', 'not-applicable'],
    ['a tag that is called as an id is', `{ id: ${AWS_KEY} }`, 'fail', high('/assets/db/tags/id')],
  ],
  also: [
    ['an id', `assets: [{ id: ${AWS_KEY}, kind: server }]`, 'not-applicable'],
    [
      'in a note',
      'system: { notes: "log in with password: hunter22x" }',
      'fail',
      { path: '/system/notes', severity: 'medium' },
    ],
    ['a word in a note', 'system: { notes: "for the password: see the safe" }', 'not-applicable'],
    ['in an address', 'system: { notes: "postgres://app:s3cr3t@db/ehr" }', 'fail', '/system/notes'],
    [
      'in the place of a document',
      `governance: { policies: { document: ${AWS_KEY} } }`,
      'fail',
      high('/governance/policies/document'),
    ],
    [
      'in a default',
      `defaults: [{ match: {}, set: { tags: { token: ${AWS_KEY} } } }]`,
      'fail',
      high('/defaults/0/set/tags/token'),
    ],
    [
      'in a list of things',
      `vendors: [{ id: a }, { id: host, notes: "${AWS_KEY}" }]`,
      'fail',
      high('/vendors/host/notes'),
    ],
    [
      'the worst of several counts',
      `system: { notes: "password=hunter22 and ${AWS_KEY}" }`,
      'fail',
      high('/system/notes'),
    ],
    [
      'a placeholder beside a secret',
      'system: { notes: "password: <password>, secret: hunter22" }',
      'fail',
      { path: '/system/notes', severity: 'medium' },
    ],
  ],
  notApplicable: 'assets: [{ id: db, kind: server, access: { passwords: { minLength: 15 } } }]',
  message:
    'tags.db-password of db: a secret is written there in clear (a value that its name calls a secret)',
})

describe('what is said of secrets', () => {
  const judged = (description: string) =>
    judge(infrastructureOf(description), [plaintextSecret], { today: TODAY, profile: 'hipaa' }).flatMap(
      (result) => result.judged,
    )
  const nowhere = { file: 'f', line: 1, column: 1, endLine: 1, endColumn: 1 }

  it.each([
    `assets: [{ id: db, tags: { a: ${AWS_KEY}, db-password: hunter2, token: quarterly } }]`,
    `system: { notes: "password=hunter2 ${AWS_KEY} postgres://app:hunter2@db quarterly" }`,
  ])('never shows one: %#', (description) => {
    const infrastructure = infrastructureOf(description)
    const all = judged(description)
    const findings = findingsOf(all, infrastructure, { placeOf: () => nowhere })
    expect(findings.length).toBeGreaterThan(0)
    const texts = JSON.stringify([findings, all.map(({ verdict }) => verdict)])
    expect(texts).not.toContain(AWS_KEY)
    expect(texts).not.toContain('hunter2')
  })

  it('names the thing, or the place, and belongs to the asset', () => {
    const subjects = judged(`
      assets: [{ id: db, tags: { password: hunter2 } }]
      vendors: [{ id: host, notes: "password=hunter2" }]
      system: { notes: "password=hunter2" }
      alternatives: [{ specification: 164.312(a)(2)(iv), subjects: {}, whyNotReasonable: "password=hunter2" }]`)
    expect(subjects.map(({ subject }) => [subject.label, subject.assets])).toEqual([
      ['tags.password of db', ['db']],
      ['notes of host', []],
      ['system.notes', []],
      ['alternatives.0.whyNotReasonable', []],
    ])
  })
})
