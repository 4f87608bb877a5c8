import { Flags } from '@oclif/core'
import { auditFlags } from '../audit-flags.js'
import { BaseCommand } from '../base-command.js'
import { filesArgument, outputFlag } from '../file-flags.js'

export default class Questions extends BaseCommand {
  static override summary = 'What to ask a vendor, as a list in Markdown that can be sent.'
  static override description =
    'From what is not proven of the vendor and of what it runs: agreement, access, encryption, backup, physical security, documentation.'
  static override examples = ['<%= config.bin %> questions infra.yaml --vendor meridian > letter.md']
  static override strict = false
  static override args = {
    files: filesArgument,
  }
  static override flags = {
    ...auditFlags,
    vendor: Flags.string({ required: true, helpValue: 'ID', summary: 'Which vendor, by id or name.' }),
    format: Flags.option({ options: ['markdown', 'json'] as const })({
      default: 'markdown',
      summary: 'How to print them.',
    }),
    output: outputFlag,
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Questions)
    const [{ runAudit }, { findVendor, vendorLetter, vendorQuestions }, { jsonText }] = await Promise.all([
      import('../run-audit.js'),
      import('../vendor-questions.js'),
      import('../reporters/escape.js'),
    ])
    const audited = await runAudit(argv as string[], flags)
    if ('problems' in audited) return this.refuse(audited)
    const found = findVendor(audited.report, flags.vendor)
    if ('problem' in found) return this.refuse({ problems: [found.problem] })
    const { vendor } = found
    const text =
      flags.format === 'json'
        ? `${jsonText(vendorQuestions(audited.report, vendor))}\n`
        : vendorLetter(audited.report, vendor)
    await this.write(text, flags.output)
  }
}
