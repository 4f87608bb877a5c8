import { Args, Flags } from '@oclif/core'
import { BaseCommand } from '../base-command.js'
import { filesArgument, outputFlag } from '../file-flags.js'
import { LOSS_FORMATS } from '../loss-text.js'

export default class Loss extends BaseCommand {
  static override summary =
    'What if it is stolen, or held for ransom: whose ePHI, which copy, who must be told.'
  static override examples = ['<%= config.bin %> loss laptops infra.yaml']
  static override strict = false
  static override args = {
    asset: Args.string({ required: true, description: 'Id of an asset.' }),
    files: filesArgument,
  }
  static override flags = {
    format: Flags.option({ options: LOSS_FORMATS })({ default: 'pretty', summary: 'How to print it.' }),
    output: outputFlag,
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Loss)
    const [asset = '', ...files] = argv as string[]
    const [{ loadFiles }, { assetIds, lossOf }, { lossText }, { nearest }] = await Promise.all([
      import('../audit.js'),
      import('../loss.js'),
      import('../loss-text.js'),
      import('../sources/suggest.js'),
    ])
    const loaded = await loadFiles(files)
    if ('problems' in loaded) return this.refuse(loaded)
    const loss = lossOf(loaded.infrastructure, asset)
    if (loss === undefined) {
      const suggestion = nearest(asset, assetIds(loaded.infrastructure))
      const problem = {
        code: 'bad-usage',
        message: `there is no asset ${asset}`,
        expected: 'the id of an asset',
      } as const
      return this.refuse({ problems: [{ ...problem, ...(suggestion === undefined ? {} : { suggestion }) }] })
    }
    const options = {
      color: this.hasColor(flags.color) && flags.output === undefined,
      columns: this.columns(),
    }
    await this.write(lossText(loss, flags.format, options), flags.output)
  }
}
