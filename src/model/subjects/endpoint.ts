import type { Certificate, Endpoint, Ipsec, Ssh, Tls } from '../description.generated.js'
import { entryNames } from '../entry-names.js'
import { type Fact, factOf, restated } from '../fact.js'
import type { Infrastructure } from '../infrastructure.js'
import { identityOf, isPlain, merged } from '../merge.js'
import { pathOf } from '../path.js'
import { rememberedWithin } from '../remembered.js'
import { type AssetSubject, assetSubject } from './asset.js'
import type { TlsSpeaker, TunnelSpeaker } from './speaker.js'

/** A place where an asset accepts connections. */
export interface EndpointSubject extends TlsSpeaker, TunnelSpeaker {
  readonly kind: 'endpoint'
  readonly asset: AssetSubject
  readonly value: Endpoint
  readonly at: Fact<Endpoint>['at']
  /** What is stated, or what the protocol itself says (https, ssh, VPNs encrypt; http, ftp, telnet do not). */
  readonly encryption: Fact<'none' | 'optional' | 'required'>
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

/** The endpoints of an asset; the same ones every time they are asked for. */
export const endpointsOf = (asset: AssetSubject): readonly EndpointSubject[] =>
  viewsOf(asset.infrastructure, asset)

/** Every endpoint of every asset; of the exceptions of a group, what differs from the group’s. */
export const allEndpoints = (infrastructure: Infrastructure): EndpointSubject[] =>
  infrastructure.assets.flatMap((entry) => {
    const own = endpointsOf(assetSubject(infrastructure, entry))
    if (entry.exceptionOf === undefined) return own
    const group = new Set(infrastructure.asset(entry.exceptionOf)?.value.endpoints)
    return own.filter(({ value }) => !group.has(value))
  })

class EndpointView implements EndpointSubject {
  readonly kind = 'endpoint'
  readonly id: string
  readonly path: string
  readonly at: Fact<Endpoint>['at']
  readonly #fact: Fact<Endpoint>
  constructor(
    readonly asset: AssetSubject,
    readonly value: Endpoint,
    index: number,
  ) {
    const identity = identityOf(value)
    this.id = `${asset.id}/${identity ?? entryNames(asset.entry.value.endpoints ?? [])[index] ?? ''}`
    this.path = pathOf(asset.path, 'endpoints', identity ?? String(index))
    this.#fact = factOf<Endpoint>(this.path, value)
    this.at = this.#fact.at.bind(this.#fact) as Fact<Endpoint>['at']
  }

  get label() {
    return this.id
  }
  get assets() {
    return this.asset.assets
  }
  get count() {
    return this.asset.count
  }
  get reach() {
    return this.asset.reach
  }
  get infrastructure() {
    return this.asset.infrastructure
  }
  get encryption() {
    return encryptionOf(this.#fact)
  }
  tls<const K extends keyof Tls & string>(key: K): Fact<NonNullable<Tls[K]>> {
    return tlsFact(this.infrastructure, this.#fact.at('tls') as Fact<Tls | string>, key)
  }
  get certificate(): Fact<Certificate> {
    return this.tls('certificate')
  }
  get ssh(): Fact<Ssh> {
    return this.at('ssh')
  }
  get ipsec(): Fact<Ipsec> {
    return this.at('ipsec')
  }
  get isExposed() {
    return this.value.exposure === 'public' || this.asset.controls !== undefined
  }
  get speaksTls() {
    return speaksTls(this.value)
  }
}

const viewsOf = rememberedWithin((_infrastructure, asset: AssetSubject): readonly EndpointSubject[] =>
  (asset.entry.value.endpoints ?? []).map((value, index) => new EndpointView(asset, value, index)),
)

/** What is stated, else what its own settings or its protocol say. */
const encryptionOf = (endpoint: Fact<Endpoint>): Fact<'none' | 'optional' | 'required'> => {
  const stated = endpoint.at('encryption')
  const protocol = endpoint.at('protocol')
  if (stated.value !== undefined) return stated
  const smb = endpoint.at('smb', 'encryption')
  if (smb.value !== undefined) return restated(smb, smb.value ? 'required' : 'none') as never
  const native = endpoint.at('native', 'level')
  if (native.value !== undefined) return restated(native, NATIVE_LEVELS[native.value]) as never
  if (ENCRYPTED_PROTOCOLS.has(protocol.value ?? '')) return restated(protocol, 'required') as never
  // FTP with TLS (RFC 4217) begins in clear: whether it has to go on so is stated nowhere.
  if (protocol.value === 'ftp' && endpoint.at('tls').value !== undefined) return stated
  if (CLEARTEXT_PROTOCOLS.has(protocol.value ?? '')) return restated(protocol, 'none') as never
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
  const isShared = own === undefined && name !== undefined
  return (
    isShared
      ? factOf(pathOf('/tlsPolicies', name, key), both)
      : restated((stated as Fact<Tls>).at(key) as Fact<unknown>, both)
  ) as never
}
