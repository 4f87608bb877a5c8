import { defineRule, expectDocument, system } from '#rule'

export const emergencyMode = defineRule({
  id: 'contingency/emergency-mode',
  title: 'An emergency mode plan exists',
  ground: '164.308(a)(7)(ii)(C)',
  related: ['164.308(a)(7)(i)'],
  severity: 'high',
  subjects: system,
  check: (system) => expectDocument(system.at('contingency', 'emergencyMode')),
  says: 'there is no plan of how to work, and protect ePHI, while the systems are down',
  why: `
    Patients are treated while the record is down: staff need allergies and medication to read, paper to write on,
    and a way to keep both safe. Improvised work leaks records and harms people.`,
  fix: 'Write how records are read and written during downtime and how that is protected, and state `contingency: { emergencyMode: { document, date } }`.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.7', 'NIST SP 800-34 Rev. 1'],
  examples: { fails: 'emergencyMode: none', passes: 'emergencyMode: { document: downtime.md }' },
})
