import { Args, Flags } from '@oclif/core'
import { BaseCommand } from '../base-command.js'
import { DIFF_FORMATS } from '../diff-text.js'
import { outputFlag } from '../file-flags.js'
import { SEVERITIES } from '../knowledge/terms.js'

export default class Diff extends BaseCommand {
  static override summary = 'Compare two reports: what is new, fixed, worse, no longer proven.'
  static override description =
    'Exit code 0: nothing new and nothing worse at or above --fail-on; 1: something is; 2: bad input.'
  static override examples = ['<%= config.bin %> diff main.json branch.json --format github']
  static override args = {
    old: Args.string({ required: true, description: 'The earlier report, as JSON.' }),
    new: Args.string({ required: true, description: 'The later report, as JSON.' }),
  }
  static override flags = {
    format: Flags.option({ options: DIFF_FORMATS })({
      default: 'pretty',
      summary: 'How to print it; github is a comment of at most 20 lines.',
    }),
    'fail-on': Flags.option({ options: [...SEVERITIES, 'unproven'] as const })({
      default: 'high',
      summary: 'Least severity of what is new or worse that fails.',
    }),
    strict: Flags.boolean({ summary: 'Let what is no longer proven fail too.' }),
    output: outputFlag,
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Diff)
    const [{ readReport }, { compareReports, diffFails }, { diffText }] = await Promise.all([
      import('../read-report.js'),
      import('../engine/diff.js'),
      import('../diff-text.js'),
    ])
    const reports = await Promise.all([readReport(args.old), readReport(args.new)])
    const problems = reports.flatMap((one) => ('problems' in one ? one.problems : []))
    const [old, now] = reports
    if (!old || !now || 'problems' in old || 'problems' in now) return this.refuse({ problems })
    const diff = compareReports(old.report, now.report)
    const options = {
      color: this.hasColor(flags.color) && flags.output === undefined,
      columns: this.columns(),
    }
    if (await this.write(diffText(diff, flags.format, options), flags.output))
      process.exitCode = diffFails(diff, { failOn: flags['fail-on'], strict: flags.strict }) ? 1 : 0
  }
}
