import { accessOfOurs, decide, defineRule } from '#rule'

export const termination = defineRule({
  id: 'access-control/termination',
  title: 'Those who leave lose their access',
  ground: '164.308(a)(3)(ii)(C)',
  severity: 'high',
  subjects: accessOfOurs,
  check: (asset) => decide(asset.access('termination').at('within'), (period) => period !== 'never'),
  says: 'those who leave keep their access to it',
  why: 'Accounts of people who left are used: by them, and by whoever finds the password.',
  fix: 'End access when somebody leaves, and state `termination: { within, automated }`.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.3'],
  examples: { fails: 'termination: { within: never }', passes: 'termination: { within: 1 day }' },
})
