import { criticalSystems, defineRule, expectOneOf, hostOf, practice } from '#rule'

export const hostRanked = defineRule({
  id: 'availability/host-ranked',
  title: 'What a critical system runs on is ranked as critical',
  ground: practice('164.308(a)(7)(ii)(E)', 'NIST SP 800-34 Rev. 1'),
  severity: 'low',
  subjects: criticalSystems.where('on a host that is described', (asset) => hostOf(asset) !== undefined),
  check: (asset) => {
    const safety = asset.entry.value.criticality === 'life-safety'
    const host = hostOf(asset) ?? asset
    return expectOneOf(host.at('criticality'), safety ? ['life-safety'] : ['critical', 'life-safety'], {
      found: `it runs on ${host.id}, of which \`criticality\` is ${host.entry.value.criticality}`,
    })
  },
  says: 'it is ranked higher than the host that it stands and falls with',
  why: `
    A system is up no longer than what it runs on.
    A host with a lower rank is restored later, patched at noon and bought without a spare.`,
  fix: `
    Rank the host by the most critical system on it, in \`criticality\`, and see to it accordingly.
    Or move the system to a host that is ranked as high.`,
  references: ['NIST SP 800-34 Rev. 1'],
  examples: { fails: 'criticality: normal', passes: 'criticality: critical' },
})
