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

/** Whether no modifier can apply: that is so of nearly all. */
const isPlain = ({ raisedBy }: AnyRule, { reach }: Subject): boolean =>
  raisedBy === undefined && reach !== 'assumed'

/** How much a failure weighs, and why if that is not what the rule says. */
export const severityOf = (
  rule: AnyRule,
  subject: Subject,
  verdict: Verdict,
  standing: Standing,
  configured?: Severity,
): { severity: Severity; changed?: string } => {
  const own =
    'severity' in verdict && verdict.severity !== undefined ? verdict.severity : ruleSeverity(rule, subject)
  const stated = configured === undefined ? own : isBinding(standing) ? worse(own, configured) : configured
  const applying = isPlain(rule, subject) ? [] : MODIFIERS.filter(({ applies }) => applies(subject, rule))
  if (applying.length === 0 && !notLaw(standing)) return { severity: stated }
  const moved = applying.reduce((severity, { steps }) => step(severity, steps), stated)
  const severity = notLaw(standing) && moved === 'critical' ? 'high' : moved
  if (severity === stated) return { severity }
  const words = [...applying.map((modifier) => modifier.words)]
  return { severity, changed: words.join('; ') || 'guidance and practice are never above high' }
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
