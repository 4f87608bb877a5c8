import { defineRule, expectStated, isMissing, system } from '#rule'

export const available = defineRule({
  id: 'documentation/available',
  title: 'Those who act by the policies can find them',
  ground: '164.316(b)(2)(ii)',
  severity: 'low',
  subjects: system.where(
    'whose policies are not said to be missing',
    ({ infrastructure }) => !isMissing(infrastructure.description.governance?.policies),
  ),
  check: (system) => expectStated(system.at('governance', 'policies').at('document')),
  says: 'nobody said where the policies are to be read',
  why: `
    A procedure for the night shift helps only if the night shift can open it.
    That people know the place is shown by asking them, which no description does.`,
  fix: 'Put the policies where everybody who acts by them can read them, also while systems are down, and state `governance.policies.document`.',
  references: ['NIST SP 800-66 Rev. 2, 5.5.2'],
  neverFails: true,
  examples: {
    fails: 'policies: { date: 2026-01-10 }',
    passes: 'policies: { document: https://wiki.example/security }',
  },
})
