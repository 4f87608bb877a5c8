import { standingOf } from '../knowledge/grounds.js'
import type { Profile } from '../knowledge/terms.js'
import type { AnyRule } from './define-rule.js'

/** Whether a rule is judged in a profile: `law-only` leaves out what is not law, proposals are opt-in. */
export const speaksIn = (rule: AnyRule, profile: Profile): boolean => {
  if (rule.profiles !== undefined) return rule.profiles.includes(profile)
  const { basis } = standingOf(rule.ground, profile)
  if (profile === 'law-only') return !NOT_LAW.has(basis)
  if (basis === 'proposed') return profile === 'hipaa-2025-proposed'
  return profile === 'recommended' || !isAside(rule)
}

/** Good practice that no safeguard of the law is judged by: `recommended` adds it. */
const isAside = ({ ground, related = [] }: AnyRule): boolean =>
  typeof ground !== 'string' &&
  (ground.basis === 'guidance' || ground.basis === 'practice') &&
  ground.supports === undefined &&
  related.length === 0

const NOT_LAW: ReadonlySet<string> = new Set(['guidance', 'practice', 'proposed', 'not-implemented'])
