import { alternativeFaults, alternatives, defineRule, fail, pass, unproven } from '#rule'

export const overdue = defineRule({
  id: 'alternatives/overdue',
  title: 'Alternatives are reviewed in time',
  ground: '164.316(b)(2)(iii)',
  related: ['164.306(e)'],
  severity: 'medium',
  subjects: alternatives,
  check: (alternative, _parameters, { today }) => {
    const reviewBy = alternative.at('reviewBy')
    if (reviewBy.value === undefined) return unproven(reviewBy)
    return alternativeFaults(alternative.value, today).some(({ kind }) => kind === 'overdue')
      ? fail(reviewBy)
      : pass(reviewBy)
  },
  says: 'its review is overdue, so that it covers nothing',
  why: 'What was not reasonable three years ago may be cheap today: a decision that nobody looks at again is none.',
  fix: 'Review it, renew or end it, and write the next day in `reviewBy`.',
  examples: { fails: 'reviewBy: 2026-11-23', passes: 'reviewBy: 2026-11-24' },
})
