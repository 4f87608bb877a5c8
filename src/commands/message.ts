import { Args, Flags } from '@oclif/core'
import { BaseCommand } from '../base-command.js'
import { writeOut } from '../standard-output.js'

export default class Message extends BaseCommand {
  static override summary = 'See by its headers how a mail message came, and how it is protected.'
  static override description =
    `Reads Received headers leg by leg: who handed it to whom, over which TLS, when. Each header is a claim of the host that wrote it, of its own leg alone; what stands below the first host that you do not trust may be forged. S/MIME, OpenPGP, protected headers, and identifiers that stand in the open are told; identifiers are masked.
Exit code 0: nothing is proven to have gone in clear; 1: a leg is, or with --strict a trusted header shows no TLS; 2: bad input; 3: an error of ours.`
  static override examples = [
    '<%= config.bin %> message referral.eml --trust mx.clinic.example',
    '<%= config.bin %> message - --infra infra.yaml --stream referrals --format json > evidence.json',
  ]
  static override strict = false
  static override args = {
    files: Args.string({ required: true, description: 'Messages (.eml), or - for standard input.' }),
  }
  static override flags = {
    infra: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'FILE',
      summary: 'A description: the hosts of its endpoints are trusted.',
    }),
    trust: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'HOST',
      summary: 'A mail server whose headers you trust, or *.clinic.example; may be repeated.',
    }),
    stream: Flags.string({
      helpValue: 'ID',
      summary: 'The mail stream of the description that it belongs to.',
    }),
    format: Flags.option({ options: ['pretty', 'json'] as const })({
      default: 'pretty',
      summary: 'Text, or evidence for `audit --evidence`.',
    }),
    strict: Flags.boolean({ summary: 'Fail too where a trusted header shows no TLS.' }),
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Message)
    const { analyseMessages, messageEvidence, messageExitCode } = await import('../analyse-message.js')
    const { infra = [], trust = [], stream } = flags
    const options = { infra, trust, ...(stream === undefined ? {} : { stream }) }
    const analysed = await analyseMessages(argv as string[], options)
    if ('problems' in analysed) return this.refuse(analysed)
    const { jsonText } = await import('../reporters/escape.js')
    const { messageText } = await import('../message-text.js')
    await writeOut(
      flags.format === 'json'
        ? `${jsonText(messageEvidence(analysed, stream))}\n`
        : messageText(analysed, { color: this.hasColor(flags.color), columns: this.columns() }),
    )
    process.exitCode = messageExitCode(analysed, flags.strict)
  }
}
