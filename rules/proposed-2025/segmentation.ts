import { decide, defineRule, fail, proposed, system } from '#rule'

export const segmentation = defineRule({
  id: 'proposed-2025/segmentation',
  title: 'The network would be segmented',
  ground: proposed('segmentation'),
  severity: 'medium',
  subjects: system,
  check: ({ infrastructure }) => {
    const [zones, policy] = [infrastructure.fact('zones'), infrastructure.fact('zonePolicy').at('default')]
    return zones.value?.length === 0 && policy.value === undefined
      ? fail(zones, { says: 'the proposal would ask for a segmented network, and there is one for all' })
      : decide(policy, (value) => value === 'deny')
  },
  says: 'the proposal would ask for a segmented network, and here every zone reaches every other',
  why: `
    In a flat network whoever gets into one workstation gets to the records. The proposal would ask to divide it as far
    as is reasonable and appropriate.`,
  fix: 'Divide the network, let nothing pass but what is needed, and state `zones` and `zonePolicy: { default: deny, rules }`.',
  references: ['90 FR 898'],
  examples: { fails: 'zonePolicy: { default: allow }', passes: 'zonePolicy: { default: deny }' },
})
