import type { Outcome } from './audit.js'
import { hostOf, parseTarget, protocolOfPort, type Target, targetText } from './evidence/tls/target.js'
import type { Circumstances } from './judge-endpoint.js'
import { usualPort } from './knowledge/usual-ports.js'
import type { Endpoint } from './model/description.generated.js'
import type { Infrastructure } from './model/infrastructure.js'
import type { Problem } from './model/problem.js'
import { allEndpoints, type EndpointSubject } from './model/subjects/endpoint.js'

/** A described endpoint that was not probed, and why. */
export interface NotProbed {
  readonly place: string
  readonly why: string
}

/** What to probe: targets, and what a description says of them. */
export interface ProbePlan {
  readonly targets: readonly { readonly target: Target; readonly circumstances: Circumstances }[]
  readonly notProbed: readonly NotProbed[]
}

/** Protocols that encrypt in another way, or begin TLS inside of messages of their own. */
const NOT_PROBED: ReadonlySet<string> = new Set([
  'ssh',
  'sftp',
  'smb',
  'nfs',
  'ipsec',
  'openvpn',
  'wireguard',
  'snmp',
  'telnet',
  'rdp',
  'mssql',
])

/** Targets that were named, and the described endpoints; one that is both is probed once for each place. */
export const probePlan = (
  named: readonly Target[],
  infrastructure: Infrastructure | undefined,
): ProbePlan => {
  const described = infrastructure ? endpointsOfGroups(infrastructure).map(describedOf) : []
  const targets = described.flatMap((one) => ('target' in one ? [one] : []))
  const known = new Set(targets.map(({ target }) => targetText(target)))
  const keys = named.map((target) => `${targetText(target)} ${target.protocol}`)
  const others = named.filter(
    (target, index) => !known.has(targetText(target)) && keys.indexOf(keys[index] ?? '') === index,
  )
  return {
    targets: [...others.map((target) => ({ target, circumstances: circumstancesOf(target) })), ...targets],
    notProbed: described.flatMap((one) => ('why' in one ? [one] : [])),
  }
}

/** The exceptions of a group are not told apart from outside. */
const endpointsOfGroups = (infrastructure: Infrastructure): readonly EndpointSubject[] =>
  allEndpoints(infrastructure).filter(({ asset }) => asset.entry.exceptionOf === undefined)

const circumstancesOf = ({ protocol }: Target): Circumstances => ({
  protocol: DESCRIBED.has(protocol) ? (protocol as NonNullable<Endpoint['protocol']>) : 'other',
})

/** Protocols of targets that the description language knows by name. */
const DESCRIBED: ReadonlySet<string> = new Set([
  ...['https', 'http', 'postgresql', 'mysql', 'mongodb', 'redis', 'amqp', 'kafka', 'mllp', 'dicom'],
  ...['ldap', 'smtp', 'imap', 'pop3', 'ftp', 'syslog', 'oracle', 'grpc', 'tn3270'],
])

const describedOf = (
  subject: EndpointSubject,
): { readonly target: Target; readonly circumstances: Circumstances } | NotProbed => {
  const { id: place, value, asset } = subject
  const { host, protocol } = value
  const port = value.port ?? usualPort(protocol)
  if (host === undefined) return { place, why: 'no `host` says where it answers' }
  if (protocol !== undefined && NOT_PROBED.has(protocol)) return { place, why: `${protocol} is not probed` }
  if (port === undefined) return { place, why: 'no `port` is stated' }
  const name = hostOf(host)
  if (name === undefined) return { place, why: `its host ${host} is no DNS name and no address` }
  const { kind } = asset.entry.value
  return {
    target: { host: name, port, protocol: protocol ?? protocolOfPort(port), place },
    circumstances: {
      ...(kind === undefined ? {} : { kind }),
      ...(protocol === undefined ? {} : { protocol }),
      ...(value.exposure === undefined ? {} : { exposure: value.exposure }),
    },
  }
}

/** Reads targets and descriptions. */
export const planOf = async (
  args: readonly string[],
  files: readonly string[],
): Promise<Outcome<ProbePlan>> => {
  const parsed = args.map(parseTarget)
  const problems = parsed.filter((one): one is Problem => 'code' in one)
  if (problems.length > 0) return { problems }
  const loaded = files.length === 0 ? undefined : await (await import('./audit.js')).loadFiles(files)
  if (loaded && 'problems' in loaded) return loaded
  const plan = probePlan(parsed as Target[], loaded?.infrastructure)
  return plan.targets.length > 0 ? plan : { problems: [nothingToProbe(plan.notProbed)] }
}

const nothingToProbe = ([first, ...others]: readonly NotProbed[]): Problem => ({
  code: 'bad-usage',
  message: first
    ? `nothing to probe: ${first.place}: ${first.why}${others.length > 0 ? `, and ${others.length} more` : ''}`
    : 'nothing to probe: no host was named',
  expected: 'a HOST, or --infra with a description whose endpoints have a `host`',
})
