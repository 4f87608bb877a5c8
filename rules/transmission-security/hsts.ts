import { decide, defineRule, duration, expectAtLeast, guidance, tlsEndpoints } from '#rule'

export const hsts = defineRule({
  id: 'transmission-security/hsts',
  title: 'Sites that browsers visit send HSTS',
  ground: guidance('RFC 9325', '164.312(e)(1)'),
  severity: 'low',
  subjects: tlsEndpoints.where(
    'over HTTPS, of what browsers visit',
    ({ asset, value }) => asset.traits.browsed && value.protocol === 'https',
  ),
  parameters: {
    // Headers say 31536000 seconds, which is a year but for leap days.
    period: duration('P365D', 'The shortest time for which browsers are to come by HTTPS alone.', {
      stricter: 'higher',
    }),
  },
  check: (endpoint, { period }) => {
    const hsts = endpoint.tls('hsts')
    const sent = decide(hsts, (header) => header.enabled !== false)
    const age = hsts.at('maxAge')
    if (sent.is !== 'pass' || age.value === undefined) return sent
    return expectAtLeast(age, period, {
      says: 'browsers are told for less than {period} to come by HTTPS alone',
    })
  },
  says: 'browsers are not told to come by HTTPS alone',
  why: 'The first visit by plain HTTP can be taken over before it is redirected; HSTS makes it the last one.',
  fix: 'Send `Strict-Transport-Security` with {period} or more, and state `tls.hsts: { maxAge, includeSubDomains }`.',
  references: ['RFC 6797', 'RFC 9325, 3.2'],
  examples: { fails: 'tls: { hsts: none }', passes: 'tls: { hsts: true }' },
})
