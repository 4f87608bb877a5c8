import { defineRule, expectDocument, firstRanked, passWith, system, unranked } from '#rule'

export const criticality = defineRule({
  id: 'contingency/criticality',
  title: 'Systems are ranked by how critical they are',
  ground: '164.308(a)(7)(ii)(E)',
  related: ['164.308(a)(7)(i)'],
  severity: 'medium',
  subjects: system,
  check: (system) => {
    const analysis = system.at('contingency', 'criticalityAnalysis')
    const ranked =
      analysis.value === undefined && unranked(system).length === 0 ? firstRanked(system) : undefined
    return ranked === undefined
      ? expectDocument(analysis)
      : passWith('every asset with ePHI states `criticality`', ranked.at('criticality'))
  },
  says: 'nobody assessed which applications and data are needed first',
  why: `
    After an outage everything is wanted at once, and what keeps patients alive waits behind what shouts loudest.
    Recovery objectives and backups follow from the ranking; without it they are guesses.`,
  fix: 'Rank applications and data by what care needs first, and state `contingency: { criticalityAnalysis: { document, date } }`, or `criticality` of each asset.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.7', 'NIST SP 800-34 Rev. 1, 3.2'],
  examples: {
    fails: 'criticalityAnalysis: none',
    passes: 'criticalityAnalysis: { document: impact-analysis.md, date: 2026-02-01 }',
  },
})
