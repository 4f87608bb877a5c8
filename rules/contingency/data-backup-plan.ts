import { defineRule, expectDocument, system } from '#rule'

export const dataBackupPlan = defineRule({
  id: 'contingency/data-backup-plan',
  title: 'A data backup plan is written',
  ground: '164.308(a)(7)(ii)(A)',
  related: ['164.308(a)(7)(i)'],
  severity: 'high',
  subjects: system,
  check: (system) => expectDocument(system.at('contingency', 'backupPlan')),
  says: 'there is no written plan of what is backed up, how often and by whom',
  why: `
    Copies that only one administrator knows of end with that administrator.
    The law asks for procedures to make and keep retrievable exact copies, not only for the copies.`,
  fix: 'Write which systems are copied, how often, where to, and who restores them, and state `contingency: { backupPlan: { document, date } }`.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.7', 'NIST SP 800-34 Rev. 1'],
  examples: { fails: 'backupPlan: none', passes: 'backupPlan: { document: backup-plan.md }' },
})
