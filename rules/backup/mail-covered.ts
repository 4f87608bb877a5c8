import { defineRule, judgeCopies, mailToBackUp } from '#rule'

export const mailCovered = defineRule({
  id: 'backup/mail-covered',
  title: 'Mailboxes with ePHI have a backup',
  ground: '164.308(a)(7)(ii)(A)',
  severity: 'critical',
  subjects: mailToBackUp,
  check: judgeCopies,
  says: 'the mail on it has no backup',
  why: `
    What patients and other providers wrote to us lies in mailboxes and often nowhere else; one encrypted disk takes it.
    The law asks for retrievable exact copies of ePHI wherever it is, and an archive of what was sent is half of it.`,
  fix: `
    Add the mail server to the \`covers\` of a backup plan with at least one copy elsewhere. Where the vendor keeps copies
    from which it can restore mailboxes, have it in the agreement and state \`responsibilities: { backup: vendor }\`.`,
  references: ['NIST SP 800-66 Rev. 2, 5.1.7', 'NIST SP 800-45 Version 2'],
  examples: {
    fails: 'backupPlans: []',
    passes: 'backupPlans: [{ id: nightly, covers: { kind: mail-server }, copies: [{ frequency: 1 day }] }]',
  },
})
