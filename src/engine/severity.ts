import { MANY_INDIVIDUALS } from '../knowledge/breach-clocks.js'
import type { Standing } from '../knowledge/grounds.js'
import { SEVERITIES, type Severity } from '../knowledge/terms.js'
import type { Subject } from '../model/subjects/subject.js'
import type { AnyRule } from './define-rule.js'
import type { Verdict } from './verdict.js'

/** One reason why a subject weighs more or less than the rule says; steps towards worse are negative. */
interface Modifier {
  readonly id: 'assumed-ephi' | 'public-exposure' | 'many-individuals'
  readonly steps: number
  readonly words: string
  readonly applies: (subject: Subject, rule: AnyRule) => boolean
}

const MODIFIERS: readonly Modifier[] = [
  {
    id: 'assumed-ephi',
    steps: 1,
    words: 'one lower: that ePHI is here is assumed, not stated',
    applies: ({ reach }) => reach === 'assumed',
  },
  {
    id: 'public-exposure',
    steps: -1,
    words: 'one higher: it faces the internet',
    applies: (subject, rule) => rule.raisedBy?.includes('public-exposure') === true && isPublic(subject),
  },
  {
    id: 'many-individuals',
    steps: -1,
    words: `one higher: it concerns ${MANY_INDIVIDUALS} people or more`,
    applies: ({ infrastructure }, rule) =>
      rule.raisedBy?.includes('many-individuals') === true &&
      (infrastructure.description.system?.individuals ?? 0) >= MANY_INDIVIDUALS,
  },
]

const isPublic = ({ assets, infrastructure }: Subject): boolean =>
  assets.some((id) =>
    infrastructure.asset(id)?.value.endpoints?.some(({ exposure }) => exposure === 'public'),
  )

/** How much a failure weighs, and why if that is not what the rule says. */
export interface Weight {
  readonly severity: Severity
  readonly changed?: string
}

/** How much failures of a rule weigh. There are few weights, and very many outcomes that share them. */
export const severityOf = (
  rule: AnyRule,
  standing: Standing,
  configured?: Severity,
): ((subject: Subject, verdict: Verdict) => Weight) => {
  const known = new Map<string, Weight>()
  const isLaw = !notLaw(standing)
  return (subject, verdict) => {
    const own =
      'severity' in verdict && verdict.severity !== undefined ? verdict.severity : ruleSeverity(rule, subject)
    const stated = configured === undefined ? own : isBinding(standing) ? worse(own, configured) : configured
    let name: string = stated
    for (const { id, applies } of MODIFIERS) if (applies(subject, rule)) name += ` ${id}`
    let weight = known.get(name)
    if (!weight) {
      weight = weighed(
        stated,
        MODIFIERS.filter(({ applies }) => applies(subject, rule)),
        isLaw,
      )
      known.set(name, weight)
    }
    return weight
  }
}

const weighed = (stated: Severity, applying: readonly Modifier[], isLaw: boolean): Weight => {
  const moved = applying.reduce((severity, { steps }) => step(severity, steps), stated)
  const severity = !isLaw && moved === 'critical' ? 'high' : moved
  if (severity === stated) return { severity }
  const changed = applying.map(({ words }) => words).join('; ')
  return { severity, changed: changed || 'guidance and practice are never above high' }
}

const ruleSeverity = ({ severity }: AnyRule, subject: Subject): Severity =>
  typeof severity === 'function' ? severity(subject as never) : severity

const step = (severity: Severity, steps: number): Severity =>
  SEVERITIES[Math.min(Math.max(SEVERITIES.indexOf(severity) + steps, 0), SEVERITIES.length - 1)] as Severity

/** What the law requires weighs no less than the rule says, whatever is configured. */
const isBinding = ({ basis }: Standing): boolean => basis === 'required' || basis === 'standard'

const worse = (one: Severity, other: Severity): Severity => (isAtLeast(one, other) ? one : other)

const notLaw = ({ basis }: Standing): boolean => basis === 'guidance' || basis === 'practice'

/** Whether a severity is at least as bad as another. */
export const isAtLeast = (severity: Severity, bound: Severity): boolean =>
  SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(bound)
