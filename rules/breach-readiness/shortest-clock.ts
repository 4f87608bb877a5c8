import {
  clockWords,
  defineRule,
  expectShorter,
  practice,
  runningClock,
  signedAgreements,
  unproven,
} from '#rule'

export const shortestClock = defineRule({
  id: 'breach-readiness/shortest-clock',
  title: 'Vendors tell of a breach before the shortest clock of a state runs out',
  ground: practice('164.410(b)', 'State laws of breach notice'),
  severity: 'medium',
  subjects: signedAgreements.where(
    'in states that give less time than the law',
    (vendor) => runningClock(vendor) !== undefined,
  ),
  check: (vendor) => {
    const notice = vendor.at('baa', 'breachNotice')
    const clock = runningClock(vendor)
    if (clock === undefined) return unproven(notice)
    return expectShorter(notice, clock.period, { found: `${notice.value}; ${clockWords(clock)}` })
  },
  says: 'it may tell you of a breach only when the time that your state gives you is over',
  why: `
    The clock of the state runs from your own discovery, and from that of a vendor who acts as your agent. With a late
    vendor no time is left to find out who is concerned.`,
  fix: 'Verify the clock with counsel, agree on a shorter notice with the vendor, and state `baa: { breachNotice }`.',
  references: ['State statutes as cited in the finding; a reference value, to be verified with counsel'],
  examples: { fails: 'breachNotice: 45 days', passes: 'breachNotice: 10 days' },
})
