import { all, defineRule, duration, expectDocument, expectWithin, missesOwnReview, system } from '#rule'

export const evaluation = defineRule({
  id: 'risk-management/evaluation',
  title: 'Security is evaluated periodically',
  ground: '164.308(a)(8)',
  severity: 'medium',
  subjects: system,
  parameters: { period: duration('P12M', 'The longest time since the last evaluation.') },
  check: (system, { period }, { today }) => {
    const evaluation = system.at('governance', 'evaluation')
    const exists = expectDocument(evaluation)
    if (exists.is !== 'pass' || missesOwnReview(evaluation.value, today)) return exists
    const recent = expectWithin(evaluation.at('date'), period, today, {
      severity: 'low',
      says: 'security was last evaluated longer than {period} ago',
    })
    return all(exists, recent)
  },
  says: 'nobody evaluated whether the measures still meet the Security Rule',
  why: `
    Measures that fitted the practice when they were chosen stop fitting unnoticed.
    The law asks for a technical and a non-technical evaluation and names no period: this one is ours.`,
  fix: `
    Let somebody compare what is done with what the rule asks; a report of this tool is a part of it.
    State \`governance: { evaluation: { document, date } }\`.`,
  references: ['NIST SP 800-66 Rev. 2, 5.1.8'],
  examples: {
    fails: 'evaluation: none',
    passes: 'evaluation: { document: evaluation-2026.md, date: 2026-05-11 }',
  },
})
