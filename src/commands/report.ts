import { Args, Flags } from '@oclif/core'
import { BaseCommand, outputFlags } from '../base-command.js'

export default class Report extends BaseCommand {
  static override summary = 'Print a stored report again, in any format.'
  static override description =
    'The bytes are those that the audit would have written. With --redact systems, hosts and people get other names, the same everywhere.'
  static override examples = [
    '<%= config.bin %> report report.json --format markdown',
    '<%= config.bin %> report report.json --redact --output for-customer.md',
  ]
  static override args = {
    report: Args.string({ required: true, description: 'A report that `audit --format json` wrote.' }),
  }
  static override flags = {
    ...outputFlags,
    redact: Flags.boolean({ summary: 'Rename systems, hosts, vendors and people, and leave excerpts out.' }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Report)
    const { readReport } = await import('../read-report.js')
    const read = await readReport(args.report)
    if ('problems' in read) return this.refuse(read)
    if (!flags.redact) {
      await this.print(read.report, flags)
      return
    }
    const { redacted } = await import('../redact.js')
    await this.print(redacted(read.report), flags)
  }
}
