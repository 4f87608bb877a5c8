import { defineRule, fail, pass, sponsorAccess, sponsorReaches, system, unproven } from '#rule'

export const planSponsor = defineRule({
  id: 'scope/plan-sponsor',
  title: 'The sponsor of a health plan gets at nothing but what the plan documents give it',
  ground: '164.314(b)(2)',
  related: ['164.314(b)(1)'],
  severity: 'medium',
  subjects: system.where(
    'of a health plan',
    ({ infrastructure }) => infrastructure.description.system?.providerType === 'health-plan',
  ),
  check: (system) => {
    const access = sponsorAccess(system)
    const { designation, groups } = access
    if (designation.value === undefined) return unproven(designation)
    if (groups.length === 0)
      return unproven(designation, 'name the groups of its people by id in `system.designations.planSponsor`')
    const [reached] = sponsorReaches(access)
    if (reached) return fail(reached.authorised, { found: reached.words })
    const unknown = access.undesignated.find(({ authorised }) => authorised.value === undefined)
    return unknown ? unproven(unknown.authorised) : pass(designation)
  },
  says: 'people of the plan sponsor may use systems that are not designated for them',
  why: `
    An employer that reads the claims of its own staff can use them against them.
    The plan documents have to keep it apart, with security measures that back that up.`,
  fix: `
    Take the groups of the sponsor out of \`access.authorised\`, or designate the asset if the plan documents allow it.
    State \`access.authorised\` of every asset with ePHI.`,
  references: ['45 CFR 164.504(f)(2)(iii)'],
  examples: { fails: 'authorised: [claims-staff, hr]', passes: 'authorised: [claims-staff]' },
})
