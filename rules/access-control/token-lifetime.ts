import { accessOfOurs, defineRule, duration, expectAtMost, guidance } from '#rule'

export const tokenLifetime = defineRule({
  id: 'access-control/token-lifetime',
  title: 'Tokens of sessions end within a day',
  ground: guidance('NIST SP 800-63B-4', '164.312(d)'),
  severity: 'low',
  subjects: accessOfOurs.where('with tokens', (asset) => asset.access('tokens').value !== undefined),
  parameters: {
    lifetime: duration('P1D', 'The longest life of a token.', {
      whose: { source: 'NIST SP 800-63B-4, AAL2' },
    }),
  },
  check: (asset, { lifetime }) => expectAtMost(asset.access('tokens').at('lifetime'), lifetime),
  says: 'its tokens live longer than {lifetime}',
  why: 'A token that is stolen logs in for as long as it lives, and no second factor is asked.',
  fix: 'Let tokens end within {lifetime}, with refresh tokens that can be revoked, and state `tokens: { lifetime }`.',
  references: ['NIST SP 800-63B-4, 2.2.3'],
  examples: { fails: 'tokens: { lifetime: 30 days }', passes: 'tokens: { lifetime: 1 hour }' },
})
