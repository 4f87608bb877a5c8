import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/audit.js'
import { csvRows } from './csv-rows.js'
import { accepting, exampleReport, rendered, reportOfOne } from './reports.js'

const recordsOf = async (report: Report): Promise<readonly Readonly<Record<string, string>>[]> => {
  const [head = [], ...rows] = csvRows(await rendered('csv', report))
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])))
}

describe('CSV', () => {
  it('has a row for each subject of each finding, all as wide as the head', async () => {
    const report = exampleReport('clinic')
    const rows = csvRows(await rendered('csv', report))
    expect(new Set(rows.map((row) => row.length)).size).toBe(1)
    expect(rows.length - 1).toBe(report.findings.flatMap(({ subjects }) => subjects).length)
  })

  it('tells of one subject all that a reader sorts by', async () => {
    const [first, second] = await recordsOf(reportOfOne())
    expect(first).toMatchObject({
      severity: 'high',
      outcome: 'fail',
      rule: 'encryption-at-rest/storage-encrypted',
      citation: '45 CFR 164.312(a)(2)(iv)',
      basis: 'addressable',
      subject: 'copy',
      'subject kind': 'asset',
      'subject id': 'copy',
      count: '1',
      fact: '/assets/copy/encryptionAtRest/enabled',
      found: 'false',
      claim: 'stated',
      'reached by ePHI': 'inferred',
      file: 'infra.yaml',
      line: '6',
      'accepted by': '',
      acceptance: '',
      'judged on': '2026-11-24',
    })
    expect(first?.['message']).toMatch(/^copy: /)
    expect(second).toMatchObject({ subject: 'db', 'reached by ePHI': 'declared', line: '5' })
  })

  it('says that nothing is stated', async () => {
    const [first] = await recordsOf(
      reportOfOne((one) => ({ ...one, subjects: one.subjects.map(({ found: _, ...subject }) => subject) })),
    )
    expect(first?.['found']).toBe('not stated')
  })

  it('says who accepted what, until when, why, and that the law cannot be waived', async () => {
    const accepted = {
      by: 'waiver',
      owner: 'A. Lee',
      until: '2027-03-31',
      reason: 'it goes',
      required: true,
    } as const
    const [first, second] = await recordsOf(reportOfOne((one) => accepting(one, accepted, 1)))
    expect(first).toMatchObject({
      'accepted by': 'waiver',
      owner: 'A. Lee',
      'accepted until': '2027-03-31',
      'accepted because': 'it goes',
      acceptance: 'required by law, which nobody can waive: it stays a failure',
    })
    expect(second).toMatchObject({ 'accepted by': '', acceptance: '' })
  })
})
