import { defineRule, expectDocument, system } from '#rule'

export const noticeToCustomers = defineRule({
  id: 'breach-readiness/notice-to-customers',
  title: 'A business associate has a procedure for telling its customers of breaches',
  ground: '164.410',
  related: ['164.410(b)'],
  severity: 'high',
  // Who is a covered entity as well is asked for one procedure for both by notice-procedure.
  subjects: system.where(
    'of a business associate that is no covered entity',
    ({ infrastructure }) => infrastructure.description.system?.entity === 'business-associate',
  ),
  check: (system) => expectDocument(system.at('governance', 'breachNotification')),
  says: 'there is no procedure for telling customers of a breach',
  why: `
    A business associate has to tell the covered entity within 60 days, and to name each individual concerned as far as it
    can. Contracts mostly give it a few days.`,
  fix: `
    Write who tells which customer until when, and from which logs the individuals are found, and state
    \`governance: { breachNotification: { document, date } }\`.`,
  references: ['45 CFR 164.410'],
  examples: {
    fails: 'breachNotification: none',
    passes: 'breachNotification: { document: breach-notice.md }',
  },
})
