import {
  decide,
  defineRule,
  fail,
  listed,
  pass,
  type StreamSubject,
  streamsInTransit,
  type Verdict,
} from '#rule'

/** Partners with whom mail is plain outweigh those with whom it may be. */
const weakerPartners = (stream: StreamSubject): Verdict => {
  const plain = stream.weakerPartners.filter((partner) => partner.transport === 'none')
  const worst = plain.length > 0 ? plain : stream.weakerPartners
  const found = listed(worst.map(({ domains, transport }) => `${domains.join(', ')}: ${transport}`))
  if (plain.length === 0)
    return fail(stream.at('partners'), {
      says: 'less is asked of some partners than of others, so that mail to them may go in clear',
      found,
    })
  return fail(stream.at('partners'), {
    severity: stream.stays === 'inside' ? 'medium' : 'critical',
    says: 'mail with ePHI is sent to some partners in clear',
    found,
  })
}

export const fallback = defineRule({
  id: 'email/fallback',
  title: 'Where TLS is refused, mail with ePHI is not sent in clear',
  ground: '164.312(e)(2)(ii)',
  related: ['164.312(e)(1)'],
  severity: ({ stays, value: { transport } }) => {
    if (stays === 'inside') return 'low'
    return transport === 'dane' || transport === 'mta-sts' ? 'medium' : 'high'
  },
  subjects: streamsInTransit.where(
    'and that are sent by TLS, or plainly to some partners',
    ({ value: { transport }, weakerPartners }) =>
      transport !== 'none' && (transport !== undefined || weakerPartners.length > 0),
  ),
  check: (stream) => {
    const { transport } = stream.value
    if (stream.weakerPartners.length > 0) return weakerPartners(stream)
    const fallback = stream.at('fallback')
    // Enforced transport refuses by itself, unless it is said to send anyway.
    if (fallback.value === undefined && (transport === 'enforced' || transport === 'enforced-verified'))
      return pass(stream.at('transport'))
    return decide(fallback, (what) => what !== 'send-anyway', {
      found: `transport is ${transport}, fallback is ${fallback.value}`,
    })
  },
  says: 'mail with ePHI goes in clear to whoever does not offer TLS',
  why: `
    Opportunistic TLS encrypts where both sides offer it, and anybody on the way can take the offer out.
    DANE and MTA-STS bind only those who publish them, so that for all others it is the same.`,
  fix: `
    Queue or return what cannot be sent encrypted, or offer it at a portal, and state \`fallback: queue\` or
    \`fallback: portal-pickup\`. Take exceptions out of \`partners\`, or ask as much of them as of others.`,
  references: ['RFC 3207', 'RFC 7672', 'RFC 8461', 'NIST SP 800-177 Rev. 1'],
  examples: { fails: 'fallback: send-anyway', passes: 'fallback: queue' },
})
