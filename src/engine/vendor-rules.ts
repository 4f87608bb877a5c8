import type { Assurance } from '../model/description.generated.js'
import type { Fact } from '../model/fact.js'
import { isPlain } from '../model/merge.js'
import { remembered } from '../model/remembered.js'
import { addDuration } from '../model/scalars/day.js'
import { parseDuration } from '../model/scalars/duration.js'
import type { DayText } from '../model/scalars/text.js'
import {
  associates,
  isAssociate,
  type SafeguardSubject,
  vendorSafeguards as safeguards,
  subcontractorSubjects,
  WITHOUT_AGREEMENT,
} from '../model/subjects/agreements.js'
import type { AssetSubject } from '../model/subjects/asset.js'
import type { VendorSubject } from '../model/subjects/things.js'
import { expectAtMost, isWithin, listed } from './expectations.js'
import { assets, selector } from './selectors.js'
import { fail, pass, unproven, type Verdict } from './verdict.js'

/** Vendors with whom the law asks for an agreement, or with whom there is one. */
export const businessAssociates = selector('business associates with ePHI', associates)

/** Business associates that have signed. */
export const signedAgreements = businessAssociates.where('whose agreement is signed', ({ value }) =>
  isPlain(value.baa),
)

/** Safeguards that vendors run; where an agreement is missing altogether, that is what has to be mended. */
export const vendorSafeguards = selector('safeguards that vendors run', safeguards).where(
  'under an agreement, or where none is asked',
  ({ vendor: { value } }) => value.baa !== 'none' || WITHOUT_AGREEMENT.has(value.relationship),
)

export const subcontractors = selector('subcontractors of business associates', subcontractorSubjects)

/** Vendors that left, and from whom ePHI is to come back: those who were business associates, or may have been. */
export const isEndedAssociate = ({ value, infrastructure }: VendorSubject, today: DayText): boolean => {
  const { ended, relationship } = value
  if (ended === undefined || (ended.date ?? '') > today) return false
  return relationship === undefined || isAssociate(value, infrastructure)
}

/** Media in which ePHI goes to a service that keeps it. */
const KEPT_MEDIA: ReadonlySet<string> = new Set(['fax', 'voice', 'sms'])

/**
 * What a vendor takes that keeps what passes, though people take it for a mere line: its systems for AI, messages and
 * fax, and flows of voice, fax or short messages.
 */
export const conveyedBy = ({ id, handles, infrastructure }: VendorSubject): readonly string[] => [
  ...handles.filter(({ traits }) => traits.conveys).map((asset) => asset.id),
  ...conveyingFlows(infrastructure)
    .filter(({ ends }) => ends.includes(id))
    .map((flow) => flow.id),
]

interface ConveyingFlow {
  readonly id: string
  readonly ends: readonly string[]
}

const conveyingFlows = remembered(({ scope: { connections, carries } }): readonly ConveyingFlow[] =>
  connections
    .filter((one) => KEPT_MEDIA.has(one.flow?.medium ?? '') && carries(one) !== undefined)
    .map(({ id, from, via, to }) => ({ id, ends: [from, ...via, to].map((end) => end.id) })),
)

/** What a vendor keeps of the ePHI that it is to pass on. */
export interface Storage {
  /** Assets that keep it, longer than on the way. */
  readonly keeping: readonly string[]
  /** Where it is to be stated how long one keeps it. */
  readonly unsaid: Fact<unknown> | undefined
}

/** What of a vendor's systems keeps ePHI longer than a period. Whether the vendor can read it makes no difference. */
export const storageOf = ({ handles }: VendorSubject, period: string): Storage => ({
  keeping: handles.filter((asset) => keepsLonger(asset, period) === true).map(({ id }) => id),
  unsaid: handles.find((asset) => keepsLonger(asset, period) === undefined)?.at('transient'),
})

const keepsLonger = (asset: AssetSubject, period: string): boolean | undefined => {
  const { transient } = asset.entry.value
  if (transient !== undefined) return expectAtMost(asset.at('transient'), period).is === 'fail'
  if (asset.saidToStore) return true
  return asset.traits.stores || asset.traits.conveys ? undefined : false
}

/** Whether a day lies ahead, and nearer than a period: today counts, the day at its end does not. */
export const endsWithin = (day: DayText, period: string, today: DayText): boolean => {
  const length = parseDuration(period)
  const end = length && addDuration(today, length)
  return day >= today && (end === undefined || day < end)
}

/** The service by which a vendor's agreement and assurances name an asset: its `service`, else its product. */
export const serviceOf = (asset: AssetSubject): Fact<string> => {
  const product = asset.at('product', 'name')
  const service = asset.at('service')
  return service.value === undefined && product.value !== undefined ? product : service
}

/** Whether a list of services names one; capitals and spaces make no difference. */
export const namesService = (services: readonly string[], service: string): boolean =>
  services.some((one) => one.trim().toLowerCase() === service.trim().toLowerCase())

/** Assets with ePHI that a business associate runs whose agreement lists services. */
export const servicesUnderAgreement = assets.holdingEphi.where(
  'run by a vendor whose agreement names services',
  ({ vendor, infrastructure }) =>
    vendor !== undefined &&
    isAssociate(vendor, infrastructure) &&
    isPlain(vendor.baa) &&
    vendor.baa.covers !== undefined,
)

/** Judges what attests a safeguard that a vendor runs: an assurance in date, for the services that are used. */
export const judgeAssurance = ({ at, vendor }: SafeguardSubject, age: string, today: DayText): Verdict => {
  const stated = at('assurances')
  if (stated.value === undefined) return unproven(stated)
  const valid = stated.value.filter((one) => isInDate(one, age, today) === true)
  if (valid.length === 0) {
    return stated.value.some((one) => isInDate(one, age, today) === undefined)
      ? unproven(stated, 'state `validUntil` or `periodEnd` of the assurance')
      : fail(stated, stated.value.length === 0 ? {} : { found: assurancesFound(stated.value) })
  }
  return judgeServices(stated, valid, vendor)
}

const judgeServices = (
  stated: Fact<readonly Assurance[]>,
  valid: readonly Assurance[],
  { handles }: VendorSubject,
): Verdict => {
  if (valid.some(({ services }) => services === undefined)) return pass(stated)
  const attested = valid.flatMap(({ services }) => services ?? [])
  const used = handles.map(serviceOf)
  const left = used.flatMap(({ value }) =>
    value === undefined || namesService(attested, value) ? [] : [value],
  )
  if (left.length > 0)
    return fail(stated, {
      says: 'no assurance in date covers the service that runs this safeguard',
      found: `assurances are for ${listed(attested)}, used is ${listed([...new Set(left)])}`,
    })
  const unnamed = used.find(({ value }) => value === undefined)
  return unnamed === undefined ? pass(stated) : unproven(unnamed)
}

const isInDate = ({ validUntil, periodEnd }: Assurance, age: string, today: DayText): boolean | undefined => {
  if (validUntil !== undefined) return validUntil >= today
  // A period that is not over yet has no report.
  return periodEnd === undefined || periodEnd > today ? undefined : isWithin(periodEnd, age, today)
}

const assurancesFound = (assurances: readonly Assurance[]): string =>
  listed(
    assurances.map(({ kind = 'an assurance', validUntil, periodEnd }) =>
      validUntil === undefined ? `${kind} for a period to ${periodEnd}` : `${kind} until ${validUntil}`,
    ),
  )
