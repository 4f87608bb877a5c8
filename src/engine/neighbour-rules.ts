import { BULK_INDIVIDUALS, NEIGHBOURING_LAWS, type NeighbouringLaw } from '../knowledge/neighbouring-law.js'
import { countryOf } from '../knowledge/regions.js'
import type { End } from '../model/connections.js'
import { type Fact, factOf } from '../model/fact.js'
import { namesOfData } from '../model/match.js'
import { pathOf } from '../model/path.js'
import { remembered } from '../model/remembered.js'
import type { DayText } from '../model/scalars/text.js'
import { isAssociate } from '../model/subjects/agreements.js'
import type { AssetSubject } from '../model/subjects/asset.js'
import type { FlowSubject } from '../model/subjects/hop.js'
import type { Subject } from '../model/subjects/subject.js'
import { carriesSensitivity, receiversOf } from './record-rules.js'
import { assets, flowsOfEphi, system } from './selectors.js'

export { isCountryOfConcern, NEIGHBOURING_LAWS } from '../knowledge/neighbouring-law.js'
export { isUnitedStates } from '../knowledge/regions.js'

/** Where an asset is. */
export interface Location {
  /** The statement that says so, or the first that would. */
  readonly fact: Fact<string>
  /** ISO 3166-1; `undefined` where nothing is stated, or no place that is known. */
  readonly country: string | undefined
}

const sitesById = remembered(
  ({ description }) => new Map((description.sites ?? []).map((site) => [site.id, site])),
)

/** Where an asset is: by its region, else by the jurisdiction of its site. */
export const locationOf = (asset: AssetSubject): Location => {
  const region = asset.at('region')
  const id = asset.entry.value.site ?? ''
  const site = sitesById(asset.infrastructure).get(id)
  const jurisdiction = factOf<string>(pathOf('/sites', id, 'jurisdiction'), site?.jurisdiction)
  const fact = region.value === undefined && jurisdiction.value !== undefined ? jurisdiction : region
  return { fact, country: fact.value === undefined ? undefined : countryOf(fact.value) }
}

/** Whether a law is in force where a system is. */
const binds = (law: NeighbouringLaw, { infrastructure }: Subject, today: DayText): boolean => {
  const { jurisdictions = [] } = infrastructure.description.system ?? {}
  return (
    today >= law.inForceFrom && (law.jurisdiction === undefined || jurisdictions.includes(law.jurisdiction))
  )
}

const providerOf = ({ infrastructure }: Subject): string | undefined =>
  infrastructure.description.system?.providerType

/** Records of activity are no health records. */
const keepsRecords = ({ traits, entry }: AssetSubject): boolean =>
  !traits.logs && entry.value.purpose !== 'log'

/** Where health records under the law of Texas are kept. */
export const recordsOfTexas = assets.storingEphi.where(
  'as health records under the law of Texas',
  (asset, today) => keepsRecords(asset) && binds(NEIGHBOURING_LAWS.texasResidency, asset, today),
)

/** Whether the law of Texas surely binds: nursing, home care and assisted living, which it leaves out, are `other`. */
export const surelyBoundByTexas = (subject: Subject): boolean =>
  !['other', undefined].includes(providerOf(subject))

/** Where patient information under the law of Florida is kept. Providers who use no certified health record are free. */
export const recordsOfFlorida = assets.storingEphi.where(
  'as patient information of providers under the law of Florida',
  (asset, today) =>
    keepsRecords(asset) &&
    PROVIDERS.has(providerOf(asset)) &&
    usesCertifiedEhr(asset) !== false &&
    binds(NEIGHBOURING_LAWS.floridaResidency, asset, today),
)

const PROVIDERS: ReadonlySet<string | undefined> = new Set(['hospital', 'physician-practice'])

/** Whether a system has a certified health record; `undefined` where no asset says whether it is one. */
export const usesCertifiedEhr = ({ infrastructure }: Subject): boolean | undefined => {
  return certifiedEhrStated(infrastructure)
}

const certifiedEhrStated = remembered(({ assets: all }): boolean | undefined => {
  const stated = all.flatMap(({ value }) => value.product?.certifiedEhr ?? [])
  return stated.length === 0 ? undefined : stated.includes(true)
})

/** Assets with health data, de-identified or not, of more people than make it bulk, or of nobody says how many. */
export const bulkHealthData = assets.all.where(
  'with health data of many people, de-identified or not',
  (asset, today) =>
    binds(NEIGHBOURING_LAWS.bulkData, asset, today) &&
    (asset.reach !== undefined || holdsDeidentified(asset)) &&
    hasBulk(asset) !== false,
)

const holdsDeidentified = ({ entry, infrastructure }: AssetSubject): boolean =>
  namesOfData(entry.value.holds ?? [], infrastructure.dataClasses).includes('deidentified')

/** Of how many people an asset has data. Data sets may be of the same people, or of others. */
export interface People {
  /** As many as the largest of its data sets. */
  readonly atLeast?: number
  /** As many as all of them together, where each says how many; else nobody knows. */
  readonly atMost?: number
}

/** Of how many people an asset has data: as its data sets say; where none says, as the system says. */
export const peopleIn = ({ entry, infrastructure }: AssetSubject): People => {
  const sets = (entry.value.holds ?? []).map((id) => infrastructure.data.get(id)?.individuals)
  const stated = sets.filter((count) => count !== undefined)
  if (stated.length === 0) {
    const { individuals } = infrastructure.description.system ?? {}
    return individuals === undefined ? {} : { atLeast: individuals, atMost: individuals }
  }
  return {
    atLeast: Math.max(...stated),
    ...(stated.length === sets.length ? { atMost: stated.reduce((sum, count) => sum + count, 0) } : {}),
  }
}

/** Whether an asset has data of more people than make it bulk; `undefined` where it cannot be told. */
export const hasBulk = (asset: AssetSubject): boolean | undefined => {
  const { atLeast, atMost } = peopleIn(asset)
  if (atLeast !== undefined && atLeast > BULK_INDIVIDUALS) return true
  return atMost !== undefined && atMost <= BULK_INDIVIDUALS ? false : undefined
}

/** What would say of how many people an asset has data: the first data set that does not, else the system. */
export const peopleAsked = ({ entry, infrastructure }: AssetSubject): Fact<number> => {
  const sets = entry.value.holds ?? []
  const silent = sets.find(
    (id) => infrastructure.data.has(id) && infrastructure.data.get(id)?.individuals === undefined,
  )
  return silent === undefined || sets.every((id) => infrastructure.data.get(id)?.individuals === undefined)
    ? (infrastructure.fact('system').at('individuals') as Fact<number>)
    : factOf<number>(pathOf('/data', silent, 'individuals'), undefined)
}

const isNewYorkHospital = (subject: Subject, today: DayText): boolean =>
  providerOf(subject) === 'hospital' && binds(NEIGHBOURING_LAWS.newYorkHospitals, subject, today)

export const newYorkHospital = system.where('of hospitals in New York', isNewYorkHospital)
/** Assets with ePHI of hospitals in New York whose audit trail no vendor runs alone. */
export const trailsOfNewYorkHospitals = assets.holdingEphi.where(
  'of hospitals in New York, and record activity',
  (asset, today) =>
    isNewYorkHospital(asset, today) &&
    asset.entry.value.audit?.enabled !== false &&
    asset.runBy('audit') !== 'vendor',
)

/** Flows of records of programs for substance use disorders (42 CFR Part 2). */
export const part2Flows = flowsOfEphi.where('that carry records under 42 CFR Part 2', (flow) =>
  carriesSensitivity(flow, 'part2'),
)

/**
 * Flows of such records by the consent of the patient, and those of whose ground nothing is stated: these go to others
 * than business associates, who work for the program without consent. Patients need no notice themselves.
 */
export const part2ByConsent = part2Flows.where(
  'to somebody outside, by consent or on a ground that nobody stated',
  (flow) => {
    const { authorization } = flow.flow ?? {}
    const outside = outsideRecipients(flow)
    if (authorization === 'none' || outside.length === 0) return false
    if (authorization?.kind !== undefined) return authorization.kind === 'patient'
    return outside.some(({ id }) => !isAssociateById(flow, id))
  },
)

const outsideRecipients = (flow: FlowSubject): readonly End[] =>
  receiversOf(flow).filter(
    ({ kind, id }) => kind !== 'asset' && flow.infrastructure.parties.get(id)?.relationship !== 'individual',
  )

const isAssociateById = ({ infrastructure }: FlowSubject, id: string): boolean => {
  const vendor = infrastructure.vendors.get(id)
  return vendor !== undefined && isAssociate(vendor, infrastructure)
}

/** Systems with data under 42 CFR Part 2. */
export const part2Systems = system.where('with records under 42 CFR Part 2', ({ infrastructure }) =>
  [...infrastructure.data.values()].some(({ sensitivity }) => sensitivity?.includes('part2')),
)
