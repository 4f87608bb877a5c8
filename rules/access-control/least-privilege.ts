import { accessOfOurs, defineRule, expectTrue } from '#rule'

export const leastPrivilege = defineRule({
  id: 'access-control/least-privilege',
  title: 'Rights go no further than the work needs',
  ground: '164.308(a)(4)(ii)(B)',
  related: ['164.308(a)(4)(i)', '164.312(a)(1)'],
  severity: 'high',
  subjects: accessOfOurs,
  check: (asset) => expectTrue(asset.at('access', 'leastPrivilege')),
  says: 'rights to it go further than the work needs',
  why: 'Every right that nobody needs is one that an intruder, or a curious colleague, can use.',
  fix: 'Grant each group what its work needs and no more, take wildcards out of policies, and state `access: { leastPrivilege: true }`.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.4'],
  examples: { fails: 'leastPrivilege: false', passes: 'leastPrivilege: true' },
})
