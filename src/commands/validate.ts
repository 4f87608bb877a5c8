import { BaseCommand } from '../base-command.js'
import { filesArgument } from '../file-flags.js'
import { writeOut } from '../standard-output.js'

export default class Validate extends BaseCommand {
  static override summary = 'Check that descriptions can be read, without judging them.'
  static override examples = [
    '<%= config.bin %> validate infra.yaml',
    'cat infra.yaml | <%= config.bin %> validate -',
  ]
  static override strict = false
  static override args = {
    files: filesArgument,
  }

  async run(): Promise<void> {
    const { argv } = await this.parse(Validate)
    const { loadFiles } = await import('../audit.js')
    const loaded = await loadFiles(argv as string[])
    if ('problems' in loaded) return this.refuse(loaded)
    const { documents, infrastructure } = loaded
    const { flows, vendors } = infrastructure
    const assets = infrastructure.assets.filter(({ exceptionOf }) => exceptionOf === undefined)
    await writeOut(
      `${documents.map(({ file }) => file).join(', ')}: valid (${assets.length} assets, ${flows.length} flows, ${vendors.size} vendors)\n`,
    )
  }
}
