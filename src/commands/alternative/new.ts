import { Args, Flags } from '@oclif/core'
import { BaseCommand } from '../../base-command.js'
import { outputFlag } from '../../file-flags.js'

export default class AlternativeNew extends BaseCommand {
  static override summary = 'Write the form for an alternative to an addressable specification.'
  static override description =
    'It asks what 45 CFR 164.306(d)(3) asks, filled with what a description knows, to be completed and signed.'
  static override examples = [
    "<%= config.bin %> alternative new --specification '164.312(a)(2)(iv)' --subjects kind=medical-device",
    "<%= config.bin %> alternative new infra.yaml --specification '164.312(a)(2)(iii)' --subjects id=monitor --format markdown",
  ]
  static override strict = false
  static override args = {
    files: Args.string({ description: 'Descriptions to take from what is known.' }),
  }
  static override flags = {
    specification: Flags.string({
      required: true,
      helpValue: 'PARAGRAPH',
      summary: 'The addressable specification, as 164.312(a)(2)(iv).',
    }),
    subjects: Flags.string({
      required: true,
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'KEY=GLOB',
      summary: 'For what: kind=printer, id=a,b, zone=…; several must all hold.',
    }),
    format: Flags.option({ options: ['yaml', 'markdown'] as const })({
      default: 'yaml',
      summary: 'yaml to paste, markdown to sign.',
    }),
    output: outputFlag,
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(AlternativeNew)
    const { alternativeMarkdown, alternativeYaml } = await import('../../alternative-form.js')
    const { formFacts } = await import('../../form-facts.js')
    const read = await formFacts(argv as string[], flags)
    if ('problems' in read) return this.refuse(read)
    await this.write(
      flags.format === 'yaml' ? alternativeYaml(read.facts) : alternativeMarkdown(read.facts),
      flags.output,
    )
  }
}
