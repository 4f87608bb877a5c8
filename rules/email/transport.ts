import { defineRule, expectNoneOf, messageWeakness, passWith, streamsInTransit } from '#rule'

// What leaves it to the other side whether mail is encrypted is judged by email/fallback.
const LEFT_TO_OTHERS: readonly (string | undefined)[] = ['opportunistic', 'dane', 'mta-sts']

export const transport = defineRule({
  id: 'email/transport',
  title: 'Mail with ePHI is encrypted on its way',
  ground: '164.312(e)(2)(ii)',
  related: ['164.312(e)(1)'],
  severity: ({ stays }) => (stays === 'inside' ? 'medium' : 'critical'),
  subjects: streamsInTransit.where(
    'and whose transport is not left to the other side or, unstated, to a vendor',
    ({ value: { transport }, sender }) =>
      !LEFT_TO_OTHERS.includes(transport) &&
      (transport !== undefined || sender?.runBy('transmission') !== 'vendor'),
  ),
  check: (stream) => {
    const transport = stream.at('transport')
    if (transport.value === 'enforced')
      return passWith('the certificate of the other side is not checked', transport)
    const algorithm = stream.at('messageEncryption', 'algorithm').value
    const weakness = algorithm === undefined ? undefined : messageWeakness(algorithm)
    return expectNoneOf(
      transport,
      ['none'],
      weakness === undefined
        ? {}
        : { found: `transport is none, and messageEncryption.algorithm is ${algorithm}: ${weakness}` },
    )
  },
  says: 'mail with ePHI is sent in clear',
  why: `
    Mail in clear is read, copied and changed by every network and server on its way, and nobody notices.
    What is intercepted is unsecured PHI, and that is a breach.`,
  fix: `
    Refuse to send without TLS, or encrypt each message or have it picked up at a portal, and state
    \`transport: enforced-verified\` or \`messageEncryption: { method, when: always }\`. Where patients were warned and
    want plain mail all the same, state \`consent\`.`,
  references: ['NIST SP 800-45 Version 2', 'NIST SP 800-177 Rev. 1', 'RFC 3207'],
  examples: { fails: 'transport: none', passes: 'transport: enforced-verified' },
})
