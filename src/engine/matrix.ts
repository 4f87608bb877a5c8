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
    const counts = spoke.map((result) => result.counts).reduce(added, NO_OUTCOMES)
    const rules = spoke.map(({ rule }) => rule.id)
    return { citation, name, kind, status: statusOf(counts, spoke.length), counts, rules, evidence }
  })
}

/** The worst that was said, with what is not shown before what is. */
const WORST_FIRST: readonly Outcome[] = ['fail', 'unproven', 'alternative', 'pass', 'not-applicable']

const statusOf = (counts: OutcomeCounts, rules: number): MatrixRow['status'] =>
  rules === 0 ? 'not-checked' : (WORST_FIRST.find((outcome) => counts[outcome] > 0) ?? 'not-applicable')
