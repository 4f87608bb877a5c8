import { Flags } from '@oclif/core'
import { BaseCommand } from '../base-command.js'
import { filesArgument, outputFlag } from '../file-flags.js'
import { drawerOf, MAP_FORMATS } from '../map/index.js'
import { withProgress } from '../progress.js'

export default class MapCommand extends BaseCommand {
  static override summary = 'Draw where ePHI flows, and how it is protected on its way.'
  static override description =
    'Zones are boxes; assets, vendors and parties differ by shape, flows by colour and dashes. What is alike is drawn as one where there is too much to read.'
  static override examples = [
    '<%= config.bin %> map infra.yaml --output map.svg',
    '<%= config.bin %> map infra.yaml --format dot | dot -Tpdf > map.pdf',
  ]
  static override strict = false
  static override args = {
    files: filesArgument,
  }
  static override flags = {
    format: Flags.option({ options: MAP_FORMATS })({
      summary: 'How to draw it; mermaid unless the name of --output says otherwise.',
    }),
    output: outputFlag,
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(MapCommand)
    const { loadFiles, mapOf } = await import('../audit.js')
    const loaded = await withProgress('Reading descriptions', () => loadFiles(argv as string[]))
    if ('problems' in loaded) return this.refuse(loaded)
    const named = MAP_FORMATS.find((format) => flags.output?.toLowerCase().endsWith(`.${format}`))
    const draw = await drawerOf(flags.format ?? named ?? 'mermaid')
    const { map, title } = mapOf(loaded)
    const text = draw(map, title)
    await this.write(text, flags.output)
  }
}
