import { defineRule, expectDocument, system } from '#rule'

export const sanctions = defineRule({
  id: 'risk-management/sanctions',
  title: 'A sanction policy exists',
  ground: '164.308(a)(1)(ii)(C)',
  related: ['164.308(a)(1)(i)'],
  severity: 'medium',
  subjects: system,
  check: (system) => expectDocument(system.at('governance', 'sanctions')),
  says: 'no policy says what follows when somebody breaks the rules',
  why: `
    Looking up a neighbour’s record is the commonest violation, and it ends where people have seen that it has consequences.
    Sanctions that are not written down look arbitrary when they come.`,
  fix: 'Write which violations have which consequences, tell everybody, and state `governance: { sanctions: { document, date } }`.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.1'],
  examples: { fails: 'sanctions: none', passes: 'sanctions: { document: sanctions.md }' },
})
