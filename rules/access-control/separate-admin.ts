import { defineRule, expectTrue, guidance, system } from '#rule'

export const separateAdmin = defineRule({
  id: 'access-control/separate-admin',
  title: 'Administrators have a second account for it',
  ground: guidance('HHS Cybersecurity Performance Goals, separate accounts', '164.308(a)(4)(ii)(B)'),
  severity: 'medium',
  subjects: system,
  check: (system) => expectTrue(system.at('identity', 'separateAdminAccounts')),
  says: 'administrators read their mail with the account that can do everything',
  why: 'One opened attachment then has all rights at once.',
  fix: 'Give administrators a second account without mail and browser, and state `identity: { separateAdminAccounts: true }`.',
  examples: { fails: 'separateAdminAccounts: false', passes: 'separateAdminAccounts: true' },
})
