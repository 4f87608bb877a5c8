import { defineRule, judgeFloor, ownPolicy, retentionFloors } from '#rule'

export const ownFloor = defineRule({
  id: 'documentation/own-floor',
  title: 'What contracts and policies ask to be kept longer is kept longer',
  ground: ownPolicy('Your own `retentionFloors`, and those of your customers’ contracts'),
  severity: 'high',
  subjects: retentionFloors,
  check: judgeFloor,
  says: 'what it asks to keep is kept less long',
  why: `
    A contract or a policy that asks for more than the law binds those who signed it.
    Whoever set the periods of the systems has often never read it.`,
  fix: 'Raise the period of what is named to what was promised, or have the promise changed.',
  examples: {
    fails: '[{ of: disclosures, atLeast: 10 years, source: contract }]',
    passes: '[{ of: disclosures, atLeast: 6 years, source: contract }]',
  },
})
