import type { Infrastructure } from '../model/infrastructure.js'
import { remembered } from '../model/remembered.js'
import { compareDurations, parseDuration } from '../model/scalars/duration.js'
import type { DayText, DurationText } from '../model/scalars/text.js'
import { type AssetSubject, assetSubject, type Responsibility } from '../model/subjects/asset.js'
import { contestedSubjects } from '../model/subjects/contested.js'
import { allEndpoints, type EndpointSubject } from '../model/subjects/endpoint.js'
import { ephiFlows, ephiHops } from '../model/subjects/hop.js'
import {
  ephiStreams,
  mailDomainSubjects,
  plainMessages as plainMessageSubjects,
} from '../model/subjects/mail.js'
import {
  hardwareMoves as hardwareMoveSubjects,
  premises as premisesSubjects,
} from '../model/subjects/premises.js'
import { messageSubjects, receivedSubjects } from '../model/subjects/received.js'
import { sentSubjects } from '../model/subjects/sent.js'
import type { Subject } from '../model/subjects/subject.js'
import {
  allVendors,
  alternativeSubjects,
  attestationSubjects,
  type CopySubject,
  dataSubjects,
  disclosures,
  ephiCopies,
  ephiKeys,
  ephiPlans,
  ephiVendors,
  groupSubjects,
  type SystemSubject,
  scriptSubjects,
  siteSubjects,
  systemSubject,
} from '../model/subjects/things.js'

/** Which subjects a rule asks about, and how that is said: "assets that store ePHI". */
export interface Selector<S extends Subject> {
  readonly describes: string
  of(infrastructure: Infrastructure): readonly S[]
  /** Whether a vendor alone runs the safeguard for a subject. */
  isLeftToVendor(subject: S): boolean
  /** Fewer of them, with the words that say which. */
  where(words: string, holds: (subject: S, today: DayText) => boolean): Selector<S>
  /**
   * The same, asked about a duty. Where a vendor alone has it, its contract is asked for what nobody stated; what is
   * stated and wrong stays wrong, whoever runs it.
   */
  unlessVendor(duty: Responsibility, of: (subject: S) => AssetSubject | undefined): Selector<S>
}

/** A selector; what it finds in an infrastructure is worked out once. */
export const selector = <S extends Subject>(
  describes: string,
  find: (infrastructure: Infrastructure) => readonly S[],
  isLeftToVendor: (subject: S) => boolean = () => false,
): Selector<S> => {
  const of = remembered(find)
  return {
    describes,
    of,
    isLeftToVendor,
    where: (words, holds) =>
      selector(
        `${describes} ${words}`,
        (infrastructure) => of(infrastructure).filter((subject) => holds(subject, infrastructure.asOf)),
        isLeftToVendor,
      ),
    unlessVendor: (duty, assetOf) =>
      selector(describes, of, (subject) => assetOf(subject)?.runBy(duty) === 'vendor'),
  }
}

const everyAsset = remembered((infrastructure: Infrastructure): readonly AssetSubject[] =>
  infrastructure.assets.filter(({ count }) => count > 0).map((entry) => assetSubject(infrastructure, entry)),
)
const ephiAssets = remembered((infrastructure: Infrastructure) =>
  everyAsset(infrastructure).filter(({ reach }) => reach !== undefined),
)
const controllingAssets = remembered((infrastructure: Infrastructure) =>
  everyAsset(infrastructure).filter(({ controls }) => controls !== undefined),
)
const endpoints = remembered(allEndpoints)
const hops = remembered(ephiHops)

/** Whether an asset keeps ePHI: by its own word, by its kind, or by how long data lives in it. */
const stores = ({ saidToStore, traits }: AssetSubject): boolean => saidToStore || traits.stores

/** Assets, by what ePHI has to do with them. */
export const assets = {
  /** Everything described. */
  all: selector('assets', everyAsset),
  /** ePHI is there, or passes. */
  holdingEphi: selector('assets that hold or handle ePHI', ephiAssets),
  /** ePHI is kept there. */
  storingEphi: selector('assets that store ePHI', (infrastructure) =>
    ephiAssets(infrastructure).filter(stores),
  ),
  /** They control assets with ePHI, whether or not they hold any. */
  administeringEphi: selector('assets that control systems with ePHI', controllingAssets),
  /** They hold ePHI, or control what does. */
  inScope: selector('assets that hold ePHI or control what does', (infrastructure) => [
    ...ephiAssets(infrastructure),
    ...controllingAssets(infrastructure).filter(({ reach }) => reach === undefined),
  ]),
}

/** Assets in scope whose access no vendor runs alone. */
export const accessOfOurs = assets.inScope.where(
  'and whose access no vendor runs alone',
  (asset) => asset.runBy('access') !== 'vendor',
)

/** Where connections are accepted. */
export const endpointsOfEphi = selector('endpoints of assets with ePHI', (infrastructure) =>
  endpoints(infrastructure).filter(({ reach }) => reach !== undefined),
)
/** Where connections are accepted by assets with ePHI, or by what controls them. */
export const endpointsInScope = selector('endpoints of assets in scope', (infrastructure) =>
  endpoints(infrastructure).filter(({ reach, asset }) => reach !== undefined || asset.controls !== undefined),
)
/** Endpoints that speak TLS. */
export const tlsEndpoints = endpointsOfEphi
  .where('that speak TLS', ({ speaksTls }: EndpointSubject) => speaksTls)
  .unlessVendor('transmission', ({ asset }) => asset)

/** Flows that carry ePHI. */
export const flowsOfEphi = selector('flows of ePHI', ephiFlows)
/** Legs of flows that carry ePHI. */
export const hopsOfEphi = selector('legs of flows of ePHI', hops)
/** Legs that leave the machine. */
export const hopsOverNetwork = hopsOfEphi.where('over a network', ({ crossing }) => crossing !== 'loopback')

export const vendors = {
  all: selector('vendors', allVendors),
  withEphi: selector('vendors that ePHI reaches', ephiVendors),
}
export const recipients = selector('vendors and parties that ePHI reaches', disclosures)
/** Scripts of others on pages with ePHI. */
export const thirdPartyScripts = selector(
  'scripts of third parties on pages of systems with ePHI',
  scriptSubjects,
)
export const keysOfEphi = selector('keys that encrypt ePHI', ephiKeys)
export const backupPlans = selector('backup plans for ePHI', ephiPlans)
export const backupCopies = selector('backup copies of ePHI', ephiCopies)
export const mailStreams = selector('mail streams with ePHI', ephiStreams)
/** Domains that mail is sent from or comes to, where mail may carry ePHI. */
export const mailDomains = selector('domains of mail', mailDomainSubjects)
/** Legs of the way of messages that somebody looked at. */
export const receivedHops = selector('legs of observed messages with ePHI', receivedSubjects)
/** Messages that somebody looked at, where all are said to be encrypted. */
export const encryptedMessages = selector(
  'observed messages of streams whose messages are said to be always encrypted',
  messageSubjects,
)
/** Mail and texts with ePHI that are not known to be encrypted. */
export const plainMessages = selector('messages with ePHI that may go in clear', plainMessageSubjects)
/** Mail, files, HL7 messages, texts and faxes with ePHI that are sent to others. */
export const sentMessages = selector('what is sent out with ePHI', sentSubjects)
/** Moves of hardware with ePHI. */
export const hardwareMoves = selector('moves of hardware that stores ePHI', hardwareMoveSubjects)
/** Places of our own with systems in scope. */
export const premises = selector('sites of our own with systems in scope', premisesSubjects)
export const dataSets = selector('named data', dataSubjects)
export const sites = selector('sites', siteSubjects)
export const groups = selector('groups of users', groupSubjects)
/** What two ranks claim differently. */
export const contestedFacts = selector('contradictions', contestedSubjects)
export const alternatives = selector('documented alternatives', alternativeSubjects)
export const attestations = selector('attestations', attestationSubjects)
/** The organisation as a whole. */
export const system = selector('the system', (infrastructure): readonly SystemSubject[] => [
  systemSubject(infrastructure),
])
/** Covered entities (160.103): what binds them alone. A description that does not say counts as one. */
export const coveredEntity = system.where(
  'of a covered entity',
  ({ infrastructure }) => infrastructure.description.system?.entity !== 'business-associate',
)

/** The shortest recovery point objective of what a copy is made of, or of some of it; `undefined` where none is stated. */
export const shortestObjective = (
  { source }: CopySubject,
  counts: (asset: AssetSubject) => boolean = () => true,
): DurationText | undefined =>
  source
    .filter(counts)
    .flatMap(({ entry }) => entry.value.availability?.rpo ?? [])
    .sort((one, other) => compareTexts(one, other))[0]

const compareTexts = (one: DurationText, other: DurationText): number => {
  const [a, b] = [parseDuration(one), parseDuration(other)]
  return a && b ? compareDurations(a, b) : 0
}

/** The way of ePHI to a place, hop by hop: `ehr → relay → reports`. */
export const wayOf = ({ id, assets: [asset], infrastructure, kind }: Subject): string => {
  const steps = infrastructure.scope.explain(kind === 'asset' ? (asset ?? id) : id)
  return [steps[0]?.from ?? 'stated there', ...steps.map(({ to }) => to)].join(' → ')
}
