import type { Vendor } from '../model/description.generated.js'
import { type Fact, factOf } from '../model/fact.js'
import { pathOf } from '../model/path.js'
import { remembered } from '../model/remembered.js'
import { type AssetSubject, assetSubject } from '../model/subjects/asset.js'
import { listed } from './expectations.js'
import { assets } from './selectors.js'
import { fail, pass, passWith, unproven, type Verdict } from './verdict.js'

/** At most three names: `a, b and 4 more`. */
export const namesOfSome = (names: readonly string[]): string =>
  names.length <= 3 ? listed(names) : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`

/** The asset on which another runs, where that is described. */
export const hostOf = ({ entry, infrastructure }: AssetSubject): AssetSubject | undefined => {
  const host = infrastructure.asset(entry.value.runsOn ?? '')
  return host && assetSubject(infrastructure, host)
}

/**
 * Judges who else is on a system. What is shared is kept apart by a key of our own, or by the contract that binds
 * the vendor; customers of our own by more than a column.
 */
export const judgeTenancy = (asset: AssetSubject): Verdict => {
  const model = asset.at('tenants', 'model')
  if (model.value === 'row' && (asset.entry.value.tenants?.count ?? 2) > 1)
    return fail(model, { says: 'its customers are kept apart by nothing but a column of its tables' })
  const own = asset.at('tenancy')
  const tenancy = own.value === undefined ? (hostOf(asset)?.at('tenancy') ?? own) : own
  if (tenancy.value === 'shared') return judgeShared(asset, tenancy)
  if (tenancy.value !== undefined) return pass(tenancy)
  return model.value !== undefined && asset.vendor === undefined ? pass(model) : unproven(tenancy)
}

const judgeShared = ({ vendor, key }: AssetSubject, tenancy: Fact<unknown>): Verdict => {
  if (key.value?.customerManaged === true) return passWith('a key of your own keeps it apart', tenancy)
  if (vendor === undefined) return fail(tenancy)
  const baa = factOf<Vendor>(pathOf('/vendors', vendor.id), vendor).at('baa')
  if (baa.value === undefined) return unproven(baa)
  return baa.value === 'none'
    ? fail(tenancy, {}, baa)
    : passWith('the agreement binds the vendor to keep its customers apart', tenancy, baa)
}

/**
 * What patients or the work depend on. Where a vendor runs it and nothing is stated of how it stays up, that is a
 * matter of its contract.
 */
export const criticalSystems = assets.inScope.where(
  'that are critical, and whose operation is ours to see to',
  ({ entry, vendor }) =>
    (entry.value.criticality === 'critical' || entry.value.criticality === 'life-safety') &&
    (vendor === undefined || entry.value.availability !== undefined),
)

/** Whether another asset is its replica. */
export const hasReplica = ({ id, infrastructure }: AssetSubject): boolean =>
  replicated(infrastructure).has(id)

const replicated = remembered(({ assets: all }) => new Set(all.flatMap(({ value }) => value.replicaOf ?? [])))
