import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.js'
import { audit } from '../../src/audit.js'
import { type Accepted, knownFindings, reportedBaseline } from '../../src/engine/acceptance.js'
import type { Waiver } from '../../src/engine/config.js'
import type { Report } from '../../src/engine/report.js'

const reportOf = (text: string, accepted: Partial<Accepted> = {}, file = 'infra.yaml'): Report => {
  const bytes = new TextEncoder().encode(text)
  const audited = audit([{ file, bytes }], {
    asOf: '2026-11-24',
    accepted: { waivers: [], known: new Map(), ...accepted },
    rules: rules.filter(({ id }) =>
      ['encryption-at-rest/storage-encrypted', 'access-control/unique-user-ids'].includes(id),
    ),
  })
  if ('problems' in audited) throw new Error(JSON.stringify(audited.problems))
  return audited.report
}

const PLAIN = `version: 1
identity: { uniqueIds: true }
assets:
  - { id: patients, kind: relational-database, ephi: [stores], encryptionAtRest: false }
  - { id: scans, kind: object-store, ephi: [stores], encryptionAtRest: false, environment: test }
`
const baselineOf = (report: Report): Partial<Accepted> => ({
  known: new Map(knownFindings(report.findings).map((one) => [one.fingerprint, one])),
  hasBaseline: true,
})
const gating = (report: Report) => report.gate.gating
const encryption = ({ findings }: Report) =>
  findings.find(({ rule }) => rule === 'encryption-at-rest/storage-encrypted')

describe('a baseline', () => {
  const known = baselineOf(reportOf(PLAIN))

  it('lets what is known through, and leaves it a failure', () => {
    const report = reportOf(PLAIN, known)
    expect(gating(reportOf(PLAIN))).toBe(1)
    expect(gating(report)).toBe(0)
    expect(encryption(report)).toMatchObject({
      outcome: 'fail',
      accepted: [{ by: 'baseline', required: false }],
    })
    expect(report.summary.findings).toMatchObject({ fail: 1, accepted: 1 })
    expect(report.baseline).toEqual({ known: 2, fixed: [] })
  })

  it.each([
    ['lines move', `# moved\n\n${PLAIN}`, 'infra.yaml'],
    ['the file is renamed', PLAIN, 'other/name.yaml'],
    ['assets are reordered', PLAIN.replace(/( {2}- .*patients.*\n)( {2}- .*\n)/, '$2$1'), 'infra.yaml'],
  ])('still knows it when %s', (_, text, file) => {
    expect(gating(reportOf(text, known, file))).toBe(0)
  })

  it('does not know what changed, or is new', () => {
    const another = `${PLAIN}  - { id: notes, kind: object-store, ephi: [stores], encryptionAtRest: false }\n`
    const report = reportOf(another, known)
    expect(gating(report)).toBe(1)
    expect(encryption(report)?.accepted).toBeUndefined()
    expect(encryption(report)?.subjects.map(({ id, accepted }) => [id, accepted?.by])).toEqual([
      ['notes', undefined],
      ['patients', 'baseline'],
      ['scans', 'baseline'],
    ])
  })

  it('lets the same asset of another environment gate', () => {
    expect(gating(reportOf(PLAIN.replace('environment: test', 'environment: production'), known))).toBe(1)
  })

  it('does not know another value of the same fact', () => {
    const shared = (names: string) =>
      PLAIN.replace('uniqueIds: true', `uniqueIds: true, sharedAccounts: [${names}]`)
    const before = baselineOf(reportOf(shared('frontdesk')))
    expect(gating(reportOf(shared('frontdesk'), before))).toBe(0)
    expect(gating(reportOf(shared('frontdesk, nurse'), before))).toBe(1)
  })

  it('does not know as grave what it knew as slight', () => {
    const heavier = (severity: string): Partial<Accepted> => ({
      ...known,
      known: new Map([...(known.known ?? [])].map(([key, one]) => [key, { ...one, severity }])),
    })
    expect(gating(reportOf(PLAIN, heavier('high')))).toBe(0)
    expect(gating(reportOf(PLAIN, heavier('critical')))).toBe(0)
    expect(gating(reportOf(PLAIN, heavier('medium')))).toBe(1)
    expect(gating(reportOf(PLAIN, heavier('no severity')))).toBe(1)
  })

  it('tells what was fixed', () => {
    const fixed = reportOf(
      PLAIN.replace('ephi: [stores], encryptionAtRest: false }', 'ephi: [stores], encryptionAtRest: true }'),
      known,
    )
    expect(fixed.baseline?.fixed).toMatchObject([
      { rule: 'encryption-at-rest/storage-encrypted', subject: 'patients' },
    ])
  })
})

describe('a baseline of several things', () => {
  const report = reportOf(PLAIN.replace(', environment: test', ''))
  const known = new Map(knownFindings(report.findings).map((one) => [one.fingerprint, one]))

  it('says of each thing what is wrong with it alone', () => {
    const messages = knownFindings(report.findings)
      .filter(({ rule }) => rule === 'encryption-at-rest/storage-encrypted')
      .map(({ subject, message }) => message.startsWith(`${subject}: `))
    expect(messages).toEqual([true, true])
  })

  it('calls nothing fixed of which a rule was not asked', () => {
    const all = new Set(report.rules.map(({ id }) => id))
    expect(reportedBaseline(known, [], all).fixed.length).toBe(known.size)
    expect(reportedBaseline(known, report.findings, all).fixed).toEqual([])
    expect(reportedBaseline(known, [], new Set())).toEqual({ known: known.size, fixed: [] })
  })
})

it('tells of a rule that was left out whether the law requires it', () => {
  const audited = audit([{ file: 'infra.yaml', bytes: new TextEncoder().encode(PLAIN) }], {
    asOf: '2026-11-24',
    rules: rules.slice(0, 1),
    leftOut: [
      { rule: 'a/b', required: true },
      { rule: 'c/d', required: false },
    ],
  })
  if ('problems' in audited) throw new Error(JSON.stringify(audited.problems))
  expect(audited.report.notChecked[0]).toBe('Left out by the configuration: a/b (the law requires it), c/d')
})

describe('a waiver', () => {
  const waiver = (more: Partial<Waiver> = {}): Partial<Accepted> => ({
    waivers: [
      {
        rule: 'encryption-at-rest/*',
        subjects: {},
        reason: 'replaced in May',
        owner: { name: 'Ada' },
        until: '2027-05-31' as Waiver['until'],
        ...more,
      },
    ],
  })

  it('lifts the gate and changes no outcome', () => {
    const report = reportOf(PLAIN, waiver())
    expect(gating(report)).toBe(0)
    expect(encryption(report)).toMatchObject({
      outcome: 'fail',
      accepted: [
        { by: 'waiver', reason: 'replaced in May', owner: 'Ada', until: '2027-05-31', required: false },
      ],
    })
    expect(report.waivers).toMatchObject([
      { state: 'in-force', required: false, failures: 2, subjects: 'every asset' },
    ])
  })

  it('is told apart where the law requires what it waives', () => {
    const shared = PLAIN.replace('uniqueIds: true', 'uniqueIds: true, sharedAccounts: [frontdesk]')
    const report = reportOf(shared, waiver({ rule: 'access-control/unique-user-ids' }))
    expect(report.waivers).toMatchObject([{ required: true }])
    // The other failure, of encryption, is not waived here.
    expect(gating(report)).toBe(2)
    expect(gating(reportOf(shared, baselineOf(reportOf(shared))))).toBe(0)
    expect(report.findings.find(({ rule }) => rule === 'access-control/unique-user-ids')).toMatchObject({
      outcome: 'fail',
      accepted: [{ required: true }],
    })
  })

  it('holds on its last day, and gates again after it', () => {
    expect(gating(reportOf(PLAIN, waiver({ until: '2026-11-24' as Waiver['until'] })))).toBe(0)
    const expired = reportOf(PLAIN, waiver({ until: '2026-11-23' as Waiver['until'] }))
    expect(gating(expired)).toBe(1)
    expect(expired.waivers).toMatchObject([{ state: 'expired' }])
  })

  it('is for its subjects only', () => {
    const report = reportOf(PLAIN, waiver({ subjects: { id: ['scans'] } }))
    expect(gating(report)).toBe(1)
    expect(encryption(report)?.subjects.map(({ id, accepted }) => [id, accepted?.by])).toEqual([
      ['patients', undefined],
      ['scans', 'waiver'],
    ])
  })

  it('says where it matches nothing', () => {
    expect(reportOf(PLAIN, waiver({ subjects: { id: ['nobody'] } })).waivers).toMatchObject([
      { state: 'unused', failures: 0 },
    ])
  })
})
