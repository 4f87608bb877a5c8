import { Args, Flags } from '@oclif/core'
import { BaseCommand } from '../base-command.js'
import { PROFILES } from '../knowledge/terms.js'
import { writeOut } from '../standard-output.js'

export default class Explain extends BaseCommand {
  static override summary = 'Explain a rule: what it asks, on what ground, why, and how to meet it.'
  static override examples = ['<%= config.bin %> explain encryption-at-rest/storage-encrypted']
  static override args = {
    rule: Args.string({ required: true, description: 'The id of a rule; see the command rules.' }),
  }
  static override flags = {
    profile: Flags.option({ options: PROFILES })({
      default: 'hipaa',
      summary: 'Which law and practice to judge by.',
    }),
  }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Explain)
    const { explainText, findRule } = await import('../describe-rules.js')
    const found = findRule(args.rule, flags.profile)
    if ('problem' in found) return this.refuse({ problems: [found.problem] })
    const columns = this.columns()
    await writeOut(explainText(found.rule, this.hasColor(true), columns))
  }
}
