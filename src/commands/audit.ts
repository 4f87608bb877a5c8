import { Flags } from '@oclif/core'
import { type AuditFlagValues, auditFlags, gateFlags } from '../audit-flags.js'
import { BaseCommand, outputFlags, outputPlan } from '../base-command.js'
import type { Report } from '../engine/report.js'
import { filesArgument } from '../file-flags.js'
import type { Problem } from '../model/problem.js'
import type { Format } from '../reporters/index.js'
import { isTerminal, writeOut } from '../standard-output.js'
import { storeFlags } from '../store-flags.js'
import { endTiming, startTiming, timed } from '../timing.js'

/** When the code of the command line runs, on the clock of `performance`. */
const STARTED = performance.now()

interface AuditFlags extends AuditFlagValues {
  readonly format?: Format[] | undefined
  readonly output?: string[] | undefined
  readonly color: boolean
  readonly against?: string | undefined
  readonly record: boolean
  readonly store: string
}

export default class Audit extends BaseCommand {
  static override summary = 'Judge a described infrastructure by the HIPAA Security Rule.'
  static override description =
    `Exit code 0: no gating finding; 1: a finding at or above --fail-on; 2: bad input, or nothing to audit; 3: an error of ours.`
  static override examples = [
    '<%= config.bin %> audit infra.yaml',
    '<%= config.bin %> audit infra/ --format markdown --output report.md',
    '<%= config.bin %> audit infra.yaml --output report.json --output report.md --fail-on medium',
    '<%= config.bin %> audit infra.yaml --baseline known.json',
    '<%= config.bin %> audit infra.yaml --evidence testssl.json --evidence evidence.json',
    '<%= config.bin %> audit infra.yaml --record',
  ]
  static override strict = false
  static override args = {
    files: filesArgument,
  }
  static override flags = {
    ...outputFlags,
    ...auditFlags,
    ...gateFlags,
    probe: Flags.boolean({
      summary: 'Probe the described endpoints that have a `host` first, as `probe tls --infra` does.',
    }),
    against: Flags.string({
      helpValue: 'REPORT',
      summary: 'An earlier report (JSON): print what changed since, and fail only on what is new or worse.',
      exclusive: ['baseline', 'min-rank'],
    }),
    record: Flags.boolean({
      summary: 'Keep the report as evidence, in an append-only store; see `history`.',
    }),
    ...storeFlags,
    timing: Flags.boolean({
      summary: 'Tell on standard error where the time went, which rules took longest, and how much memory.',
    }),
    watch: Flags.boolean({
      summary: 'On a terminal: audit again whenever a file changes, until Ctrl-C.',
      exclusive: ['output', 'record', 'against', 'timing'],
    }),
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Audit)
    if (flags.watch) return this.watch(argv as string[], flags)
    if (!flags.timing) return this.audit(argv as string[], flags)
    startTiming()
    await this.audit(argv as string[], flags)
    const { spentUntilNow, timingText } = await import('../timing-text.js')
    process.stderr.write(timingText(endTiming(), spentUntilNow(STARTED)))
  }

  private async audit(files: readonly string[], flags: AuditFlags): Promise<void> {
    if (flags.against !== undefined && (flags.format?.length ?? 0) > (flags.output?.length ?? 0))
      return this.refuse({ problems: [SCREEN_IS_TAKEN] })
    const { runAudit } = await import('../run-audit.js')
    const old = flags.against === undefined ? undefined : await this.earlier(flags.against)
    if (old === 'refused') return
    const audited = await runAudit(files, flags)
    if ('problems' in audited) return this.refuse(audited)
    if (flags.record && !(await this.record(audited.report, flags))) return
    if (old !== undefined) return this.printAgainst(old, audited.report, flags)
    if (await timed('write', () => this.print(audited.report, flags)))
      process.exitCode = audited.report.gate.exitCode
  }

  private async watch(
    files: readonly string[],
    flags: AuditFlagValues & { format?: Format[] | undefined; color: boolean },
  ): Promise<void> {
    const [format = 'pretty', another] = flags.format ?? []
    if (!isTerminal() || files.includes('-') || another !== undefined)
      return this.refuse({ problems: [NOT_WATCHABLE] })
    const { watchAudit } = await import('../watch-audit.js')
    const ended = new AbortController()
    // Not `once`: the drawing of progress ends the process where it finds that nobody else listens.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ended.abort())
    const options = { color: this.hasColor(flags.color), columns: this.columns(), format }
    process.exitCode = await watchAudit(files, flags, { ...options, signal: ended.signal })
  }

  private async earlier(path: string): Promise<Report | 'refused'> {
    const { readReport } = await import('../read-report.js')
    const read = await readReport(path)
    if (!('problems' in read)) return read.report
    this.refuse(read)
    return 'refused'
  }

  /** Keeps the report before anything is printed, so that where it cannot be kept nothing is written. */
  private async record(
    report: Report,
    {
      store,
      format,
      output,
    }: { store: string; format?: Format[] | undefined; output?: string[] | undefined },
  ): Promise<boolean> {
    const plan = outputPlan(format ?? [], output ?? [])
    if ('problem' in plan) {
      this.refuse({ problems: [plan.problem] })
      return false
    }
    const [{ recordReport }, { withProgress }] = await Promise.all([
      import('../history.js'),
      import('../progress.js'),
    ])
    const recorded = await withProgress('Recording the report', () =>
      recordReport(report, { location: store }),
    )
    if ('problems' in recorded) {
      this.refuse(recorded)
      return false
    }
    const { entry, hash } = recorded.link
    process.stderr.write(`recorded as report ${entry.sequence}, head ${hash}\n`)
    return true
  }

  /** Reports go to files as ever; the screen shows the difference. */
  private async printAgainst(
    old: Report,
    report: Report,
    flags: { format?: Format[] | undefined; output?: string[] | undefined; color: boolean },
  ): Promise<void> {
    const [{ compareReports, diffFails }, { diffText }] = await Promise.all([
      import('../engine/diff.js'),
      import('../diff-text.js'),
    ])
    if (flags.output !== undefined && !(await timed('write', () => this.print(report, flags, true)))) return
    const diff = compareReports(old, report)
    const options = { color: this.hasColor(flags.color), columns: this.columns() }
    await writeOut(diffText(diff, 'pretty', options))
    process.exitCode = diffFails(diff, report.gate) ? 1 : 0
  }
}

const NOT_WATCHABLE: Problem = {
  code: 'bad-usage',
  message: '`--watch` shows one report on a terminal, of files that can change',
  expected: 'a terminal, files or folders, and at most one --format',
}

const SCREEN_IS_TAKEN: Problem = {
  code: 'bad-usage',
  message: '`--against` prints what changed, so that no report can be printed as well',
  expected: 'an --output for each --format, or `hipaacheck diff` for what changed in another format',
}
