import { Args } from '@oclif/core'
import { auditFlags, gateFlags } from '../audit-flags.js'
import { BaseCommand, outputFlags } from '../base-command.js'

export default class Audit extends BaseCommand {
  static override summary = 'Judge a described infrastructure by the HIPAA Security Rule.'
  static override description =
    `Exit code 0: no gating finding; 1: a finding at or above --fail-on; 2: bad input, or nothing to audit; 3: an error of ours.`
  static override examples = [
    '<%= config.bin %> audit infra.yaml',
    '<%= config.bin %> audit infra/ --format markdown --output report.md',
    '<%= config.bin %> audit infra.yaml --output report.json --output report.md --fail-on medium',
    '<%= config.bin %> audit infra.yaml --baseline known.json',
  ]
  static override strict = false
  static override args = {
    files: Args.string({
      required: true,
      description: 'Descriptions: files, folders, globs, or - for standard input.',
    }),
  }
  static override flags = { ...outputFlags, ...auditFlags, ...gateFlags }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Audit)
    const { runAudit } = await import('../run-audit.js')
    const audited = await runAudit(argv as string[], flags)
    if ('problems' in audited) return this.refuse(audited)
    if (await this.print(audited.report, flags)) process.exitCode = audited.report.gate.exitCode
  }
}
