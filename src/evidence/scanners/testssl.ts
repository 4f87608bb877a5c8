import type { Placed, Scanner, ScanResult } from './scanner.js'
import { nothingSeen, proven, type TlsSeen, tlsObservation } from './tls-endpoint.js'
import { dayOf, durationOf, listOf, portOf, recordOf, textOf, timeOf } from './values.js'

type Route = Placed['at']

/** One finding of testssl.sh, and where it stands. */
interface Finding {
  readonly id: string
  readonly severity: string
  readonly text: string
  readonly at: Route
}

interface Target {
  readonly host: string
  readonly port: number
  readonly findings: readonly Finding[]
  readonly at: Route
}

/** JSON of testssl.sh (drwetter/testssl.sh, doc/testssl.1.md): `--jsonfile` and `--jsonfile-pretty`. */
export const testssl: Scanner = {
  id: 'testssl',
  title: 'testssl.sh',
  format: 'json',
  recognises: (value) =>
    Array.isArray(value)
      ? value.some((one) => isFlat(one))
      : 'scanResult' in recordOf(value) && 'Invocation' in recordOf(value),
  read: (value, { writtenAt }) =>
    Array.isArray(value) ? readFlat(value, writtenAt) : readPretty(recordOf(value), writtenAt),
}

const isFlat = (value: unknown): boolean => {
  const { id, ip, port, severity, finding } = recordOf(value)
  return [id, ip, port, severity, finding].every((one) => typeof one === 'string')
}

/** The flat form says nowhere when it was made. */
const readFlat = (list: readonly unknown[], writtenAt: string | undefined): ScanResult => {
  const targets = new Map<string, Target & { readonly findings: Finding[] }>()
  for (const [index, entry] of list.entries()) {
    const { ip, port } = recordOf(entry)
    const [number, [name, address]] = [portOf(port), (textOf(ip) ?? '').split('/')]
    const host = textOf(name) ?? textOf(address)
    if (host === undefined || number === undefined) continue
    const key = `${host} ${number}`
    const target = targets.get(key) ?? { host, port: number, findings: [], at: [index] }
    targets.set(key, target)
    target.findings.push(...findingOf(entry, [index]))
  }
  return resultOf([...targets.values()], undefined, writtenAt)
}

const readPretty = (
  { version, startTime, scanResult }: Readonly<Record<string, unknown>>,
  writtenAt: string | undefined,
): ScanResult => {
  const targets = listOf(scanResult).flatMap((entry, index): Target[] => {
    const { targetHost, ip, port, ...sections } = recordOf(entry)
    const [host, number] = [textOf(targetHost) ?? textOf(ip), portOf(port)]
    if (host === undefined || number === undefined) return []
    const findings = Object.entries(sections).flatMap(([section, list]) =>
      listOf(list).flatMap((one, place) => findingOf(one, ['scanResult', index, section, place])),
    )
    return [{ host, port: number, findings, at: ['scanResult', index] }]
  })
  return resultOf(targets, textOf(version), timeOf(startTime) ?? writtenAt)
}

const findingOf = (entry: unknown, at: Route): Finding[] => {
  const { id, severity, finding } = recordOf(entry)
  if (typeof id !== 'string' || typeof finding !== 'string') return []
  // Of several certificates each finding says which it is of: `cert_keySize <hostCert#2>`.
  return [{ id, severity: String(severity ?? ''), text: finding.trim(), at }]
}

const resultOf = (
  targets: readonly Target[],
  version: string | undefined,
  observedAt: string | undefined,
): ScanResult => {
  const how = `testssl.sh${version === undefined ? '' : ` ${version.split(' ')[0]}`}`
  return {
    tool: { name: 'testssl.sh', ...(version === undefined ? {} : { version }) },
    observations: targets.map((target) => observationOf(target, how, observedAt)),
    notRead: {},
  }
}

const observationOf = (target: Target, how: string, observedAt: string | undefined): Placed => {
  const look = { host: target.host, port: target.port, observedAt, how, at: target.at }
  const problem = target.findings.find(({ id, severity }) => id === 'scanProblem' || severity === 'FATAL')
  const asked = target.findings.filter(({ id }) => VERSIONS.has(id))
  if (problem) return nothingSeen(look, problem.text)
  if (asked.length === 0) return nothingSeen(look, 'the protocols were not looked at')
  const parts: Record<string, Route> = {}
  const find = (key: string, ...ids: readonly string[]): string | undefined => {
    const found = target.findings.find(({ id }) => ids.includes(id.replace(/ <.*$/, '')))
    if (found) parts[key] = found.at
    return found?.text
  }
  const looked = {
    versions: [...VERSIONS.keys()].every((id) =>
      target.findings.some((one) => one.id === id && (OFFERED.test(one.text) || NOT_OFFERED.test(one.text))),
    ),
    suites: coversAll(offeredIn(target.findings), target.findings),
  }
  return tlsObservation(look, proven(seenBy(target.findings, find, parts), looked), parts)
}

/** Finds the first finding of an id, and notes where the fact that is made of it stands. */
type Find = (key: string, ...ids: readonly string[]) => string | undefined

const VERSIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    SSLv2: 'SSLv2',
    SSLv3: 'SSLv3',
    TLS1: 'TLSv1.0',
    TLS1_1: 'TLSv1.1',
    TLS1_2: 'TLSv1.2',
    TLS1_3: 'TLSv1.3',
  }),
)

const OFFERED = /^(supported but |vulnerable|offered)/
/** What else it says, such as `couldn't be tested` and `likely not offered`, proves nothing. */
const NOT_OFFERED = /^(TLSv1\.\d is )?not offered/

const offeredIn = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ id, text }) => VERSIONS.has(id) && OFFERED.test(text))

const seenBy = (findings: readonly Finding[], find: Find, parts: Record<string, Route>): TlsSeen => {
  const versions = offeredIn(findings)
  const weak = versions.find(({ id }) => id !== 'TLS1_2' && id !== 'TLS1_3') ?? versions[0]
  if (weak) parts['tls.versions'] = weak.at
  const suites = suitesOf(findings)
  if (suites[0]) parts['tls.cipherSuites'] = suites[0].at
  const modulus = smallestModulus(suites)
  if (modulus) parts['tls.dhBits'] = modulus.at
  const names = versions.map(({ id }) => VERSIONS.get(id) as string)
  const order = find('tls.preferServer', 'cipher_order')
  const curves = find('tls.groups', 'FS_ECDHE_curves', 'PFS_ECDHE_curves')
  return {
    versions: names,
    cipherSuites: [...new Set(suites.map(({ name }) => name))],
    groups: curves === undefined ? undefined : curves.split(/\s+/).filter((one) => /^[\w-]+$/.test(one)),
    dhBits: modulus?.bits,
    preferServer:
      order === undefined
        ? undefined
        : /^server/.test(order)
          ? true
          : /^NOT|^client/.test(order)
            ? false
            : undefined,
    hsts: hstsOf(find),
    certificate: certificateOf(find),
  }
}

interface ListedSuite {
  readonly name: string
  /** Length of the Diffie-Hellman modulus, where it has one. */
  readonly modulus: number | undefined
  readonly at: Route
}

/** `TLSv1.2   xc030   ECDHE-RSA-AES256-GCM-SHA384   ECDH 253   AESGCM   256   TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384` */
const suitesOf = (findings: readonly Finding[]): readonly ListedSuite[] =>
  findings.flatMap(({ id, text, at }) => {
    if (!/^cipher-(tls1(_\d)?|ssl[23]|sslv[23])_x[0-9a-f]+$/i.test(id) && !/^cipher_x[0-9a-f]+$/.test(id))
      return []
    const name = text.split(/\s+/).find((word, index) => index > 1 && /^(TLS_|SSL_|[A-Z0-9]+-)/.test(word))
    const iana = text.split(/\s+/).at(-1)
    const best = iana !== undefined && /^TLS_\w+$/.test(iana) ? iana : name
    const bits = /\sDH ?\(?(\d{3,5})\b/.exec(text)?.[1]
    return best === undefined
      ? []
      : [{ name: best, modulus: bits === undefined ? undefined : Number(bits), at }]
  })

const smallestModulus = (
  suites: readonly ListedSuite[],
): { readonly bits: number; readonly at: Route } | undefined =>
  suites
    .flatMap(({ modulus, at }) => (modulus === undefined ? [] : [{ bits: modulus, at }]))
    .sort((one, other) => one.bits - other.bits)[0]

/** Whether suites were listed for each version that is offered: only then is the list whole. */
const coversAll = (versions: readonly Finding[], findings: readonly Finding[]): boolean =>
  findings.some(({ id }) => /^cipher_x[0-9a-f]+$/.test(id)) ||
  versions.every(({ id }) => findings.some((one) => one.id.startsWith(`cipher-${id.toLowerCase()}_x`)))

const hstsOf = (find: Find): TlsSeen['hsts'] => {
  const seconds = /\(?=?(\d+) seconds\)?/.exec(find('tls.hsts', 'HSTS_time') ?? '')?.[1]
  if (seconds === undefined)
    return /^(not offered|--)/.test(find('tls.hsts', 'HSTS') ?? '') ? { enabled: false } : undefined
  const below = find('tls.hsts.includeSubDomains', 'HSTS_subdomains')
  return {
    enabled: true,
    maxAge: durationOf(Number(seconds)),
    ...(below === undefined ? {} : { includeSubDomains: /^includes/.test(below) }),
  }
}

const certificateOf = (find: Find): TlsSeen['certificate'] => {
  const at = 'tls.certificate'
  const size = /^(\w+)\s+(\d+) bits/.exec(find(`${at}.keyBits`, 'cert_keySize') ?? '')
  const trust = find(`${at}.publiclyTrusted`, 'cert_chain_of_trust')
  const subject = find(`${at}.subject`, 'cert_commonName')
  const name = find(`${at}.matchesHost`, 'cert_trust') ?? ''
  if (!size && subject === undefined) return undefined
  const issuer = find(`${at}.issuer`, 'cert_caIssuers')
  return {
    subject,
    issuer,
    notBefore: dayOf(find(`${at}.notBefore`, 'cert_notBefore')),
    notAfter: dayOf(find(`${at}.notAfter`, 'cert_notAfter')),
    keyType: size?.[1] === 'EC' ? 'ECDSA' : size?.[1],
    keyBits: size ? Number(size[2]) : undefined,
    signature: find(`${at}.signature`, 'cert_signatureAlgorithm'),
    matchesHost: /does not match/i.test(name) ? false : /^ok via/i.test(name) ? true : undefined,
    publiclyTrusted:
      trust === undefined
        ? undefined
        : /^passed/.test(trust)
          ? true
          : /self signed/.test(trust)
            ? false
            : undefined,
  }
}
