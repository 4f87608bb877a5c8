import type { Asset, Endpoint, MailDomain } from '../model/description.generated.js'
import type { MessageFacts } from '../model/observed-message.js'

/** The shape of evidence files; raised when a field changes its meaning. */
export const EVIDENCE_VERSION = 1

/** What a tool saw of what really runs, as `schemas/evidence.schema.json` describes it. */
export interface EvidenceFile {
  readonly evidenceVersion: typeof EVIDENCE_VERSION
  /** Who made it: this tool, or another scanner whose result was read. */
  readonly tool: { readonly name: string; readonly version?: string }
  readonly observations: readonly Observation[]
}

/** What an observation is of: an endpoint by where it answers, a mail domain, an asset, or one message. */
export type ObservedThing =
  | {
      readonly kind: 'endpoint'
      /** DNS name or address that was asked. */
      readonly host: string
      readonly port: number
      /** `assetId/endpointId`, where the description says which endpoint answers there. */
      readonly place?: string
    }
  | { readonly kind: 'mail-domain'; readonly domain: string }
  | {
      readonly kind: 'asset'
      readonly id?: string
      /** Address of an imported resource, or a name by which a scanner knows it (ARN, host name). */
      readonly address?: string
    }
  | { readonly kind: 'message'; readonly messageId?: string; readonly stream?: string }

interface ObservationBase {
  readonly about: ObservedThing
  /** When, RFC 3339 in UTC. */
  readonly observedAt: string
  /** From where: a host name, a network. */
  readonly from?: string
  /** By what means, in a few words: `TLS handshakes`, `testssl.sh 3.2`. */
  readonly how: string
  /**
   * What was looked at: what runs, unless this says that it was the configuration alone. Then it counts as imported,
   * not as observed.
   */
  readonly of?: 'configuration'
  /** What else was seen, in the tool's own words; rules do not read it. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** Something that was seen, in the words of the description language. */
export interface Seen extends ObservationBase {
  readonly state: 'observed'
  readonly facts: Partial<Endpoint> | Partial<MailDomain> | Partial<Asset> | MessageFacts
}

/** Something that could not be seen: a timeout, a refusal. It is listed, and is never a fact. */
export interface NotProven extends ObservationBase {
  readonly state: 'not-proven'
  /** Why, with the other side's own words. */
  readonly reason: string
}

export type Observation = Seen | NotProven
