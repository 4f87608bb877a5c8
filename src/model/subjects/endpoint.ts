import type { Certificate, Endpoint, Tls } from '../description.generated.js'
import { entryNames } from '../entry-names.js'
import { type Fact, factOf } from '../fact.js'
import type { Infrastructure } from '../infrastructure.js'
import { identityOf, isPlain, merged } from '../merge.js'
import { pathOf } from '../path.js'
import { type AssetSubject, assetSubject } from './asset.js'
import type { Subject } from './subject.js'

/** A place where an asset accepts connections. */
export interface EndpointSubject extends Subject {
  readonly kind: 'endpoint'
  readonly asset: AssetSubject
  readonly value: Endpoint
  readonly at: Fact<Endpoint>['at']
  /** What is stated, or what the protocol itself says (https, ssh, VPNs encrypt; http, ftp, telnet do not). */
  readonly encryption: Fact<'none' | 'optional' | 'required'>
  /** A value of its TLS settings: its own, else that of the policy it names. */
  tls<const K extends keyof Tls & string>(key: K): Fact<NonNullable<Tls[K]>>
  readonly certificate: Fact<Certificate>
  /** Whether TLS is spoken here, by protocol, by settings, or by what is stated of encryption. */
  readonly speaksTls: boolean
}

/** Protocols that are encrypted by their nature, whichever way they do it. */
export const ENCRYPTED_PROTOCOLS: ReadonlySet<string> = new Set([
  'https',
  'ssh',
  'sftp',
  'ssl-vpn',
  'ipsec',
  'openvpn',
  'wireguard',
])
/** Protocols that have no encryption unless something is laid under them. */
export const CLEARTEXT_PROTOCOLS: ReadonlySet<string> = new Set(['http', 'ftp', 'telnet'])

const NOT_TLS: ReadonlySet<string> = new Set([
  'ssh',
  'sftp',
  'ipsec',
  'wireguard',
  'smb',
  'nfs',
  'snmp',
  'telnet',
  'http',
])

/** The endpoints of an asset. */
export const endpointsOf = (asset: AssetSubject): readonly EndpointSubject[] =>
  (asset.entry.value.endpoints ?? []).map((value, index) => endpointSubject(asset, value, index))

/** Every endpoint of every asset; of the exceptions of a group, what differs from the group’s. */
export const allEndpoints = (infrastructure: Infrastructure): EndpointSubject[] =>
  infrastructure.assets.flatMap((entry) => {
    const own = endpointsOf(assetSubject(infrastructure, entry))
    if (entry.exceptionOf === undefined) return own
    const group = new Set(infrastructure.asset(entry.exceptionOf)?.value.endpoints)
    return own.filter(({ value }) => !group.has(value))
  })

const endpointSubject = (asset: AssetSubject, value: Endpoint, index: number): EndpointSubject => {
  const name = identityOf(value) ?? entryNames(asset.entry.value.endpoints ?? [])[index] ?? ''
  const path = pathOf(asset.path, 'endpoints', identityOf(value) ?? String(index))
  const fact = factOf<Endpoint>(path, value)
  const subject: EndpointSubject = {
    kind: 'endpoint',
    id: `${asset.id}/${name}`,
    label: `${asset.id}/${name}`,
    path,
    assets: asset.assets,
    count: asset.count,
    reach: asset.reach,
    infrastructure: asset.infrastructure,
    asset,
    value,
    at: fact.at.bind(fact) as Fact<Endpoint>['at'],
    get encryption() {
      return encryptionOf(fact)
    },
    tls: (key) => tlsFact(asset.infrastructure, fact.at('tls') as Fact<Tls | string>, key),
    get certificate() {
      return tlsFact(asset.infrastructure, fact.at('tls') as Fact<Tls | string>, 'certificate')
    },
    get speaksTls() {
      return speaksTls(value)
    },
  }
  return subject
}

/** What is stated, else what its own settings or its protocol say. */
const encryptionOf = (endpoint: Fact<Endpoint>): Fact<'none' | 'optional' | 'required'> => {
  const stated = endpoint.at('encryption')
  const protocol = endpoint.at('protocol')
  if (stated.value !== undefined) return stated
  const smb = endpoint.at('smb', 'encryption')
  if (smb.value !== undefined) return factOf(smb.path, smb.value ? 'required' : 'none') as never
  const native = endpoint.at('native', 'level')
  if (native.value !== undefined) return factOf(native.path, NATIVE_LEVELS[native.value]) as never
  if (ENCRYPTED_PROTOCOLS.has(protocol.value ?? '')) return factOf(protocol.path, 'required') as never
  // FTP with TLS (RFC 4217) begins in clear: whether it has to go on so is stated nowhere.
  if (protocol.value === 'ftp' && endpoint.at('tls').value !== undefined) return stated
  if (CLEARTEXT_PROTOCOLS.has(protocol.value ?? '')) return factOf(protocol.path, 'none') as never
  return stated
}

/** Oracle Native Network Encryption: only `required` refuses plain connections. */
const NATIVE_LEVELS = {
  rejected: 'none',
  accepted: 'optional',
  requested: 'optional',
  required: 'required',
} as const

const speaksTls = ({ protocol, encryption, tls }: Endpoint): boolean => {
  if (encryption === 'none') return false
  if (tls !== undefined || protocol === 'https' || protocol === 'ssl-vpn') return true
  return (encryption === 'required' || encryption === 'optional') && !NOT_TLS.has(protocol ?? '')
}

/**
 * A TLS setting: stated in place, or in the policy that is named. `tls: edge` names a policy; `tls: { policy: edge }`
 * names one and may say some things otherwise.
 */
export const tlsFact = <const K extends keyof Tls & string>(
  { description }: Infrastructure,
  stated: Fact<Tls | string>,
  key: K,
): Fact<NonNullable<Tls[K]>> => {
  const { value } = stated
  const own = isPlain(value) ? (value as Tls)[key] : undefined
  const name = typeof value === 'string' ? value : (value as Tls | undefined)?.policy
  const shared = name === undefined ? undefined : description.tlsPolicies?.[name]
  const under = shared?.[key as keyof typeof shared]
  const both = own === undefined ? under : merged(under, own)
  const path =
    own === undefined && name !== undefined ? pathOf('/tlsPolicies', name, key) : pathOf(stated.path, key)
  return factOf(path, both) as never
}
