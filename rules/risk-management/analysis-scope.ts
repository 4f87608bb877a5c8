import { decide, defineRule, isMissing, listed, outsideRiskAnalysis, system } from '#rule'

const NAMED = 4

export const analysisScope = defineRule({
  id: 'risk-management/analysis-scope',
  title: 'The risk analysis covers every place with ePHI',
  ground: '164.308(a)(1)(ii)(A)',
  severity: 'high',
  subjects: system.where(
    'whose risk analysis is not said to be missing',
    ({ infrastructure }) => !isMissing(infrastructure.description.governance?.riskAnalysis),
  ),
  check: (system) => {
    const outside = outsideRiskAnalysis(system)
    const rest = outside.length - NAMED
    const named = rest > 0 ? [...outside.slice(0, NAMED), `${rest} more`] : outside
    return decide(system.at('governance', 'riskAnalysis').at('covers'), () => outside.length === 0, {
      found: `outside of governance.riskAnalysis.covers: ${listed(named)}`,
    })
  },
  says: 'the risk analysis leaves out places that hold ePHI or control what does',
  why: `
    The law asks for the risks to all ePHI that the organisation holds. An analysis of the record system alone says
    nothing of the copier, the backups and the reports. It is what OCR finds most often.`,
  fix: 'Extend the analysis to what is named, and state `covers: all`, or a match that includes it.',
  references: ['NIST SP 800-66 Rev. 2, 3'],
  examples: { fails: 'covers: { kind: server }', passes: 'covers: all' },
})
