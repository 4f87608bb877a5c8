import { accessOfOurs, defineRule, expectTrue } from '#rule'

export const defaultCredentials = defineRule({
  id: 'authentication/default-credentials',
  title: 'The passwords that products come with are gone',
  ground: '164.312(d)',
  related: ['164.308(a)(5)(ii)(D)'],
  severity: 'high',
  subjects: accessOfOurs,
  check: (asset) => expectTrue(asset.access('defaultCredentialsRemoved')),
  says: 'it may still have the password that it came with',
  why: 'Default passwords stand in manuals, and worms try them all.',
  fix: 'Change or remove them before a product is connected, and state `defaultCredentialsRemoved: true`.',
  references: ['NIST SP 800-66 Rev. 2, 5.1.5'],
  examples: { fails: 'defaultCredentialsRemoved: false', passes: 'defaultCredentialsRemoved: true' },
})
