import { rules as allRules } from '../rules/index.js'
import {
  auditLoaded,
  type FilesOptions,
  type Loaded,
  loadFiles,
  type Outcome,
  type ReadOptions,
} from './audit.js'
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
  const described = await withProgress('Reading descriptions', () =>
    loadFiles(files, { ...options, ...reading }),
  )
  if ('problems' in described) return described
  const loaded = flags.probe === true ? await probed(described) : described
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
const readingOf = (
  flags: AuditFlagValues,
): ReadOptions & { readonly asOf?: string; readonly evidence: readonly string[] } => ({
  evidence: flags.evidence ?? [],
  ...(flags['as-of'] === undefined ? {} : { asOf: flags['as-of'] }),
  ...(flags['max-age'] === undefined ? {} : { maxAge: flags['max-age'] }),
})

/** How long one connection of a probe may last, in milliseconds. */
const PROBE_TIMEOUT = 5000

/** What is described, with what its endpoints really negotiate now. */
const probed = async (described: Loaded): Promise<Outcome<Loaded>> => {
  const { probePlan } = await import('./probe-plan.js')
  const { evidenceOf, probeTls } = await import('./probe.js')
  const { jsonText } = await import('./reporters/escape.js')
  const plan = probePlan([], described.infrastructure)
  const evidence = evidenceOf(await probeTls(plan, { timeout: PROBE_TIMEOUT }))
  return described.withEvidence([{ file: PROBE, bytes: new TextEncoder().encode(jsonText(evidence)) }])
}

/** What places call what was seen by a probe that no file holds. */
const PROBE = '<probe>'
