import { defineRule, fail, pass, recipients, unproven, wayOf } from '#rule'

export const unrelatedVendor = defineRule({
  id: 'scope/unrelated-vendor',
  title: 'ePHI goes to no vendor without a relationship that allows it',
  ground: '164.502(a)',
  related: ['164.308(b)(1)'],
  severity: 'critical',
  subjects: recipients.where(
    'that are vendors and do more than run scripts',
    ({ isVendor, onlyScripts }) => isVendor && !onlyScripts,
  ),
  check: (recipient) => {
    const relationship = recipient.at('relationship')
    if (relationship.value === undefined) return unproven(relationship)
    if (relationship.value !== 'none') return pass(relationship)
    return recipient.byPatientsAuthorization
      ? pass(relationship)
      : fail(relationship, { found: wayOf(recipient) })
  },
  says: 'ePHI reaches a vendor that has nothing to do with it',
  why: 'Without treatment, payment, an agreement or the patient’s authorization, this is a disclosure that the law does not permit: a presumed breach.',
  fix: 'Stop the flow, or find out what the vendor is to you and state `relationship`, with `baa` where it is a business associate.',
  references: ['HHS, Use of Online Tracking Technologies, 2024'],
  examples: { fails: 'relationship: none', passes: 'relationship: business-associate' },
})
