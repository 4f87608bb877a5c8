import { standingOf } from '../knowledge/grounds.js'
import { type Profile, type Rank, SEVERITIES, type Severity } from '../knowledge/terms.js'
import type { Match, PersonObject } from '../model/description.generated.js'
import { atMost, parseDuration } from '../model/scalars/duration.js'
import { matchesGlob } from '../model/scalars/glob.js'
import type { DayText } from '../model/scalars/text.js'
import type { AnyRule } from './define-rule.js'
import type { GateOptions } from './gate.js'
import { type Parameter, parameterText } from './parameters.js'

/** How an organisation wants to be judged, as `schemas/config.schema.json` describes it. */
export interface Config {
  readonly profile?: Profile
  readonly failOn?: GateOptions['failOn']
  readonly strict?: boolean
  readonly minRank?: Rank
  /** The only rules to ask, and those not to ask: ids, or globs such as `email/*`. */
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly rules?: Readonly<Record<string, RuleConfig>>
  readonly waivers?: readonly Waiver[]
  /** File of known findings that do not gate. */
  readonly baseline?: string
}

/** What is set otherwise for one rule. */
export interface RuleConfig {
  readonly severity?: Severity
  readonly parameters?: Readonly<Record<string, unknown>>
}

/** A failure that somebody accepts until a day. */
export interface Waiver {
  /** Id of a rule, or a glob. */
  readonly rule: string
  readonly subjects: Match
  readonly reason: string
  readonly owner: PersonObject
  /** The last day on which it holds. */
  readonly until: DayText
}

/** What is wrong with a configuration that has the right shape. */
export interface ConfigFault {
  readonly route: readonly (string | number)[]
  readonly message: string
  readonly found?: string
  readonly expected: string
  /** The word for which something near is to be suggested, among the ids of the rules. */
  readonly misspelt?: string
}

/** Whether an id, present or former, or a glob names a rule. */
export const names = (pattern: string, { id, formerly = [] }: AnyRule): boolean =>
  [id, ...formerly].some((one) => matchesGlob(pattern, one))

/** Everything that is wrong with a configuration: rules that are not there, thresholds looser than the law. */
export const configFaults = (config: Config, rules: readonly AnyRule[]): readonly ConfigFault[] => [
  ...(['only', 'skip'] as const).flatMap((key) =>
    (config[key] ?? []).flatMap((pattern, index) => unknownRule(pattern, [key, index], rules)),
  ),
  ...(config.waivers ?? []).flatMap(({ rule }, index) =>
    unknownRule(rule, ['waivers', index, 'rule'], rules),
  ),
  ...Object.entries(config.rules ?? {}).flatMap(([id, its]) => {
    const rule = rules.find((one) => names(id, one))
    return rule ? ruleFaults(rule, its, ['rules', id]) : unknownRule(id, ['rules', id], rules)
  }),
]

const unknownRule = (
  pattern: string,
  route: ConfigFault['route'],
  rules: readonly AnyRule[],
): ConfigFault[] =>
  rules.some((rule) => names(pattern, rule))
    ? []
    : [
        {
          route,
          message: `no rule is named \`${pattern}\``,
          expected: 'the id of a rule, or a glob such as `email/*`; `hipaacheck rules` lists them',
          misspelt: pattern,
        },
      ]

const ruleFaults = (
  rule: AnyRule,
  { severity, parameters = {} }: RuleConfig,
  route: ConfigFault['route'],
): ConfigFault[] => [
  ...(severity === undefined ? [] : severityFaults(rule, severity, [...route, 'severity'])),
  ...Object.entries(parameters).flatMap(([name, value]) =>
    parameterFaults(rule, name, value, [...route, 'parameters', name]),
  ),
]

/** The bases of which nobody may make less. */
const BINDING: ReadonlySet<string> = new Set(['required', 'standard'])

const severityFaults = (rule: AnyRule, severity: Severity, route: ConfigFault['route']): ConfigFault[] => {
  const { basis } = standingOf(rule.ground, 'hipaa')
  const own = rule.severity
  if (!BINDING.has(basis) || typeof own !== 'string') return []
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(own)
    ? []
    : [
        {
          route,
          message: `${rule.id} is ${basis === 'required' ? 'required by law' : 'a standard'}: its severity cannot be lowered`,
          found: severity,
          expected: `${own} or worse; a waiver accepts one failure for a time`,
        },
      ]
}

const parameterFaults = (
  rule: AnyRule,
  name: string,
  value: unknown,
  route: ConfigFault['route'],
): ConfigFault[] => {
  const parameter = rule.parameters?.[name] as Parameter<unknown> | undefined
  if (!parameter) {
    const known = Object.keys(rule.parameters ?? {})
    const expected = known.length === 0 ? 'no parameter: the rule has none' : `one of ${known.join(', ')}`
    return [{ route, message: `${rule.id} has no parameter \`${name}\``, expected }]
  }
  const parsed = parameter.parse(value)
  if (parsed === undefined) {
    const expected = parameter.type === 'number' ? 'a number' : 'a period such as `30 days` or `P1M`'
    return [{ route, message: `\`${name}\` cannot be this`, found: String(value), expected }]
  }
  if (parameter.whose === 'ours' || !isLaw(rule) || !isLooser(parsed, parameter)) return []
  return [
    {
      route,
      message: `\`${name}\` would be looser than the law (${parameter.whose.source})`,
      found: parameterText(parsed),
      expected: `${parameterText(parameter.default)} or stricter`,
    },
  ]
}

const isLaw = ({ ground }: AnyRule): boolean => typeof ground === 'string'

const isLooser = (value: unknown, { default: bound, stricter }: Parameter<unknown>): boolean => {
  const [low, high] = stricter === 'lower' ? [value, bound] : [bound, value]
  if (typeof low === 'number' && typeof high === 'number') return low > high
  const [one, other] = [parseDuration(String(low)), parseDuration(String(high))]
  return one === undefined || other === undefined || !atMost(one, other)
}

/** Lays one configuration over another: lists of rules and waivers join, the rest of the upper one wins. */
export const mergeConfigs = (under: Config, over: Config): Config => {
  const joined = (key: 'only' | 'skip' | 'waivers') => {
    const list = [...(under[key] ?? []), ...(over[key] ?? [])]
    return list.length === 0 ? {} : { [key]: list }
  }
  const rules: Record<string, RuleConfig> = { ...under.rules }
  for (const [id, its] of Object.entries(over.rules ?? {})) {
    const parameters = { ...rules[id]?.parameters, ...its.parameters }
    rules[id] = { ...rules[id], ...its, ...(Object.keys(parameters).length === 0 ? {} : { parameters }) }
  }
  return {
    ...under,
    ...over,
    ...joined('only'),
    ...joined('skip'),
    ...joined('waivers'),
    ...(Object.keys(rules).length === 0 ? {} : { rules }),
  }
}

/** The rules that a configuration asks. */
export const selectedRules = (
  rules: readonly AnyRule[],
  { only = [], skip = [] }: Pick<Config, 'only' | 'skip'>,
): readonly AnyRule[] =>
  rules.filter(
    (rule) =>
      (only.length === 0 || only.some((pattern) => names(pattern, rule))) &&
      !skip.some((pattern) => names(pattern, rule)),
  )
