import type { Copy } from '../model/description.generated.js'
import type { Fact } from '../model/fact.js'
import type { PlanSubject } from '../model/subjects/things.js'
import { alternativeFaults } from './alternatives.js'
import { documentsNamed, isMissing } from './governance-rules.js'
import { isKeptByMoment } from './recovery-rules.js'
import { alternatives, assets, vendors } from './selectors.js'

/** Whose a threshold of the proposal is. */
export const OF_PROPOSAL = { whose: { source: 'of the proposal, 90 FR 898, which is no law' } } as const

/** Alternatives that count today, because their specification is addressable. */
export const alternativesOfToday = alternatives.where(
  'to addressable specifications',
  ({ value }, today) => !alternativeFaults(value, today).some(({ kind }) => kind === 'not-addressable'),
)

/** Documents that no rule of the law in force asks for. */
const ASKED_BY_PROPOSAL: ReadonlySet<string> = new Set(['governance.inventory', 'governance.networkMap'])

/** What the proposal would have done anew every year; that the rest of it exists, the law asks already. */
export const yearlyDocuments = documentsNamed('documents that would be renewed every year', [
  'inventory',
  'networkMap',
  'riskAnalysis',
  'evaluation',
  'training',
  'incidentResponse',
]).where(
  'and are not said to be missing where the law asks for them today',
  ({ id, stated }) => ASKED_BY_PROPOSAL.has(id) || !isMissing(stated.value),
)

/** Scans and penetration tests. */
export const securityTests = documentsNamed('tests of security', ['vulnerabilityScans', 'penetrationTest'])

const CRITICAL: ReadonlySet<string | undefined> = new Set(['critical', 'life-safety'])

/** Critical assets with ePHI whose restoration is ours. */
export const criticalAssets = assets.holdingEphi.where(
  'that are critical, and that we restore',
  (asset) => CRITICAL.has(asset.entry.value.criticality) && asset.runBy('backup') !== 'vendor',
)

const ASSOCIATES: ReadonlySet<string | undefined> = new Set(['business-associate', 'subcontractor'])

/** Business associates with ePHI that have an agreement, or may have. */
export const contractedVendors = vendors.withEphi.where(
  'that are business associates, and not said to have no agreement',
  ({ value, onlyScripts }) => ASSOCIATES.has(value.relationship) && value.baa !== 'none' && !onlyScripts,
)

/** The copies that a plan makes of the data itself, not of other copies. */
export const firstCopies = ({ copies, value }: PlanSubject): readonly Fact<Copy>[] => {
  const ids = new Set((value.copies ?? []).map(({ id }) => id))
  return copies.filter((copy) => copy.value?.from === undefined || !ids.has(copy.value.from))
}

/** What states that all which a plan covers can be taken back to any moment; `undefined` where it is not so. */
export const pointInTime = ({ covers }: PlanSubject): Fact<string> | undefined => {
  const [first] = covers
  return covers.every(isKeptByMoment) ? (first?.at('recovery', 'pointInTime') as Fact<string>) : undefined
}
