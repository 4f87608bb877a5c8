import { defineRule, flowsOfEphi, judgeAuthorization, releasesLimitedData } from '#rule'

export const marketing = defineRule({
  id: 'disclosures/marketing',
  title: 'Marketing rests on the authorization of the patient',
  ground: '164.508(a)(3)',
  related: ['164.508'],
  severity: 'high',
  // Of limited data sets data-classes/limited-set-purpose speaks.
  subjects: flowsOfEphi.where(
    'for marketing, but for limited data sets that go to others',
    (flow) => flow.flow?.purpose === 'marketing' && !releasesLimitedData(flow),
  ),
  check: (flow) => judgeAuthorization(flow, ['patient']),
  says: 'records go out for marketing without the authorization of the patient',
  why: 'No other ground than the patient’s own signature permits the use of records for marketing.',
  fix: 'Stop the flow, or get authorizations, and state `authorization: { kind: patient, document }`.',
  references: ['45 CFR 164.501, marketing'],
  examples: { fails: 'authorization: none', passes: 'authorization: { kind: patient }' },
})
