import { defineRule, fail, pass, recipients, unproven, wayOf } from '#rule'

export const publicParty = defineRule({
  id: 'scope/public-party',
  title: 'ePHI does not go public',
  ground: '164.502(a)',
  severity: 'critical',
  subjects: recipients.where('that are no vendors', ({ isVendor }) => !isVendor),
  check: (recipient) => {
    const relationship = recipient.at('relationship')
    if (relationship.value === undefined) return unproven(relationship)
    if (relationship.value !== 'public') return pass(relationship)
    return recipient.byPatientsAuthorization
      ? pass(relationship)
      : fail(relationship, { found: wayOf(recipient) })
  },
  says: 'ePHI goes to the public',
  why: 'What is published cannot be taken back, and every person in it has to be notified.',
  fix: 'Stop the flow, or de-identify as 164.514(b) asks and write the record under `data[].deidentification`.',
  examples: { fails: 'relationship: public', passes: 'relationship: public-health' },
})
