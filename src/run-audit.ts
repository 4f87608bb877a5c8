import { rules as allRules } from '../rules/index.js'
import { auditLoaded, type FilesOptions, loadFiles, type Outcome, type ReadOptions } from './audit.js'
import { type AuditFlagValues, configOfFlags } from './audit-flags.js'
import { configure, ruleSettings } from './configure.js'
import type { Report } from './engine/report.js'
import { withProgress } from './progress.js'

/** Reads configuration and inputs and judges them, as the flags of a command ask, with progress on a terminal. */
export const runAudit = async (
  files: readonly string[],
  flags: AuditFlagValues,
  options: FilesOptions = {},
): Promise<Outcome<{ readonly report: Report }>> => {
  const settings = await configure({
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(flags['no-config'] === true
      ? { file: false }
      : flags.config === undefined
        ? {}
        : { file: flags.config }),
    over: configOfFlags(flags),
  })
  if ('problems' in settings) return settings
  const { config, rules, leftOut, accepted } = settings
  const reading = readingOf(flags)
  const loaded = await withProgress('Reading descriptions', () =>
    loadFiles(files, { ...options, ...reading }),
  )
  if ('problems' in loaded) return loaded
  return withProgress('Following ePHI and asking rules', () =>
    auditLoaded(loaded, {
      profile: config.profile ?? 'hipaa',
      ...ruleSettings(config, allRules),
      rules,
      leftOut,
      accepted,
      gate: {
        failOn: config.failOn ?? 'high',
        strict: config.strict ?? false,
        ...(config.minRank === undefined ? {} : { minRank: config.minRank }),
      },
    }),
  )
}

/** What a command line says of how to read. */
const readingOf = (flags: AuditFlagValues): ReadOptions & { readonly evidence: readonly string[] } => ({
  evidence: flags.evidence ?? [],
  ...(flags['as-of'] === undefined ? {} : { asOf: flags['as-of'] }),
  ...(flags['max-age'] === undefined ? {} : { maxAge: flags['max-age'] }),
})
