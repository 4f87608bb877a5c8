import { certificateWeakness, longestPublicLife } from '../knowledge/certificates.js'
import { ipsecGroupWeakness, ipsecWeakness } from '../knowledge/ipsec.js'
import { sshWeakness } from '../knowledge/ssh-algorithms.js'
import { SEVERITIES, type Severity } from '../knowledge/terms.js'
import type { Certificate } from '../model/description.generated.js'
import { daysBetween } from '../model/scalars/day.js'
import type { DayText } from '../model/scalars/text.js'
import type { EndpointSubject } from '../model/subjects/endpoint.js'

export { certificateWeakness }

/** One weakness of an endpoint. */
export interface EndpointFault {
  readonly severity: Severity
  readonly words: string
}

const worstFirst = (faults: readonly EndpointFault[]): readonly EndpointFault[] =>
  [...faults].sort((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity))

/** What is weak about the SSH of an endpoint, the worst first. Passwords count where anybody, or administrators, log in. */
export const sshFaults = ({ value, asset }: EndpointSubject): readonly EndpointFault[] => {
  const { kex = [], ciphers = [], macs = [], hostKeys = [], passwordAuth } = value.ssh ?? {}
  const faults = [...kex, ...ciphers, ...macs, ...hostKeys].flatMap((name) => {
    const weakness = sshWeakness(name)
    return weakness ? [{ severity: weakness.severity, words: `${name}: ${weakness.words}` }] : []
  })
  const exposed = value.exposure === 'public' || asset.controls !== undefined
  if (passwordAuth === true && exposed) faults.push({ severity: 'medium', words: 'passwords are accepted' })
  return worstFirst(faults)
}

/** What is weak about the IPsec of an endpoint, the worst first. */
export const ipsecFaults = ({ value }: EndpointSubject): readonly EndpointFault[] => {
  const { ike, mode, encryption = [], integrity = [], dhGroup = [], pfs } = value.ipsec ?? {}
  const faults: EndpointFault[] = [
    ...[...encryption, ...integrity].flatMap((name) => ipsecWeakness(name) ?? []),
    ...dhGroup.flatMap((group) => ipsecGroupWeakness(group) ?? []),
  ]
  if (mode === 'aggressive') faults.push({ severity: 'high', words: 'aggressive mode' })
  else if (ike === 1) faults.push({ severity: 'medium', words: 'IKEv1' })
  if (pfs === false) faults.push({ severity: 'medium', words: 'no forward secrecy' })
  return worstFirst(faults)
}

/** Where a certificate is in its life. It is due when less than a third is left and nothing is known to renew it. */
export const certificateState = (
  { notBefore, notAfter, renewal }: Certificate,
  today: DayText,
): 'good' | 'expired' | 'not-yet' | 'due' => {
  if (notAfter !== undefined && notAfter < today) return 'expired'
  if (notBefore !== undefined && notBefore > today) return 'not-yet'
  if (notAfter === undefined || notBefore === undefined || renewal === 'automatic') return 'good'
  return daysBetween(today, notAfter) * 3 < daysBetween(notBefore, notAfter) ? 'due' : 'good'
}

/** How many days a public certificate lives, and how many it may. */
export const publicLifetime = (
  notBefore: DayText,
  notAfter: DayText,
): { readonly days: number; readonly allowed: number } => ({
  days: daysBetween(notBefore, notAfter),
  allowed: longestPublicLife(notBefore),
})
