import { accessOfOurs, defineRule, duration, expectAtMost, OF_PROPOSAL, proposed } from '#rule'

export const termination = defineRule({
  id: 'proposed-2025/termination',
  title: 'Access would end within an hour',
  ground: proposed('termination'),
  severity: 'low',
  subjects: accessOfOurs,
  parameters: { period: duration('PT1H', 'The longest time until access has ended.', OF_PROPOSAL) },
  check: (asset, { period }) => expectAtMost(asset.access('termination').at('within'), period),
  says: 'the proposal would have access end within {period} of the end of employment',
  why: `
    Today the law names no time. The proposal would name this one, and have other regulated entities told within 24
    hours when somebody’s access to them changes.`,
  fix: 'Let access end by itself when the personnel system records the end, and state `termination: { within, automated }`.',
  references: ['90 FR 898'],
  examples: { fails: 'termination: { within: 24 hours }', passes: 'termination: { within: 1 hour }' },
})
