import type { CipherSuite } from '../knowledge/cipher-suites.js'
import { groupWeakness, isKnownGroup, modulusWeakness } from '../knowledge/key-exchange-groups.js'
import { type SuiteWeakness, suiteWeakness } from '../knowledge/suite-weakness.js'
import { SEVERITIES } from '../knowledge/terms.js'
import type { TlsSpeaker } from '../model/subjects/speaker.js'
import { offeredSuites, offeredVersions } from '../model/subjects/tls-offer.js'
import { decide, listed } from './expectations.js'
import { fail, pass, unproven, type Verdict } from './verdict.js'

type Weak = readonly [suite: CipherSuite, weakness: SuiteWeakness]

/** Judges the suites of an endpoint, or of a flow: one verdict, by the worst of those that count. */
export const judgeSuites = (speaker: TlsSpeaker, counts: (weakness: SuiteWeakness) => boolean): Verdict => {
  const { fact, suites, unknown } = offeredSuites(speaker)
  const versions = offeredVersions(speaker).value
  const tls13 = versions?.includes('TLSv1.3') ?? false
  const only13 = tls13 && versions?.length === 1
  const governed = (suites ?? []).filter((suite) => suite.tls13 || !only13)
  const aead = governed.some(({ mode }) => mode === 'aead')
  const weak = governed
    .map((suite) => [suite, suiteWeakness(suite, { protocol: speaker.value.protocol, tls13, aead })] as const)
    .filter((one): one is Weak => one[1] !== undefined && counts(one[1]))
    .sort(([, one], [, other]) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity))
  const [worst] = weak
  if (worst) return fail(fact, { severity: worst[1].severity, found: foundOf(weak) })
  if (unknown.length > 0)
    return unproven(fact, `${listed(unknown.slice(0, 3))} cannot be expanded: state \`cipherSuites\` by name`)
  return suites === undefined ? unproven(fact) : pass(fact)
}

/** At most three suites, each with what is wrong. */
const foundOf = (weak: readonly Weak[]): string => {
  const named = weak.slice(0, 3).map(([{ name }, { words }]) => `${name}: ${words}`)
  return weak.length > 3 ? `${named.join('; ')}; and ${weak.length - 3} more` : named.join('; ')
}

/** Judges the versions that an endpoint, or a flow, offers; of a cloud policy the name is told as well. */
export const judgeVersions = (
  speaker: TlsSpeaker,
  holds: (versions: readonly string[]) => boolean,
): Verdict => {
  const versions = offeredVersions(speaker)
  const policy = speaker.tls('providerPolicy')
  const byPolicy = policy.value !== undefined && versions.path === policy.path
  return decide(
    versions,
    holds,
    byPolicy ? { found: `${policy.value} offers ${listed(versions.value ?? [])}` } : {},
  )
}

/**
 * Judges what the key exchange of an endpoint, or of a flow, rests on: its groups, and its modulus where a suite with DHE may be
 * offered. What decides and is not stated is unproven, as is a name that nobody knows.
 */
export const judgeGroups = (speaker: TlsSpeaker): Verdict => {
  const [groups, bits] = [speaker.tls('groups'), speaker.tls('dhBits')]
  const names = groups.value ?? []
  if (names.some((name) => groupWeakness(name) !== undefined)) return fail(groups)
  if (bits.value !== undefined && modulusWeakness(bits.value) !== undefined) return fail(bits)
  const unknown = names.filter((name) => !isKnownGroup(name))
  if (unknown.length > 0)
    return unproven(groups, `nothing is known here of ${listed(unknown.slice(0, 3))}: state its usual name`)
  if (names.length === 0 && mayUse(speaker, ['any', 'ecdhe'])) return unproven(groups)
  if (bits.value === undefined && mayUse(speaker, ['dhe']))
    return unproven(bits, 'state `tls.dhBits`, or `tls.cipherSuites` without DHE')
  return pass(groups, bits)
}

/** Whether there may be a suite with one of these ways to exchange keys; all of them where nothing is stated. */
const mayUse = (speaker: TlsSpeaker, ways: readonly CipherSuite['keyExchange'][]): boolean => {
  const versions = offeredVersions(speaker).value ?? []
  const tls13 = versions.includes('TLSv1.3')
  if (tls13 && ways.includes('any')) return true
  if (tls13 && versions.length === 1) return false
  const { suites, unknown } = offeredSuites(speaker)
  return (
    suites === undefined || unknown.length > 0 || suites.some(({ keyExchange }) => ways.includes(keyExchange))
  )
}
