import { carriesOnlyLimitedData, defineRule, fail, flowsOfEphi, pass, unproven } from '#rule'

const ENOUGH: readonly (string | undefined)[] = ['patient', 'research-waiver', 'required-by-law']

export const research = defineRule({
  id: 'disclosures/research',
  title: 'Research rests on an authorization, a waiver or a use agreement',
  ground: '164.512(i)',
  related: ['164.508', '164.514(e)'],
  severity: 'medium',
  subjects: flowsOfEphi.where('for research', ({ flow }) => flow?.purpose === 'research'),
  check: (flow) => {
    const authorization = flow.at('authorization')
    if (authorization.value === undefined) return unproven(authorization)
    if (authorization.value === 'none') return fail(authorization)
    const { kind } = authorization.value
    if (kind === undefined) return unproven(authorization)
    if (ENOUGH.includes(kind)) return pass(authorization)
    return kind === 'data-use-agreement' && carriesOnlyLimitedData(flow)
      ? pass(authorization)
      : fail(authorization)
  },
  says: 'records go to research on no ground that permits it',
  why: 'Research needs the authorization of each patient, a waiver by a board, or a limited data set with a use agreement.',
  fix: 'Get the waiver or the authorizations, or send a limited data set under an agreement; state `authorization: { kind, document }`.',
  references: ['45 CFR 164.512(i)', '45 CFR 164.514(e)'],
  examples: { fails: 'authorization: none', passes: 'authorization: { kind: research-waiver }' },
})
