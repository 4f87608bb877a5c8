import { type Fact, factOf, restated } from '../fact.js'
import { pathOf } from '../path.js'
import { CLEARTEXT_PROTOCOLS, ENCRYPTED_PROTOCOLS, type EndpointSubject } from './endpoint.js'
import type { FlowSubject, HopSubject } from './hop.js'

const ALWAYS_LEGACY: ReadonlySet<string> = new Set(['ftp', 'telnet', 'tn3270'])
/** In clear these have no encryption; over TLS they are as good as any. */
const LEGACY_IN_CLEAR: ReadonlySet<string> = new Set(['pop3', 'imap', 'ldap'])

/** Whether a leg is of a protocol that has no encryption of its own, or of one in clear. */
export const isLegacy = ({
  protocol,
  encryption,
  endpoint,
}: Pick<HopSubject, 'protocol' | 'encryption' | 'endpoint'>): boolean => {
  const spoken = protocol.value ?? ''
  if (ALWAYS_LEGACY.has(spoken)) return true
  if (LEGACY_IN_CLEAR.has(spoken)) return encryption.value === 'none'
  return spoken === 'smb' && /^1\b/.test(endpoint?.value.smb?.minVersion ?? '')
}

/** What is stated of the encryption of a leg: by the flow on its last leg, else by the endpoint. */
export const encryptionOf = (
  flow: FlowSubject,
  endpoint: EndpointSubject | undefined,
  last: boolean,
): Fact<'none' | 'optional' | 'required'> => {
  const enabled = flow.at('encryption', 'enabled')
  if (last && enabled.value !== undefined) {
    return restated(enabled, enabled.value ? 'required' : 'none') as never
  }
  const protocol = flow.at('encryption', 'protocol')
  if (last && protocol.value !== undefined) return restated(protocol, 'required') as never
  if (endpoint) return endpoint.encryption
  const spoken = flow.at('protocol')
  if (last && spoken.value !== undefined) return byProtocol(spoken as Fact<string>, enabled.path)
  return factOf(unstatedPath(flow, enabled.path, last), undefined) as never
}

/** Nobody writes an implied flow: there the receiver's endpoint is what can be stated. */
const unstatedPath = (flow: FlowSubject, enabled: string, last: boolean): string => {
  if (flow.flow === undefined && flow.to.kind === 'asset') return pathOf('/assets', flow.to.id, 'endpoints')
  return last ? enabled : pathOf(flow.path, 'via')
}

const byProtocol = (spoken: Fact<string>, otherwise: string): Fact<'none' | 'optional' | 'required'> => {
  if (ENCRYPTED_PROTOCOLS.has(spoken.value ?? '')) return restated(spoken, 'required') as never
  if (CLEARTEXT_PROTOCOLS.has(spoken.value ?? '')) return restated(spoken, 'none') as never
  return factOf(otherwise, undefined) as never
}
