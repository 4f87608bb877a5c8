import { Args } from '@oclif/core'
import { BaseCommand, outputFlags } from '../../base-command.js'
import { storeFlags } from '../../store-flags.js'

export default class HistoryShow extends BaseCommand {
  static override summary = 'Print a kept report again, in any format.'
  static override examples = [
    '<%= config.bin %> history show latest',
    '<%= config.bin %> history show 12 --format markdown --output report.md',
  ]
  static override args = {
    id: Args.string({
      required: true,
      description: 'Its number, the beginning of its hash, or latest.',
    }),
  }
  static override flags = { ...storeFlags, ...outputFlags }

  async run(): Promise<void> {
    const { args, flags } = await this.parse(HistoryShow)
    const [{ storedReport }, { parseReport }] = await Promise.all([
      import('../../history.js'),
      import('../../read-report.js'),
    ])
    const stored = await storedReport({ location: flags.store }, args.id)
    if ('problems' in stored) return this.refuse(stored)
    const read = parseReport(stored.name, stored.json)
    if ('problems' in read) return this.refuse(read)
    await this.print(read.report, flags)
  }
}
