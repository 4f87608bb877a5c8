import type { Rank } from '../../knowledge/terms.js'
import type { AssetKind } from '../../model/description.generated.js'
import type { Layer } from '../../model/layer.js'
import { RESERVED_KEYS } from '../documents/document.js'
import type { NotRead, ReadContext } from '../source.js'
import { AWS_KINDS } from './aws/kinds.js'
import { AZURE_KINDS } from './azure/kinds.js'
import type { AssetDraft } from './draft.js'
import { draft } from './draft.js'
import { applyRow, type KindFacts, type KindTable } from './facts.js'
import { GOOGLE_KINDS } from './google/kinds.js'
import { type Linked, linked } from './linked.js'
import { type CloudRecord, recordOf, type TypeTable } from './record.js'
import type { Resource } from './resource.js'
import { VENDORS } from './vendors.js'

/** What was made of the resources of one unit. */
export interface Assembled {
  readonly layers: readonly Layer[]
  readonly notRead: readonly NotRead[]
}

/** Every neutral kind that is known. */
export const KINDS: KindTable = { ...AWS_KINDS, ...AZURE_KINDS, ...GOOGLE_KINDS }

/**
 * Makes assets, keys, backup plans and flows of resources. `types` translates the types of one format into neutral
 * kinds, so that the same system says the same in every format.
 */
export const assemble = (
  resources: Iterable<Resource>,
  types: TypeTable,
  {
    rank,
    document,
    context,
  }: { readonly rank: Rank; readonly document: number; readonly context: ReadContext },
): Assembled => {
  const records: CloudRecord[] = []
  const unread = new Map<string, NotRead>()
  for (const resource of resources) {
    const type = types[resource.type]
    if (type) records.push(recordOf(resource, type))
    else countUnread(unread, resource)
  }
  const whole = linked(records, draft(), context)
  for (const record of records) makeAsset(record, whole)
  for (const record of records) adoptPart(record, whole)
  for (const record of records) claimFacts(record, whole)
  for (const record of records) kindOf(record).also?.(record, whole, whole.assetOf(record))
  return { layers: whole.draft.layers(rank, document), notRead: [...unread.values()] }
}

const NOTHING: KindFacts = {}

const kindOf = ({ kind }: CloudRecord): KindFacts => KINDS[kind] ?? NOTHING

const countUnread = (unread: Map<string, NotRead>, { type }: Resource): void => {
  const known = unread.get(type)
  unread.set(type, {
    what: type,
    count: (known?.count ?? 0) + 1,
    why: 'no rule speaks of this type of resource',
  })
}

const makeAsset = (record: CloudRecord, whole: Linked): void => {
  const { asset } = kindOf(record)
  if (asset !== undefined) beginAsset(record, asset, whole)
}

const beginAsset = (record: CloudRecord, kind: AssetKind, { draft: own, context, isAsset }: Linked): void => {
  const asset = own.asset(context.idOf(record.address), record.source)
  asset.set('kind', kind, record.source)
  asset.set('address', context.address(record.address), record.source)
  if (record.resource.region !== undefined) asset.set('region', record.resource.region, record.source)
  claimVendor(asset, kindOf(record).vendor, record, own)
  claimTags(asset, record)
  isAsset(record, asset)
}

/** Whose cloud it is can be read; under which name the description knows that vendor cannot, so that it may differ. */
const claimVendor = (
  asset: AssetDraft,
  vendor: string | undefined,
  { source }: CloudRecord,
  own: Linked['draft'],
): void => {
  const known = vendor === undefined ? undefined : VENDORS[vendor]
  if (vendor === undefined || !known) return
  asset.assume('vendor', vendor, source, `the provider is ${known.name}`)
  if (own.has('vendors', vendor)) return
  const entry = own.entry('vendors', vendor, source)
  entry.set('name', known.name, source)
  entry.assume('relationship', 'business-associate', source, known.note)
}

const claimTags = (asset: AssetDraft, record: CloudRecord): void => {
  const { value, source } = record.get('tags')
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  for (const [key, tag] of Object.entries(value)) {
    if (typeof tag === 'string' && !key.includes('.') && !RESERVED_KEYS.has(key))
      asset.set(`tags.${key}`, tag, source)
  }
}

/** A part says what it says of the whole that it names; one whose whole is described elsewhere stands for it. */
const adoptPart = (record: CloudRecord, whole: Linked): void => {
  const { partOf, standsFor } = kindOf(record)
  if (partOf === undefined) return
  const given = record.get(partOf)
  const [owner, ...others] = whole.named(given, record).filter((one) => whole.assetOf(one))
  const asset = owner && others.length === 0 ? whole.assetOf(owner) : undefined
  if (asset) whole.isAsset(record, asset)
  else if (standsFor !== undefined && owner === undefined) beginAsset(record, standsFor, whole)
}

const claimFacts = (record: CloudRecord, { assetOf }: Linked): void => {
  const asset = assetOf(record)
  if (!asset) return
  for (const row of kindOf(record).facts ?? []) applyRow(row, record, asset)
}
