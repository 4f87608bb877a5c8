import type { DocumentObject } from '../model/description.generated.js'
import type { Infrastructure } from '../model/infrastructure.js'
import type { DayText } from '../model/scalars/text.js'
import {
  type DocumentSubject,
  dnsDomainSubjects,
  floorSubjects,
  type GovernanceDocument,
  governanceDocuments,
  riskSubjects,
  statedDocuments,
} from '../model/subjects/governance.js'
import { suspectTexts } from '../model/subjects/texts.js'
import type { AttestationSubject, SystemSubject } from '../model/subjects/things.js'
import { isWithin, listed } from './expectations.js'
import { assets, attestations, type Selector, selector, system } from './selectors.js'

/** Documents that somebody stated, wherever they stand, also those that are said not to exist. */
export const documents = selector('documents', statedDocuments)

/** These documents under `governance`, whether or not they are stated. */
export const documentsNamed = (
  describes: string,
  names: readonly GovernanceDocument[],
): Selector<DocumentSubject> =>
  selector(describes, (infrastructure) => governanceDocuments(infrastructure, names))

/** The entries of the risk register. */
export const risks = selector('entries of the risk register', riskSubjects)
/** What contracts, policies and states ask to be kept. */
export const retentionFloors = selector('periods that contracts, policies or states ask for', floorSubjects)
/** Texts of the description that may hold a secret. */
export const suspect = selector(
  'texts of the description that hold a secret, or something in its place',
  suspectTexts,
)
/** Domains of the organisation. */
export const dnsDomains = selector('domains in the DNS', dnsDomainSubjects)

/** What says until when it holds: the description itself, and attestations with an end. */
export const datedClaims: Selector<SystemSubject | AttestationSubject> = selector<
  SystemSubject | AttestationSubject
>('the description, and attestations with an end', (infrastructure) => [
  ...system.of(infrastructure),
  ...attestations.of(infrastructure).filter(({ value }) => value.validUntil !== undefined),
])

/** Whether a document is said not to exist, alone or with a note beside it. */
export const isMissing = (document: DocumentObject | 'none' | undefined): boolean =>
  document === 'none' || document?.document === 'none'

/** Whether a document misses the review that it promises itself. */
export const missesOwnReview = (document: DocumentObject | 'none' | undefined, today: DayText): boolean => {
  if (document === undefined || document === 'none' || isMissing(document)) return false
  const { date, reviewEvery } = document
  if (reviewEvery === undefined) return false
  return reviewEvery === 'never' || (date !== undefined && !isWithin(date, reviewEvery, today))
}

/** Assets with ePHI, or in control of some, that the risk analysis does not say to cover. */
export const outsideRiskAnalysis = ({ infrastructure }: SystemSubject): readonly string[] => {
  const analysis = infrastructure.description.governance?.riskAnalysis
  const covers = analysis === 'none' ? undefined : analysis?.covers
  if (covers === undefined || covers === 'all') return []
  const inside = new Set(infrastructure.covered(covers))
  const ids = assets.inScope.of(infrastructure).flatMap((asset) => asset.assets)
  return [...new Set(ids)].filter((id) => !inside.has(id)).sort()
}

/** A change after which the law asks to evaluate again. */
export interface Change {
  readonly date: DayText
  /** `files were moved`, as a message goes on. */
  readonly words: string
}

/** The last large change until today: equipment with ePHI that was moved, or a vendor that left. */
export const lastChange = ({ infrastructure }: SystemSubject, today: DayText): Change | undefined =>
  [...movesOf(infrastructure), ...departuresOf(infrastructure)]
    .filter(({ date }) => date <= today)
    .sort((one, other) => (one.date < other.date ? 1 : -1))[0]

const movesOf = (infrastructure: Infrastructure): Change[] =>
  (infrastructure.description.moves ?? []).flatMap(({ date, assets: moved }) => {
    const ids = infrastructure.covered(moved).filter((id) => infrastructure.scope.reached.has(id))
    return date === undefined || ids.length === 0 ? [] : [{ date, words: `${listed(ids)} moved` }]
  })

/** Whoever only carried, or had nothing, is no change. */
const WITHOUT_EPHI: ReadonlySet<string> = new Set(['conduit', 'none'])

const departuresOf = ({ vendors }: Infrastructure): Change[] =>
  [...vendors.values()].flatMap(({ id, name, ended, relationship }) =>
    ended?.date === undefined || WITHOUT_EPHI.has(relationship ?? '')
      ? []
      : [{ date: ended.date, words: `${name ?? id} left` }],
  )
