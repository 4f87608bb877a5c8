import { backupPlans, defineRule, fail, pass, restoresTried, unproven } from '#rule'

export const restorePassed = defineRule({
  id: 'backup/restore-passed',
  title: 'The last restore that was tried worked',
  ground: '164.308(a)(7)(ii)(A)',
  related: ['164.308(a)(7)(ii)(D)'],
  severity: 'high',
  subjects: backupPlans.where(
    'whose restore was tried',
    ({ value }) => value.restoreTests !== undefined && value.restoreTests.length > 0,
  ),
  check: (plan, _parameters, { today }) => {
    const tests = plan.at('restoreTests')
    const tried = restoresTried(plan, today)
    const [last] = tried
    if (last === undefined)
      return unproven(tests, 'state a restore that was tried: all that are stated lie ahead')
    // Who tried twice on one day tried until it worked.
    const day = last.test.date
    const results = tried.filter(({ test }) => test.date === day).map(({ test }) => test.result)
    if (results.includes('passed')) return pass(tests)
    return results.includes('failed')
      ? fail(tests, { found: `tried on ${day}: failed` })
      : unproven(tests, `state \`result\` of the test of ${day}`)
  },
  says: 'the last restore that was tried failed',
  why: 'Copies that cannot be restored are no retrievable exact copies.',
  fix: 'Find out why it failed, mend it, try again, and write the new test under `restoreTests`.',
  references: ['NIST SP 800-34 Rev. 1, 3.5'],
  examples: {
    fails: 'restoreTests: [{ date: 2026-09-01, result: failed }]',
    passes: 'restoreTests: [{ date: 2026-09-01, result: passed }]',
  },
})
