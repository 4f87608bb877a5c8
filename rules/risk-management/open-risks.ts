import { all, decide, defineRule, expectNotPast, expectPerson, ownPolicy, pass, risks, unproven } from '#rule'

export const openRisks = defineRule({
  id: 'risk-management/open-risks',
  title: 'Open risks have an owner and are not overdue',
  ground: ownPolicy('The days that the risk register sets', '164.308(a)(1)(ii)(B)'),
  severity: 'medium',
  subjects: risks,
  check: (risk, _parameters, { today }) => {
    const status = risk.at('status')
    if (status.value === undefined) return unproven(status)
    if (status.value === 'done') return pass(status)
    const owned = expectPerson(risk.at('owner'), { says: 'nobody answers for it' })
    if (status.value === 'accepted')
      return all(
        decide(risk.at('document'), (document) => document !== 'none', {
          says: 'it is accepted, and nothing says why and by whom',
        }),
        owned,
      )
    return all(expectNotPast(risk.at('due'), today), owned)
  },
  says: 'it is still open after the day on which it was to be treated',
  why: `
    A register that nobody works off is evidence against the organisation: it knew, and did nothing.
    The days are your own, and no law’s.`,
  fix: 'Treat the risk and state `status: done`; or set a new `due` with a reason; or accept it with `status: accepted` and a `document`.',
  references: ['NIST SP 800-66 Rev. 2, 4'],
  examples: {
    fails: 'status: open, owner: IT, due: 2026-11-23',
    passes: 'status: open, owner: IT, due: 2026-11-24',
  },
})
