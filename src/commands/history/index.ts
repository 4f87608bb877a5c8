import { Flags } from '@oclif/core'
import { BaseCommand } from '../../base-command.js'
import { writeOut } from '../../standard-output.js'
import { storeFlags, systemFlags } from '../../store-flags.js'

export default class History extends BaseCommand {
  static override summary = 'List the reports that `audit --record` kept.'
  static override description =
    'The store is append-only, and each report is chained to all before it by a hash: `history verify` proves that none was altered.'
  static override examples = [
    '<%= config.bin %> history',
    '<%= config.bin %> history --store postgres://hipaa@db.example.org/evidence --format json',
  ]
  static override flags = {
    ...storeFlags,
    ...systemFlags,
    format: Flags.option({ options: ['pretty', 'json'] as const })({
      default: 'pretty',
      summary: 'For people, or for programs.',
    }),
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(History)
    const [{ listHistory }, { historyJson, historyText }] = await Promise.all([
      import('../../history.js'),
      import('../../history-text.js'),
    ])
    const listed = await listHistory({ location: flags.store }, flags.system)
    if ('problems' in listed) return this.refuse(listed)
    const options = { color: this.hasColor(flags.color), columns: this.columns() }
    await writeOut(flags.format === 'json' ? historyJson(listed.links) : historyText(listed.links, options))
  }
}
