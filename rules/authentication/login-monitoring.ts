import { accessOfOurs, defineRule, expectTrue } from '#rule'

export const loginMonitoring = defineRule({
  id: 'authentication/login-monitoring',
  title: 'Attempts to log in are watched',
  ground: '164.308(a)(5)(ii)(C)',
  severity: 'medium',
  subjects: accessOfOurs,
  check: (asset) => expectTrue(asset.access('loginMonitoring')),
  says: 'nobody watches attempts to log in',
  why: 'Guessing, and a log-in from the other end of the world, show in the attempts long before the damage does.',
  fix: 'Let failed and unusual log-ins raise alerts that somebody reads, and state `loginMonitoring: true`.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.5'],
  examples: { fails: 'loginMonitoring: false', passes: 'loginMonitoring: true' },
})
