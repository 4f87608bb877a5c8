import { rememberedOf } from '../../model/remembered.js'
import type { ReadContext } from '../source.js'
import type { AssetDraft, Draft } from './draft.js'
import type { CloudRecord } from './record.js'
import type { Given } from './resource.js'

/** All resources of a unit, and which of them name each other. */
export interface Linked {
  readonly records: readonly CloudRecord[]
  readonly draft: Draft
  readonly context: ReadContext
  /** The resources of a kind. */
  of(kind: string): readonly CloudRecord[]
  /** The resources that an attribute names, by reference or by one of their identifiers. */
  named(given: Given, from?: CloudRecord): readonly CloudRecord[]
  /** The resources of a kind one of whose attributes names a resource. */
  naming(kind: string, attribute: string, target: CloudRecord): readonly CloudRecord[]
  /** The asset that was made of a resource. */
  assetOf(record: CloudRecord): AssetDraft | undefined
  /** Remembers that a resource, or the whole that it is a part of, is this asset. */
  isAsset(record: CloudRecord, asset: AssetDraft): void
}

/** What follows of all resources together is worked out once, when it is first asked for. */
export const onceFor: <T>(work: (linked: Linked) => T) => (linked: Linked) => T = rememberedOf

/** What follows of one resource, and is asked for by all that name it, is worked out once. */
export const oncePerRecord = <T>(
  work: (record: CloudRecord, linked: Linked) => T,
): ((record: CloudRecord, linked: Linked) => T) => {
  const known = new WeakMap<CloudRecord, { readonly made: T }>()
  return (record, linked) => {
    const made = known.get(record) ?? { made: work(record, linked) }
    known.set(record, made)
    return made.made
  }
}

/** Attributes by whose values resources are named. */
const IDENTIFIERS = ['id', 'arn', 'name'] as const

/** Links resources: by the addresses that expressions name, else by names, ids and ARNs that are known. */
export const linked = (records: readonly CloudRecord[], draft: Draft, context: ReadContext): Linked => {
  const byKind = grouped(records, ({ kind }) => kind)
  const byAddress = new Map(records.map((record) => [record.address, record]))
  const byBase = grouped(records, ({ address }) => withoutKeys(address))
  let byIdentifier: ReadonlyMap<string, readonly CloudRecord[]> | undefined
  const assets = new Map<string, AssetDraft>()
  const named = (given: Given, from?: CloudRecord): readonly CloudRecord[] => {
    const referenced = given.refs.flatMap((ref) => byReference(ref, from, byAddress, byBase))
    if (referenced.length > 0) return [...new Set(referenced)]
    if (given.state !== 'known') return []
    byIdentifier ??= identified(records)
    const index = byIdentifier
    const found = [given.value]
      .flat()
      .flatMap((value) => (typeof value === 'string' ? byName(value, index) : []))
    return [...new Set(found)]
  }
  const naming = new Map<string, ReadonlyMap<CloudRecord, readonly CloudRecord[]>>()
  return {
    records,
    draft,
    context,
    of: (kind) => byKind.get(kind) ?? [],
    named,
    naming: (kind, attribute, target) => {
      const key = `${kind} ${attribute}`
      let index = naming.get(key)
      if (!index) {
        index = reversed(byKind.get(kind) ?? [], (one) => named(one.get(attribute), one))
        naming.set(key, index)
      }
      return index.get(target) ?? []
    },
    assetOf: ({ address }) => assets.get(address),
    isAsset: ({ address }, asset) => void assets.set(address, asset),
  }
}

/** How many things an attribute names at least, each instance of one that is repeated with the others. */
export const countNamed = ({ value, refs }: Given): number =>
  Math.max(Array.isArray(value) ? value.length : 0, new Set(refs.map(withoutKeys)).size)

const grouped = <T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

const reversed = <T>(
  list: readonly T[],
  targetsOf: (one: T) => readonly T[],
): ReadonlyMap<T, readonly T[]> => {
  const found = new Map<T, T[]>()
  for (const one of list) {
    for (const target of targetsOf(one)) {
      const known = found.get(target)
      if (known) known.push(one)
      else found.set(target, [one])
    }
  }
  return found
}

const withoutKeys = (address: string): string =>
  address.includes('[') ? address.replace(/\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\]/g, '') : address

const keysIn = (address: string): readonly string[] =>
  address.includes('[')
    ? Array.from(address.matchAll(/\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\]/g), ([key]) => key)
    : []

/** `aws_kms_key.a` in a resource with the key `["x"]` means the instance with that key, where there is one. */
const byReference = (
  ref: string,
  from: CloudRecord | undefined,
  byAddress: ReadonlyMap<string, CloudRecord>,
  byBase: ReadonlyMap<string, readonly CloudRecord[]>,
): readonly CloudRecord[] => {
  const exact = byAddress.get(ref)
  if (exact) return [exact]
  const all = byBase.get(withoutKeys(ref)) ?? []
  if (all.length < 2 || from === undefined) return all
  const wanted = keysIn(from.address).join()
  const same = all.filter(({ address }) => keysIn(address).join() === wanted)
  if (same.length > 0) return same
  const outer = keysIn(from.address)[0]
  const near = outer === undefined ? [] : all.filter(({ address }) => keysIn(address)[0] === outer)
  return near.length > 0 ? near : all
}

const identified = (records: readonly CloudRecord[]): ReadonlyMap<string, readonly CloudRecord[]> => {
  const index = new Map<string, CloudRecord[]>()
  for (const record of records) {
    for (const attribute of IDENTIFIERS) {
      const { state, value } = record.get(attribute)
      if (state !== 'known' || typeof value !== 'string' || value === '') continue
      const known = index.get(value)
      if (!known) index.set(value, [record])
      else if (!known.includes(record)) known.push(record)
    }
  }
  return index
}

/** An ARN that is not known whole may end in a name that is. */
const byName = (
  value: string,
  index: ReadonlyMap<string, readonly CloudRecord[]>,
): readonly CloudRecord[] => {
  const exact = index.get(value)
  if (exact || !value.startsWith('arn:')) return exact ?? []
  const tail = value
    .split(':')
    .slice(5)
    .join(':')
    .replace(/^[a-z-]+[/:]/, '')
    .replace(/\/\*$/, '')
  return index.get(tail) ?? []
}
