import {
  all,
  any,
  backupPlans,
  defineRule,
  duration,
  expectAtMost,
  expectWithin,
  fail,
  firstCopies,
  lastTestDay,
  OF_PROPOSAL,
  pass,
  pointInTime,
  proposed,
} from '#rule'

export const backup = defineRule({
  id: 'proposed-2025/backup',
  title: 'Copies would be no older than 48 hours, and a sample restored every month',
  ground: proposed('backup'),
  severity: 'medium',
  subjects: backupPlans.where('with copies', (plan) => firstCopies(plan).length > 0),
  parameters: {
    age: duration('PT48H', 'How much older than the data the newest copy may be.', OF_PROPOSAL),
    restore: duration('P1M', 'The longest time between two restores of a sample.', OF_PROPOSAL),
  },
  check: (plan, { age, restore }, { today }) => {
    const anyMoment = pointInTime(plan)
    const young = anyMoment
      ? pass(anyMoment)
      : any(...firstCopies(plan).map((copy) => expectAtMost(copy.at('frequency'), age)))
    const [tests, last] = [plan.at('restoreTests'), lastTestDay(plan, today)]
    const says = 'the proposal would have a sample restored every {restore}'
    const restored =
      tests.value?.length === 0
        ? fail(tests, { says })
        : expectWithin(last, restore, today, { says, found: `the last on ${last.value}` })
    return all(young, restored)
  },
  says: 'the proposal would allow no copy that is more than {age} older than the data',
  why: `
    Today the law names no interval. What counts in the proposal is how old the newest copy can be, so that recovery
    to any moment is as good as frequent copies.`,
  fix: 'Copy at least every {age} or keep the means to recover to any moment, restore a sample every {restore}, and state `copies[].frequency` and `restoreTests`.',
  references: ['90 FR 898'],
  examples: { fails: 'frequency: 49 hours', passes: 'frequency: 2 days' },
})
