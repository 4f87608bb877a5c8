import type { Vendor } from '../model/description.generated.js'
import { remembered } from '../model/remembered.js'
import { type AssetSubject, assetSubject } from '../model/subjects/asset.js'
import type { FlowSubject } from '../model/subjects/hop.js'
import { carriesOnlyLimitedData, receiversOf } from './record-rules.js'
import { assets } from './selectors.js'

/** Vendors that work for us, so that what they get is our own use. */
const OURS: ReadonlySet<Vendor['relationship']> = new Set([
  'business-associate',
  'subcontractor',
  'conduit',
  'workforce',
])

/** Whether a flow takes nothing but limited data sets (164.514(e)) to somebody who does not work for us. */
export const releasesLimitedData = (flow: FlowSubject): boolean =>
  carriesOnlyLimitedData(flow) &&
  receiversOf(flow).some(
    ({ kind, id }) =>
      kind === 'party' || (kind === 'vendor' && !OURS.has(flow.infrastructure.vendors.get(id)?.relationship)),
  )

/** What an asset is derived from. */
export const sourceOf = ({ entry, infrastructure }: AssetSubject): AssetSubject | undefined => {
  const source = infrastructure.asset(entry.value.derivedFrom ?? '')
  return source && assetSubject(infrastructure, source)
}

/** Whether an asset is said to hold synthetic data, by class or by the name of a data set. */
export const saidToHoldSynthetic = ({ entry, infrastructure }: AssetSubject): boolean =>
  (entry.value.holds ?? []).some((name) => (infrastructure.dataClasses.get(name) ?? name) === 'synthetic')

/** Whether somebody signed, with a document and in date, for what an asset holds. */
export const holdsAttested = (asset: AssetSubject): boolean =>
  asset.infrastructure.rankOf(asset.at('holds').path) === 'attested'

const TRIALS: ReadonlySet<string | undefined> = new Set(['staging', 'test', 'development', 'training'])

/** What is not in production, by its environment or its purpose. */
export const outsideProduction = assets.all.where(
  'outside production',
  ({ entry }) => TRIALS.has(entry.value.environment) || entry.value.purpose === 'non-production',
)

/** Protections that can be weaker in one environment than in another, as the description names them. */
const PROTECTIONS: readonly (readonly [field: string, of: (asset: AssetSubject) => boolean | undefined])[] = [
  ['encryptionAtRest.enabled', ({ encrypted }) => encrypted.value],
  ['audit.enabled', (asset) => asset.at('audit', 'enabled').value],
  ['access.leastPrivilege', (asset) => asset.access('leastPrivilege').value],
  ['access.uniqueIds', (asset) => asset.access('uniqueIds').value],
  ['malwareProtection', (asset) => asset.at('malwareProtection').value],
]

/** The protections that some system with ePHI in production is said to have. */
const protectionsOfProduction = remembered((infrastructure): ReadonlySet<string> => {
  const production = assets.holdingEphi
    .of(infrastructure)
    .filter(({ entry }) => (entry.value.environment ?? 'production') === 'production')
  const found = PROTECTIONS.filter(([, of]) => production.some((asset) => of(asset) === true))
  return new Set(found.map(([field]) => field))
})

/** The protections that are said to be missing here, and that production has. */
export const weakerThanProduction = (asset: AssetSubject): readonly string[] => {
  const production = protectionsOfProduction(asset.infrastructure)
  return PROTECTIONS.filter(([field, of]) => production.has(field) && of(asset) === false).map(
    ([field]) => field,
  )
}
