import { backupPlans, defineRule, expectTrue, practice } from '#rule'

export const failureAlerts = defineRule({
  id: 'backup/failure-alerts',
  title: 'A backup that fails is noticed',
  ground: practice('164.308(a)(7)(ii)(A)'),
  severity: 'medium',
  subjects: backupPlans.where('with copies', ({ copies }) => copies.length > 0),
  check: (plan) => expectTrue(plan.at('failureAlerts')),
  says: 'nobody is told when it fails',
  why: 'Backups stop quietly, and it shows on the day when one is needed.',
  fix: 'Let each failed or missing run raise an alert that somebody reads, and state `failureAlerts: true`.',
  examples: { fails: 'failureAlerts: false', passes: 'failureAlerts: true' },
})
