import { defineRule, duration, expectWithin, isMissing, missesOwnReview, practice, system } from '#rule'

export const analysisAge = defineRule({
  id: 'risk-management/analysis-age',
  title: 'The risk analysis is recent',
  ground: practice('164.306(e)'),
  severity: 'medium',
  subjects: system.where(
    'whose risk analysis is not missing, and keeps to the period that it names itself',
    ({ infrastructure }, today) => {
      const analysis = infrastructure.description.governance?.riskAnalysis
      return !isMissing(analysis) && !missesOwnReview(analysis, today)
    },
  ),
  parameters: { period: duration('P12M', 'The longest time since the risk analysis.') },
  check: (system, { period }, { today }) =>
    expectWithin(system.at('governance', 'riskAnalysis').at('date'), period, today),
  says: 'the risk analysis is older than {period}',
  why: `
    Systems, vendors and threats of a year ago are not those of today. The law asks to keep it current and names
    no period: this one is ours.`,
  fix: 'Go through the analysis again, write what changed, and state the new `governance.riskAnalysis.date`.',
  references: ['45 CFR 164.306(e)', 'NIST SP 800-66 Rev. 2, 3'],
  examples: {
    fails: 'riskAnalysis: { document: a, date: 2025-11-23 }',
    passes: 'riskAnalysis: { document: a, date: 2025-11-24 }',
  },
})
