import { rules } from '../rules/index.js'
import type { AnyRule } from './engine/define-rule.js'
import { groundOf } from './engine/findings.js'
import { defaultsOf, parameterText, withParameters } from './engine/parameters.js'
import type { ReportedGround } from './engine/report.js'
import { speaksIn } from './engine/speaks-in.js'
import { standingOf } from './knowledge/grounds.js'
import type { Profile } from './knowledge/terms.js'
import type { Problem } from './model/problem.js'
import { jsonText } from './reporters/escape.js'
import { painter, wrapped } from './reporters/terminal.js'
import { thresholdText } from './reporters/threshold.js'
import { nearest } from './sources/suggest.js'

/** A rule for people and programs. */
export interface DescribedRule {
  readonly id: string
  readonly title: string
  readonly ground: ReportedGround
  readonly related: readonly string[]
  /** The rule's own severity; `varies` where it depends on the subject. */
  readonly severity: string
  readonly subjects: string
  readonly parameters: readonly {
    readonly name: string
    readonly type: 'duration' | 'number'
    readonly default: string
    readonly meaning: string
    readonly whose: string
  }[]
  readonly says: string
  readonly why: string
  readonly fix: string
  readonly references: readonly string[]
  readonly examples: { readonly fails: string; readonly passes: string }
  /** Whether it never fails by design, so that what `examples.fails` states is left unproven. */
  readonly neverFails: boolean
  /** Ids under which it was known before. */
  readonly formerly: readonly string[]
  /** Profiles in which alone it speaks; none where its ground decides. */
  readonly profiles: readonly Profile[]
  /** Whether it is judged in the profile. */
  readonly speaks: boolean
}

/** The ids of all rules. */
export const ruleIds = (): readonly string[] => rules.map(({ id }) => id)

/** Every rule, as it stands in a profile. */
export const describeRules = (profile: Profile): readonly DescribedRule[] =>
  rules.map((rule) => described(rule, profile))

const described = (rule: AnyRule, profile: Profile): DescribedRule => ({
  id: rule.id,
  title: rule.title,
  ground: groundOf(rule, standingOf(rule.ground, profile)),
  related: rule.related ?? [],
  severity: typeof rule.severity === 'string' ? rule.severity : 'varies',
  subjects: rule.subjects.describes,
  parameters: Object.entries(rule.parameters ?? {}).map(
    ([name, { type, default: value, meaning, whose }]) => ({
      name,
      type,
      default: String(value),
      meaning,
      whose: whose === 'ours' ? 'ours, not the law’s' : whose.source,
    }),
  ),
  says: filled(rule.says, rule),
  why: filled(rule.why, rule),
  fix: filled(rule.fix, rule),
  references: rule.references ?? [],
  examples: rule.examples,
  neverFails: rule.neverFails === true,
  formerly: rule.formerly ?? [],
  profiles: rule.profiles ?? [],
  speaks: speaksIn(rule, profile),
})

const filled = (text: string, { parameters = {} }: AnyRule): string =>
  withParameters(text, defaultsOf(parameters) as Readonly<Record<string, unknown>>)

/** The rule of an id, present or former, or what was probably meant. */
export const findRule = (
  id: string,
  profile: Profile,
): { readonly rule: DescribedRule } | { readonly problem: Problem } => {
  const rule = rules.find((one) => one.id === id || one.formerly?.includes(id))
  if (rule) return { rule: described(rule, profile) }
  const ids = rules.map((one) => one.id)
  const suggestion =
    nearest(id, ids) ??
    ids.find((one) => one.endsWith(`/${id}`)) ??
    nearest(
      id,
      ids.map((one) => one.split('/')[1] ?? ''),
    )
  return {
    problem: {
      code: 'bad-usage',
      message: `there is no rule ${id}`,
      expected: 'the id of a rule; `hipaacheck rules` lists them',
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  }
}

/** All rules as JSON. */
export const rulesJson = (described: readonly DescribedRule[]): string => `${jsonText(described)}\n`

/** All rules for a terminal, by module. */
export const rulesText = (all: readonly DescribedRule[], color: boolean, columns: number): string => {
  const paint = painter(color)
  const lines: string[] = []
  let module = ''
  for (const { id, title, ground, severity, speaks } of all) {
    const [its = ''] = id.split('/')
    if (its !== module) lines.push(...(module === '' ? [] : ['']), paint('strong', its))
    module = its
    lines.push(
      `  ${paint('accent', id)}  ${paint('quiet', `${severity}${speaks ? '' : ', not in this profile'}`)}`,
    )
    lines.push(
      ...wrapped(`${title}.`, columns, '    '),
      ...wrapped(`${ground.citation} (${ground.basis})`, columns, '    '),
    )
  }
  return `${lines.join('\n')}\n\n${all.length} rules\n`
}

/** One rule, whole. */
export const explainText = (rule: DescribedRule, color: boolean, columns: number): string => {
  const paint = painter(color)
  const part = (name: string, text: string): string[] => [
    '',
    paint('strong', name),
    ...wrapped(text, columns, '  '),
  ]
  return `${[
    ...wrapped(rule.title, columns).map((line) => paint('strong', line)),
    paint('quiet', `${rule.id}, ${rule.severity === 'varies' ? 'severity varies' : rule.severity}`),
    ...part(
      'Ground',
      `${rule.ground.citation}: ${rule.ground.label}${rule.ground.alternativeOpen ? '. A documented alternative, 164.306(d)(3), may take its place' : ''}.`,
    ),
    ...(rule.related.length === 0 ? [] : part('Bears on', rule.related.join(', '))),
    ...part('Asks of', rule.subjects),
    ...part(rule.neverFails ? 'Says' : 'Fails where', rule.says),
    ...part('Why it matters', rule.why),
    ...part('What to do', rule.fix),
    ...rule.parameters.flatMap(({ name, default: value, meaning, whose }) =>
      part(`Threshold: ${name}`, thresholdText({ meaning, value: parameterText(value), whose })),
    ),
    ...part(rule.neverFails ? 'Unproven' : 'Fails', rule.examples.fails),
    ...part('Passes', rule.examples.passes),
    ...(rule.references.length === 0 ? [] : part('See', rule.references.join('; '))),
  ].join('\n')}\n`
}
