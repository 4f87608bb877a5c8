import { accessOfOurs, all, decide, defineRule, duration, expectAtMost, expectWithin, isStated } from '#rule'

export const accessReviewed = defineRule({
  id: 'access-control/access-reviewed',
  title: 'Rights of access are reviewed',
  ground: '164.308(a)(4)(ii)(C)',
  severity: 'medium',
  subjects: accessOfOurs,
  parameters: { interval: duration('P12M', 'The longest time between two reviews.') },
  check: (asset, { interval }, { today }) => {
    const review = asset.access('accessReview')
    const [every, last] = [review.at('every'), review.at('last')]
    if (!isStated(last)) return isStated(every) ? expectAtMost(every, interval) : decide(every, () => true)
    return all(
      expectWithin(last, interval, today),
      ...(isStated(every) ? [expectAtMost(every, interval)] : []),
    )
  },
  says: 'rights to it were not reviewed within {interval}',
  why: 'People change their work and keep their rights; only a review takes them away. The law asks for review and names no interval.',
  fix: 'Have the owner of each system confirm its rights at least every {interval}, and state `accessReview: { every, last }`.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.4'],
  examples: {
    fails: 'accessReview: { last: never }',
    passes: 'accessReview: { every: 6 months, last: 2026-09-01 }',
  },
})
