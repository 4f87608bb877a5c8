import { defineRule, judgeCopies, keepsMail, storesToBackUp } from '#rule'

export const storeCovered = defineRule({
  id: 'backup/store-covered',
  title: 'Every store of ePHI has a backup',
  ground: '164.308(a)(7)(ii)(A)',
  severity: 'critical',
  subjects: storesToBackUp.where(
    'and that keep no mail, of which another rule speaks',
    (asset) => !keepsMail(asset),
  ),
  check: judgeCopies,
  says: 'it has no backup',
  why: 'A deleted table or an encrypted disk takes the only copy. The law asks for retrievable exact copies, and allows no alternative.',
  fix: 'Add it to the `covers` of a backup plan with at least one copy elsewhere; state `purpose: cache` or `derivedFrom` where it can be made again.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.7', 'NIST SP 800-34 Rev. 1'],
  examples: {
    fails: 'backupPlans: []',
    passes: 'backupPlans: [{ id: nightly, covers: {}, copies: [{ frequency: 1 day }] }]',
  },
})
