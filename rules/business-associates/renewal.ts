import { decide, defineRule, duration, endsWithin, isStated, practice, signedAgreements } from '#rule'

export const renewal = defineRule({
  id: 'business-associates/renewal',
  title: 'Agreements that will end are renewed in time',
  ground: practice('164.308(b)(3)'),
  severity: 'low',
  subjects: signedAgreements.where('and has an end that is still to come', (vendor, today) => {
    const end = vendor.at('baa', 'expiresOn')
    return isStated(end) && end.value >= today
  }),
  parameters: {
    ahead: duration('P60D', 'How long before its end an agreement is renewed.', { stricter: 'higher' }),
  },
  check: (vendor, { ahead }, { today }) => {
    const renews = vendor.at('baa', 'autoRenew').value === true
    return decide(vendor.at('baa', 'expiresOn'), (end) => renews || !endsWithin(end, ahead, today))
  },
  says: 'its agreement ends in less than {ahead}, and nothing says that it is renewed',
  why: `
    The law sets no period for agreements. One that ends by itself leaves every record that goes there afterwards without
    any, and lawyers need weeks.`,
  fix: 'Begin to renew it now and write the new `expiresOn`, or state `autoRenew: true` if it renews itself.',
  examples: { fails: 'expiresOn: 2026-12-24', passes: 'expiresOn: 2027-11-24' },
})
