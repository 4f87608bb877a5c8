import { expandCipherString } from '../../knowledge/cipher-strings.js'
import { type CipherSuite, findSuite } from '../../knowledge/cipher-suites.js'
import { findTlsPolicy } from '../../knowledge/cloud-tls-policies.js'
import { type Fact, restated } from '../fact.js'
import type { TlsSpeaker } from './speaker.js'

/** The cipher suites that an endpoint, or a flow for itself, offers, as far as they can be told. */
export interface SuiteOffer {
  /** The statement that says so, or the first that would. */
  readonly fact: Fact<unknown>
  /** `undefined` where nothing is stated, or where what is stated cannot be read. */
  readonly suites: readonly CipherSuite[] | undefined
  /** Names and words that are not known. */
  readonly unknown: readonly string[]
}

/** The versions that are offered: stated, or by the cloud policy that is named. */
export const offeredVersions = (speaker: TlsSpeaker): Fact<readonly string[]> => {
  const stated = speaker.tls('versions')
  if (stated.value !== undefined) return stated
  const policy = speaker.tls('providerPolicy')
  const known = policy.value === undefined ? undefined : findTlsPolicy(policy.value)
  return known === undefined ? stated : (restated(policy, known.versions) as Fact<readonly string[]>)
}

/** The suites that are offered: by name, by cipher string, or by the cloud policy that is named. */
export const offeredSuites = (speaker: TlsSpeaker): SuiteOffer => {
  const names = speaker.tls('cipherSuites')
  if (names.value !== undefined) return ofNames(names, names.value)
  const text = speaker.tls('cipherString')
  if (text.value !== undefined) {
    const expansion = expandCipherString(text.value)
    return 'suites' in expansion
      ? { fact: text, suites: expansion.suites, unknown: [] }
      : { fact: text, suites: undefined, unknown: expansion.unknown }
  }
  const policy = speaker.tls('providerPolicy')
  const known = policy.value === undefined ? undefined : findTlsPolicy(policy.value)
  if (policy.value !== undefined && known === undefined)
    return { fact: policy, suites: undefined, unknown: [policy.value] }
  return known === undefined
    ? { fact: names, suites: undefined, unknown: [] }
    : ofNames(policy, known.cipherSuites)
}

const ofNames = (fact: Fact<unknown>, names: readonly string[]): SuiteOffer => {
  const found = names.map((name) => [name, findSuite(name)] as const)
  return {
    fact,
    suites: found.flatMap(([, suite]) => suite ?? []),
    unknown: found.filter(([name, suite]) => suite === undefined && !SIGNALS.has(name)).map(([name]) => name),
  }
}

/** Names in lists of suites that are signals, not suites (RFC 5746, RFC 7507). */
const SIGNALS: ReadonlySet<string> = new Set(['TLS_EMPTY_RENEGOTIATION_INFO_SCSV', 'TLS_FALLBACK_SCSV'])
