import { alternativeFaults, alternatives, defineRule, fail, listed, pass, restsOnCostAlone } from '#rule'

export const incomplete = defineRule({
  id: 'alternatives/incomplete',
  title: 'Alternatives say all that the law asks',
  ground: '164.306(d)(3)',
  related: ['164.306(b)(2)', '164.316(b)(1)'],
  severity: 'medium',
  subjects: alternatives,
  check: (alternative, _parameters, { today }) => {
    const missing = alternativeFaults(alternative.value, today).filter(({ kind }) => kind === 'incomplete')
    const specification = alternative.at('specification')
    if (missing.length > 0)
      return fail(specification, { found: `without ${listed(missing.map(({ field }) => field))}` })
    const cost = alternative.at('factors', 'cost')
    return restsOnCostAlone(alternative.value)
      ? fail(cost, { severity: 'low', says: 'cost is the only reason that it gives' })
      : pass(specification)
  },
  says: 'it lacks what makes it count',
  why: `
    Only an assessed, documented and approved decision takes the place of an addressable specification, and what lacks
    a part covers nothing. Cost is one factor of four, which alone is not meant to decide.`,
  fix: 'Write all four `factors`, `whyNotReasonable`, `equivalentMeasure`, `riskAnalysis`, `decision`, `approvedBy`, `approvedOn` and `reviewBy`.',
  references: ['NIST SP 800-66 Rev. 2, 2.1'],
  examples: {
    fails: 'cost: high',
    passes: 'cost: high, risk: low',
  },
})
