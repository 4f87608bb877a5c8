import {
  carriesSensitivity,
  defineRule,
  FOR_PROCEEDINGS,
  flowsOfEphi,
  judgeAuthorization,
  releasesLimitedData,
} from '#rule'

export const legalProcess = defineRule({
  id: 'disclosures/legal-process',
  title: 'Disclosures to proceedings rest on an order or a lawful request',
  ground: '164.512(e)(1)',
  severity: 'medium',
  // Of records under 42 CFR Part 2 neighbouring-law/part2-proceedings speaks, of limited data sets
  // data-classes/limited-set-purpose.
  subjects: flowsOfEphi.where(
    'for proceedings, but for records under 42 CFR Part 2 and limited data sets that go to others',
    (flow) =>
      flow.flow?.purpose === 'legal' && !carriesSensitivity(flow, 'part2') && !releasesLimitedData(flow),
  ),
  check: (flow) => judgeAuthorization(flow, FOR_PROCEEDINGS),
  says: 'records go to proceedings without an order',
  why: 'A subpoena of a lawyer alone is not enough: an order, a protective order, or notice to the patient is.',
  fix: 'Ask for the order, and state `authorization: { kind: court-order, document }`.',
  references: ['45 CFR 164.512(e)(1)'],
  examples: { fails: 'authorization: none', passes: 'authorization: { kind: court-order }' },
})
