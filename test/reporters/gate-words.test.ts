import { describe, expect, it } from 'vitest'
import type { Acceptance, Report } from '../../src/engine/report.js'
import { gateWords } from '../../src/reporters/gate-words.js'
import { accepting, rendered, reportOfOne } from './reports.js'

const baseline: Acceptance = { by: 'baseline', required: false }

const judged = (gate: Partial<Report['gate']>, acceptance?: Acceptance): Report => {
  const report = reportOfOne((one) => (acceptance === undefined ? one : accepting(one, acceptance)))
  const passesByRank = { default: 1, stated: 2, attested: 4, imported: 8, observed: 16 }
  return {
    ...report,
    summary: { ...report.summary, passesByRank },
    gate: { failOn: 'high', strict: false, gating: 0, exitCode: 0, ...gate },
  }
}

const fails = { gating: 2, exitCode: 1 } as const

describe('the words of a gate', () => {
  it.each<[string, Report, string]>([
    ['nothing gates', judged({}), 'no finding (high or worse)'],
    ['of another severity', judged({ failOn: 'low' }), 'no finding (low or worse)'],
    ['strict', judged({ strict: true }), 'no finding (high or worse, failing or unproven)'],
    ['of all', judged({ failOn: 'unproven' }), 'no finding (any severity, failing or unproven)'],
    ['what is known stays', judged({}, baseline), 'no finding that nobody accepted (high or worse)'],
    ['one gates', judged({ gating: 1, exitCode: 1 }), '1 finding (high or worse)'],
    ['several gate', judged(fails), '2 findings (high or worse)'],
    ['no pass is too weak', judged({ ...fails, minRank: 'default' }), '2 findings (high or worse)'],
    [
      'a pass is too weak as well',
      judged({ ...fails, minRank: 'stated' }),
      '1 finding (high or worse) and 1 pass on less than what is stated',
    ],
    [
      'only passes are too weak',
      judged({ gating: 3, exitCode: 1, minRank: 'attested' }),
      '3 passes on less than what is attested',
    ],
  ])('tell it where %s', (_, report, words) => {
    expect(gateWords(report)).toBe(words)
  })

  it.each([
    ['pretty', 'Passes: no finding that nobody accepted (high or worse)'],
    ['markdown', '**Passes**: no finding that nobody accepted (high or worse).'],
    ['github', 'Passes: no finding that nobody accepted (high or worse).'],
    ['github-summary', '**Passes**: no finding that nobody accepted (high or worse).'],
    ['html', 'No finding that nobody accepted (high or worse).'],
  ] as const)('are the same in %s', async (format, words) => {
    expect(await rendered(format, judged({}, baseline))).toContain(words)
  })
})
