import { decide, defineRule, flowsOfEphi } from '#rule'

export const marketing = defineRule({
  id: 'disclosures/marketing',
  title: 'Marketing rests on the authorization of the patient',
  ground: '164.508(a)(3)',
  related: ['164.508'],
  severity: 'high',
  subjects: flowsOfEphi.where('for marketing', ({ flow }) => flow?.purpose === 'marketing'),
  check: (flow) => decide(flow.at('authorization'), (its) => its !== 'none' && its.kind === 'patient'),
  says: 'records go out for marketing without the authorization of the patient',
  why: 'No other ground than the patient’s own signature permits the use of records for marketing.',
  fix: 'Stop the flow, or get authorizations, and state `authorization: { kind: patient, document }`.',
  references: ['45 CFR 164.501, marketing'],
  examples: { fails: 'authorization: none', passes: 'authorization: { kind: patient }' },
})
