import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.js'
import { audit } from '../../src/audit.js'
import { diffText } from '../../src/diff-text.js'
import { compareReports, diffFails, type ReportDiff } from '../../src/engine/diff.js'
import type { Report } from '../../src/engine/report.js'

const IDS = [
  'encryption-at-rest/storage-encrypted',
  'transmission-security/tls-1-0-refused',
  'access-control/roles',
]
const reportOf = (assets: string, file = 'infra.yaml'): Report => {
  const bytes = new TextEncoder().encode(`version: 1\nassets:\n${assets}`)
  const audited = audit([{ file, bytes }], {
    asOf: '2026-11-24',
    rules: rules.filter(({ id }) => IDS.includes(id)),
  })
  if ('problems' in audited) throw new Error(JSON.stringify(audited.problems))
  return audited.report
}
const db = (its: string) => `  - { id: db, kind: relational-database, ephi: [stores]${its} }\n`
const PLAIN = db(', encryptionAtRest: false, access: { roles: true }')
const GOOD = db(', encryptionAtRest: true, access: { roles: true }')
const SILENT = db(', access: { roles: true }')
const names = (diff: ReportDiff) =>
  Object.fromEntries(
    (['added', 'fixed', 'notAsked', 'worse', 'noLongerProven', 'changed'] as const)
      .map((key) => [key, diff[key].map(({ rule, subject }) => `${subject} ${rule.split('/')[1]}`)] as const)
      .filter(([, list]) => list.length > 0),
  )
const between = (one: string, other: string) =>
  compareReports(reportOf(one), reportOf(other, 'moved/other.yaml'))

describe('a difference of reports', () => {
  it.each([
    ['nothing changed but file and line', PLAIN, `# a line more\n${PLAIN}`, {}, false],
    ['a failure appears', GOOD, PLAIN, { added: ['db storage-encrypted'] }, true],
    ['a failure goes', PLAIN, GOOD, { fixed: ['db storage-encrypted'] }, false],
    ['what was shown is shown no more', GOOD, SILENT, { noLongerProven: ['db storage-encrypted'] }, false],
    ['what was not shown fails', SILENT, PLAIN, { worse: ['db storage-encrypted'] }, true],
    ['what failed is stated no more', PLAIN, SILENT, { changed: ['db storage-encrypted'] }, false],
    [
      'an asset with a failure is new',
      GOOD,
      GOOD + PLAIN.replace('id: db', 'id: scans'),
      { added: ['scans storage-encrypted'] },
      true,
    ],
    [
      'a failure of less weight appears',
      db(', encryptionAtRest: true, access: { roles: true }'),
      db(', encryptionAtRest: true, access: { roles: false }'),
      { added: ['db roles'] },
      false,
    ],
  ])('%s', (_, one, other, expected, fails) => {
    const diff = between(one, other)
    expect(names(diff)).toEqual(expected)
    expect(diffFails(diff, { failOn: 'high', strict: false })).toBe(fails)
  })

  it('fails on what is no longer proven where that is asked', () => {
    const diff = between(GOOD, SILENT)
    expect(diffFails(diff, { failOn: 'high', strict: true })).toBe(true)
    expect(diffFails(diff, { failOn: 'unproven', strict: false })).toBe(true)
    expect(diffFails(diff, { failOn: 'critical', strict: true })).toBe(false)
  })

  it('tells a greater weight and another value', () => {
    const old = reportOf(PLAIN)
    const [finding] = old.findings
    if (!finding) throw new Error('no finding')
    const lighter = { ...old, findings: [{ ...finding, severity: 'low' as const }] }
    expect(names(compareReports(lighter, old))).toEqual({ worse: ['db storage-encrypted'] })
    const other = {
      ...old,
      findings: [{ ...finding, subjects: finding.subjects.map((one) => ({ ...one, found: 'partly' })) }],
    }
    expect(names(compareReports(other, old))).toEqual({ changed: ['db storage-encrypted'] })
  })
})

describe('what a difference counts', () => {
  const old = reportOf(PLAIN)
  const covered: Report = {
    ...old,
    findings: old.findings.map((one) => ({ ...one, outcome: 'alternative' as const })),
  }
  const both = reportOf(PLAIN + PLAIN.replace('id: db', 'id: scans'))

  it('is fixed and nothing else where an alternative covers it', () => {
    const diff = compareReports(old, covered)
    expect(names(diff)).toEqual({ fixed: ['db storage-encrypted'] })
    expect(diff.unchanged).toBe(0)
  })

  it('is as before where an alternative covered it already', () => {
    const diff = compareReports(covered, covered)
    expect(names(diff)).toEqual({})
    expect(diff.unchanged).toBe(1)
  })

  it('is not fixed where its rule was left out', () => {
    const without = {
      ...old,
      findings: [],
      rules: old.rules.filter(({ id }) => !id.includes('storage-encrypted')),
    }
    expect(names(compareReports(old, without))).toEqual({ notAsked: ['db storage-encrypted'] })
  })

  it('speaks of one thing at a time', () => {
    const { added } = compareReports(reportOf(GOOD), both)
    expect(added.map(({ message }) => message.split(':')[0])).toEqual(['db', 'scans'])
  })

  it('adds up in the headline', () => {
    const text = diffText(between(PLAIN + GOOD.replace('id: db', 'id: scans'), SILENT), 'pretty', {
      color: false,
      columns: 80,
    })
    expect(text).toMatch(/\n0 new, 0 worse, 0 no longer proven, 1 changed, 0 fixed, \d+ as before\n$/)
  })

  it('shows nothing unseen of a stored report on a terminal', () => {
    const text = diffText({ ...compareReports(old, old), from: '\u001b[2J' }, 'pretty', {
      color: false,
      columns: 80,
    })
    expect(text).not.toContain('\u001b')
  })
})

describe('a waiver between two reports', () => {
  const report = reportOf(PLAIN)
  const waived = (by: 'waiver' | 'baseline', required = false): Report => ({
    ...report,
    findings: report.findings.map((one) => ({
      ...one,
      subjects: one.subjects.map((subject) => ({ ...subject, accepted: { by, required } })),
    })),
  })

  it('that ended leaves what it waived worse, and that fails', () => {
    const diff = compareReports(waived('waiver'), report)
    expect(names(diff)).toEqual({ worse: ['db storage-encrypted'] })
    expect(diffFails(diff, { failOn: 'high', strict: false })).toBe(true)
    expect(diffText(diff, 'pretty', { color: false, columns: 80 })).toContain('db, was waived')
  })

  it.each([
    ['that still holds', waived('waiver'), waived('waiver')],
    ['that the law did not allow', waived('waiver', true), report],
    ['that is new', report, waived('waiver')],
    ['that was none, but a baseline', waived('baseline'), report],
  ])('%s changes nothing', (_, one, other) => {
    expect(names(compareReports(one, other))).toEqual({})
  })
})

describe('a difference as text', () => {
  const screen = { color: false, columns: 80 }
  const many = Array.from({ length: 40 }, (_, index) => PLAIN.replace('id: db', `id: db-${index}`)).join('')

  it('is a comment of at most 20 lines', () => {
    for (const text of [many, PLAIN, GOOD]) {
      const comment = diffText(between(GOOD, text), 'github', screen)
      expect(comment.trimEnd().split('\n').length).toBeLessThanOrEqual(20)
    }
    const comment = diffText(between(GOOD, many), 'github', screen)
    expect(comment).toContain('### HIPAA: 40 new, 0 worse, 0 no longer proven, 0 fixed')
    expect(comment).toContain('… and 27 more')
    expect(diffText(between(GOOD, GOOD), 'github', screen)).toContain(
      'No failure is new or worse, and what was shown is shown still.',
    )
  })

  it('keeps of many what weighs most, whichever part it is of', () => {
    const before = reportOf(PLAIN)
    const lighter = {
      ...before,
      findings: before.findings.map((one) => ({ ...one, severity: 'low' as const })),
    }
    const after = reportOf(PLAIN + many)
    const slight = {
      ...after,
      findings: after.findings.map((one) => ({ ...one, severity: 'low' as const })),
    }
    const diff = compareReports(lighter, slight)
    const [first] = compareReports(lighter, before).worse
    if (!first) throw new Error('nothing is worse')
    const comment = diffText({ ...diff, worse: [first] }, 'github', screen)
    expect(comment.split('\n')[4]).toMatch(/^\| Worse, was low \| high \| encryption-at-rest/)
    expect(comment).toContain('… and 28 more')
  })

  it('fits 80 columns on a terminal', () => {
    const text = diffText(between(GOOD, many), 'pretty', screen)
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
    expect(text).toContain('New: 40')
    expect(text).toContain('moved/other.yaml:3:')
  })

  it('carries no mark-up of a description', () => {
    const hostile = PLAIN.replace('id: db', 'id: db, name: "</td><script>|](javascript:x)"')
    for (const format of ['github', 'markdown'] as const)
      expect(diffText(between(GOOD, hostile.replaceAll('id: db,', 'id: evil,')), format, screen)).not.toMatch(
        /<script|\]\(java/,
      )
  })

  it('is whole as JSON', () => {
    const diff = between(GOOD, PLAIN)
    expect(JSON.parse(diffText(diff, 'json', screen))).toEqual(JSON.parse(JSON.stringify(diff)))
  })
})
