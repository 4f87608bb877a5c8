import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/audit.js'
import type { ReportedWaiver } from '../../src/engine/report.js'
import { idleWaivers } from '../../src/reporters/acceptance.js'
import { exampleReport, rendered } from './reports.js'

const SAYING = ['pretty', 'markdown', 'github', 'github-summary'] as const

/** The text on one line, as wide as it may be. */
const flat = async (format: (typeof SAYING)[number] | 'html', report: Report): Promise<string> =>
  (await rendered(format, report, { color: false, columns: 200 }))
    .replace(/<[^>]+>/g, ' ')
    .replace(/[*`\\]/g, '')
    .replace(/\s+/g, ' ')

describe('a waiver that does nothing, or no longer', () => {
  const waiver: ReportedWaiver = {
    rule: 'a/b',
    subjects: 'id db',
    reason: 'r',
    owner: 'o',
    until: '2026-03-31',
    state: 'in-force',
    required: false,
    failures: 1,
  }
  const report = (state: ReportedWaiver['state']): Report => ({
    ...exampleReport('compliant'),
    waivers: [{ ...waiver, state }],
  })

  it.each([...SAYING, 'html'] as const)('is told where one reads the result: %s', async (format) => {
    expect(await flat(format, report('expired'))).toMatch(/2026-03-31.*gates again|expired/)
    expect(await flat(format, report('unused'))).toMatch(/matches no failure/)
  })

  it('is a warning of its own on GitHub', async () => {
    expect(await rendered('github', report('unused'))).toContain(
      '::warning title=hipaacheck::The waiver of a/b for id db matches no failure.\n',
    )
  })

  it('is none while it holds', () => {
    expect(idleWaivers(report('in-force'))).toEqual([])
  })
})

describe('what is fixed of a baseline', () => {
  const fixed = [...Array(9).keys()].map((index) => ({ rule: 'a/b', subject: `s${index}`, message: 'm' }))
  const report: Report = { ...exampleReport('compliant'), baseline: { known: 20, fixed } }

  it('is named in the terminal, up to eight', async () => {
    const text = await flat('pretty', report)
    expect(text).toContain('Baseline 20 known, 9 of them fixed fixed a/b, s0')
    expect(text).toContain('s7 and 1 more')
    expect(text).not.toContain('s8')
  })

  it('is counted in the summary of a job', async () => {
    expect(await flat('github-summary', report)).toContain('Baseline: 20 known, 9 of them fixed.')
  })
})
