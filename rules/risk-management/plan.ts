import { all, decide, defineRule, expectDocument, system } from '#rule'

export const plan = defineRule({
  id: 'risk-management/plan',
  title: 'The risks that were found are treated by a plan',
  ground: '164.308(a)(1)(ii)(B)',
  related: ['164.308(a)(1)(i)'],
  severity: 'high',
  subjects: system,
  check: (system) => {
    const plan = system.at('governance', 'riskManagement')
    const exists = expectDocument(plan)
    const [planned, analysed] = [plan.at('date'), system.at('governance', 'riskAnalysis').at('date').value]
    if (planned.value === undefined || analysed === undefined) return exists
    const follows = decide(planned, (date) => date >= analysed, {
      severity: 'low',
      says: 'the plan that treats the risks is older than the analysis that found them',
      found: `plan of ${planned.value}, analysis of ${analysed}`,
    })
    return all(exists, follows)
  },
  says: 'nothing is planned about the risks that were found',
  why: `
    An analysis without measures shows only that the organisation knew.
    OCR says that it looks at the second as well from 2026 on.`,
  fix: `
    Write for each risk what is done, by whom and until when, after every analysis anew.
    State \`governance: { riskManagement: { document, date } }\`, and the risks in \`governance.risks\`.`,
  references: ['NIST SP 800-66 Rev. 2, 4'],
  examples: {
    fails: 'riskManagement: none',
    passes: 'riskManagement: { document: plan.md, date: 2026-03-01 }',
  },
})
