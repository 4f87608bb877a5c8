import { getServers } from 'node:dns'
import { isIP } from 'node:net'
import { rootCertificates } from 'node:tls'
import { loadFiles, type Outcome } from './audit.js'
import { publicRoots, rootsOf, systemRoots } from './evidence/certificates/trust.js'
import { dnsClient, type Resolver } from './evidence/dns/client.js'
import { isDnsName } from './evidence/dns/wire.js'
import { EVIDENCE_VERSION, type EvidenceFile } from './evidence/evidence.js'
import { mailObservations } from './evidence/mail/observation.js'
import { type MailProbe, probeDomain, type SeenDomain } from './evidence/mail/probe-domain.js'
import { isSeen, verdictOf } from './evidence/mail/verdict.js'
import { paceOf } from './evidence/tls/pace.js'
import { hostOf } from './evidence/tls/target.js'
import type { Problem } from './model/problem.js'
import { withTasks } from './progress.js'
import { VERSION } from './version.js'

/** Whom to ask, how long, and whom to believe. */
export interface MailProbeOptions {
  /** Milliseconds for one question or connection. */
  readonly timeout: number
  /** New connections in a second at most, to all hosts together. */
  readonly pace?: number
  /** Roots in PEM to believe besides. */
  readonly ca?: string
  readonly selectors?: readonly string[]
  /** Ports of tests, which cannot listen at the usual ones. */
  readonly ports?: { readonly smtp: number; readonly https: number }
}

const USUAL_PORTS = { smtp: 25, https: 443 }
const CONNECTIONS_AT_ONCE = 2
const DOMAINS_AT_ONCE = 4
const DNS_PORT = 53

/** The domains that are named and those of descriptions: our own, and those of partners. */
export const mailDomainsOf = async (
  args: readonly string[],
  infra: readonly string[],
): Promise<Outcome<{ readonly domains: readonly string[] }>> => {
  const problems = args.flatMap((arg) => (domainOf(arg) === undefined ? [badDomain(arg)] : []))
  if (problems.length > 0) return { problems }
  const loaded = infra.length === 0 ? undefined : await loadFiles(infra)
  if (loaded && 'problems' in loaded) return loaded
  const { domains = [], streams = [] } = loaded?.infrastructure.description.email ?? {}
  const described = [
    ...domains.map(({ name }) => name),
    ...streams.flatMap(({ domain, partners = [] }) => [
      domain,
      ...partners.flatMap((partner) => partner.domains ?? []),
    ]),
  ]
  const names = [...args, ...described].flatMap((one) => domainOf(one ?? '') ?? [])
  return names.length > 0
    ? { domains: [...new Set(names)] }
    : { problems: [nothingToProbe(infra.length > 0)] }
}

const domainOf = (text: string): string | undefined => {
  const host = hostOf(text)
  return host !== undefined && isIP(host) === 0 && isDnsName(host) ? host : undefined
}

/** Reads `HOST[:PORT]` of a resolver, which has to be an address. */
export const resolverOf = (
  text: string | undefined,
  timeout: number,
): { readonly resolver: Resolver } | { readonly problem: Problem } => {
  const given = text ?? getServers()[0]
  if (given === undefined) return { problem: noResolver() }
  const [, bracketed, plain, digits] =
    /^(?:\[([^\]]+)\]|([^:]+|[0-9a-f:]+))(?::(\d{1,5}))?$/i.exec(given) ?? []
  const whole = isIP(given) === 0 ? undefined : given
  const host = whole ?? bracketed ?? plain ?? ''
  const port = whole === undefined && digits !== undefined ? Number(digits) : DNS_PORT
  if (isIP(host) === 0 || port < 1 || port > 65_535) return { problem: badResolver(given) }
  return { resolver: { host, port, timeout } }
}

/** Probes domains, several at once. */
export const probeMail = async (
  domains: readonly string[],
  resolver: Resolver,
  options: MailProbeOptions,
): Promise<readonly SeenDomain[]> => {
  const probe = probeOf(options)
  // A client asks so much at most: each domain has its own, so that none leaves nothing to the next.
  const tasks = domains.map((domain) => ({
    title: domain,
    run: () => probeDomain(domain, { ...probe, ask: dnsClient(resolver) }),
  }))
  return withTasks(tasks, DOMAINS_AT_ONCE)
}

const probeOf = ({
  timeout,
  pace,
  ca,
  selectors = [],
  ports = USUAL_PORTS,
}: MailProbeOptions): Omit<MailProbe, 'ask'> => {
  const system = systemRoots()
  return {
    bounds: {
      timeout,
      pace: paceOf({ atOnce: CONNECTIONS_AT_ONCE, ...(pace === undefined ? {} : { perSecond: pace }) }),
    },
    stores: {
      public: publicRoots(),
      ...(system ? { system } : {}),
      ...(ca === undefined ? {} : { given: rootsOf(ca) }),
    },
    policy: { timeout, port: ports.https, ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }) },
    selectors,
    smtpPort: ports.smtp,
  }
}

/** What was seen, as a file of evidence. */
export const mailEvidence = (seen: readonly SeenDomain[], now: Date = new Date()): EvidenceFile => ({
  evidenceVersion: EVIDENCE_VERSION,
  tool: { name: 'hipaacheck', version: VERSION },
  observations: seen.flatMap((one) => mailObservations(one, now)),
})

/** 1 where mail to a domain may go in clear; with `strict` also where it is not forced, or nothing is proven. */
export const mailExitCode = (seen: readonly SeenDomain[], strict: boolean): 0 | 1 | 2 => {
  if (!seen.some(isSeen)) return 2
  const kinds = seen.map((one) => verdictOf(one).kind)
  const failing = strict ? ['plain', 'opportunistic', 'not-proven'] : ['plain']
  return kinds.some((kind) => failing.includes(kind)) ? 1 : 0
}

const badDomain = (text: string): Problem => ({
  code: 'bad-usage',
  message: `${text} is no domain`,
  expected: 'what stands behind the @ of an address, as clinic.example',
})

const nothingToProbe = (described: boolean): Problem => ({
  code: 'bad-usage',
  message: described
    ? 'nothing to probe: no domain is described in `email`'
    : 'nothing to probe: no domain was named',
  expected: 'a DOMAIN, or --infra with a description that has `email.domains`, or `partners` of a stream',
})

const badResolver = (text: string): Problem => ({
  code: 'bad-usage',
  message: `--resolver ${text}: this is no address of a DNS server`,
  expected: 'an address with or without a port, as 192.0.2.53 or [2001:db8::53]:5353',
})

const noResolver = (): Problem => ({
  code: 'bad-usage',
  message: 'this system has no DNS server',
  expected: '--resolver with the address of one',
})
