import { all, defineRule, expectDocument, expectNumberAtLeast, system, unproven } from '#rule'

const EVERYBODY = 100

export const training = defineRule({
  id: 'documentation/training',
  title: 'The whole workforce is trained',
  ground: '164.308(a)(5)(i)',
  related: ['164.530(b)'],
  severity: 'medium',
  subjects: system,
  check: (system) => {
    const training = system.at('governance', 'training')
    const exists = expectDocument(training)
    const completion = training.at('completion')
    if (exists.is !== 'pass') return exists
    if (completion.value === undefined) return { ...unproven(completion), severity: 'low' }
    const complete = expectNumberAtLeast(completion, EVERYBODY, {
      severity: 'low',
      says: 'a part of the workforce is not trained',
      found: `${completion.value}% have completed it`,
    })
    return all(exists, complete)
  },
  says: 'there is no training in security',
  why: `
    Most intrusions begin with a message that somebody opens. The law asks to train everybody who works here,
    management included; a covered entity trains its people in privacy as well.`,
  fix: 'Train everybody when they arrive and again from time to time, count who has completed it, and state `governance: { training: { document, date, completion } }`.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.5'],
  examples: {
    fails: 'training: none',
    passes: 'training: { document: course, date: 2026-05-01, completion: 100 }',
  },
})
