import {
  type IpsecWeakness,
  ipsecGroupWeakness,
  ipsecWeakness,
  isKnownIpsecGroup,
  isKnownIpsecName,
} from '../knowledge/ipsec.js'
import { isKnownSshName, sshWeakness } from '../knowledge/ssh-algorithms.js'
import { SEVERITIES } from '../knowledge/terms.js'
import type { Ipsec } from '../model/description.generated.js'
import type { Fact } from '../model/fact.js'
import type { TunnelSpeaker } from '../model/subjects/speaker.js'
import { listed } from './expectations.js'
import { fail, pass, unproven, type Verdict } from './verdict.js'

/** What decides how strong a tunnel is: what is wrong with it, the names that nobody knows, and what is not stated. */
interface Judged {
  readonly fact: Fact<unknown>
  readonly faults: readonly IpsecWeakness[]
  readonly unknown: readonly string[]
  readonly missing: Fact<unknown> | undefined
}

const verdictOf = ({ fact, faults, unknown, missing }: Judged): Verdict => {
  const [worst, ...others] = [...faults].sort(
    (one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity),
  )
  if (worst)
    return fail(fact, {
      severity: worst.severity,
      found: [worst, ...others].map(({ words }) => words).join('; '),
    })
  if (unknown.length > 0)
    return unproven(fact, `nothing is known here of ${listed(unknown.slice(0, 3))}: state its usual name`)
  return missing ? unproven(missing) : pass(fact)
}

const firstMissing = (facts: readonly Fact<unknown>[]): Fact<unknown> | undefined =>
  facts.find(({ value }) => value === undefined || (Array.isArray(value) && value.length === 0))

/**
 * Judges the algorithms of SSH, and passwords where anybody, or administrators, log in. Codes for authentication count
 * only beside a cipher that has none of its own.
 */
export const judgeSsh = ({ ssh, isExposed }: TunnelSpeaker): Verdict => {
  if (ssh.value === undefined) return unproven(ssh)
  const { kex = [], ciphers = [], macs = [], hostKeys = [], passwordAuth } = ssh.value
  const names = [...kex, ...ciphers, ...macs, ...hostKeys]
  return verdictOf({
    fact: ssh,
    faults: [
      ...names.flatMap((name) => {
        const weakness = sshWeakness(name)
        return weakness ? [{ severity: weakness.severity, words: `${name}: ${weakness.words}` }] : []
      }),
      ...(passwordAuth === true && isExposed
        ? [{ severity: 'medium' as const, words: 'passwords are accepted' }]
        : []),
    ],
    unknown: names.filter((name) => !isKnownSshName(name)),
    missing: firstMissing([
      ssh.at('kex'),
      ssh.at('ciphers'),
      ...(ciphers.every((name) => AEAD.test(name)) ? [] : [ssh.at('macs')]),
      ssh.at('hostKeys'),
      ...(isExposed ? [ssh.at('passwordAuth')] : []),
    ]),
  })
}

/** Ciphers that authenticate what they encrypt. */
const AEAD = /gcm|ccm|poly1305/i

/** Judges the parameters of IPsec (NIST SP 800-77 Rev. 1). Integrity counts only beside a cipher that has none of its own. */
export const judgeIpsec = ({ ipsec }: TunnelSpeaker): Verdict => {
  if (ipsec.value === undefined) return unproven(ipsec)
  const { encryption = [], integrity = [], dhGroup = [] } = ipsec.value
  const names = [...encryption, ...integrity]
  return verdictOf({
    fact: ipsec,
    faults: [
      ...names.flatMap((name) => ipsecWeakness(name) ?? []),
      ...dhGroup.flatMap((group) => ipsecGroupWeakness(group) ?? []),
      ...exchangeFaults(ipsec.value),
    ],
    unknown: [
      ...names.filter((name) => !isKnownIpsecName(name)),
      ...dhGroup.filter((group) => !isKnownIpsecGroup(group)).map((group) => `group ${group}`),
    ],
    missing: firstMissing([
      ipsec.at('ike'),
      ipsec.at('encryption'),
      ...(encryption.every((name) => AEAD.test(name)) ? [] : [ipsec.at('integrity')]),
      ipsec.at('dhGroup'),
      ipsec.at('pfs'),
    ]),
  })
}

const exchangeFaults = ({ ike, mode, pfs }: Ipsec): readonly IpsecWeakness[] => [
  ...(mode === 'aggressive'
    ? [{ severity: 'high' as const, words: 'aggressive mode' }]
    : ike === 1
      ? [{ severity: 'medium' as const, words: 'IKEv1' }]
      : []),
  ...(pfs === false ? [{ severity: 'medium' as const, words: 'no forward secrecy' }] : []),
]
