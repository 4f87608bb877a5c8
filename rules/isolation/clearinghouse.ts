import { componentOf, defineRule, judgeSeparation, system } from '#rule'

export const clearinghouse = defineRule({
  id: 'isolation/clearinghouse',
  title: 'Clearinghouse functions are isolated from the larger organisation',
  ground: '164.308(a)(4)(ii)(A)',
  related: ['164.308(a)(4)(i)'],
  severity: 'high',
  // It binds a clearinghouse that is part of something larger, which is what the designation states.
  subjects: system.where(
    'of an organisation with a clearinghouse in it',
    (system) => system.at('system', 'designations', 'clearinghouse').value !== undefined,
  ),
  check: (system) => judgeSeparation(componentOf(system, 'clearinghouse')),
  says: 'the clearinghouse is not walled off from the rest of the organisation',
  why: `
    A clearinghouse sees the claims of people who are no patients of the organisation around it.
    The law allows the larger organisation no way in, and no alternative to the wall.`,
  fix: `
    Give the clearinghouse zones and users of its own, deny by default, and open only the ports that its work needs.
    State \`zone\` and \`access.authorised\` of its assets, and \`zonePolicy\`.`,
  references: ['NIST SP 800-66 Rev. 2, 5.1.4'],
  examples: { fails: 'zone: office', passes: 'zone: claims' },
})
