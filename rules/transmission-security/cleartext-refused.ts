import { decide, defineRule, type EndpointSubject, endpointsOfEphi, practice } from '#rule'

/**
 * A flow that goes to an endpoint without encryption is judged itself. Of what was imported nobody may have described
 * the flows, and what a probe saw in clear is so whoever comes; a listener of HTTP that faces the internet has a rule
 * of its own.
 */
const speaksInClearUnjudged = (endpoint: EndpointSubject): boolean =>
  !endpoint.asset.reachedByFlow &&
  (wasSeenInClear(endpoint)
    ? endpoint.value.protocol !== 'http' || endpoint.value.exposure !== 'public'
    : endpoint.asset.entry.imported &&
      (endpoint.value.protocol !== 'http' ||
        endpoint.value.exposure === 'internal' ||
        endpoint.value.exposure === 'partner'))

const wasSeenInClear = ({ value, encryption, infrastructure }: EndpointSubject): boolean =>
  value.encryption === 'none' && infrastructure.rankOf(encryption.path) === 'observed'

/** Mail comes in from anybody, and some of them cannot encrypt; rules on mail ask for TLS there. */
const isMailExchange = ({ asset, value: { protocol, port, exposure } }: EndpointSubject): boolean =>
  asset.traits.mail && protocol === 'smtp' && port === 25 && (exposure ?? 'public') === 'public'

export const cleartextRefused = defineRule({
  id: 'transmission-security/cleartext-refused',
  title: 'Servers of ePHI refuse plain connections',
  ground: practice('164.312(e)(1)'),
  severity: ({ value }) => (value.exposure === 'public' ? 'high' : 'medium'),
  subjects: endpointsOfEphi
    .where(
      'that offer encryption, and are no exchange of mail',
      (endpoint) =>
        !isMailExchange(endpoint) &&
        (endpoint.encryption.value !== 'none' || speaksInClearUnjudged(endpoint)) &&
        endpoint.value.exposure !== 'loopback' &&
        endpoint.value.native === undefined,
    )
    .unlessVendor('transmission', ({ asset }) => asset),
  check: ({ encryption }) =>
    decide(
      encryption,
      (value) => value === 'required',
      encryption.value === 'none' ? { says: 'it speaks in clear alone' } : {},
    ),
  says: 'it accepts plain connections as well',
  why: 'Where encryption is optional, a client that was set up wrongly, or an attacker in between, gets a plain connection and nobody notices.',
  fix: 'Refuse plain connections (`sslmode` at clients is not enough: `hostssl`, `require_secure_transport`, `requireTLS`), and state `encryption: required`.',
  references: ['NIST SP 800-52 Rev. 2'],
  examples: { fails: 'encryption: optional', passes: 'encryption: required' },
})
