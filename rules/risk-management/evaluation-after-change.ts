import {
  defineRule,
  duration,
  fail,
  isAhead,
  isMissing,
  isWithin,
  lastChange,
  pass,
  passWith,
  system,
  unproven,
} from '#rule'

// The law asks to evaluate after changes of environment or operation; which these are, and how soon, is our reading.
export const evaluationAfterChange = defineRule({
  id: 'risk-management/evaluation-after-change',
  title: 'An evaluation followed the last large change',
  ground: '164.308(a)(8)',
  severity: 'low',
  subjects: system.where(
    'after a move of equipment or the departure of a vendor',
    (system, today) =>
      !isMissing(system.infrastructure.description.governance?.evaluation) &&
      lastChange(system, today) !== undefined,
  ),
  parameters: { period: duration('P90D', 'The longest time from a change to its evaluation.') },
  check: (system, { period }, { today }) => {
    const date = system.at('governance', 'evaluation').at('date')
    const change = lastChange(system, today)
    if (date.value === undefined || change === undefined || isAhead(date, today)) return unproven(date)
    if (date.value >= change.date) return pass(date)
    return isWithin(change.date, period, today)
      ? passWith(`${change.words} on ${change.date}: an evaluation is due`, date)
      : fail(date, { found: `evaluated on ${date.value}; ${change.words} on ${change.date}` })
  },
  says: 'the last large change was not followed by an evaluation',
  why: `
    Moved servers and vendors that left take measures along with them: keys, backups, rules of a firewall, accounts.
    The law asks to evaluate after changes, not only by the calendar.`,
  fix: 'Evaluate what the change did to the measures, and state the day in `governance.evaluation.date`.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.8'],
  examples: { fails: 'date: 2026-03-30', passes: 'date: 2026-03-31' },
})
