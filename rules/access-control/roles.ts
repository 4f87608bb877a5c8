import { accessOfOurs, defineRule, expectTrue, practice } from '#rule'

export const roles = defineRule({
  id: 'access-control/roles',
  title: 'Access follows roles',
  ground: practice('164.308(a)(4)(ii)(B)'),
  related: ['164.514(d)(2)'],
  severity: 'medium',
  subjects: accessOfOurs,
  check: (asset) => expectTrue(asset.at('access', 'roles')),
  says: 'access to it is granted one by one, not by role',
  why: 'Nobody can review hundreds of single grants, and those of people who moved on stay behind. No model of access is law; roles are what can be kept in order.',
  fix: 'Define roles by the work, grant access to roles alone, and state `access: { roles: true }`.',
  references: ['NIST SP 800-66 Rev. 2, 5.3.1'],
  examples: { fails: 'roles: false', passes: 'roles: true' },
})
