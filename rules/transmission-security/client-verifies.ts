import { defineRule, fail, flowsOfEphi, guidance, pass, unproven } from '#rule'

export const clientVerifies = defineRule({
  id: 'transmission-security/client-verifies',
  title: 'Clients verify whom they send ePHI to',
  ground: guidance('NIST SP 800-52 Rev. 2', '164.312(e)(1)'),
  severity: 'high',
  subjects: flowsOfEphi.where(
    'written down, over TLS, between machines',
    ({ overTls, onOneHost }) => overTls && !onOneHost,
  ),
  check: (flow) => {
    const verify = flow.at('client', 'verify')
    if (verify.value === undefined) return unproven(verify)
    if (verify.value === 'full') return pass(verify)
    return fail(
      verify,
      verify.value === 'ca' ? { severity: 'low', says: 'the client does not compare the name' } : {},
    )
  },
  says: 'the client does not verify the server',
  why: 'Encryption to whoever answers protects from nobody: an attacker in between answers first, and passes on what he has read.',
  fix: 'Let the client verify certificate and name (`sslmode=verify-full`, `VERIFY_IDENTITY`), and state `client: { verify: full }`.',
  references: ['NIST SP 800-52 Rev. 2, 4.5.2'],
  examples: { fails: 'client: { verify: none }', passes: 'client: { verify: full }' },
})
