import { defineRule, fail, pass, signedAgreements, unproven } from '#rule'

export const incidentClause = defineRule({
  id: 'business-associates/incident-clause',
  title: 'The agreement has security incidents reported, and not breaches alone',
  ground: '164.314(a)(2)(i)',
  related: ['164.410'],
  severity: 'medium',
  subjects: signedAgreements,
  check: (vendor) => {
    const clauses = vendor.at('baa', 'clauses')
    if (clauses.value === undefined) return unproven(clauses)
    if (clauses.value.includes('report-incidents')) return pass(clauses)
    return clauses.value.includes('report-breaches')
      ? fail(clauses, { says: 'its agreement has breaches reported, but no other security incident' })
      : fail(clauses, { found: 'without report-incidents' })
  },
  says: 'its agreement has no security incident reported',
  why: `
    An incident is any attempt, successful or not, at your ePHI or at the systems that hold it (164.304). Who hears of
    breaches alone learns nothing of the intrusion that the vendor took for harmless.`,
  fix: `
    Have a clause added by which every security incident is reported, as 164.314(a)(2)(i)(C) asks, and list
    \`report-incidents\` in \`baa.clauses\`.`,
  references: ['45 CFR 164.304, security incident', '45 CFR 164.314(a)(2)(i)(C)'],
  examples: { fails: 'clauses: [report-breaches]', passes: 'clauses: [report-incidents]' },
})
