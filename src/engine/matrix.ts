import { paragraphsOf } from '../knowledge/grounds.js'
import { SAFEGUARDS } from '../knowledge/safeguards.js'
import type { Outcome } from '../knowledge/terms.js'
import type { RuleResult } from './judge.js'
import type { MatrixRow, OutcomeCounts } from './report.js'

/** No outcome at all. */
export const NO_OUTCOMES: OutcomeCounts = {
  'not-applicable': 0,
  pass: 0,
  alternative: 0,
  fail: 0,
  unproven: 0,
}

/** Counts added up. */
export const added = (one: OutcomeCounts, other: OutcomeCounts): OutcomeCounts => ({
  'not-applicable': one['not-applicable'] + other['not-applicable'],
  pass: one.pass + other.pass,
  alternative: one.alternative + other.alternative,
  fail: one.fail + other.fail,
  unproven: one.unproven + other.unproven,
})

/** One row a paragraph, in the order of the law: what the rules said that rest on it or bear on it. */
export const matrixOf = (results: readonly RuleResult[]): readonly MatrixRow[] => {
  const byParagraph = new Map<string, RuleResult[]>()
  for (const result of results) {
    for (const citation of paragraphsOf(result.rule.ground, result.rule.related ?? [])) {
      const list = byParagraph.get(citation) ?? []
      list.push(result)
      byParagraph.set(citation, list)
    }
  }
  return SAFEGUARDS.map(({ citation, name, kind, evidence }) => {
    const spoke = byParagraph.get(citation) ?? []
    const counts = totalOf(spoke)
    const rules = spoke.map(({ rule }) => rule.id)
    return { citation, name, kind, status: statusOf(spoke), counts, rules, evidence }
  })
}

const totalOf = (results: readonly RuleResult[]): OutcomeCounts =>
  results.map((result) => result.counts).reduce(added, NO_OUTCOMES)

/** The worst that was said, with what is not shown before what is. */
const WORST_FIRST: readonly Outcome[] = ['fail', 'unproven', 'alternative', 'pass', 'not-applicable']

const worstOf = (counts: OutcomeCounts): Outcome =>
  WORST_FIRST.find((outcome) => counts[outcome] > 0) ?? 'not-applicable'

/** Only what rests on the law contradicts a paragraph; guidance and practice that support it are told apart. */
const statusOf = (spoke: readonly RuleResult[]): MatrixRow['status'] => {
  if (spoke.length === 0) return 'not-checked'
  const law = worstOf(totalOf(spoke.filter(({ rule }) => typeof rule.ground === 'string')))
  const supporting = worstOf(totalOf(spoke.filter(({ rule }) => typeof rule.ground !== 'string')))
  if (law === 'pass' || law === 'not-applicable')
    return supporting === 'fail' ? 'below-practice' : law === 'pass' ? law : supporting
  return law
}
