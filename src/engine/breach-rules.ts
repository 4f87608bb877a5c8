import { BREACH_CLOCKS_AS_OF, type BreachClock, breachClocks } from '../knowledge/breach-clocks.js'
import type { Fact } from '../model/fact.js'
import { isShorter, parseDuration, rangeOf } from '../model/scalars/duration.js'
import { type AssetSubject, assetSubject } from '../model/subjects/asset.js'
import type { Subject } from '../model/subjects/subject.js'
import { isAttested } from './attested.js'
import { decide, expectDocument } from './expectations.js'
import { type Protection, protectionOf, worstProtection } from './secured-phi.js'
import { type FailureDetails, fail, pass, passWith, unproven, type Verdict } from './verdict.js'

/** The shortest time that a state gives to tell of a breach; `undefined` where none is known to be shorter than the law's. */
export const runningClock = ({ infrastructure }: Subject): BreachClock | undefined => {
  const { jurisdictions = [], providerType } = infrastructure.description.system ?? {}
  return [...breachClocks(jurisdictions, providerType)].sort(
    (one, other) => shortest(one.period) - shortest(other.period),
  )[0]
}

const shortest = (text: string): number => {
  const period = parseDuration(text)
  return period === undefined ? Number.POSITIVE_INFINITY : rangeOf(period)[0]
}

/** A clock in words: what it says, by which law, as known when, and that it is to be verified where we are not sure. */
export const clockWords = ({ words, citation, confidence }: BreachClock): string => {
  const doubt = confidence === 'low' ? ', of low confidence: verify it with counsel' : ''
  return `${words} by ${citation}, as known on ${BREACH_CLOCKS_AS_OF}${doubt}`
}

/** A period is shorter than another. One that is as long comes when the other is over. */
export const expectShorter = (fact: Fact<string>, than: string, details?: FailureDetails): Verdict =>
  decide(
    fact,
    (value) => {
      const [one, other] = [parseDuration(value), parseDuration(than)]
      return one !== undefined && other !== undefined && isShorter(one, other)
    },
    details,
  )

/** Whether an asset says itself how many of it are missing: an exception has the number of its group otherwise. */
export const countsMissing = ({ entry, infrastructure }: AssetSubject): boolean => {
  if (entry.value.custody?.missing === undefined) return false
  const group = infrastructure.asset(entry.exceptionOf ?? '')
  return group === undefined || group.count <= 0 || group.value.custody !== entry.value.custody
}

/**
 * Judges a loss. What was secured needs no assessment; of the rest there is a log of breaches at least, or the
 * assessment of 164.402(2) that somebody signed for.
 */
export const judgeMissing = (asset: AssetSubject): Verdict => {
  const missing = asset.at('custody', 'missing')
  if (missing.value === 0) return pass(missing)
  const secured = missingProtection(asset)
  if (secured === 'secured')
    return passWith('what is missing is encrypted, and its key lies elsewhere', missing)
  if (isAttested(missing, asset)) return passWith('the loss is assessed, as somebody signed', missing)
  const log = asset.infrastructure.fact('governance').at('breachLog')
  const severity = secured === 'not-encrypted' ? 'critical' : 'high'
  if (log.value === undefined) return unproven(log, undefined, severity)
  if (expectDocument(log).is === 'pass') return unproven(missing, ASSESSMENT, severity)
  if (secured === 'key-unsaid') return unproven(asset.key.at('storedWith'))
  const found = `${missing.value} missing, ${WORDS[secured]}; governance.breachLog is none`
  return fail(missing, { severity, found }, log)
}

const ASSESSMENT = 'attest `custody.missing` with the assessment of 164.402(2) as its document'

const WORDS = {
  'not-encrypted': 'not encrypted',
  'weakly-encrypted': 'encrypted with a broken cipher or mode',
  'key-beside': 'encrypted, with the key beside it',
  'encryption-unsaid': 'and whether it was encrypted is not stated',
} as const

/** Whether what is missing of an asset is secured (164.402): encrypted, with the key apart. Nobody knows which of a group is gone. */
const missingProtection = (asset: AssetSubject): Protection => {
  const { infrastructure, entry } = asset
  const others = infrastructure.assets
    .filter(
      ({ exceptionOf, value }) =>
        entry.exceptionOf === undefined && exceptionOf === entry.id && value.custody === entry.value.custody,
    )
    .map((one) => assetSubject(infrastructure, one))
  return worstProtection([asset, ...others].map(protectionOf))
}
