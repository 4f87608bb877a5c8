import { carriesOnlyLimitedData, defineRule, flowsOfEphi, judgeAuthorization } from '#rule'

const ENOUGH = ['patient', 'research-waiver', 'required-by-law']

export const research = defineRule({
  id: 'disclosures/research',
  title: 'Research rests on an authorization, a waiver or a use agreement',
  ground: '164.512(i)',
  related: ['164.508', '164.514(e)'],
  severity: 'medium',
  subjects: flowsOfEphi.where('for research', ({ flow }) => flow?.purpose === 'research'),
  check: (flow) =>
    judgeAuthorization(flow, carriesOnlyLimitedData(flow) ? [...ENOUGH, 'data-use-agreement'] : ENOUGH),
  says: 'records go to research on no ground that permits it',
  why: 'Research needs the authorization of each patient, a waiver by a board, or a limited data set with a use agreement.',
  fix: 'Get the waiver or the authorizations, or send a limited data set under an agreement; state `authorization: { kind, document }`.',
  references: ['45 CFR 164.512(i)', '45 CFR 164.514(e)'],
  examples: { fails: 'authorization: none', passes: 'authorization: { kind: research-waiver }' },
})
