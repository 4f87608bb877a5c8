import { Flags } from '@oclif/core'
import { BaseCommand } from '../../base-command.js'
import { outputFlag } from '../../file-flags.js'
import { storeFlags, systemFlags } from '../../store-flags.js'

/** More lines than this nobody compares on a terminal. */
const MOST_LINES = 30

export default class HistoryTrend extends BaseCommand {
  static override summary = 'Draw the findings of the kept reports over time.'
  static override examples = [
    '<%= config.bin %> history trend',
    '<%= config.bin %> history trend --format html --output trend.html',
  ]
  static override flags = {
    ...storeFlags,
    ...systemFlags,
    last: Flags.integer({
      min: 1,
      helpValue: 'N',
      summary: `Only the last N reports on each system; ${MOST_LINES} on a terminal, all in HTML unless said otherwise.`,
    }),
    format: Flags.option({ options: ['pretty', 'html'] as const })({
      default: 'pretty',
      summary: 'For a terminal, or one page that needs nothing else.',
    }),
    output: outputFlag,
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(HistoryTrend)
    const [{ listHistory }, { seriesOf }] = await Promise.all([
      import('../../history.js'),
      import('../../trend.js'),
    ])
    const listed = await listHistory({ location: flags.store }, flags.system)
    if ('problems' in listed) return this.refuse(listed)
    if (flags.format === 'html') {
      const { trendHtml } = await import('../../trend-html.js')
      await this.write(trendHtml(seriesOf(listed.links, flags.last)), flags.output)
      return
    }
    const { trendText } = await import('../../trend-text.js')
    const options = {
      color: this.hasColor(flags.color) && flags.output === undefined,
      columns: this.columns(),
    }
    await this.write(trendText(seriesOf(listed.links, flags.last ?? MOST_LINES), options), flags.output)
  }
}
