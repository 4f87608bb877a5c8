import { Flags } from '@oclif/core'
import { auditFlags } from '../audit-flags.js'
import { BaseCommand } from '../base-command.js'
import { filesArgument, outputFlag } from '../file-flags.js'

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
    files: filesArgument,
  }
  static override flags = {
    ...auditFlags,
    limit: Flags.integer({ min: 1, summary: 'How many questions at most.' }),
    format: Flags.option({ options: ['yaml', 'json'] as const })({
      default: 'yaml',
      summary: 'How to print them.',
    }),
    output: outputFlag,
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Ask)
    const [{ runAudit }, { questionsText }, { jsonText }] = await Promise.all([
      import('../run-audit.js'),
      import('../reporters/questions-text.js'),
      import('../reporters/escape.js'),
    ])
    const audited = await runAudit(argv as string[], flags)
    if ('problems' in audited) return this.refuse(audited)
    const questions = audited.report.questions.slice(0, flags.limit)
    await this.write(
      flags.format === 'json' ? `${jsonText(questions)}\n` : questionsText(questions),
      flags.output,
    )
  }
}
