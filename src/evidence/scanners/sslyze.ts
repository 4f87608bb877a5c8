import type { Placed, Scanner } from './scanner.js'
import { nothingSeen, proven, type TlsSeen, tlsObservation } from './tls-endpoint.js'
import { dayOf, durationOf, listOf, portOf, recordOf, textOf, timeOf } from './values.js'

/** JSON of SSLyze 5 and 6 (nabla-c0d3/sslyze, json_output_schema.json), `--json_out=FILE`. */
export const sslyze: Scanner = {
  id: 'sslyze',
  title: 'SSLyze',
  format: 'json',
  recognises: (value) => Array.isArray(recordOf(value)['server_scan_results']),
  read: (value, { writtenAt }) => {
    const { server_scan_results: results, sslyze_version: version, ...dates } = recordOf(value)
    const name = textOf(version)
    const observedAt =
      timeOf(dates['date_scans_completed']) ?? timeOf(dates['date_scans_started']) ?? writtenAt
    const how = `SSLyze${name === undefined ? '' : ` ${name}`}`
    return {
      tool: { name: 'SSLyze', ...(name === undefined ? {} : { version: name }) },
      observations: listOf(results).flatMap((one, index) =>
        observationOf(recordOf(one), { observedAt, how, at: ['server_scan_results', index] }),
      ),
      notRead: {},
    }
  },
}

type Result = Readonly<Record<string, unknown>>

const VERSIONS = {
  ssl_2_0_cipher_suites: 'SSLv2',
  ssl_3_0_cipher_suites: 'SSLv3',
  tls_1_0_cipher_suites: 'TLSv1.0',
  tls_1_1_cipher_suites: 'TLSv1.1',
  tls_1_2_cipher_suites: 'TLSv1.2',
  tls_1_3_cipher_suites: 'TLSv1.3',
} as const

const observationOf = (
  {
    server_location: location,
    scan_status: status,
    scan_result: scan,
    connectivity_error_trace: trace,
  }: Result,
  base: { readonly observedAt: string | undefined; readonly how: string; readonly at: Placed['at'] },
): Placed[] => {
  const { hostname, port } = recordOf(location)
  const [host, number] = [textOf(hostname), portOf(port)]
  if (host === undefined || number === undefined) return []
  const look = { ...base, host, port: number }
  if (status !== undefined && status !== 'COMPLETED')
    return [nothingSeen(look, lastLine(textOf(trace)) ?? String(status))]
  const results = recordOf(scan)
  const attempts = Object.keys(VERSIONS).map((key) => [key, resultOf(results[key])] as const)
  if (attempts.every(([, result]) => result === undefined))
    return [nothingSeen(look, 'no version of TLS was looked at')]
  const parts = Object.fromEntries(
    Object.entries(PARTS).map(([fact, key]) => [`tls.${fact}`, [...base.at, 'scan_result', key]] as const),
  )
  const offered = attempts.flatMap(([key, result]) => (suitesOf(result).length > 0 ? [key] : []))
  const complete = attempts.every(([, result]) => result !== undefined)
  const first = [...base.at, 'scan_result', offered[0] ?? 'tls_1_2_cipher_suites', 'result']
  return [
    tlsObservation(look, proven(seenBy(results, attempts), { versions: complete, suites: complete }), {
      ...parts,
      'tls.versions': first,
      'tls.cipherSuites': first,
    }),
  ]
}

const PARTS = {
  groups: 'elliptic_curves',
  hsts: 'http_headers',
  certificate: 'certificate_info',
} as const

/** A trace ends with what went wrong. */
const lastLine = (text: string | undefined): string | undefined => text?.split('\n').at(-1)?.slice(0, 300)

/** The result of one scan command; `undefined` if it was not made, or failed. */
const resultOf = (attempt: unknown): Result | undefined => {
  const { status, result } = recordOf(attempt)
  return (status === undefined || status === 'COMPLETED') && typeof result === 'object' && result !== null
    ? recordOf(result)
    : undefined
}

const suitesOf = (result: Result | undefined): readonly Result[] =>
  listOf(result?.['accepted_cipher_suites']).map(recordOf)

const seenBy = (
  results: Result,
  attempts: readonly (readonly [key: string, result: Result | undefined])[],
): TlsSeen => {
  const offered = attempts.filter(([, result]) => suitesOf(result).length > 0)
  const accepted = offered.flatMap(([, result]) => suitesOf(result))
  const names = accepted.flatMap(({ cipher_suite: suite }) => textOf(recordOf(suite)['name']) ?? [])
  const bits = accepted.flatMap(({ ephemeral_key: key }) => {
    const { type_name: type, size } = recordOf(key)
    return type === 'DH' && typeof size === 'number' ? [size] : []
  })
  const versions = offered.map(([key]) => VERSIONS[key as keyof typeof VERSIONS])
  return {
    versions,
    cipherSuites: [...new Set(names)],
    groups: groupsOf(resultOf(results['elliptic_curves'])),
    dhBits: bits.length === 0 ? undefined : Math.min(...bits),
    hsts: hstsOf(resultOf(results['http_headers'])),
    certificate: certificateOf(resultOf(results['certificate_info'])),
  }
}

const groupsOf = (result: Result | undefined): readonly string[] | undefined => {
  const names = listOf(result?.['supported_curves']).flatMap((one) => textOf(recordOf(one)['name']) ?? [])
  return names.length === 0 ? undefined : names
}

const hstsOf = (result: Result | undefined): TlsSeen['hsts'] => {
  const { strict_transport_security_header: header, http_error_trace: trace } = result ?? {}
  // Where no answer came, the header is left empty too.
  if (header === undefined || textOf(trace) !== undefined) return undefined
  const { max_age: age, include_subdomains: below } = recordOf(header)
  if (header === null) return { enabled: false }
  return {
    enabled: true,
    ...(typeof age === 'number' && age >= 0 ? { maxAge: durationOf(Math.floor(age)) } : {}),
    ...(typeof below === 'boolean' ? { includeSubDomains: below } : {}),
  }
}

const certificateOf = (result: Result | undefined): TlsSeen['certificate'] => {
  const deployment = recordOf(listOf(result?.['certificate_deployments'])[0])
  const chain = listOf(deployment['received_certificate_chain'])
  if (chain.length === 0) return undefined
  const { subject, issuer, public_key: key, signature_algorithm_oid: oid, ...dates } = recordOf(chain[0])
  const { algorithm, key_size: bits } = recordOf(key)
  const trusted = listOf(deployment['path_validation_results']).some(isTrusted)
  const own = textOf(recordOf(subject)['rfc4514_string'])
  const by = textOf(recordOf(issuer)['rfc4514_string'])
  return {
    subject: own,
    issuer: by,
    notBefore: dayOf(dates['not_valid_before']),
    notAfter: dayOf(dates['not_valid_after']),
    keyType: typeOf(textOf(algorithm)),
    keyBits: typeof bits === 'number' ? bits : undefined,
    signature: textOf(recordOf(oid)['name']),
    // Versions from 6 on leave it out.
    matchesHost: booleanOf(deployment['leaf_certificate_subject_matches_hostname']),
    publiclyTrusted: trusted ? true : own !== undefined && own === by ? false : undefined,
  }
}

const isTrusted = (path: unknown): boolean => {
  const { was_validation_successful: successful, verified_certificate_chain: chain } = recordOf(path)
  return successful === true || (successful === undefined && listOf(chain).length > 0)
}

const booleanOf = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined)

/** Names of classes of Python's cryptography: `_RSAPublicKey`, `_EllipticCurvePublicKey`. */
const typeOf = (algorithm: string | undefined): string | undefined => {
  if (algorithm === undefined) return undefined
  if (/rsa/i.test(algorithm)) return 'RSA'
  return /elliptic|^ec/i.test(algorithm) ? 'ECDSA' : algorithm.replace(/^_|PublicKey$/g, '')
}
