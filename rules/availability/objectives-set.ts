import { all, criticalSystems, decide, defineRule, practice } from '#rule'

export const objectivesSet = defineRule({
  id: 'availability/objectives-set',
  title: 'Critical systems have objectives for recovery',
  ground: practice('164.308(a)(7)(ii)(E)', 'NIST SP 800-34 Rev. 1'),
  severity: 'low',
  subjects: criticalSystems,
  check: (asset) =>
    all(
      decide(asset.at('availability', 'rto'), (rto) => rto !== 'never'),
      decide(asset.at('availability', 'rpo'), (rpo) => rpo !== 'never', {
        says: 'it is called critical, and any loss of its data is said to be bearable',
      }),
    ),
  says: 'it is called critical, and it is said that it need not come back',
  why: `
    How long it may be down and how much may be lost decides which copies and which spare machines are enough.
    HIPAA sets no such number: it is yours, from the analysis of what depends on the system.`,
  fix: `
    Agree with those who depend on the system, and state \`availability: { rto, rpo }\`.
    If it really may be lost, state another \`criticality\`.`,
  references: ['NIST SP 800-34 Rev. 1', 'NIST SP 800-66 Rev. 2, 5.1.7'],
  examples: { fails: 'rto: never, rpo: 1 day', passes: 'rto: 4 hours, rpo: 15 minutes' },
})
