import { coveredEntity, defineRule, expectDocument } from '#rule'

export const noticeProcedure = defineRule({
  id: 'breach-readiness/notice-procedure',
  title: 'A procedure for telling of breaches exists',
  ground: '164.414(a)',
  related: ['164.404', '164.406', '164.408', '164.530(i)'],
  severity: 'high',
  subjects: coveredEntity,
  check: (system) => expectDocument(system.at('governance', 'breachNotification')),
  says: 'there is no procedure for telling patients, HHS and the media of a breach',
  why: `
    60 days after discovery every patient concerned has to have a letter; from 500 people on HHS hears at the same time, and
    the media of a state with more than 500 of them. Whoever writes the first letter only then is late.`,
  fix: `
    Write who assesses a breach by the four factors of 164.402(2), who tells whom until when, with templates, and state
    \`governance: { breachNotification: { document, date } }\`.`,
  references: ['45 CFR 164.404', '45 CFR 164.406', '45 CFR 164.408', '45 CFR 164.414'],
  examples: {
    fails: 'breachNotification: none',
    passes: 'breachNotification: { document: breach-notice.md }',
  },
})
