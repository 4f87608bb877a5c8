import { Args, Flags } from '@oclif/core'
import { BaseCommand } from '../base-command.js'
import { outputFlag } from '../file-flags.js'

export default class Evidence extends BaseCommand {
  static override summary = 'Make evidence of the results of other scanners.'
  static override description =
    'Reads testssl.sh (JSON), sslscan (XML), SSLyze (JSON), Prowler (OCSF), SARIF of checkov and Trivy, and OpenSCAP (XCCDF, ARF), told apart by content. `audit --evidence` reads all of them directly, too.'
  static override examples = [
    '<%= config.bin %> evidence testssl.json sslscan.xml --output evidence.json',
    '<%= config.bin %> audit infra.yaml --evidence evidence.json',
  ]
  static override strict = false
  static override args = {
    files: Args.string({
      required: true,
      description: 'Results of scanners, and evidence: files, globs, or - for standard input.',
    }),
  }
  static override flags = {
    output: outputFlag,
    'observed-at': Flags.string({
      helpValue: 'TIME',
      summary: 'When a result was made that does not say it; else that is when its file was written.',
    }),
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Evidence)
    const { convertEvidence } = await import('../convert-evidence.js')
    const observedAt = flags['observed-at']
    const converted = await convertEvidence(argv as string[], observedAt === undefined ? {} : { observedAt })
    if ('problems' in converted) return this.refuse(converted)
    const { jsonText } = await import('../reporters/escape.js')
    const { evidence, notRead } = converted
    if (!(await this.write(`${jsonText(evidence)}\n`, flags.output))) return
    const passedOver = notRead.reduce((sum, { count }) => sum + count, 0)
    if (passedOver > 0)
      process.stderr.write(
        `${passedOver} ${passedOver === 1 ? 'result says' : 'results say'} nothing that a description could say.\n`,
      )
  }
}
