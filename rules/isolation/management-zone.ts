import { assets, decide, defineRule, guidance, reachableZones, unproven } from '#rule'

export const managementZone = defineRule({
  id: 'isolation/management-zone',
  title: 'Tools that control systems with ePHI are reached from management zones alone',
  ground: guidance('NIST SP 800-207', '164.312(a)(1)'),
  severity: 'low',
  // A bastion is the door to such a zone, and a host or a directory has to be reached by its users.
  subjects: assets.administeringEphi.where(
    'by administering them, and are no bastion',
    ({ id, entry, infrastructure }) =>
      infrastructure.scope.administering.get(id)?.how === 'administers' && entry.value.kind !== 'bastion',
  ),
  check: (asset) => {
    const zones = reachableZones(asset)
    const unknown = zones.find(({ value }) => value === undefined)
    if (unknown) return unproven(unknown)
    const trusts = zones.map(({ value }) => value)
    return decide(
      asset.access('reachableFrom'),
      () => trusts.every((trust) => trust === 'management' || trust === 'restricted'),
      { severity: trusts.includes('public') || trusts.includes('external') ? 'medium' : 'low' },
    )
  },
  says: 'it controls systems with ePHI, and is reached from zones where others work',
  why: `
    The console of a hypervisor or a pipeline is worth more to an intruder than any one server.
    A network that only administrators are on keeps a stolen password from being enough.`,
  fix: `
    Let only a zone with \`trust: management\` reach it, with a bastion in front.
    State those zones in \`access.reachableFrom\`.`,
  references: ['NIST SP 800-207'],
  examples: { fails: 'reachableFrom: [office]', passes: 'reachableFrom: [ops]' },
})
