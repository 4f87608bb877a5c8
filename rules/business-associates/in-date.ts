import { defineRule, fail, pass, signedAgreements } from '#rule'

export const inDate = defineRule({
  id: 'business-associates/in-date',
  title: 'Business associate agreements have not run out',
  ground: '164.308(b)(3)',
  related: ['164.502(e)'],
  severity: 'high',
  subjects: signedAgreements.where(
    'and has an end',
    (vendor) => vendor.at('baa', 'expiresOn').value !== undefined,
  ),
  check: (vendor, _parameters, { today }) => {
    const baa = vendor.at('baa')
    if (baa.value === undefined || baa.value === 'none') return pass(baa)
    const { expiresOn = today, autoRenew } = baa.value
    const end = baa.at('expiresOn')
    if (expiresOn >= today || autoRenew === true) return pass(end)
    return autoRenew === false
      ? fail(end, { severity: 'critical', says: 'its agreement ran out' })
      : fail(end)
  },
  says: 'the recorded end of its agreement has passed; confirm that it was renewed',
  why: 'After the end of the agreement nothing permits the vendor to have the records, unless it renews itself.',
  fix: 'Renew it, or state `autoRenew: true` if it renews itself, and write the new `expiresOn`.',
  examples: { fails: 'expiresOn: 2026-11-23', passes: 'expiresOn: 2026-11-24' },
})
