import { type Floor, longestFloor } from '../knowledge/state-retention.js'
import type { Severity } from '../knowledge/terms.js'
import type { End } from '../model/connections.js'
import { deidentificationComplete } from '../model/data-classes.js'
import type { Fact } from '../model/fact.js'
import { matchesAsset } from '../model/match.js'
import { atLeast, parseDuration } from '../model/scalars/duration.js'
import type { DurationText } from '../model/scalars/text.js'
import type { AssetSubject } from '../model/subjects/asset.js'
import type { FlowSubject } from '../model/subjects/hop.js'
import type { DataSubject, SystemSubject } from '../model/subjects/things.js'
import { expectAtLeast } from './expectations.js'
import { fail, pass, unproven, type Verdict } from './verdict.js'

/** Said often for six years, and a day or two short of them. */
const ALMOST_SIX_YEARS = 'P2190D'

/**
 * Whether something is kept six years (164.316(b)(2)(i), 164.528(a)(1)). What is short of them by a day or two weighs
 * less: `kept` begins what is said of it, as `documents are kept`.
 */
export const judgeSixYears = (period: Fact<DurationText | string>, kept: string): Verdict => {
  const verdict = expectAtLeast(period, 'P6Y')
  return verdict.is === 'fail' && expectAtLeast(period, ALMOST_SIX_YEARS).is === 'pass'
    ? fail(period, {
        severity: 'low',
        says: `${kept} a little less than six years, which have 2191 or 2192 days`,
      })
    : verdict
}

/** Assets with the record of disclosures that are said to keep it less long than that. */
export const logsThatForget = (system: SystemSubject, period: string): readonly string[] => {
  const least = parseDuration(period)
  return (system.infrastructure.description.disclosures?.log ?? []).filter((id) => {
    const keeps = system.infrastructure.asset(id)?.value.keeps
    const kept = keeps === undefined ? undefined : parseDuration(keeps)
    return kept !== undefined && least !== undefined && !atLeast(kept, least)
  })
}

/** Whether a flow is said to carry data with a sensitivity. */
export const carriesSensitivity = ({ flow, infrastructure }: FlowSubject, sensitivity: string): boolean =>
  (flow?.carries ?? []).some((id) =>
    infrastructure.data.get(id)?.sensitivity?.some((one) => one === sensitivity),
  )

/** The longest period of a state that binds the records of a system; `undefined` where none is known. */
export const recordFloor = (
  { infrastructure }: SystemSubject,
  of: 'adults' | 'minors',
): Floor | undefined => {
  const { jurisdictions = [], providerType } = infrastructure.description.system ?? {}
  return providerType === 'hospital' || providerType === 'physician-practice'
    ? longestFloor(jurisdictions, of, providerType)
    : undefined
}

/** The less sure the reference is, the less it weighs. */
export const floorSeverity = ({ confidence }: Floor): Severity =>
  confidence === 'high' ? 'high' : confidence === 'medium' ? 'medium' : 'low'

/** Whether all that a flow is said to carry are limited data sets (164.514(e)). */
export const carriesOnlyLimitedData = ({ flow, infrastructure }: FlowSubject): boolean => {
  const carried = flow?.carries ?? []
  return (
    carried.length > 0 &&
    carried.every((name) => (infrastructure.data.get(name)?.class ?? name) === 'limited-data-set')
  )
}

/** Whether a legal hold names an asset. */
export const underLegalHold = ({ entry, infrastructure }: AssetSubject): boolean =>
  (infrastructure.description.records?.legalHold ?? []).some(({ subjects }) =>
    matchesAsset(
      subjects,
      { id: entry.exceptionOf ?? entry.id, asset: entry.value },
      infrastructure.dataClasses,
    ),
  )

/** Whether the record of a de-identification says all that 164.514(b) asks. */
export const isComplete = ({ value }: DataSubject): boolean => deidentificationComplete(value)

/** Where the data of a flow goes: to either end, or to both. */
export const receiversOf = ({ from, to, connection }: FlowSubject): readonly End[] =>
  connection.data === 'both' ? [from, to] : connection.data === 'to' ? [to] : [from]

/** Judges whether what permits a flow is of one of these kinds. A ground whose kind is not stated may be any. */
export const judgeAuthorization = (flow: FlowSubject, kinds: readonly string[]): Verdict => {
  const authorization = flow.at('authorization')
  if (authorization.value === undefined) return unproven(authorization)
  if (authorization.value === 'none') return fail(authorization)
  const { kind } = authorization.value
  if (kind === undefined) return unproven(flow.at('authorization', 'kind'))
  return kinds.includes(kind) ? pass(authorization) : fail(authorization)
}

/** What permits disclosure for proceedings (164.508, 164.512(a), (e), (f)). */
export const FOR_PROCEEDINGS: readonly string[] = [
  'patient',
  'court-order',
  'protective-order',
  'required-by-law',
  'law-enforcement',
]
