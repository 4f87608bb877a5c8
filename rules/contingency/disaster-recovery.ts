import { defineRule, expectDocument, system } from '#rule'

export const disasterRecovery = defineRule({
  id: 'contingency/disaster-recovery',
  title: 'A disaster recovery plan exists',
  ground: '164.308(a)(7)(ii)(B)',
  related: ['164.308(a)(7)(i)'],
  severity: 'high',
  subjects: system,
  check: (system) => expectDocument(system.at('contingency', 'disasterRecovery')),
  says: 'there is no plan of how lost data is restored',
  why: `
    After a fire or an encrypted data center the order of recovery, the keys and the telephone numbers
    have to be at hand, not thought out. Records that come back late are missing in treatment.`,
  fix: 'Write what is restored first, from which copy, by whom, and what it needs, and state `contingency: { disasterRecovery: { document, date } }`.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.7', 'NIST SP 800-34 Rev. 1'],
  examples: {
    fails: 'disasterRecovery: none',
    passes: 'disasterRecovery: { document: recovery.md, date: 2026-02-01 }',
  },
})
