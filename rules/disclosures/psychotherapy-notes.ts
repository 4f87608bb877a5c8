import { carriesSensitivity, defineRule, flowsOfEphi, judgeAuthorization, receiversOf } from '#rule'

export const psychotherapyNotes = defineRule({
  id: 'disclosures/psychotherapy-notes',
  title: 'Psychotherapy notes leave only by authorization of the patient',
  ground: '164.508(a)(2)',
  related: ['164.508'],
  severity: 'high',
  subjects: flowsOfEphi.where(
    'that take psychotherapy notes to somebody outside',
    (flow) =>
      receiversOf(flow).some(({ kind }) => kind !== 'asset') &&
      carriesSensitivity(flow, 'psychotherapy-notes'),
  ),
  check: (flow) => judgeAuthorization(flow, ['patient']),
  says: 'psychotherapy notes go out without the authorization of the patient',
  why: 'These notes have a protection of their own: even treatment by somebody else does not permit their disclosure.',
  fix: 'Keep them apart from the record, stop the flow or get authorizations, and state `authorization: { kind: patient, document }`.',
  references: ['45 CFR 164.508(a)(2)'],
  examples: { fails: 'authorization: none', passes: 'authorization: { kind: patient }' },
})
