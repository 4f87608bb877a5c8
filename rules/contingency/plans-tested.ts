import { defineRule, duration, expectDocument, expectWithin, fail, lastPlanTest, system } from '#rule'

export const plansTested = defineRule({
  id: 'contingency/plans-tested',
  title: 'Contingency plans are tested and revised',
  ground: '164.308(a)(7)(ii)(D)',
  related: ['164.308(a)(7)(i)'],
  severity: 'medium',
  subjects: system,
  parameters: { period: duration('P12M', 'The longest time between two exercises.') },
  check: (system, { period }, { today }) => {
    const procedure = expectDocument(system.at('contingency', 'testing'), {
      says: 'there is no procedure to test and revise contingency plans',
    })
    if (procedure.is === 'fail') return procedure
    const last = lastPlanTest(system, today)
    return last.value === 'never'
      ? fail(last)
      : expectWithin(last, period, today, {
          severity: 'low',
          says: 'no contingency plan was tested within {period}',
        })
  },
  says: 'contingency plans were never tested',
  why: `
    A plan ages with every new system, telephone number and colleague, and only an exercise shows it.
    A restore tries the copies; an exercise tries the people, the order and the decisions.`,
  fix: 'Walk through an outage with those who would work in it at least every {period}, revise the plans, and state `contingency: { testing, disasterRecovery: { lastTest } }`.',
  references: ['NIST SP 800-34 Rev. 1, 3.5', 'NIST SP 800-66 Rev. 2, 5.1.7'],
  examples: {
    fails: 'disasterRecovery: { lastTest: never }',
    passes: 'disasterRecovery: { document: recovery.md, lastTest: 2026-04-20 }',
  },
})
