import type { Certificate, Endpoint, Ipsec, Ssh, Tls } from '../description.generated.js'
import type { Fact } from '../fact.js'
import type { AssetSubject } from './asset.js'
import type { Subject } from './subject.js'

/** What states settings of its encryption: an endpoint, or a flow for itself. */
export interface Speaker extends Subject {
  /** Which asset accepts; `undefined` where it is not ours. */
  readonly asset: AssetSubject | undefined
}

/** What states settings of TLS. */
export interface TlsSpeaker extends Speaker {
  readonly value: Pick<Endpoint, 'protocol'>
  /** A value of its TLS settings: its own, else that of the policy it names. */
  tls<const K extends keyof Tls & string>(key: K): Fact<NonNullable<Tls[K]>>
  readonly certificate: Fact<Certificate>
}

/** What states settings of SSH or IPsec. */
export interface TunnelSpeaker extends Speaker {
  readonly ssh: Fact<Ssh>
  readonly ipsec: Fact<Ipsec>
  /** Whether anybody, or administrators, log in there. */
  readonly isExposed: boolean
}
