import { assets, defineRule, expectFalse } from '#rule'

export const anonymous = defineRule({
  id: 'access-control/anonymous',
  title: 'Nobody reads ePHI without logging in',
  ground: '164.312(a)(1)',
  related: ['164.312(d)'],
  severity: 'critical',
  // Of what only passes ePHI on, its endpoints are asked who may come in.
  subjects: assets.holdingEphi
    .where(
      'and store it, or of which it is stated who may read it',
      ({ saidToStore, traits, entry }) =>
        saidToStore || traits.stores || entry.value.access?.anonymous !== undefined,
    )
    .unlessVendor('access', (asset) => asset),
  check: (asset) => expectFalse(asset.at('access', 'anonymous')),
  says: 'anybody can read it without logging in',
  why: 'What anybody can read is found by search engines and by those who look for it, within hours.',
  fix: 'Take public access away, look in the logs who read it, and state `access: { anonymous: false }`.',
  references: ['NIST SP 800-66 Rev. 2, 5.3.1'],
  examples: { fails: 'anonymous: true', passes: 'anonymous: false' },
})
