import { coveredEntity, defineRule, expectDocument, isAttested, passWith } from '#rule'

export const breachLog = defineRule({
  id: 'breach-readiness/breach-log',
  title: 'Breaches of fewer than 500 people are logged',
  ground: '164.408(c)',
  related: ['164.530(j)'],
  severity: 'low',
  subjects: coveredEntity,
  check: (system) => {
    const log = system.at('governance', 'breachLog')
    const kept = expectDocument(log)
    return kept.is === 'fail' && isAttested(log, system)
      ? passWith('no breach so far, as somebody signed', log)
      : kept
  },
  says: 'there is no log of breaches',
  why: `
    Breaches of fewer than 500 people are told to HHS once a year, within 60 days of its end, and proof of each is kept for
    six years. A letter to the wrong patient is one of them.`,
  fix: `
    Keep a log, and state \`governance: { breachLog: { document } }\`; an empty one will do. If there was no breach so far
    and hence no log, attest \`governance.breachLog\`.`,
  references: ['45 CFR 164.408(c)', '45 CFR 164.414(b)'],
  examples: { fails: 'breachLog: none', passes: 'breachLog: { document: breaches.xlsx }' },
})
