import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { rules as allRules } from '../rules/index.js'
import { readBaseline } from './baseline.js'
import { type Accepted, NOTHING_ACCEPTED } from './engine/acceptance.js'
import {
  type Config,
  type ConfigFault,
  configFaults,
  mergeConfigs,
  names,
  selectedRules,
} from './engine/config.js'
import type { AnyRule } from './engine/define-rule.js'
import type { Report } from './engine/report.js'
import { standingOf } from './knowledge/grounds.js'
import type { Problem } from './model/problem.js'
import { CONFIG_FILES, type ReadConfig, readConfig } from './sources/config/read-config.js'
import { nearest } from './sources/suggest.js'

/** Where to look for a configuration, and what the command line says over it. */
export interface ConfigureOptions {
  readonly cwd?: string
  /** A file; `false` for none. Without it the nearest folder with a configuration counts, up to the repository's. */
  readonly file?: string | false
  /** From the command line: counts over all files. */
  readonly over?: Config
  readonly rules?: readonly AnyRule[]
}

/** How to audit: which rules, by which thresholds, and what has been accepted. */
export interface Settings {
  readonly config: Config
  readonly rules: readonly AnyRule[]
  /** The rules that are left out. */
  readonly leftOut: Report['leftOut']
  readonly accepted: Accepted
}

/** Reads configuration and baseline, and lays the command line over them. Everything that is wrong is a problem. */
export const configure = async ({
  cwd = process.cwd(),
  file,
  over = {},
  rules = allRules,
}: ConfigureOptions = {}): Promise<Settings | { readonly problems: readonly Problem[] }> => {
  const path = file ?? nearestConfig(cwd)
  const read = path === undefined || path === false ? { configs: [] } : await readConfig(path, cwd)
  if ('problems' in read) return read
  const faults = [
    ...read.configs.flatMap(({ tree, document }) =>
      configFaults(tree, rules).map((fault) => problemOf(fault, rules, document)),
    ),
    ...configFaults(over, rules).map((fault) => problemOf(fault, rules)),
  ]
  if (faults.length > 0) return { problems: faults }
  const config = [...read.configs.map(withPaths), over].reduce(mergeConfigs)
  const selected = selectedRules(rules, config)
  if (selected.length === 0) return { problems: [nothingSelected(config)] }
  const known = config.baseline === undefined ? undefined : await readBaseline(config.baseline, cwd)
  if (known !== undefined && 'problems' in known) return known
  return {
    config,
    rules: selected,
    leftOut: rules.filter((rule) => !selected.includes(rule)).map(leftOutRule),
    accepted: {
      ...NOTHING_ACCEPTED,
      waivers: config.waivers ?? [],
      ...(known === undefined ? {} : { known: known.known, hasBaseline: true }),
    },
  }
}

const leftOutRule = ({ id, ground }: AnyRule): Report['leftOut'][number] => {
  const { basis } = standingOf(ground, 'hipaa')
  return { rule: id, required: basis === 'required' || basis === 'standard' }
}

/** The thresholds and severities of single rules, by their present ids. */
export const ruleSettings = (
  { rules: set = {} }: Config,
  rules: readonly AnyRule[],
): {
  readonly parameters: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly severities: Readonly<Record<string, NonNullable<NonNullable<Config['rules']>[string]['severity']>>>
} => {
  const own = Object.entries(set).flatMap(([id, its]) => {
    const rule = rules.find((one) => names(id, one))
    return rule ? [[rule.id, its] as const] : []
  })
  return {
    parameters: Object.fromEntries(own.map(([id, { parameters = {} }]) => [id, parameters])),
    severities: Object.fromEntries(own.flatMap(([id, { severity }]) => (severity ? [[id, severity]] : []))),
  }
}

const nearestConfig = (cwd: string): string | undefined => {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    for (const name of CONFIG_FILES) if (existsSync(join(folder, name))) return join(folder, name)
    if (existsSync(join(folder, '.git')) || folder === dirname(folder)) return undefined
  }
}

/** A path in a configuration starts from its own folder. */
const withPaths = ({ tree, folder }: ReadConfig): Config => {
  const {
    version: _version,
    extends: _extends,
    ...config
  } = tree as Config & {
    readonly version?: unknown
    readonly extends?: unknown
  }
  return config.baseline === undefined ? config : { ...config, baseline: resolve(folder, config.baseline) }
}

const problemOf = (
  { route, message, found, expected, misspelt }: ConfigFault,
  rules: readonly AnyRule[],
  document?: ReadConfig['document'],
): Problem => {
  const suggestion = misspelt === undefined ? undefined : nearRule(misspelt, rules)
  return {
    code: misspelt === undefined ? 'impossible-value' : 'unknown-value',
    message,
    ...(found === undefined ? {} : { found }),
    expected,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(document === undefined ? {} : { place: document.locate(route) }),
  }
}

/** The id that was probably meant: a slip, the slug alone, or the slip of a slug. */
export const nearRule = (word: string, rules: readonly AnyRule[]): string | undefined => {
  const ids = rules.map(({ id }) => id)
  const slug = nearest(
    word,
    ids.map((id) => id.split('/')[1] ?? ''),
  )
  return (
    nearest(word, ids) ??
    ids.find((id) => id.endsWith(`/${word}`)) ??
    ids.find((id) => slug !== undefined && id.endsWith(`/${slug}`))
  )
}

const nothingSelected = ({ only = [], skip = [] }: Config): Problem => ({
  code: 'bad-usage',
  message: 'no rule is left to ask',
  found: [...only.map((one) => `only ${one}`), ...skip.map((one) => `without ${one}`)].join(', '),
  expected: 'at least one rule: an audit without rules is no pass',
})
