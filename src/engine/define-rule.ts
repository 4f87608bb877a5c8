import type { Ground } from '../knowledge/grounds.js'
import type { Citation } from '../knowledge/safeguards.js'
import type { Profile, Severity } from '../knowledge/terms.js'
import type { DayText } from '../model/scalars/text.js'
import type { Subject } from '../model/subjects/subject.js'
import type { Parameters, ParameterValues } from './parameters.js'
import type { Selector } from './selectors.js'
import type { Verdict } from './verdict.js'

/** What a check may know besides its subject. */
export interface Context {
  /** The day on which is judged. */
  readonly today: DayText
  readonly profile: Profile
}

/** One rule: what it asks, on what ground, of whom, how, in which words, why, and how to mend what it finds. */
export interface Rule<S extends Subject = Subject, P extends Parameters = Parameters> {
  /** `<module>/<slug>`, which is its file. Never reused. */
  readonly id: string
  /** What holds where it passes. */
  readonly title: string
  /** The one citation that decides. Whether it is required or addressable is looked up. */
  readonly ground: Ground
  /** Paragraphs that it bears on as well; they only fill the matrix. */
  readonly related?: readonly Citation[]
  readonly severity: Severity | ((subject: S) => Severity)
  /** What makes it weigh more than its severity says. */
  readonly raisedBy?: readonly ('public-exposure' | 'many-individuals')[]
  readonly subjects: Selector<S>
  readonly parameters?: P
  /** Profiles in which it speaks, where not in all that its ground admits. */
  readonly profiles?: readonly Profile[]
  readonly check: (subject: S, parameters: ParameterValues<P>, context: Context) => Verdict
  /** What is wrong, after the subject's name; `{parameter}` is filled in. */
  readonly says: string
  readonly why: string
  readonly fix: string
  readonly references?: readonly string[]
  /** Ids under which it was known before. */
  readonly formerly?: readonly string[]
  /**
   * Statements that fail and pass, in the place that the test of the rule names. They are run, and shown by
   * `explain`.
   */
  readonly examples: { readonly fails: string; readonly passes: string }
  /** It never fails by design: what its first example states is left unproven. */
  readonly neverFails?: true
}

/** Any rule, whatever its subjects. */
export interface AnyRule extends Omit<Rule, 'severity' | 'subjects' | 'check' | 'parameters'> {
  readonly severity: Severity | ((subject: never) => Severity)
  readonly subjects: Selector<Subject>
  readonly parameters?: Parameters
  readonly check: (subject: never, parameters: never, context: Context) => Verdict
}

/** Declares a rule. Texts may be indented as the code is; they are kept as one paragraph. */
export const defineRule = <S extends Subject, const P extends Parameters = Record<never, never>>(
  rule: Rule<S, P>,
): Rule<S, P> => ({
  ...rule,
  says: paragraph(rule.says),
  why: paragraph(rule.why),
  fix: paragraph(rule.fix),
})

// Most are one line already where the bundle is made (`scripts/bundle.js`), and all are looked at at every start.
const paragraph = (text: string): string => (text.includes('\n') ? text.replace(/\s+/g, ' ').trim() : text)
