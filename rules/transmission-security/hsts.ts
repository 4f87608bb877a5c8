import { decide, defineRule, guidance, tlsEndpoints } from '#rule'

export const hsts = defineRule({
  id: 'transmission-security/hsts',
  title: 'Sites that browsers visit send HSTS',
  ground: guidance('RFC 9325', '164.312(e)(1)'),
  severity: 'low',
  subjects: tlsEndpoints.where(
    'over HTTPS, of what browsers visit',
    ({ asset, value }) => asset.traits.browsed && value.protocol === 'https',
  ),
  check: (endpoint) => decide(endpoint.tls('hsts'), (header) => header.enabled !== false),
  says: 'browsers are not told to come by HTTPS alone',
  why: 'The first visit by plain HTTP can be taken over before it is redirected; HSTS makes it the last one.',
  fix: 'Send `Strict-Transport-Security` with a year or more, and state `tls.hsts: { maxAge, includeSubDomains }`.',
  references: ['RFC 6797', 'RFC 9325, 3.2'],
  examples: { fails: 'tls: { hsts: none }', passes: 'tls: { hsts: true }' },
})
