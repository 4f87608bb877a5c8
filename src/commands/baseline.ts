import { auditFlags } from '../audit-flags.js'
import { BaseCommand } from '../base-command.js'
import { filesArgument, outputFlag } from '../file-flags.js'

export default class Baseline extends BaseCommand {
  static override summary = 'Write the findings of today as known: `audit --baseline` lets them through.'
  static override description =
    'A known finding stays a failure in every report. It is known by rule, subject and fact, never by line or file; where the fact changes, or the finding weighs more, it gates again.'
  static override examples = ['<%= config.bin %> baseline infra.yaml --output .hipaacheck-baseline.json']
  static override strict = false
  static override args = {
    files: filesArgument,
  }
  static override flags = {
    ...auditFlags,
    output: outputFlag,
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Baseline)
    const [{ runAudit }, { baselineText }] = await Promise.all([
      import('../run-audit.js'),
      import('../baseline.js'),
    ])
    const audited = await runAudit(argv as string[], flags)
    if ('problems' in audited) return this.refuse(audited)
    await this.write(baselineText(audited.report), flags.output)
  }
}
