import { criticalSystems, defineRule, expectTrue, practice } from '#rule'

export const monitored = defineRule({
  id: 'availability/monitored',
  title: 'Critical systems are monitored',
  ground: practice('164.306(a)(1)'),
  severity: 'low',
  subjects: criticalSystems,
  check: (asset) => expectTrue(asset.at('availability', 'monitored')),
  says: 'it is critical, and nobody is told when it is down',
  why: `
    An outage that users report is noticed late, and at night not at all.
    What is watched also shows when a disk fills up or a replica falls behind, before it matters.`,
  fix: `
    Let something outside the system check that it answers, and wake somebody when it does not.
    State \`availability: { monitored: true }\`.`,
  references: ['NIST SP 800-34 Rev. 1'],
  examples: { fails: 'monitored: false', passes: 'monitored: true' },
})
