import { Args, Flags } from '@oclif/core'
import { auditFlags, gateFlags } from '../audit-flags.js'
import { BaseCommand, outputFlags } from '../base-command.js'
import type { Report } from '../engine/report.js'
import type { Format } from '../reporters/index.js'

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
  ]
  static override strict = false
  static override args = {
    files: Args.string({
      required: true,
      description: 'Descriptions: files, folders, globs, or - for standard input.',
    }),
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
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Audit)
    const { runAudit } = await import('../run-audit.js')
    const old = flags.against === undefined ? undefined : await this.earlier(flags.against)
    if (old === 'refused') return
    const audited = await runAudit(argv as string[], flags)
    if ('problems' in audited) return this.refuse(audited)
    if (old !== undefined) return this.printAgainst(old, audited.report, flags)
    if (await this.print(audited.report, flags)) process.exitCode = audited.report.gate.exitCode
  }

  private async earlier(path: string): Promise<Report | 'refused'> {
    const { readReport } = await import('../read-report.js')
    const read = await readReport(path)
    if (!('problems' in read)) return read.report
    this.refuse(read)
    return 'refused'
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
    if (flags.output !== undefined && !(await this.print(report, flags, true))) return
    const diff = compareReports(old, report)
    const options = { color: this.hasColor(flags.color), columns: this.columns() }
    process.stdout.write(diffText(diff, 'pretty', options))
    process.exitCode = diffFails(diff, report.gate) ? 1 : 0
  }
}
