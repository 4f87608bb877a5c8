import { describe, expect, it } from 'vitest'
import type { Finding, Report } from '../../src/audit.js'
import { accepting, exampleReport, rendered, reportOfOne, withSubject } from './reports.js'

const linesOf = async (report: Report): Promise<readonly string[]> =>
  (await rendered('github', report)).trimEnd().split('\n')

const first = async (change: (finding: Finding) => Finding = (one) => one): Promise<string> =>
  (await linesOf(reportOfOne(change)))[0] ?? ''

const place = { file: 'a b/infra.yaml', line: 3, column: 5, endLine: 3, endColumn: 9 }
const waiver = { by: 'waiver', required: false, until: '2027-03-31' } as const

describe('workflow commands', () => {
  it.each([
    ['critical', 'error'],
    ['high', 'error'],
    ['medium', 'warning'],
    ['low', 'notice'],
    ['info', 'notice'],
  ] as const)('show %s as %s', async (severity, command) => {
    expect(await first((one) => ({ ...one, severity }))).toMatch(
      new RegExp(`^::${command} title=.*::${severity}: copy`),
    )
  })

  it('say what, why it counts, where, and what to do, in one line', async () => {
    const text = await first((one) => withSubject({ ...one, notes: ['A note.'] }, { place }))
    expect(text).toContain(
      '(encryption-at-rest/storage-encrypted),file=a b/infra.yaml,line=3,endLine=3,col=5,endColumn=9::high: copy, db: ',
    )
    expect(text).toMatch(/%0A.*%0AGround: 45 CFR 164\.312\(a\)\(2\)\(iv\), addressable .*%0AA note\.$/)
  })

  it.each([
    [{ ...place, endLine: 4 }, 'line=3,endLine=4::'],
    [{ ...place, line: 0, endLine: 0, column: 0, endColumn: 0 }, 'line=1,endLine=1,col=1,endColumn=1::'],
    [{ ...place, endColumn: 2 }, 'line=3,endLine=3,col=5,endColumn=5::'],
  ])('have columns only on one line, and no line 0: %j', async (other, expected) => {
    expect(await first((one) => withSubject(one, { place: other }))).toContain(expected)
  })

  it('are one for each failure, worst first, and one line for the rest', async () => {
    const report = exampleReport('clinic')
    const lines = await linesOf(report)
    expect(lines.length).toBe(report.summary.findings.fail + 1)
    expect(lines[0]).toMatch(/^::error title=.*::critical: /)
    expect(lines.at(-1)).toBe(
      `::notice title=hipaacheck::${report.summary.findings.fail} findings fail; ${report.summary.findings.unproven} unproven, which is neither a pass nor a failure; ${report.summary.findings.alternative} covered by a documented alternative.%0AFails: ${report.gate.gating} findings (high or worse).`,
    )
  })

  it('say that nothing gates', async () => {
    expect((await linesOf(exampleReport('compliant'))).at(-1)).toMatch(
      /%0APasses: no finding \(high or worse\)\.$/,
    )
  })

  it.each(['unproven', 'alternative'] as const)('annotate nothing that is %s', async (outcome) => {
    expect((await linesOf(reportOfOne((one) => ({ ...one, outcome })))).length).toBe(1)
  })

  it('annotate nothing that is accepted, and count it', async () => {
    const lines = await linesOf(reportOfOne((one) => accepting(one, waiver)))
    expect(lines.length).toBe(1)
    expect(lines[0]).toContain(', 1 of them accepted;')
    const known = await linesOf(reportOfOne((one) => accepting(one, { by: 'baseline', required: true })))
    expect(known.length).toBe(1)
  })

  it('annotate what is accepted in part, or required by law', async () => {
    expect(await first((one) => accepting(one, waiver, 1))).toContain('%0A1 of 2 waived until 2027-03-31')
    expect(await first((one) => accepting(one, { ...waiver, required: true }))).toContain(
      '%0Awaived until 2027-03-31; this is required by law, which nobody can waive: it stays a failure',
    )
  })
})

const summaryOf = (report: Report): Promise<string> => rendered('github-summary', report)

describe('the summary of a job', () => {
  it('has the verdict, the numbers, every failure and what to state first', async () => {
    const report = exampleReport('clinic')
    const text = await summaryOf(report)
    expect(text).toContain(`❌ **Fails**: ${report.gate.gating} findings (high or worse).`)
    expect(text).toContain(`### Failures: ${report.summary.findings.fail}\n`)
    expect(text.match(/^\| (critical|high|medium|low|info) \|/gm)?.length).toBe(
      report.summary.findings.fail + 1,
    )
    expect(text.match(/^<details>/gm)?.length).toBe(20)
    expect(text.match(/^\d\. /gm)?.length).toBe(5)
    expect(text).not.toContain('Cut here')
  })

  it('passes', async () => {
    const text = await summaryOf(exampleReport('compliant'))
    expect(text).toContain('✅ **Passes**: no finding (high or worse).')
    expect(text).not.toContain('### Failures')
  })

  it('lists what is accepted apart, and shows in red what the law requires', async () => {
    const accepted = await summaryOf(reportOfOne((one) => accepting(one, waiver)))
    expect(accepted).toContain('### Accepted failures: 1')
    expect(accepted).toContain('; waived until 2027-03-31 |')
    expect(accepted).not.toContain('### Failures')
    expect(accepted).not.toContain('[!CAUTION]')
    const required = await summaryOf(reportOfOne((one) => accepting(one, { ...waiver, required: true })))
    expect(required).toContain('### Failures: 1')
    expect(required).toMatch(
      /^> \[!CAUTION\]\n> .*\*\*waived until 2027-03-31\*\*, and this is \*\*required by law/m,
    )
  })

  it('is never longer than GitHub takes, and says where it was cut', async () => {
    const one = reportOfOne().findings[0]
    if (one === undefined) throw new Error('no finding')
    const long = { ...one, message: `é${one.message}` }
    const text = await summaryOf({ ...reportOfOne(), findings: Array(10_000).fill(long) })
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024)
    expect(Buffer.byteLength(text)).toBeGreaterThan(1024 * 1024 - 1_000)
    expect(text).toMatch(/\n\n\*\*Cut here\*\*: GitHub takes 1 MiB of a step\..*\n$/)
    const huge = { ...reportOfOne(), system: { ...reportOfOne().system, name: 'x'.repeat(2 * 1024 * 1024) } }
    expect(await summaryOf(huge)).toMatch(/^\n\*\*Cut here\*\*/)
  })
})
