import { businessAssociates, conveyedBy, decide, defineRule } from '#rule'

export const baaPresent = defineRule({
  id: 'business-associates/baa-present',
  title: 'Business associates with ePHI have signed an agreement',
  ground: '164.308(b)(3)',
  related: ['164.308(b)(1)', '164.314(a)(1)', '164.502(e)'],
  severity: 'critical',
  // Scripts on pages and services that are taken for a mere line have rules of their own.
  subjects: businessAssociates.where(
    'that do more than run scripts or carry messages',
    (vendor) => !vendor.onlyScripts && conveyedBy(vendor).length === 0,
  ),
  check: (vendor) => decide(vendor.at('baa'), (baa) => baa !== 'none'),
  says: 'it gets ePHI without a business associate agreement',
  why: 'Without the agreement every record that the vendor gets is disclosed without permission, whatever it does with it.',
  fix: 'Sign an agreement before any more ePHI goes there, and state `baa: { executedOn, covers, clauses, breachNotice }`.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.9', 'HHS Guidance on Cloud Computing, 2016'],
  examples: { fails: 'baa: false', passes: 'baa: { executedOn: 2024-03-01 }' },
})
