import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { AuditFlagValues } from './audit-flags.js'
import { EXIT, problemsText } from './base-command.js'
import { type Format, reporterOf } from './reporters/index.js'
import type { RenderOptions } from './reporters/reporter.js'
import { runAudit } from './run-audit.js'
import { standardOutput } from './standard-output.js'
import { type Round, watchRounds } from './watch.js'

/** How a watch shows what it sees. */
export interface WatchAuditOptions extends RenderOptions {
  readonly format: Format
  readonly signal: AbortSignal
}

/** Clears the screen and what has scrolled away, and begins at the top. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H'

/** Audits again whenever a file changes, and shows it on the terminal. Gives the exit code of the last audit. */
export const watchAudit = (
  files: readonly string[],
  flags: AuditFlagValues,
  options: WatchAuditOptions,
): Promise<number> => {
  const settings = [flags.config, flags.baseline].flatMap((path) => (path === undefined ? [] : [path]))
  return watchRounds(
    () => auditRound(files, flags, options),
    ({ text }) => standardOutput().write(`${CLEAR}${text}\nwatching ${files.join(' ')}; Ctrl-C ends it\n`),
    { always: [...files, ...settings, ...configPlaces(process.cwd())], signal: options.signal },
  )
}

const auditRound = async (
  files: readonly string[],
  flags: AuditFlagValues,
  { format, ...options }: WatchAuditOptions,
): Promise<Round> => {
  const audited = await runAudit(files, flags)
  if ('problems' in audited)
    return { text: problemsText(audited.problems, audited.lineOf), exitCode: EXIT.badInput, restsOn: [] }
  const { report } = audited
  const reporter = await reporterOf(format)
  return {
    text: [...reporter.render(report, options)].join(''),
    exitCode: report.gate.exitCode,
    restsOn: report.inputs.map(({ file }) => file),
  }
}

/** Where a configuration may appear: here, and in each folder above, up to the repository's. */
const configPlaces = (folder: string): readonly string[] => {
  const here = [join(folder, '.hipaacheck.yaml')]
  const above = resolve(dirname(folder))
  return existsSync(join(folder, '.git')) || above === folder ? here : [...here, ...configPlaces(above)]
}
