import { criticalSystems, defineRule, fail, hasReplica, pass, practice, unproven } from '#rule'

export const singlePoint = defineRule({
  id: 'availability/single-point',
  title: 'Critical systems survive one failure',
  ground: practice('164.306(a)(1)'),
  severity: ({ entry }) => (entry.value.criticality === 'life-safety' ? 'high' : 'medium'),
  subjects: criticalSystems,
  check: (asset) => {
    const failover = asset.at('availability', 'failover')
    if (failover.value === 'none') return fail(failover)
    const instances = asset.at('availability', 'instances')
    const spare = failover.value === 'automatic' || hasReplica(asset)
    if (instances.value !== undefined && instances.value < 2 && !spare) return fail(instances)
    const zones = asset.at('availability', 'availabilityZones')
    if (zones.value !== undefined && zones.value < 2)
      return fail(zones, { severity: 'low', says: 'all of it fails with one building or zone' })
    if (hasReplica(asset)) return pass(asset.at('criticality'), failover)
    return instances.value === undefined && failover.value === undefined
      ? unproven(instances)
      : pass(instances, failover)
  },
  says: 'it is critical, and nothing takes over when it fails',
  why: `
    Patients are treated without their record while it is down, and for some of them that is dangerous.
    HIPAA asks for availability and mandates no second machine: how much is enough is your own analysis.`,
  fix: `
    Run a second instance that takes over, in another zone where that can be had, and state \`availability\`.
    Or have a downtime procedure, and a \`criticality\` that says how long is bearable.`,
  references: ['NIST SP 800-34 Rev. 1'],
  examples: { fails: 'instances: 1', passes: 'instances: 2, availabilityZones: 2, failover: automatic' },
})
