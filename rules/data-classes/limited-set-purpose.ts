import {
  defineRule,
  FOR_PROCEEDINGS,
  fail,
  flowsOfEphi,
  judgeAuthorization,
  pass,
  releasesLimitedData,
  unproven,
} from '#rule'

/** What a limited data set may serve, and what any PHI may serve. */
const PERMITTED: readonly string[] = [
  'research',
  'public-health',
  'operations',
  'treatment',
  'payment',
  'individual',
]

export const limitedSetPurpose = defineRule({
  id: 'data-classes/limited-set-purpose',
  title: 'A limited data set goes out for research, public health or operations',
  ground: '164.514(e)(3)',
  related: ['164.514(e)', '164.514(e)(4)'],
  severity: 'high',
  subjects: flowsOfEphi.where(
    'of limited data sets to somebody who does not work for us',
    releasesLimitedData,
  ),
  check: (flow) => {
    const purpose = flow.at('purpose')
    if (purpose.value === undefined) return unproven(purpose)
    if (PERMITTED.includes(purpose.value)) return pass(purpose)
    const authorization = flow.at('authorization')
    const lawful = judgeAuthorization(flow, purpose.value === 'marketing' ? ['patient'] : FOR_PROCEEDINGS)
    if (lawful.is === 'unproven') return lawful
    return lawful.is === 'pass' ? pass(purpose, authorization) : fail(purpose, {}, authorization)
  },
  says: 'a limited data set goes out for what no use agreement can permit',
  why: `
    A limited data set is still about people, and the agreement that lets it out covers three purposes.
    For any other it is protected health information like the rest, and needs the ground that the rest needs.`,
  fix: `
    Stop the flow, or get what permits it, and state \`authorization: { kind, document }\`.
    If the purpose is research, public health or operations, state that in \`purpose\`.`,
  references: ['45 CFR 164.514(e)(3)'],
  examples: {
    fails: 'purpose: marketing, authorization: { kind: data-use-agreement }',
    passes: 'purpose: research, authorization: { kind: data-use-agreement }',
  },
})
