import type { Certificate } from '../model/description.generated.js'
import type { Fact } from '../model/fact.js'
import { byKeys, remembered } from '../model/remembered.js'
import type { EndpointSubject } from '../model/subjects/endpoint.js'
import { hopsOfEphi } from './selectors.js'

/** Names that no client on the internet can ask for: single words, and domains that are not delegated. */
const INSIDE_ONLY =
  /^(?:[^.:\s]+|.+\.(?:local|localhost|localdomain|internal|intranet|lan|home\.arpa|invalid))$/i
/** Addresses of private networks, and of the machine itself (RFC 1918, RFC 6890). */
const PRIVATE_ADDRESS = /^(?:10|127)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\./
/** A name that stands alone: other text is a title that somebody gave the certificate. */
const NAME = /^(?:localhost|[\w*-]+(?:\.[\w-]+)+)$/i

/** The name in a subject: its common name, or all of it where it is a name alone; `undefined` for other text. */
const nameInSubject = (subject: string): string | undefined =>
  /(?:^|[,/\s])CN\s*=\s*([^,/]+)/i.exec(subject)?.[1]?.trim() ??
  (NAME.test(subject.trim()) ? subject.trim() : undefined)

/** Whether the name in a subject can be asked for inside a network alone. */
export const isInsideName = (subject: string): boolean => {
  const name = nameInSubject(subject)
  return name !== undefined && (INSIDE_ONLY.test(name) || PRIVATE_ADDRESS.test(name))
}

/** Whether a certificate vouches for itself. */
export const isSelfSigned = ({ subject, issuer }: Certificate): boolean =>
  subject !== undefined && subject.trim().toLowerCase() === issuer?.trim().toLowerCase()

/** Whether anybody may be a client: it faces the internet, and asks for no certificate of theirs. */
export const isForEverybody = (endpoint: EndpointSubject): boolean =>
  endpoint.value.exposure === 'public' && endpoint.tls('clientCertificates').value !== 'required'

/** What a flow states of clients that check this server, if one does: whom they trust was set up. */
export const verifyingClient = (endpoint: EndpointSubject): Fact<'none' | 'ca' | 'full'> | undefined =>
  (hopsByServer(endpoint.infrastructure).get(endpoint.path) ?? [])
    .map((hop) => hop.flow.at('client', 'verify') as Fact<'none' | 'ca' | 'full'>)
    .find(({ value }) => value === 'ca' || value === 'full')

const hopsByServer = remembered((infrastructure) =>
  byKeys(
    hopsOfEphi.of(infrastructure).filter(({ last }) => last),
    ({ endpoint }) => [endpoint?.path],
  ),
)
