import { Args, Flags } from '@oclif/core'
import { BaseCommand } from '../../base-command.js'
import { writeOut } from '../../standard-output.js'

const MOST_MILLISECONDS = 600_000
const MOST_PACE = 1000

export default class ProbeMail extends BaseCommand {
  static override summary = 'See whether mail to a domain goes encrypted.'
  static override description =
    `Asks one DNS resolver for MX, MTA-STS, TLSA, TLS-RPT, SPF, DKIM and DMARC records, fetches the policy of MTA-STS, and makes one STARTTLS handshake with each mail server; nothing else is connected to, and no mail is sent. Whether DNSSEC proves a record is the word of the resolver. What does not answer is not proven, never absent.
Exit code 0: nothing goes in clear; 1: a mail server offers no TLS, or with --strict TLS is not forced; 2: bad input, or nothing could be asked at all; 3: an error of ours.`
  static override examples = [
    '<%= config.bin %> probe mail partner.example --resolver 9.9.9.9',
    '<%= config.bin %> probe mail --infra infra.yaml --selector s1 --format json > evidence.json',
  ]
  static override strict = false
  static override args = {
    domains: Args.string({ description: 'What stands behind the @ of an address.' }),
  }
  static override flags = {
    infra: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'FILE',
      summary: 'Probe the domains of a description, and those of the partners of its streams.',
    }),
    resolver: Flags.string({
      helpValue: 'HOST[:PORT]',
      summary: 'Address of the DNS server to ask; the first of this system unless said otherwise.',
    }),
    selector: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'NAME',
      summary: 'Selector of DKIM to look up; may be repeated. Nobody can list them.',
    }),
    ca: Flags.string({ helpValue: 'FILE', summary: 'Roots in PEM to trust besides.' }),
    format: Flags.option({ options: ['pretty', 'json'] as const })({
      default: 'pretty',
      summary: 'Text, or evidence for `audit --evidence`.',
    }),
    pace: Flags.integer({
      min: 1,
      max: MOST_PACE,
      helpValue: 'NUMBER',
      summary: 'New connections in a second at most; two are open at once.',
    }),
    strict: Flags.boolean({ summary: 'Fail too where TLS is not forced, or nothing is proven.' }),
    timeout: Flags.integer({
      default: 5000,
      min: 1,
      max: MOST_MILLISECONDS,
      helpValue: 'MILLISECONDS',
      summary: 'How long one question or connection may last.',
    }),
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(ProbeMail)
    const { mailDomainsOf, mailEvidence, mailExitCode, probeMail, resolverOf } = await import(
      '../../probe-mail.js'
    )
    const named = await mailDomainsOf(argv as string[], flags.infra ?? [])
    if ('problems' in named) return this.refuse(named)
    const found = resolverOf(flags.resolver, flags.timeout)
    if ('problem' in found) return this.refuse({ problems: [found.problem] })
    const { readRoots } = await import('../../probe.js')
    const roots = flags.ca === undefined ? undefined : readRoots(flags.ca)
    if (roots && 'problem' in roots) return this.refuse({ problems: [roots.problem] })
    const seen = await probeMail(named.domains, found.resolver, {
      timeout: flags.timeout,
      selectors: flags.selector ?? [],
      ...(flags.pace === undefined ? {} : { pace: flags.pace }),
      ...roots,
    })
    const { jsonText } = await import('../../reporters/escape.js')
    const { mailText } = await import('../../mail-text.js')
    await writeOut(
      flags.format === 'json'
        ? `${jsonText(mailEvidence(seen))}\n`
        : mailText(seen, { color: this.hasColor(flags.color), columns: this.columns() }),
    )
    process.exitCode = mailExitCode(seen, flags.strict)
  }
}
