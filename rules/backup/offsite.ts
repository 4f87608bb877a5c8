import { any, backupPlans, defineRule, expectTrue, practice } from '#rule'

export const offsite = defineRule({
  id: 'backup/offsite',
  title: 'One copy lies elsewhere',
  ground: practice('164.308(a)(7)(ii)(A)'),
  severity: 'high',
  subjects: backupPlans.where('with copies', ({ copies }) => copies.length > 0),
  check: ({ copies }) => any(...copies.map((copy) => expectTrue(copy.at('offsite')))),
  says: 'all its copies lie where the originals are',
  why: 'A fire, a flood or a closed account takes originals and copies together.',
  fix: 'Keep one copy in another place, region or account, and state `offsite: true` at it.',
  references: ['NIST SP 800-34 Rev. 1, 3.4.1'],
  examples: { fails: 'offsite: false', passes: 'offsite: true' },
})
