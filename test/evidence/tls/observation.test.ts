import { X509Certificate } from 'node:crypto'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { rootsOf } from '../../../src/evidence/certificates/trust.js'
import type { Observation } from '../../../src/evidence/evidence.js'
import { observationsOf } from '../../../src/evidence/tls/observation.js'
import type { ScanResult, TlsScan } from '../../../src/evidence/tls/probe-endpoint.js'
import type { VersionScan } from '../../../src/evidence/tls/suites.js'
import type { Target } from '../../../src/evidence/tls/target.js'
import { schemaText } from '../../../src/schemas.js'
import { certificate, HAS_OPENSSL } from './credentials.js'

const NOW = new Date('2026-11-25T09:30:00.123Z')
const TARGET: Target = { host: 'clinic.example', port: 443, protocol: 'https' }
const stores = { public: rootsOf('') }

const version = (
  name: VersionScan['version'],
  suites: readonly number[],
  more: Partial<VersionScan> = {},
): VersionScan => ({
  version: name,
  suites,
  flights: [],
  ...more,
})

const SCAN: TlsScan = {
  kind: 'tls',
  address: '192.0.2.1',
  direct: true,
  versions: [
    version('TLSv1.3', [0x1301]),
    version('TLSv1.2', [0xc02f, 0xc013]),
    version('TLSv1.1', [], { refusal: 'no' }),
    version('TLSv1.0', [], { refusal: 'no' }),
    version('SSLv3', [], { refusal: 'no' }),
  ],
  ssl2: { kind: 'refused', words: 'no' },
  groups13: { groups: [29] },
  curves: { groups: [23] },
  serverPrefers: { 'TLSv1.3': false, 'TLSv1.2': true },
  flights: [],
}

const observed = (result: ScanResult, target = TARGET): readonly Observation[] =>
  observationsOf(target, { result, connections: 7 }, { now: NOW, stores })

const factsOf = (scan: Partial<TlsScan>, target = TARGET): unknown => {
  const [first] = observed({ ...SCAN, ...scan }, target)
  return first?.state === 'observed' ? first.facts : undefined
}

const flight = (dhBits: number): TlsScan['flights'][number] => ({
  hello: {
    version: 'TLSv1.2',
    suite: 0x9e,
    compression: false,
    renegotiation: true,
    extendedMasterSecret: true,
    encryptThenMac: false,
    retry: false,
  },
  keyExchange: { dhBits },
  certificateRequested: false,
  whole: true,
})

describe('what was seen', () => {
  it('is facts in the words of the description language', () => {
    expect(factsOf({})).toEqual({
      encryption: 'required',
      tls: {
        versions: ['TLSv1.2', 'TLSv1.3'],
        cipherSuites: [
          'TLS_AES_128_GCM_SHA256',
          'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
          'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
        ],
        groups: ['x25519', 'secp256r1'],
        preferServer: true,
      },
    })
  })

  it('says when, from where, how, and where that is in a description', () => {
    const [first] = observed(SCAN, { ...TARGET, place: 'portal/https' })
    expect(first).toMatchObject({
      about: { kind: 'endpoint', host: 'clinic.example', port: 443, place: 'portal/https' },
      observedAt: '2026-11-25T09:30:00Z',
      how: 'TLS handshakes',
      details: { connections: 7, address: '192.0.2.1' },
    })
  })

  it.each([
    ['its own first byte at a port of HTTPS', { direct: true }, 'https', 'required'],
    ['its own first byte where plain clients may come too', { direct: true }, 'mongodb', undefined],
    [
      'a request, and plain clients are served',
      { direct: false, plain: { accepted: true, words: '' } },
      'smtp',
      'optional',
    ],
    [
      'a request, and plain clients are refused',
      { direct: false, plain: { accepted: false, words: '' } },
      'smtp',
      'required',
    ],
    [
      'a request, and nothing is known of plain clients',
      { direct: false, plain: { words: '' } },
      'smtp',
      undefined,
    ],
    ['a request, in a protocol that was not asked', { direct: false }, 'ftp', undefined],
  ] as const)('tells encryption that begins with %s', (_how, scan, protocol, encryption) =>
    expect((factsOf(scan, { ...TARGET, protocol }) as { encryption?: string }).encryption).toBe(encryption),
  )

  it('takes the smallest modulus', () => {
    expect(factsOf({ flights: [flight(4096), flight(2048), flight(3072)] })).toMatchObject({
      tls: { dhBits: 2048 },
    })
  })

  it('takes the order of TLS 1.3 where there is no other', () => {
    expect(factsOf({ serverPrefers: { 'TLSv1.3': false } })).toMatchObject({ tls: { preferServer: false } })
    expect(factsOf({ serverPrefers: {} })).not.toHaveProperty('tls.preferServer')
  })

  it('counts SSL 2.0 as a version, and its cipher kinds as details', () => {
    const ssl2 = {
      kind: 'hello',
      found: { ciphers: ['SSL_CK_DES_64_CBC_WITH_MD5'], certificate: Buffer.alloc(0) },
    } as const
    const [first] = observed({ ...SCAN, ssl2 })
    expect(first).toMatchObject({
      facts: { tls: { versions: ['SSLv2', 'TLSv1.2', 'TLSv1.3'] } },
      details: { versions: { SSLv2: { suites: ['SSL_CK_DES_64_CBC_WITH_MD5'] } } },
    })
  })
})

describe('what was not seen', () => {
  const silent = (...versions: readonly VersionScan[]): Partial<TlsScan> => ({
    versions: SCAN.versions.map((one) => versions.find(({ version: name }) => name === one.version) ?? one),
  })

  it('is said beside, and leaves out what only the whole proves', () => {
    const scan = { ...SCAN, ...silent(version('TLSv1.0', [], { unproven: 'no answer within 5000 ms' })) }
    expect(observed(scan)).toMatchObject([
      { state: 'observed' },
      { state: 'not-proven', reason: 'TLSv1.0: no answer within 5000 ms' },
    ])
    expect(factsOf(scan)).toEqual({ encryption: 'required', tls: { preferServer: true } })
  })

  it.each([
    ['a withdrawn version', version('TLSv1.1', [0xc013]), { versions: ['TLSv1.1', 'TLSv1.2', 'TLSv1.3'] }],
    [
      'a suite that is broken',
      version('TLSv1.2', [0x0005]),
      { cipherSuites: ['TLS_AES_128_GCM_SHA256', 'TLS_RSA_WITH_RC4_128_SHA'] },
    ],
  ])('does not hide what was seen to be bad: %s', (_what, bad, tls) => {
    const scan = silent(bad, version('SSLv3', [], { unproven: 'no answer' }))
    expect(factsOf(scan)).toMatchObject({ tls })
  })

  it('does not hide a weak group or modulus either', () => {
    const scan = silent(version('SSLv3', [], { unproven: 'no answer' }))
    expect(factsOf({ ...scan, curves: { groups: [19] } })).toMatchObject({
      tls: { groups: ['x25519', 'secp192r1'] },
    })
    expect(factsOf({ ...scan, flights: [flight(1024)] })).toMatchObject({ tls: { dhBits: 1024 } })
    expect(factsOf({ ...scan, flights: [flight(2048)] })).not.toHaveProperty('tls.dhBits')
  })

  it('of groups leaves versions and suites proven', () => {
    const scan = { curves: { groups: [23], unproven: 'no answer' } }
    expect(factsOf(scan)).toMatchObject({ tls: { versions: ['TLSv1.2', 'TLSv1.3'] } })
    expect(factsOf(scan)).not.toHaveProperty('tls.groups')
    expect(observed({ ...SCAN, ...scan })[1]).toMatchObject({ reason: 'groups: no answer' })
  })

  it('of SSL 2.0 is said as well', () => {
    expect(observed({ ...SCAN, ssl2: { kind: 'unproven', words: 'no answer' } })[1]).toMatchObject({
      reason: 'SSLv2: no answer',
    })
  })

  it('is never a fact: a probe that failed', () => {
    const result = { kind: 'not-proven', words: 'the port is closed' } as const
    expect(observed(result)).toEqual([
      expect.objectContaining({ state: 'not-proven', reason: 'the port is closed' }),
    ])
  })
})

describe('what answers in clear', () => {
  it('has no encryption, in its own words', () => {
    const result = { kind: 'clear', address: '192.0.2.1', words: 'EHLO does not list STARTTLS' } as const
    expect(observed(result, { ...TARGET, port: 25, protocol: 'smtp' })).toMatchObject([
      {
        state: 'observed',
        facts: { encryption: 'none' },
        details: { words: 'EHLO does not list STARTTLS' },
      },
    ])
  })
})

describe('plain HTTP', () => {
  const answers = (status: number, location?: string): unknown => {
    const http = { status, words: '', isPage: true, ...(location === undefined ? {} : { location }) }
    const [first] = observed(
      { kind: 'clear', address: '192.0.2.1', words: '', http },
      { ...TARGET, port: 80, protocol: 'http' },
    )
    return first?.state === 'observed' ? first.facts : undefined
  }

  it.each([
    ['a page', 200, undefined, 'none'],
    ['an error', 404, undefined, 'none'],
    ['a way to HTTPS', 301, 'https://clinic.example/', undefined],
    ['a way to HTTPS, for good', 308, 'HTTPS://clinic.example/', undefined],
    ['a way to itself', 302, 'http://clinic.example/login', 'none'],
    ['a way within', 302, '/login', 'none'],
    ['a way that is no way', 200, 'https://clinic.example/', 'none'],
    ['no way where there is one', 400, 'https://clinic.example/', 'none'],
  ] as const)('shows %s', (_what, status, location, encryption) =>
    expect(answers(status, location)).toEqual(encryption ? { encryption } : {}),
  )
})

describe('the schema of evidence', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const validate = ajv.compile(JSON.parse(schemaText('evidence')))

  it.each([
    ['a scan', SCAN],
    ['a scan with gaps', { ...SCAN, ssl2: { kind: 'unproven', words: 'no answer' } }],
    ['a failure', { kind: 'not-proven', words: 'closed' }],
    ['plain HTTP', { kind: 'clear', address: '192.0.2.1', words: '' }],
  ] as readonly (readonly [string, ScanResult])[])('takes %s', (_what, result) => {
    const file = { evidenceVersion: 1, tool: { name: 'hipaacheck' }, observations: observed(result) }
    expect(validate(JSON.parse(JSON.stringify(file))), JSON.stringify(validate.errors)).toBe(true)
  })
})

describe.runIf(HAS_OPENSSL)('for whom a certificate is', () => {
  const at = (name: string) => new X509Certificate(certificate({ name, names: `DNS:${name}` }).cert).raw
  const certificates = (...names: readonly string[]): TlsScan['flights'] =>
    names.map((name) => ({ ...flight(2048), chain: { certificates: [at(name)] } }))
  const matches = (names: readonly string[], target: Partial<Target> = {}): unknown => {
    const facts = factsOf({ flights: certificates(...names) }, { ...TARGET, ...target })
    return (facts as { tls: { certificate: { matchesHost?: boolean } } }).tls.certificate.matchesHost
  }

  it.each([
    ['this host', ['clinic.example'], {}, true],
    ['another host', ['other.example'], {}, false],
    ['both, by one certificate each', ['clinic.example', 'other.example'], {}, false],
    ['another host, asked by an address', ['other.example'], { host: '192.0.2.1' }, undefined],
    ['another host, to which mail is sent', ['other.example'], { protocol: 'smtp', port: 25 }, undefined],
  ] as const)('is told: %s', (_, names, target, matchesHost) => {
    expect(matches(names, target)).toBe(matchesHost)
  })
})
