import {
  all,
  contractedVendors,
  defineRule,
  duration,
  expectAllOf,
  expectWithin,
  OF_PROPOSAL,
  proposed,
} from '#rule'

export const vendorVerified = defineRule({
  id: 'proposed-2025/vendor-verified',
  title: 'Business associates would be verified every year, and tell of contingencies within a day',
  ground: proposed('vendor-verification'),
  severity: 'low',
  subjects: contractedVendors,
  parameters: { period: duration('P12M', 'The longest time between two verifications.', OF_PROPOSAL) },
  check: (vendor, { period }, { today }) =>
    all(
      expectWithin(vendor.at('verifiedOn'), period, today),
      expectAllOf(vendor.at('baa').at('clauses'), ['contingency-notice'], {
        says: 'the proposal would have its agreement ask for notice of a contingency within 24 hours',
      }),
    ),
  says: 'the proposal would have its safeguards verified every {period}',
  why: `
    Today the contract is the assurance. The proposal would ask for a qualified person’s analysis of the
    vendor’s technical safeguards in writing, and a certification.`,
  fix: 'Ask for the analysis and the certification, have the clause put in, and state `verifiedOn` and `baa: { clauses: [contingency-notice] }`.',
  references: ['90 FR 898'],
  examples: {
    fails: 'verifiedOn: 2025-11-23, baa: { clauses: [contingency-notice] }',
    passes: 'verifiedOn: 2025-11-24, baa: { clauses: [contingency-notice] }',
  },
})
