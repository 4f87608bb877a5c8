import { defineRule, expectAllOf, signedAgreements } from '#rule'

// `safeguards` and `subcontractors` are asked by security-clauses, in both rules’ words. (H), `delegated-duties`, is
// asked only of who carries out duties of ours, which no description says.
const CLAUSES = [
  'permitted-uses',
  'report-breaches',
  'access',
  'amendment',
  'accounting',
  'books-to-hhs',
  'return-or-destroy',
  'termination',
] as const

export const privacyClauses = defineRule({
  id: 'business-associates/privacy-clauses',
  title: 'The agreement has the clauses of the Privacy Rule',
  ground: '164.504(e)(2)(ii)',
  related: ['164.502(e)', '164.504(e)(2)(iii)', '164.504(e)(5)'],
  severity: 'high',
  subjects: signedAgreements,
  check: (vendor) => expectAllOf(vendor.at('baa', 'clauses'), CLAUSES),
  says: 'its agreement lacks clauses of the Privacy Rule',
  why: `
    The agreement says what the vendor may do with ePHI, that it helps you to answer patients, and what happens in the end.
    A contract between a business associate and its subcontractor has to say the same (164.504(e)(5)).`,
  fix: `
    Have the missing clauses added, as 164.504(e)(2) asks, and list them in \`baa.clauses\`; \`delegated-duties\` is needed
    only where the vendor carries out a duty of yours.`,
  references: ['45 CFR 164.504(e)(2)'],
  examples: {
    fails: 'clauses: [permitted-uses, report-breaches]',
    passes:
      'clauses: [permitted-uses, report-breaches, access, amendment, accounting, books-to-hhs, return-or-destroy, termination]',
  },
})
