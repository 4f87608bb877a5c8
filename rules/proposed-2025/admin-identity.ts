import { defineRule, expectTrue, proposed, system } from '#rule'

export const adminIdentity = defineRule({
  id: 'proposed-2025/admin-identity',
  title: 'Administrators would have an identity of their own for it',
  ground: proposed('admin-identity'),
  severity: 'medium',
  subjects: system,
  check: (system) => expectTrue(system.at('identity', 'separateAdminAccounts')),
  says: 'the proposal would ask for separate identities of administrators',
  why: `
    Today it is good practice that what reads mail cannot change everything. The proposal would make it a
    specification of access control.`,
  fix: 'Give administrators a second account, and state `identity: { separateAdminAccounts: true }`.',
  references: ['90 FR 898'],
  examples: { fails: 'separateAdminAccounts: false', passes: 'separateAdminAccounts: true' },
})
