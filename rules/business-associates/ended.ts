import {
  defineRule,
  fail,
  isAttested,
  isEndedAssociate,
  isStated,
  pass,
  passWith,
  unproven,
  vendors,
} from '#rule'

export const ended = defineRule({
  id: 'business-associates/ended',
  title: 'A business associate that left has returned or destroyed the ePHI',
  ground: '164.504(e)(2)(ii)(J)',
  related: ['164.502(e)'],
  severity: 'high',
  subjects: vendors.all.where('that left, and were or may have been business associates', isEndedAssociate),
  check: (vendor) => {
    const returned = vendor.at('ended', 'dataReturned')
    if (returned.value !== false) return isStated(returned) ? pass(returned) : unproven(returned)
    if (isAttested(returned, vendor)) return passWith('kept under protection, as somebody signed', returned)
    const relationship = vendor.at('relationship')
    return isStated(relationship) || isStated(vendor.at('baa')) ? fail(returned) : unproven(relationship)
  },
  says: 'it left, and has neither returned nor destroyed the ePHI that it had',
  why: `
    What a former vendor keeps is watched by nobody, and its breach is still yours to report. Where return and destruction
    are not feasible, the contract has to go on protecting what is kept.`,
  fix: `
    Have everything returned or destroyed, with a certificate, and state \`ended: { date, dataReturned: true, document }\`.
    Where that is not feasible, get in writing that the protections go on, and attest \`ended.dataReturned\`.`,
  references: ['45 CFR 164.504(e)(2)(ii)(J)'],
  examples: { fails: 'dataReturned: false', passes: 'dataReturned: true' },
})
