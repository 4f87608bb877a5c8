import { Flags } from '@oclif/core'
import { BaseCommand } from '../base-command.js'
import { PROFILES } from '../knowledge/terms.js'
import { writeOut } from '../standard-output.js'

export default class Rules extends BaseCommand {
  static override summary = 'List the rules, with the paragraph that each rests on.'
  static override examples = ['<%= config.bin %> rules', '<%= config.bin %> rules --format json']
  static override flags = {
    format: Flags.option({ options: ['pretty', 'json'] as const })({
      default: 'pretty',
      summary: 'How to print them.',
    }),
    profile: Flags.option({ options: PROFILES })({
      default: 'hipaa',
      summary: 'Which law and practice to judge by.',
    }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(Rules)
    const { describeRules, rulesJson, rulesText } = await import('../describe-rules.js')
    const described = describeRules(flags.profile)
    const columns = this.columns()
    await writeOut(
      flags.format === 'json' ? rulesJson(described) : rulesText(described, this.hasColor(true), columns),
    )
  }
}
