import { defineRule, fail, pass, unproven, vendors } from '#rule'

export const endedVendor = defineRule({
  id: 'access-control/ended-vendor',
  title: 'A vendor that left has no access',
  ground: '164.308(a)(4)(ii)(C)',
  related: ['164.308(a)(3)(ii)(C)'],
  severity: 'high',
  subjects: vendors.all.where(
    'that left',
    ({ value }, today) => value.ended !== undefined && (value.ended.date ?? '') <= today,
  ),
  check: (vendor) => {
    const ended = vendor.at('ended')
    const { groups, stillAuthorised, authorisationsStated } = vendor.access
    if (stillAuthorised.length > 0)
      return fail(ended, {
        found: `group ${groups.join(', ')} is still authorised on ${stillAuthorised.join(', ')}`,
      })
    if (groups.length === 0 || authorisationsStated) return pass(ended)
    return unproven(ended, 'state `access.authorised` of the assets with ePHI')
  },
  says: 'it left, and its people still have access',
  why: 'A vendor that no longer works for you has no agreement, no supervision and no reason to tell you of its own breach.',
  fix: 'Take its group out of `access.authorised` everywhere, and delete its accounts and keys.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.4'],
  examples: { fails: 'authorised: [acme-support]', passes: 'authorised: [staff]' },
})
