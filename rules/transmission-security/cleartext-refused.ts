import { decide, defineRule, endpointsOfEphi, practice } from '#rule'

export const cleartextRefused = defineRule({
  id: 'transmission-security/cleartext-refused',
  title: 'Servers of ePHI refuse plain connections',
  ground: practice('164.312(e)(1)'),
  severity: ({ value }) => (value.exposure === 'public' ? 'high' : 'medium'),
  subjects: endpointsOfEphi.where(
    'that offer encryption',
    ({ encryption, value }) =>
      encryption.value !== 'none' && value.exposure !== 'loopback' && value.native === undefined,
  ),
  check: ({ encryption }) => decide(encryption, (value) => value === 'required'),
  says: 'it accepts plain connections as well',
  why: 'Where encryption is optional, a client that was set up wrongly, or an attacker in between, gets a plain connection and nobody notices.',
  fix: 'Refuse plain connections (`sslmode` at clients is not enough: `hostssl`, `require_secure_transport`, `requireTLS`), and state `encryption: required`.',
  references: ['NIST SP 800-52 Rev. 2'],
  examples: { fails: 'encryption: optional', passes: 'encryption: required' },
})
