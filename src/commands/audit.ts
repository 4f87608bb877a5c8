import { Args, Flags } from '@oclif/core'
import { BaseCommand, outputFlags } from '../base-command.js'
import { PROFILES, RANKS, SEVERITIES } from '../knowledge/terms.js'
import { withProgress } from '../progress.js'

export default class Audit extends BaseCommand {
  static override summary = 'Judge a described infrastructure by the HIPAA Security Rule.'
  static override description =
    `Exit code 0: no gating finding; 1: a finding at or above --fail-on; 2: bad input, or nothing to audit; 3: an error of ours.`
  static override examples = [
    '<%= config.bin %> audit infra.yaml',
    '<%= config.bin %> audit infra/ --format markdown --output report.md',
    '<%= config.bin %> audit infra.yaml --output report.json --output report.md --fail-on medium',
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
    'as-of': Flags.string({
      helpValue: 'DATE',
      summary: 'Judge as on this day (ISO 8601); today unless said otherwise.',
    }),
    'fail-on': Flags.option({ options: [...SEVERITIES, 'unproven'] as const })({
      default: 'high',
      summary: 'Least severity that fails; unproven: any failure, and what is not proven.',
    }),
    'min-rank': Flags.option({ options: RANKS })({ summary: 'Let passes fail that rest on a weaker claim.' }),
    profile: Flags.option({ options: PROFILES })({
      default: 'hipaa',
      summary: 'Which law and practice to judge by.',
    }),
    strict: Flags.boolean({ summary: 'Let what is not proven fail too.' }),
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Audit)
    const { auditLoaded, loadFiles } = await import('../audit.js')
    const asOf = flags['as-of'] === undefined ? {} : { asOf: flags['as-of'] }
    const minRank = flags['min-rank'] === undefined ? {} : { minRank: flags['min-rank'] }
    const gate = { failOn: flags['fail-on'], strict: flags.strict, ...minRank }
    const loaded = await withProgress('Reading descriptions', () => loadFiles(argv as string[], asOf))
    if ('problems' in loaded) return this.refuse(loaded)
    const audited = await withProgress('Following ePHI and asking rules', () =>
      auditLoaded(loaded, { profile: flags.profile, gate }),
    )
    if ('problems' in audited) return this.refuse(audited)
    if (await this.print(audited.report, flags)) process.exitCode = audited.report.gate.exitCode
  }
}
