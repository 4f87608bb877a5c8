import { defineRule, expectDocument, system } from '#rule'

export const analysis = defineRule({
  id: 'risk-management/analysis',
  title: 'A risk analysis exists',
  ground: '164.308(a)(1)(ii)(A)',
  related: ['164.308(a)(1)(i)'],
  severity: 'critical',
  subjects: system,
  check: (system) => expectDocument(system.at('governance', 'riskAnalysis')),
  says: 'the risks to its ePHI were never analysed',
  why: `
    Every other measure is chosen by it, and every addressable decision rests on it.
    OCR pursues its absence in an initiative of its own.`,
  fix: `
    Go through every place where ePHI is, what can happen there, how likely and how bad it is, and write it down.
    State \`governance: { riskAnalysis: { document, date, covers } }\`.`,
  references: ['NIST SP 800-66 Rev. 2, 3 and 5.1.1'],
  examples: {
    fails: 'riskAnalysis: none',
    passes: 'riskAnalysis: { document: risk-analysis.md, date: 2026-02-02, covers: all }',
  },
})
