import { describe, expect, it } from 'vitest'
import { type AuditOptions, audit, type Report } from '../../src/audit.js'

const reportOf = (text: string, options: AuditOptions = {}): Report => {
  const audited = audit([{ file: 'a.yaml', bytes: new TextEncoder().encode(`version: 1\n${text}`) }], {
    asOf: '2026-11-24',
    ...options,
  })
  if ('problems' in audited) throw new Error(JSON.stringify(audited.problems))
  return audited.report
}

const alternative = (more = '', reviewBy = '2027-01-01') => `
alternatives:
  - specification: 164.312(a)(2)(iv)
    subjects: { id: db }
    decision: alternative
    factors: { size: s, technical: t, cost: c, risk: r }
    whyNotReasonable: w
    equivalentMeasure: locked up
    riskAnalysis: RA-1
    approvedBy: G. H.
    approvedOn: 2026-01-01
    reviewBy: ${reviewBy}
${more}`

const store = 'assets: [{ id: db, kind: relational-database, ephi: [stores], encryptionAtRest: false }]\n'
const outcomeOf = (report: Report, rule: string) =>
  report.findings.find((finding) => finding.rule === rule)?.outcome

describe('alternatives', () => {
  const rule = 'encryption-at-rest/storage-encrypted'

  it('cover an addressable specification, and say what is lost', () => {
    const report = reportOf(store + alternative())
    const finding = report.findings.find((one) => one.rule === rule)
    expect(finding).toMatchObject({ outcome: 'alternative', alternative: 'locked up' })
    expect(finding?.notes.join(' ')).toContain('safe harbor of 164.402 is lost')
    expect(report.alternatives[0]).toMatchObject({ state: 'valid', covers: [finding?.fingerprint] })
  })

  it('cover nothing once they are overdue', () => {
    const report = reportOf(store + alternative('', '2026-11-23'))
    expect(outcomeOf(report, rule)).toBe('fail')
    expect(outcomeOf(report, 'alternatives/overdue')).toBe('fail')
    expect(report.alternatives[0]).toMatchObject({ state: 'void', covers: [] })
  })

  it('cover nothing else', () => {
    expect(
      outcomeOf(
        reportOf(
          store.replaceAll('db', 'other') +
            alternative().replace('subjects: { id: db }', 'subjects: { id: nobody }'),
        ),
        rule,
      ),
    ).toBe('fail')
    const required = `${store}backupPlans: []\n${alternative().replace('164.312(a)(2)(iv)', '164.308(a)(7)(ii)(A)')}`
    expect(outcomeOf(reportOf(required), 'backup/store-covered')).toBe('fail')
  })
})

describe('the gate', () => {
  const gate = (options: AuditOptions['gate']) =>
    reportOf(store, options === undefined ? {} : { gate: options }).gate.exitCode

  it.each([
    [undefined, 1],
    [{ failOn: 'critical' }, 0],
    [{ failOn: 'high' }, 1],
    [{ failOn: 'critical', strict: true }, 1],
    [{ failOn: 'unproven' }, 1],
    [{ failOn: 'critical', minRank: 'stated' }, 0],
    [{ failOn: 'critical', minRank: 'observed' }, 0],
  ] as const)('%j: exit %d', (options, code) => expect(gate(options)).toBe(code))
})

describe('severity', () => {
  it('is one lower where ePHI is only assumed, and says why', () => {
    const report = reportOf(
      'assets: [{ id: a, kind: server, ephi: [processes] }, { id: b, kind: file-share, encryptionAtRest: false }]\nflows: [{ from: a, to: b }]\n',
    )
    expect(report.findings.find(({ rule }) => rule === 'encryption-at-rest/storage-encrypted')).toMatchObject(
      {
        severity: 'medium',
        severityChanged: expect.stringContaining('assumed'),
      },
    )
  })
})

describe('profiles', () => {
  const rulesOf = (profile: NonNullable<AuditOptions['profile']>) => reportOf(store, { profile }).rules

  it('leave out what is not law, where only the law is asked for', () => {
    const bases = new Set(rulesOf('law-only').map(({ ground }) => ground.basis))
    expect(
      [...bases].filter(
        (basis) => basis === 'guidance' || basis === 'practice' || basis === 'not-implemented',
      ),
    ).toEqual([])
    expect(rulesOf('hipaa').length).toBeGreaterThan(rulesOf('law-only').length)
  })
})

describe('parameters', () => {
  it('change what is asked, and say so', () => {
    const text = `identity: { autoLogoff: 20 minutes }\n${store}`
    const rule = 'access-control/logoff-period'
    expect(outcomeOf(reportOf(text), rule)).toBeUndefined()
    const report = reportOf(text, { parameters: { [rule]: { soon: 'PT10M' } } })
    expect(report.findings.find((finding) => finding.rule === rule)?.message).toContain(
      'longer than 10 minutes',
    )
  })
})

describe('secrets', () => {
  it('are masked wherever they stand', () => {
    const report = reportOf(
      'assets: [{ id: db, kind: server, ephi: [stores], encryptionAtRest: { enabled: true, algorithm: "RC4 postgres://admin:hunter2@db/x AKIAABCDEFGHIJKLMNOP" } }]\n',
    )
    const text = JSON.stringify(report)
    expect(text).not.toContain('hunter2')
    expect(text).not.toContain('AKIAABCDEFGHIJKLMNOP')
  })
})
