import type { AssetKind } from '../../model/description.generated.js'
import type { Source } from '../../model/layer.js'
import type { AssetDraft } from '../resources/draft.js'
import type { Claim } from './claim.js'

/** What runs as one: the pods of a Deployment, a service of Compose. */
export interface Workload {
  /** `Deployment/openemr/openemr`, without the id of the source. */
  readonly address: string
  readonly source: Source
  /** Whether it runs to an end. */
  readonly isJob: boolean
  /** What it is, where the resource itself says so and no image does. */
  readonly kind?: AssetKind
  readonly containers: readonly Container[]
  /** Who reaches a port of it; `undefined` where that cannot be told. */
  exposure(port: number, container: Container): Claim<Exposure> | undefined
  /** Who listens at a name, seen from here. */
  resolve(host: string): Target | Elsewhere | undefined
  /** What it waits for before it starts, and so talks to. */
  readonly needs: readonly { readonly address: string; readonly source: Source }[]
  /** Something beside it encrypts all that comes in, and takes nothing in clear. */
  readonly sealed?: Claim<true>
  /** How often it is started, if that is written: an interval, ISO 8601. */
  readonly schedule?: Claim<string>
  /** What the format says of the whole, once its asset has been begun. */
  describe(asset: AssetDraft): void
}

/** One container of a workload. */
export interface Container {
  readonly name: string
  readonly source: Source
  /** The image, if it can be told. */
  readonly image?: Claim<string>
  readonly environment: readonly Variable[]
  /** The words of its command line. */
  readonly words: readonly Word[]
  readonly ports: readonly DeclaredPort[]
}

/** A variable of the environment of a container. */
export interface Variable {
  readonly name: string
  /** `undefined` where the file does not say it. */
  readonly value: string | undefined
  readonly source: Source
  /** Whether the value stands in the file in clear, and not in a store of secrets. */
  readonly inClear: boolean
}

/** A word of a command line. */
export interface Word {
  readonly text: string
  readonly source: Source
}

/** A port at which a container listens. */
export interface DeclaredPort {
  readonly port: number
  readonly transport: 'tcp' | 'udp'
  /** What it is called: `https`, `postgres`. */
  readonly name?: string
  readonly source: Source
}

/** Who reaches a port. */
export type Exposure = 'public' | 'partner' | 'internal' | 'loopback'

/** Who listens at a name. */
export interface Target {
  readonly address: string
  /** The port of the container behind a port of a service. */
  port(asked: number): number
}

/** A name that stands for a host outside of what is described. */
export interface Elsewhere {
  readonly host: string
}
