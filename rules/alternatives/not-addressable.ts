import { alternativeFaults, alternatives, defineRule, fail, pass } from '#rule'

export const notAddressable = defineRule({
  id: 'alternatives/not-addressable',
  title: 'Alternatives are written for addressable specifications',
  ground: '164.306(d)(3)',
  severity: 'medium',
  subjects: alternatives,
  check: (alternative, _parameters, { today }) => {
    const specification = alternative.at('specification')
    const fault = alternativeFaults(alternative.value, today).find(({ kind }) => kind === 'not-addressable')
    return fault ? fail(specification) : pass(specification)
  },
  says: 'it is written for a specification that is not addressable',
  why: 'A required specification, and a standard, have to be met: no document takes their place, and what it was to cover stays a finding.',
  fix: 'Meet the specification, or name the addressable one that was meant; `hipaacheck explain` says which a rule rests on.',
  references: ['45 CFR Part 164, Subpart C, Appendix A'],
  examples: { fails: '164.308(a)(7)(ii)(A)', passes: '164.312(a)(2)(iv)' },
})
