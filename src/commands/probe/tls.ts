import { Args, Flags } from '@oclif/core'
import { BaseCommand } from '../../base-command.js'
import { SEVERITIES } from '../../knowledge/terms.js'
import { writeOut } from '../../standard-output.js'

const MOST_MILLISECONDS = 600_000
const MOST_PACE = 1000

export default class ProbeTls extends BaseCommand {
  static override summary = 'See by handshakes what endpoints really negotiate.'
  static override description =
    `Connects to the hosts that are named and to those of --infra, to nothing else, and logs in nowhere. Versions from SSL 2.0 to TLS 1.3, cipher suites and whose order counts, groups, certificates, HSTS; STARTTLS for SMTP, IMAP, POP3, LDAP, PostgreSQL, MySQL, FTP and XMPP. What is seen is judged by the rules of the audit, as if an asset that transmits ePHI offered it. What does not answer is not proven, in the server’s words.
Exit code 0: nothing at or above --fail-on; 1: a rule has something against an endpoint; 2: bad input, or no target could be probed at all; 3: an error of ours. With --strict what is not proven fails too.`
  static override examples = [
    '<%= config.bin %> probe tls clinic.example',
    '<%= config.bin %> probe tls smtp://mail.clinic.example:25 10.0.0.7:2762 --ca clinic-ca.pem',
    '<%= config.bin %> probe tls --infra infra.yaml --format json > evidence.json',
  ]
  static override strict = false
  static override args = {
    targets: Args.string({
      description: 'HOST, HOST:PORT or PROTOCOL://HOST:PORT; port 443 unless said otherwise.',
    }),
  }
  static override flags = {
    infra: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'FILE',
      summary: 'Probe every endpoint of a description that has a host.',
    }),
    ca: Flags.string({ helpValue: 'FILE', summary: 'Roots in PEM to trust besides.' }),
    'fail-on': Flags.option({ options: SEVERITIES })({
      default: 'high',
      summary: 'Least severity that fails.',
    }),
    format: Flags.option({ options: ['pretty', 'json'] as const })({
      default: 'pretty',
      summary: 'A table, or evidence for `audit --evidence`.',
    }),
    pace: Flags.integer({
      min: 1,
      max: MOST_PACE,
      helpValue: 'NUMBER',
      summary: 'New connections to one host in a second at most; four are open at once.',
    }),
    strict: Flags.boolean({ summary: 'Let what is not proven fail too.' }),
    timeout: Flags.integer({
      default: 5000,
      min: 1,
      max: MOST_MILLISECONDS,
      helpValue: 'MILLISECONDS',
      summary: 'How long one connection may last.',
    }),
  }

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(ProbeTls)
    const { planOf } = await import('../../probe-plan.js')
    const plan = await planOf(argv as string[], flags.infra ?? [])
    if ('problems' in plan) return this.refuse(plan)
    const { evidenceOf, exitCodeOf, probeTls, readRoots } = await import('../../probe.js')
    const roots = flags.ca === undefined ? undefined : readRoots(flags.ca)
    if (roots && 'problem' in roots) return this.refuse({ problems: [roots.problem] })
    const pace = flags.pace === undefined ? {} : { pace: flags.pace }
    const probed = await probeTls(plan, { timeout: flags.timeout, ...pace, ...roots })
    const { jsonText } = await import('../../reporters/escape.js')
    const { probeText } = await import('../../probe-text.js')
    const columns = this.columns()
    await writeOut(
      flags.format === 'json'
        ? `${jsonText(evidenceOf(probed))}\n`
        : probeText(probed, plan.notProbed, { color: this.hasColor(flags.color), columns }),
    )
    process.exitCode = exitCodeOf(probed, { failOn: flags['fail-on'], strict: flags.strict })
  }
}
