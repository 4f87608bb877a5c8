import { assets, defineRule, expectFalse } from '#rule'

export const anonymous = defineRule({
  id: 'access-control/anonymous',
  title: 'Nobody reads ePHI without logging in',
  ground: '164.312(a)(1)',
  related: ['164.312(d)'],
  severity: 'critical',
  subjects: assets.storingEphi,
  check: (asset) => expectFalse(asset.at('access', 'anonymous')),
  says: 'anybody can read it without logging in',
  why: 'What anybody can read is found by search engines and by those who look for it, within hours.',
  fix: 'Take public access away, look in the logs who read it, and state `access: { anonymous: false }`.',
  references: ['NIST SP 800-66 Rev. 2, 5.3.1'],
  examples: { fails: 'anonymous: true', passes: 'anonymous: false' },
})
