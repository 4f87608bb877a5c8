import { Args, Flags } from '@oclif/core'
import { BaseCommand } from '../base-command.js'
import { PROFILES } from '../knowledge/terms.js'

export default class Ask extends BaseCommand {
  static override summary = 'What to state next, in order of worth, as YAML to paste.'
  static override description =
    'Each question is one place that settles many unproven facts: a default, a vendor, a group.'
  static override examples = [
    '<%= config.bin %> ask infra.yaml',
    '<%= config.bin %> ask infra.yaml --limit 5 > todo.yaml',
  ]
  static override strict = false
  static override args = {
    files: Args.string({
      required: true,
      description: 'Descriptions: files, folders, globs, or - for standard input.',
    }),
  }
  static override flags = {
    limit: Flags.integer({ min: 1, summary: 'How many questions at most.' }),
    profile: Flags.option({ options: PROFILES })({
      default: 'hipaa',
      summary: 'Which law and practice to judge by.',
    }),
    format: Flags.option({ options: ['yaml', 'json'] as const })({
      default: 'yaml',
      summary: 'How to print them.',
    }),
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Ask)
    const { auditFiles } = await import('../audit.js')
    const { questionsText } = await import('../questions-text.js')
    const audited = await auditFiles(argv as string[], { profile: flags.profile })
    if ('problems' in audited) return this.refuse(audited)
    const questions = audited.report.questions.slice(0, flags.limit)
    process.stdout.write(
      flags.format === 'json' ? `${JSON.stringify(questions, undefined, 2)}\n` : questionsText(questions),
    )
  }
}
