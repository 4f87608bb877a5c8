import {
  defineRule,
  type EndpointSubject,
  fail,
  guidance,
  isForEverybody,
  isInsideName,
  isSelfSigned,
  pass,
  tlsEndpoints,
  unproven,
  type Verdict,
  verifyingClient,
} from '#rule'

const SELF_SIGNED = 'its certificate vouches for itself'

/** Any client has to trust it without having been told to. */
const forEverybody = ({ certificate }: EndpointSubject): Verdict => {
  const [trusted, subject] = [certificate.at('publiclyTrusted'), certificate.at('subject')]
  if (trusted.value === false) return fail(trusted)
  if (isSelfSigned(certificate.value ?? {})) return fail(certificate.at('issuer'), { says: SELF_SIGNED })
  return isInsideName(subject.value ?? '')
    ? fail(subject, { says: 'its certificate is for a name that no client outside can ask for' })
    : trusted.value === true
      ? pass(trusted)
      : unproven(trusted)
}

/** An issuer of our own is as good as any, where the clients were told to trust it. */
const forOurs = (endpoint: EndpointSubject): Verdict => {
  const { certificate } = endpoint
  const [trusted, issuer] = [certificate.at('publiclyTrusted'), certificate.at('issuer')]
  if (trusted.value === true) return pass(trusted)
  const told = verifyingClient(endpoint)
  if (told !== undefined) return pass(told)
  // Who the clients are decides, and that is not said.
  if (endpoint.value.exposure === undefined) return unproven(endpoint.at('exposure'))
  if (isSelfSigned(certificate.value ?? {})) return fail(issuer, { severity: 'medium', says: SELF_SIGNED })
  return issuer.value === undefined ? unproven(issuer) : pass(issuer)
}

export const nameAndIssuer = defineRule({
  id: 'certificates/name-and-issuer',
  formerly: ['certificates/issuer-trusted'],
  title: 'Clients trust the name and the issuer of certificates',
  ground: guidance('NIST SP 800-52 Rev. 2', '164.312(e)(1)'),
  severity: (endpoint) => (isForEverybody(endpoint) ? 'high' : 'medium'),
  subjects: tlsEndpoints.where('beyond one machine', ({ value }) => value.exposure !== 'loopback'),
  check: (endpoint) => {
    const matches = endpoint.certificate.at('matchesHost')
    if (matches.value === false) return fail(matches, { says: 'its certificate is for another host' })
    return isForEverybody(endpoint) ? forEverybody(endpoint) : forOurs(endpoint)
  },
  says: 'browsers and other clients do not trust its issuer',
  why: `
    Clients who are told to accept a certificate that nobody vouches for accept an attacker’s as well.
    A CA of your own is fine inside, where clients have it among those that they trust.`,
  fix: `
    Outside, have it issued by a public CA for the name that clients use, and state \`certificate: { subject, issuer, publiclyTrusted: true }\`.
    Inside, use a CA of your own, and state its \`issuer\`, or \`client: { verify: full }\` of the flows that check it.`,
  references: ['NIST SP 800-52 Rev. 2, 3.2'],
  examples: { fails: 'publiclyTrusted: false', passes: 'publiclyTrusted: true' },
})
