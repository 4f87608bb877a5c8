import { accessOfOurs, all, defineRule, expectTrue, fail } from '#rule'

export const uniqueUserIds = defineRule({
  id: 'access-control/unique-user-ids',
  title: 'Every user has an identity of their own',
  ground: '164.312(a)(2)(i)',
  severity: 'high',
  subjects: accessOfOurs,
  check: (asset) => {
    const shared = asset.access('sharedAccounts')
    const unique = expectTrue(asset.access('uniqueIds'))
    if (shared.value === undefined || shared.value.length === 0) return unique
    return all(fail(shared, { says: 'several people use one account' }), unique)
  },
  says: 'its users have no identity of their own',
  why: 'Where several people share an account, nobody can say who read a record, and nobody can take one person’s access away.',
  fix: 'Give everybody an account of their own, take shared ones away, and write `uniqueIds: true` and `sharedAccounts: none`.',
  references: ['NIST SP 800-66 Rev. 2, 5.3.1'],
  examples: { fails: 'uniqueIds: false', passes: 'uniqueIds: true' },
})
