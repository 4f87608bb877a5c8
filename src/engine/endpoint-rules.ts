import { certificateWeakness, longestPublicLife } from '../knowledge/certificates.js'
import type { Certificate } from '../model/description.generated.js'
import { daysBetween } from '../model/scalars/day.js'
import type { DayText } from '../model/scalars/text.js'

export { certificateWeakness }

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
