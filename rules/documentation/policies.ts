import { defineRule, expectDocument, system } from '#rule'

export const policies = defineRule({
  id: 'documentation/policies',
  title: 'Policies and procedures exist',
  ground: '164.316(a)',
  related: ['164.308(a)(1)(i)', '164.316(b)(1)'],
  severity: 'high',
  subjects: system,
  check: (system) => expectDocument(system.at('governance', 'policies')),
  says: 'there are no written policies and procedures of security',
  why: `
    What is not written down changes with whoever is on duty, and cannot be shown to anybody.
    Nearly every paragraph of the rule begins with a policy.`,
  fix: 'Write policies and procedures that fit the size and the risks of the organisation, and state `governance: { policies: { document, date } }`.',
  references: ['NIST SP 800-66 Rev. 2, 5.5.1'],
  examples: { fails: 'policies: none', passes: 'policies: { document: handbook.md, date: 2026-01-10 }' },
})
