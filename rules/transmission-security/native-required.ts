import { decide, defineRule, endpointsOfEphi, practice } from '#rule'

export const nativeRequired = defineRule({
  id: 'transmission-security/native-required',
  title: 'Encryption of a protocol’s own is required, not only accepted',
  ground: practice('164.312(e)(1)'),
  severity: ({ value }) => (value.exposure === 'public' ? 'high' : 'medium'),
  subjects: endpointsOfEphi
    .where(
      'with encryption of their own',
      ({ value }) => value.native !== undefined && value.exposure !== 'loopback',
    )
    .unlessVendor('transmission', ({ asset }) => asset),
  check: (endpoint) => decide(endpoint.at('native', 'level'), (level) => level === 'required'),
  says: 'its native encryption lets plain connections in',
  why: 'Below `required`, Oracle Native Network Encryption and its kind fall back to plain text as soon as the other side does not ask for more.',
  fix: 'Set the level to REQUIRED on the server, with AES, and state `native: { level: required, algorithm }`.',
  references: ['NIST SP 800-52 Rev. 2'],
  examples: { fails: 'native: { level: accepted }', passes: 'native: { level: required }' },
})
