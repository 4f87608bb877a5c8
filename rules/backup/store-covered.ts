import { assets, defineRule, fail, passWith, unproven } from '#rule'

export const storeCovered = defineRule({
  id: 'backup/store-covered',
  title: 'Every store of ePHI has a backup',
  ground: '164.308(a)(7)(ii)(A)',
  severity: 'critical',
  subjects: assets.storingEphi.where('that no other store can bring back', ({ needsBackup }) => needsBackup),
  check: (asset) => {
    const { plans, copies, covering } = asset.backups
    if (plans.value === undefined) return unproven(plans)
    if (plans.value.length === 0) return fail(plans)
    if (copies.some(({ value }) => (value?.length ?? 0) > 0))
      return passWith(`backed up by ${covering.join(', ')}`, plans, ...copies)
    const [none, unstated] = [
      copies.find(({ value }) => value?.length === 0),
      copies.find(({ value }) => value === undefined),
    ]
    if (unstated) return unproven(unstated)
    if (none) return fail(none)
    return fail(plans, {
      severity: 'high',
      says: 'no backup plan covers it',
      found: `plans: ${plans.value.map(({ id }) => id).join(', ')}`,
    })
  },
  says: 'it has no backup',
  why: 'A deleted table or an encrypted disk takes the only copy. The law asks for retrievable exact copies, and allows no alternative.',
  fix: 'Add it to the `covers` of a backup plan with at least one copy elsewhere; state `purpose: cache` or `derivedFrom` where it can be made again.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.7', 'NIST SP 800-34 Rev. 1'],
  examples: {
    fails: 'backupPlans: []',
    passes: 'backupPlans: [{ id: nightly, covers: {}, copies: [{ frequency: 1 day }] }]',
  },
})
