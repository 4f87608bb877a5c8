import { defineRule, duration, expectDocument, expectWithin, isStated, passWith, system } from '#rule'

export const incidentPlan = defineRule({
  id: 'breach-readiness/incident-plan',
  title: 'A plan for security incidents exists',
  ground: '164.308(a)(6)(i)',
  related: ['164.308(a)(6)(ii)'],
  severity: 'high',
  subjects: system,
  parameters: {
    tested: duration('P1Y', 'The longest time since the plan was last tested.'),
  },
  check: (system, { tested }, { today }) => {
    const plan = system.at('governance', 'incidentResponse')
    const exists = expectDocument(plan)
    if (exists.is !== 'pass') return exists
    const lastTest = plan.at('lastTest')
    if (!isStated(lastTest)) return passWith('when it was last tested is not stated', plan)
    return expectWithin(lastTest, tested, today, {
      severity: 'medium',
      says: 'its plan for security incidents was not tested within {tested}',
    })
  },
  says: 'there is no plan for security incidents',
  why: `
    In the first hours of an intrusion somebody has to decide what is unplugged, who is called, and what is kept as proof.
    Incidents have to be answered, mitigated and documented, which nobody does well unprepared.`,
  fix: `
    Write who decides, how an incident is contained, told and recorded, exercise it at least every {tested}, and state
    \`governance: { incidentResponse: { document, date, lastTest } }\`. Keep a record of each incident and its outcome.`,
  references: ['NIST SP 800-66 Rev. 2, 5.1.6', 'HHS Cybersecurity Performance Goals'],
  examples: {
    fails: 'incidentResponse: none',
    passes: 'incidentResponse: { document: incidents.md, lastTest: 2026-05-01 }',
  },
})
