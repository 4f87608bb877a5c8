import { defineRule, expectPerson, system } from '#rule'

export const official = defineRule({
  id: 'risk-management/official',
  title: 'A security official is named',
  ground: '164.308(a)(2)',
  severity: 'medium',
  subjects: system,
  check: (system) => expectPerson(system.at('governance', 'securityOfficial')),
  says: 'nobody is named who answers for security',
  why: 'What everybody answers for, nobody does. Staff, patients and HHS need one person to go to.',
  fix: 'Name one person, who may do other work as well, and state `governance: { securityOfficial: { name, role, since } }`.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.2'],
  examples: { fails: 'securityOfficial: none', passes: 'securityOfficial: Dr. Maria Reyes' },
})
