import { defineRule, federal, judgeAuthorization, part2Flows } from '#rule'

export const part2Proceedings = defineRule({
  id: 'neighbouring-law/part2-proceedings',
  title: 'Records on substance use treatment go to proceedings only by consent or court order',
  ground: federal('42 CFR 2.12(d), 2.61'),
  severity: 'high',
  subjects: part2Flows.where('for proceedings', ({ flow }) => flow?.purpose === 'legal'),
  check: (flow) => judgeAuthorization(flow, ['patient', 'court-order']),
  says: 'records under 42 CFR Part 2 go to proceedings without consent and without a court order',
  why: `
    What a patient told a program for substance use disorders may not be used against that patient in any proceeding, unless
    the patient consents or a court orders it by 42 CFR 2.61 to 2.67. No subpoena is enough.`,
  fix: 'Stop the flow until there is a written consent or an order, and state `authorization: { kind: patient | court-order, document }`.',
  references: ['42 CFR 2.12(d)', '42 CFR 2.61 to 2.67'],
  examples: { fails: 'authorization: none', passes: 'authorization: { kind: court-order }' },
})
