import { backupPlans, defineRule, fail, pass, unproven } from '#rule'

export const restorePassed = defineRule({
  id: 'backup/restore-passed',
  title: 'The last restore that was tried worked',
  ground: '164.308(a)(7)(ii)(A)',
  related: ['164.308(a)(7)(ii)(D)'],
  severity: 'high',
  subjects: backupPlans.where(
    'whose restore was tried',
    ({ value }) => (value.restoreTests?.length ?? 0) > 0,
  ),
  check: (plan) => {
    const tests = plan.at('restoreTests')
    const last = [...(tests.value ?? [])].sort((one, other) => (one.date < other.date ? 1 : -1))[0]
    if (last?.result === undefined) return unproven(tests, `state \`result\` of the test of ${last?.date}`)
    return last.result === 'passed'
      ? pass(tests)
      : fail(tests, { found: `tried on ${last.date}: ${last.result}` })
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
