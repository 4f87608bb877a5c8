import { defineRule, expectTrue, subcontractors as named } from '#rule'

export const subcontractors = defineRule({
  id: 'business-associates/subcontractors',
  title: 'Subcontractors of business associates are bound as these are',
  ground: '164.314(a)(2)(iii)',
  related: ['164.308(b)(2)', '164.314(a)(2)(i)'],
  severity: 'medium',
  subjects: named,
  check: (subcontractor) => expectTrue(subcontractor.at('flowDown')),
  says: 'the business associate has not bound it to the same terms',
  why: `
    The cloud under your vendor holds your ePHI too. The vendor has to bind it; a covered entity needs no contract with a
    subcontractor itself (164.308(b)), and asks the vendor for the proof.`,
  fix: 'Have the vendor confirm its agreement with the subcontractor, and state `subcontractors: [{ name, flowDown: true }]`.',
  references: ['45 CFR 164.308(b)(2)', '45 CFR 164.502(e)(1)(ii)'],
  examples: { fails: 'flowDown: false', passes: 'flowDown: true' },
})
