import { defineRule, judgeSixYears, system } from '#rule'

export const retention = defineRule({
  id: 'documentation/retention',
  title: 'Documents of compliance are kept six years',
  ground: '164.316(b)(2)(i)',
  related: ['164.530(j)(2)'],
  severity: 'high',
  subjects: system,
  check: (system) => judgeSixYears(system.at('governance', 'documentRetention'), 'documents are kept'),
  says: 'policies and records of compliance are kept less than six years',
  why: `
    The six years run from the day on which a document was made, or was last in effect, whichever is later.
    They hold for policies, analyses, agreements and decisions. The law sets no such period for medical records.`,
  fix: 'Keep every version for six years from its end, and state `governance: { documentRetention: 6 years }`.',
  references: ['45 CFR 164.316(b)(2)(i)', 'NIST SP 800-66 Rev. 2, 5.5.2'],
  examples: { fails: 'documentRetention: 5 years', passes: 'documentRetention: 6 years' },
})
