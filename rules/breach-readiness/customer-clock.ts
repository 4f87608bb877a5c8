import { defineRule, expectShorter, ownPolicy, signedAgreements, strictestNotice, unproven } from '#rule'

export const customerClock = defineRule({
  id: 'breach-readiness/customer-clock',
  title: 'Vendors tell of a breach before what customers were promised runs out',
  ground: ownPolicy('The notice promised in `system.customers`'),
  severity: 'medium',
  subjects: signedAgreements.where(
    'of who promised customers a notice',
    ({ infrastructure }) => strictestNotice(infrastructure) !== undefined,
  ),
  check: (vendor) => {
    const notice = vendor.at('baa', 'breachNotice')
    const promise = strictestNotice(vendor.infrastructure)
    if (promise === undefined) return unproven(notice)
    return expectShorter(notice, promise.notice, {
      found: `${notice.value}; ${promise.notice} promised to ${promise.customer}`,
    })
  },
  says: 'it may tell you of a breach only when the time that you promised a customer is over',
  why: `
    You can tell customers only what your vendors told you. The strictest contract binds, for one breach concerns all.`,
  fix: 'Agree on a shorter notice with the vendor, and state `baa: { breachNotice }`.',
  examples: { fails: 'breachNotice: 10 days', passes: 'breachNotice: 2 days' },
})
