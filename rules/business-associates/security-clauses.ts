import { defineRule, expectAllOf, signedAgreements } from '#rule'

export const securityClauses = defineRule({
  id: 'business-associates/security-clauses',
  title: 'The agreement binds the vendor and its subcontractors to the Security Rule',
  ground: '164.314(a)(2)(i)',
  related: ['164.314(a)(1)', '164.314(a)(2)(iii)'],
  severity: 'high',
  subjects: signedAgreements,
  check: (vendor) => expectAllOf(vendor.at('baa', 'clauses'), ['safeguards', 'subcontractors']),
  says: 'its agreement lacks clauses on security',
  why: `
    The agreement has to bind the vendor to Subpart C, and to have its subcontractors who handle the ePHI bind themselves
    likewise. Else nobody has promised to protect what you hand over.`,
  fix: 'Have the missing clauses added, as 164.314(a)(2)(i)(A) and (B) ask, and list them in `baa.clauses`.',
  references: ['45 CFR 164.314(a)(2)(i)'],
  examples: { fails: 'clauses: [permitted-uses]', passes: 'clauses: [safeguards, subcontractors]' },
})
