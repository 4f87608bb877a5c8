import { defineRule, duration, expectTrue, expectWithin, ownHardware } from '#rule'

export const custody = defineRule({
  id: 'device-and-media/custody',
  title: 'It is recorded where hardware and media with ePHI go, and who has them',
  ground: '164.310(d)(2)(iii)',
  related: ['164.310(d)(1)'],
  severity: 'medium',
  subjects: ownHardware,
  parameters: {
    period: duration('P12M', 'The longest time since the record was compared with what is there.'),
  },
  check: (asset, { period }, { today }) => {
    const log = expectTrue(asset.at('custody', 'log'))
    const counted = asset.at('custody', 'lastReconciled')
    if (log.is !== 'pass' || counted.value === undefined) return log
    return expectWithin(counted, period, today, {
      severity: 'low',
      says: 'the record of where it is was not compared with what is there within {period}',
    })
  },
  says: 'nobody records where it goes and who has it',
  why: `
    A device that is in no list is missed by nobody, and a loss that nobody notices is a breach that nobody reports.
    The law asks for a record of movements and of the person responsible.`,
  fix: 'Record who has each device and medium, count them at least every {period}, and state `custody: { log: true, lastReconciled }`.',
  references: ['HICP 2023, practice 5'],
  examples: { fails: 'custody: false', passes: 'custody: { log: true, lastReconciled: 2026-06-01 }' },
})
