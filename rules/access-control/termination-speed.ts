import { accessOfOurs, defineRule, duration, expectAtMost, guidance } from '#rule'

export const terminationSpeed = defineRule({
  id: 'access-control/termination-speed',
  title: 'Those who leave lose their access at once',
  ground: guidance('HHS Cybersecurity Performance Goals, revoke credentials', '164.308(a)(3)(ii)(C)'),
  severity: 'medium',
  subjects: accessOfOurs.where('where access ends', (asset) => {
    const within = asset.access('termination').at('within').value
    return within !== undefined && within !== 'never'
  }),
  parameters: { period: duration('PT24H', 'The longest time until access has ended.') },
  check: (asset, { period }) => expectAtMost(asset.access('termination').at('within'), period),
  says: 'those who leave keep their access for longer than {period}',
  why: 'The days after somebody left are those in which records are taken along. The law names no time.',
  fix: 'Let access end within {period}, at best by itself from the personnel system, and state `termination: { within, automated }`.',
  examples: { fails: 'termination: { within: 2 days }', passes: 'termination: { within: 1 hour }' },
})
