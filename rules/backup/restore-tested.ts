import {
  backupPlans,
  defineRule,
  duration,
  fail,
  isStated,
  isWithin,
  lastTestDay,
  pass,
  unproven,
} from '#rule'

export const restoreTested = defineRule({
  id: 'backup/restore-tested',
  title: 'A restore has been tried lately',
  ground: '164.308(a)(7)(ii)(D)',
  related: ['164.308(a)(7)(ii)(A)'],
  severity: 'high',
  subjects: backupPlans.where('with copies', ({ copies }) => copies.length > 0),
  parameters: { period: duration('P12M', 'The longest time since a restore was tried.') },
  check: (plan, { period }, { today }) => {
    const tests = plan.at('restoreTests')
    if (tests.value === undefined) return unproven(tests)
    if (tests.value.length === 0) return fail(tests)
    const last = lastTestDay(plan, today)
    if (!isStated(last))
      return unproven(tests, 'state a restore that was tried: all that are stated lie ahead')
    return isWithin(last.value, period, today)
      ? pass(tests)
      : fail(tests, {
          severity: 'medium',
          says: 'no restore was tried within {period}',
          found: `the last on ${last.value}`,
        })
  },
  says: 'no restore was ever tried',
  why: 'A backup that nobody has restored is a hope: missing files, lost keys and broken tapes show only then.',
  fix: 'Restore what the plan covers into an empty system at least every {period}, and write it under `restoreTests`.',
  references: ['NIST SP 800-34 Rev. 1, 3.5', 'NIST SP 800-66 Rev. 2, 5.1.7'],
  examples: { fails: 'restoreTests: []', passes: 'restoreTests: [{ date: 2026-09-01, result: passed }]' },
})
