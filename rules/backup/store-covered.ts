import { defineRule, judgeCopies, storesToBackUp } from '#rule'

export const storeCovered = defineRule({
  id: 'backup/store-covered',
  formerly: ['backup/mail-covered'],
  title: 'Every store of ePHI has a backup',
  ground: '164.308(a)(7)(ii)(A)',
  severity: 'critical',
  subjects: storesToBackUp,
  check: judgeCopies,
  says: 'it has no backup',
  why: 'A deleted table or an encrypted disk takes the only copy. The law asks for retrievable exact copies wherever ePHI is, mailboxes too, and allows no alternative.',
  fix: `
    Add it to the \`covers\` of a backup plan with at least one copy elsewhere; state \`purpose: cache\` or \`derivedFrom\`
    where it can be made again. Where its vendor keeps copies from which it can restore, have it in the agreement and
    state \`responsibilities: { backup: vendor }\`.`,
  references: ['NIST SP 800-66 Rev. 2, 5.1.7', 'NIST SP 800-34 Rev. 1', 'NIST SP 800-45 Version 2'],
  examples: {
    fails: 'backupPlans: []',
    passes: 'backupPlans: [{ id: nightly, covers: {}, copies: [{ frequency: 1 day }] }]',
  },
})
