import type { AssetDraft } from './draft.js'
import type { Linked } from './linked.js'
import type { CloudRecord } from './record.js'

/** A network of a provider, in which it runs functions that are in no network of ours. */
export interface FunctionNetwork {
  readonly id: string
  readonly name: string
  /** Whose default it is that a function runs there, and since when that is known. */
  readonly note: string
}

/**
 * Claims that a function runs in a network of its provider: nobody comes in that way, since it is called by the
 * interface of the provider alone, and every connection to the internet goes out.
 */
export const claimFunctionNetwork = (
  { source }: CloudRecord,
  { draft, context }: Linked,
  asset: AssetDraft,
  { id, name, note }: FunctionNetwork,
): void => {
  const zone = draft.entry('zones', context.idOf(id), source)
  zone.set('name', name, source)
  zone.assume('trust', 'internal', source, note)
  zone.assume('outbound', 'any', source, note)
  asset.assume('zone', zone.id, source, note)
}
