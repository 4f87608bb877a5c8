import { defineRule, fail, keysOfEphi, listed, pass, practice, unproven } from '#rule'

export const dutiesSeparated = defineRule({
  id: 'key-management/duties-separated',
  title: 'Those who use a key and those who administer it differ',
  ground: practice('164.308(a)(4)(ii)(B)'),
  severity: 'medium',
  subjects: keysOfEphi.where('in organisations of more than one person', ({ onePerson }) => !onePerson),
  check: (key) => {
    const users = key.at('usableBy')
    const administrators = key.at('administeredBy')
    if (users.value === undefined) return unproven(users)
    if (administrators.value === undefined) return unproven(administrators)
    const both = users.value.filter((group) => administrators.value?.includes(group))
    return both.length === 0
      ? pass(administrators, users)
      : fail(administrators, { found: `${listed(both)} can do both` }, users)
  },
  says: 'the same people use and administer it',
  why: 'Who can both decrypt with a key and change who may use it answers to nobody; a single taken account then has everything.',
  fix: 'Give the administration of the key to a group that cannot decrypt with it, and write `administeredBy` and `usableBy`.',
  references: ['NIST SP 800-57 Part 1 Rev. 5'],
  examples: {
    fails: 'usableBy: [ops], administeredBy: [ops]',
    passes: 'usableBy: [ops], administeredBy: [security]',
  },
})
