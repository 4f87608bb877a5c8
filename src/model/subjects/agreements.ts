import type { Vendor } from '../description.generated.js'
import type { Infrastructure } from '../infrastructure.js'
import { isPlain } from '../merge.js'
import { pathOf } from '../path.js'
import type { Responsibility } from './asset.js'
import { allVendors, ephiVendors, type Thing, thing, type VendorSubject } from './things.js'

/** Relationships in which the law asks for no business associate agreement (160.103, 164.502(e)(1)(ii)). */
export const WITHOUT_AGREEMENT: ReadonlySet<string | undefined> = new Set([
  'treatment-provider',
  'health-plan',
  'conduit',
  'workforce',
])

/** A safeguard that a vendor runs for us. */
export type SafeguardSubject = Thing<'vendor', Vendor> & {
  readonly duty: Responsibility
  readonly vendor: VendorSubject
}

/** A subcontractor of a business associate. */
export type SubcontractorSubject = Thing<'vendor', NonNullable<Vendor['subcontractors']>[number]>

/**
 * Vendors with whom the law asks for an agreement, or with whom there is one: ePHI reaches them, or their people may
 * open it. A covered entity needs none with the subcontractors of its associates (164.308(b)).
 */
export const associates = (infrastructure: Infrastructure): VendorSubject[] => {
  const withEphi = ephiVendors(infrastructure)
  const reached = new Set(withEphi.map(({ id }) => id))
  const withAccess = allVendors(infrastructure).filter(
    ({ id, value, access }) =>
      !reached.has(id) && value.ended === undefined && access.stillAuthorised.length > 0,
  )
  return [...withEphi, ...withAccess].filter(({ value }) => isAssociate(value, infrastructure))
}

/** Whether a vendor is one with whom an agreement is asked for, or signed. */
export const isAssociate = ({ relationship, baa }: Vendor, { description }: Infrastructure): boolean => {
  if (WITHOUT_AGREEMENT.has(relationship)) return false
  if (relationship === 'subcontractor') return !COVERED.has(description.system?.entity)
  return relationship === 'business-associate' || isPlain(baa)
}

const COVERED: ReadonlySet<string | undefined> = new Set(['covered-entity', 'hybrid'])

/** The safeguards that vendors run for systems with ePHI, each by itself. */
export const vendorSafeguards = (infrastructure: Infrastructure): SafeguardSubject[] =>
  ephiVendors(infrastructure).flatMap((vendor) =>
    DUTIES.filter((duty) => vendor.value.responsibilities?.[duty] === 'vendor').map((duty) => ({
      ...thing('vendor', infrastructure, {
        id: `${vendor.id}/${duty}`,
        path: vendor.path,
        value: vendor.value,
      }),
      label: `${vendor.label} (${duty})`,
      reach: vendor.reach,
      duty,
      vendor,
    })),
  )

const DUTIES = [
  'physical',
  'encryptionAtRest',
  'keys',
  'transmission',
  'backup',
  'patching',
  'audit',
  'access',
] as const satisfies readonly Responsibility[]

/** The subcontractors of business associates, as far as they are named. */
export const subcontractorSubjects = (infrastructure: Infrastructure): SubcontractorSubject[] =>
  associates(infrastructure).flatMap((vendor) =>
    (vendor.value.subcontractors ?? []).map((value) => ({
      ...thing('vendor', infrastructure, {
        id: `${vendor.id}/${value.name}`,
        path: pathOf(vendor.path, 'subcontractors', value.name),
        value,
      }),
      label: `${vendor.label}, subcontractor ${value.name}`,
      reach: vendor.reach,
    })),
  )
