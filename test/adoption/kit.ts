import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse, parseAllDocuments } from 'yaml'

/** The root of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A file of the project. */
export const projectFile = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** The version of the package. */
export const VERSION = (JSON.parse(projectFile('package.json')) as { version: string }).version

interface Step {
  readonly name: string
  readonly id?: string
  readonly shell: string
  readonly env: Readonly<Record<string, string>>
  readonly run: string
}

/** The GitHub Action. */
export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>
  readonly outputs: Readonly<Record<string, { readonly value: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

export const action = parse(projectFile('action.yml')) as Action

/** A hook of pre-commit. */
export interface Hook {
  readonly id: string
  readonly entry: string
  readonly args: readonly string[]
  readonly language: string
  readonly pass_filenames: boolean
  readonly files: string
}

export const hooks = parse(projectFile('.pre-commit-hooks.yaml')) as readonly Hook[]

const plainValue = (document: { toJS(): unknown } | undefined): unknown => document?.toJS()

/** The component of GitLab: its inputs, and its job with some of them given. */
export const gitlab = (given: Readonly<Record<string, string>> = {}) => {
  const text = projectFile('templates/hipaacheck.yml')
  const [head] = parseAllDocuments(text)
  const { inputs } = (plainValue(head) as { spec: { inputs: Record<string, { default: string }> } }).spec
  const filled = text.replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) =>
    JSON.stringify(given[name] ?? inputs[name]?.default),
  )
  const [, body] = parseAllDocuments(filled)
  return { inputs, job: (plainValue(body) as { hipaacheck: GitlabJob }).hipaacheck }
}

interface GitlabJob {
  readonly variables: Readonly<Record<string, string>>
  readonly before_script: readonly string[]
  readonly script: readonly string[]
  readonly artifacts: {
    readonly paths: readonly string[]
    readonly reports: Readonly<Record<string, string>>
  }
}

/** Runs a script of bash as the runners do. */
export const bash = (
  script: string,
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
) =>
  spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env, NO_COLOR: '1' },
  })
