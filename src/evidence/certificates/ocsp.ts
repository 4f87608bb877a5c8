import { DER, derBody, derTime, derValues } from './der.js'

/** What a stapled OCSP response says; its signature is not checked. */
export interface OcspStaple {
  readonly status: 'good' | 'revoked' | 'unknown' | 'unreadable'
  readonly thisUpdate?: string
  readonly nextUpdate?: string
}

const UNREADABLE: OcspStaple = { status: 'unreadable' }
const STATUSES: Readonly<Record<number, OcspStaple['status']>> = {
  128: 'good',
  161: 'revoked',
  130: 'unknown',
}

/** Reads an OCSP response (RFC 6960, 4.2.1): of its first answer, which is about the server's certificate. */
export const readStaple = (der: Buffer): OcspStaple => {
  const response = derBody(der, 0, DER.sequence)
  if (derBody(response, 0, DER.enumerated)?.[0] !== 0) return UNREADABLE
  const bytes = derBody(derBody(response, 1, DER.context0), 0, DER.sequence)
  const basic = derBody(derBody(bytes, 1, DER.octets), 0, DER.sequence)
  const data = derBody(basic, 0, DER.sequence)
  // A version and the name of who answers may stand before the answers.
  const answers = data && derValues(data).find(({ tag }) => tag === DER.sequence)
  const parts = derValues(derBody(answers?.body, 0, DER.sequence) ?? Buffer.alloc(0))
  const status = STATUSES[parts[1]?.tag ?? 0]
  if (status === undefined) return UNREADABLE
  const thisUpdate = derTime(parts[2]?.body)
  const nextUpdate =
    parts[3]?.tag === DER.context0 ? derTime(derBody(parts[3].body, 0, DER.generalizedTime)) : undefined
  return {
    status,
    ...(thisUpdate === undefined ? {} : { thisUpdate }),
    ...(nextUpdate === undefined ? {} : { nextUpdate }),
  }
}
