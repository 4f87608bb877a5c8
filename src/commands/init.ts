import { Flags } from '@oclif/core'
import { BaseCommand } from '../base-command.js'
import { writeOut } from '../standard-output.js'
import { TEMPLATES } from '../templates/index.js'

export default class Init extends BaseCommand {
  static override summary = 'Write a commented description to begin with.'
  static override description =
    'It validates, and its audit runs; replace what it says by what is true. An existing file is never overwritten.'
  static override examples = [
    '<%= config.bin %> init',
    '<%= config.bin %> init --template cloud --output infra.yaml',
    '<%= config.bin %> init --output -',
  ]
  static override flags = {
    template: Flags.option({ options: TEMPLATES })({
      default: 'clinic',
      summary: 'Whose infrastructure it resembles.',
    }),
    output: Flags.string({
      char: 'o',
      default: 'infra.yaml',
      helpValue: 'FILE',
      summary: 'Where to write it; - for standard output.',
    }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(Init)
    const { templateText, writeNew } = await import('../templates/index.js')
    const text = templateText(flags.template)
    if (flags.output === '-') {
      await writeOut(text)
      return
    }
    const problem = await writeNew(flags.output, text)
    if (problem) return this.refuse({ problems: [problem] })
    await writeOut(`${flags.output} is written. Next: hipaacheck audit ${flags.output}\n`)
  }
}
