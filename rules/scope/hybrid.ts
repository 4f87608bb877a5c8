import { all, componentOf, defineRule, fail, judgeSeparation, namesOfSome, system, unproven } from '#rule'

export const hybrid = defineRule({
  id: 'scope/hybrid',
  title: 'The health care component of a hybrid entity is walled off',
  ground: '164.105(a)(2)(ii)(B)',
  severity: 'high',
  subjects: system.where(
    'of a hybrid entity',
    ({ infrastructure }) => infrastructure.description.system?.entity === 'hybrid',
  ),
  check: (system) => {
    const component = componentOf(system, 'healthCareComponent')
    const { designation, outside } = component
    if (designation.value === undefined) return unproven(designation)
    const separation = judgeSeparation(component)
    if (outside.length === 0) return separation
    return all(
      fail(designation, {
        says: 'ePHI is outside the health care component that was designated',
        found: namesOfSome(outside.map(({ id }) => id)),
      }),
      separation,
    )
  },
  says: 'the other components of the entity are not kept out of its health care component',
  why: `
    To the health care component the rest of the entity is a stranger, as if it were another company.
    What the rest can reach is a disclosure that nobody permitted.`,
  fix: `
    Designate every part that has ePHI in \`system.designations.healthCareComponent\`, and keep the designation six years.
    Give it zones and users of its own, deny by default, and state \`zone\`, \`access.authorised\` and \`zonePolicy\`.`,
  references: ['45 CFR 164.105(a)(2)(ii)', '45 CFR 164.105(c)'],
  examples: { fails: 'zone: campus', passes: 'zone: clinic' },
})
