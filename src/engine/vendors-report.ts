import { compareText } from '../model/compare-text.js'
import type { Vendor } from '../model/description.generated.js'
import type { AssetEntry, Infrastructure } from '../model/infrastructure.js'
import { pathOf } from '../model/path.js'
import { byKeys } from '../model/remembered.js'
import { WITHOUT_AGREEMENT } from '../model/subjects/agreements.js'
import { masked } from '../model/value-text.js'
import type { PlaceOf } from './findings.js'
import type { ReportedVendor } from './report.js'

/** Every vendor: its agreement, its assurances, what it runs, and whether ePHI reaches it. */
export const reportedVendors = (
  infrastructure: Infrastructure,
  placeOf: PlaceOf,
): readonly ReportedVendor[] => {
  const own = infrastructure.assets.filter(({ exceptionOf }) => exceptionOf === undefined)
  const run = byKeys(own, ({ value }) => [value.vendor])
  return [...infrastructure.vendors.values()]
    .map((vendor) => reportedVendor(vendor, run.get(vendor.id) ?? [], infrastructure, placeOf))
    .sort((one, other) => compareText(one.id, other.id))
}

const reportedVendor = (
  vendor: Vendor,
  run: readonly AssetEntry[],
  infrastructure: Infrastructure,
  placeOf: PlaceOf,
): ReportedVendor => {
  const { id, relationship, baa } = vendor
  const signed = baa !== undefined && baa !== 'none' ? baa : undefined
  return {
    id,
    name: masked(vendor.name ?? id),
    ...(relationship === undefined ? {} : { relationship }),
    agreement: agreementOf(vendor),
    ...(signed?.executedOn === undefined ? {} : { executedOn: signed.executedOn }),
    ...(signed?.expiresOn === undefined ? {} : { expiresOn: signed.expiresOn }),
    assurances: (vendor.assurances ?? []).map(({ kind, validUntil, periodEnd, document }) => ({
      kind: kind ?? 'not stated',
      ...((validUntil ?? periodEnd) === undefined ? {} : { validUntil: (validUntil ?? periodEnd) as string }),
      ...(typeof document === 'string' ? { document } : {}),
    })),
    responsibilities: Object.entries(vendor.responsibilities ?? {})
      .filter(([duty]) => duty !== 'notes')
      .map(([duty, by]) => ({ duty, by: String(by) })),
    reached: infrastructure.scope.reached.has(id),
    runs: run.map((asset) => asset.id).sort(compareText),
    place: placeOf(infrastructure.origin(pathOf('/vendors', id))),
  }
}

const agreementOf = ({ baa, relationship }: Vendor): ReportedVendor['agreement'] => {
  if (baa === 'none') return WITHOUT_AGREEMENT.has(relationship) ? 'not needed' : 'none'
  if (baa !== undefined) return 'signed'
  return WITHOUT_AGREEMENT.has(relationship) ? 'not needed' : 'not stated'
}
