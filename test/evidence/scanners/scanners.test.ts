import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidateOf } from '../../../src/sources/candidate.js'
import { evidenceFormatOf } from '../../../src/sources/evidence/format.js'
import { readEvidenceFile } from '../../../src/sources/evidence/read-evidence-file.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const WRITTEN = '2026-11-20T08:00:00Z'

/** What is read of a scanner's result: each observation with the text at which it and single facts stand. */
const readOf = (text: string, writtenAt: string | undefined = WRITTEN) => {
  const candidate = candidateOf('result', bytes(text), true)
  const known = evidenceFormatOf(candidate)
  if (!known || known.format === 'own') return 'not recognised'
  const read = readEvidenceFile(candidate, known, writtenAt)
  if ('problems' in read) return read.problems
  const lines = text.split('\n')
  return {
    tool: read.tool,
    notRead: read.notRead.map(({ what, count }) => `${what}: ${count}`),
    seen: read.observations.map(({ observation, document, at, routeOf }) => ({
      ...observation,
      line: lines[document.locate(at).line - 1]?.trim(),
      lineOf: (...fact: string[]) => lines[document.locate(routeOf(fact)).line - 1]?.trim(),
    })),
  }
}
type Read = Exclude<ReturnType<typeof readOf>, string | readonly unknown[]>
const seenIn = (text: string, writtenAt?: string) => (readOf(text, writtenAt) as Read).seen
const factsIn = (text: string) =>
  seenIn(text).map((one) => (one.state === 'observed' ? one.facts : one.reason))

const flat = (...findings: readonly (readonly [id: string, finding: string, severity?: string])[]) =>
  `[\n${findings
    .map(([id, finding, severity = 'INFO']) =>
      JSON.stringify({ id, ip: 'mail.example.org/192.0.2.4', port: '25', severity, finding }),
    )
    .join(',\n')}\n]`
const PROTOCOLS = [
  ['SSLv2', 'not offered'],
  ['SSLv3', 'not offered'],
  ['TLS1', 'offered (deprecated)'],
  ['TLS1_1', 'not offered'],
  ['TLS1_2', 'offered'],
  ['TLS1_3', 'not offered + downgraded to weaker protocol'],
] as const

describe('testssl.sh', () => {
  it('is read in its flat form, dated by the file', () => {
    const text = flat(
      ...PROTOCOLS,
      [
        'cipher-tls1_x39',
        'TLSv1   x39   DHE-RSA-AES256-SHA   DH 1024   AES   256   TLS_DHE_RSA_WITH_AES_256_CBC_SHA',
      ],
      ['cipher-tls1_2_xc030', 'TLSv1.2   xc030   ECDHE-RSA-AES256-GCM-SHA384   ECDH 253   AESGCM   256'],
      ['cipher-tls1_2_x9f', 'TLSv1.2   x9f   DHE-RSA-AES256-GCM-SHA384   DH 2048   AESGCM   256'],
      ['cipher_order', 'server'],
      ['FS_ECDHE_curves', 'prime256v1 X25519'],
      ['HSTS_time', '365 days (=31536000 seconds) > 15552000 seconds'],
      ['HSTS_subdomains', 'includes subdomains'],
      ['cert_keySize <hostCert#1>', 'EC 256 bits (curve P-256)'],
      ['cert_signatureAlgorithm <hostCert#1>', 'ECDSA with SHA256'],
      ['cert_commonName', 'mail.example.org'],
      ['cert_caIssuers', 'Example CA'],
      ['cert_notBefore', '2026-01-01 00:00'],
      ['cert_notAfter', '2026-12-31 23:59'],
      ['cert_chain_of_trust', 'passed.'],
    )
    const [one] = seenIn(text)
    expect(one).toMatchObject({
      about: { kind: 'endpoint', host: 'mail.example.org', port: 25 },
      observedAt: WRITTEN,
      how: 'testssl.sh',
      state: 'observed',
      facts: {
        port: 25,
        tls: {
          versions: ['TLSv1.0', 'TLSv1.2'],
          cipherSuites: [
            'TLS_DHE_RSA_WITH_AES_256_CBC_SHA',
            'ECDHE-RSA-AES256-GCM-SHA384',
            'DHE-RSA-AES256-GCM-SHA384',
          ],
          groups: ['prime256v1', 'X25519'],
          dhBits: 1024,
          preferServer: true,
          hsts: { enabled: true, maxAge: 'P365D', includeSubDomains: true },
          certificate: {
            subject: 'mail.example.org',
            issuer: 'Example CA',
            notBefore: '2026-01-01',
            notAfter: '2026-12-31',
            keyType: 'ECDSA',
            keyBits: 256,
            signature: 'ECDSA with SHA256',
            publiclyTrusted: true,
          },
        },
      },
    })
    expect(one?.lineOf('tls', 'versions')).toContain('"TLS1"')
    expect(one?.lineOf('tls', 'certificate', 'keyBits')).toContain('cert_keySize')
    expect(one?.lineOf('tls', 'dhBits')).toContain('cipher-tls1_x39')
    expect(one?.lineOf('tls', 'hsts', 'maxAge')).toContain('HSTS_time')
    expect(one?.line).toContain('SSLv2')
  })

  it('is read in its pretty form, dated by itself', () => {
    const text = JSON.stringify(
      {
        Invocation: 'testssl.sh example.org',
        version: '3.2.1 abcdef',
        startTime: '1763632800',
        scanResult: [
          {
            targetHost: 'www.example.org',
            ip: '192.0.2.5',
            port: '443',
            protocols: PROTOCOLS.map(([id, finding]) => ({ id, severity: 'OK', finding })),
            serverPreferences: [
              { id: 'cipher_order', severity: 'HIGH', finding: 'NOT a cipher order configured' },
            ],
            headerResponse: [{ id: 'HSTS', severity: 'LOW', finding: 'not offered' }],
          },
        ],
      },
      undefined,
      1,
    )
    expect(seenIn(text)).toMatchObject([
      {
        about: { host: 'www.example.org', port: 443 },
        observedAt: '2025-11-20T10:00:00Z',
        how: 'testssl.sh 3.2.1',
        facts: { tls: { versions: ['TLSv1.0', 'TLSv1.2'], preferServer: false, hsts: { enabled: false } } },
      },
    ])
    expect(seenIn(text)[0]?.lineOf('tls', 'preferServer')).toBe('{')
  })

  it.each<readonly [string, string, { readonly tls: object }]>([
    [
      'not all versions were asked, and none was bad',
      flat(['TLS1_2', 'offered'], ['TLS1_3', 'offered with final']),
      { tls: {} },
    ],
    [
      'not all versions were asked, and one was bad',
      flat(['TLS1', 'offered (deprecated)']),
      { tls: { versions: ['TLSv1.0'] } },
    ],
    [
      'suites of one version are missing',
      flat(...PROTOCOLS, [
        'cipher-tls1_2_xc030',
        'TLSv1.2 xc030 ECDHE-RSA-AES256-GCM-SHA384 ECDH 253 AESGCM 256',
      ]),
      { tls: { versions: ['TLSv1.0', 'TLSv1.2'] } },
    ],
    ...[
      "couldn't be tested, socket problem",
      'not tested due to lack of local support',
      'likely not offered',
    ].map(
      (finding) =>
        [
          `of TLS 1.0 it says “${finding}”`,
          flat(...PROTOCOLS.map(([id, said]) => [id, id === 'TLS1' ? finding : said] as const), [
            'cipher-tls1_2_xc030',
            'TLSv1.2 xc030 ECDHE-RSA-AES256-GCM-SHA384 ECDH 253 AESGCM 256',
          ]),
          { tls: {} },
        ] as const,
    ),
    [
      'one version is said not to be offered in more words',
      flat(
        ...PROTOCOLS.map(
          ([id, said]) =>
            [
              id,
              id === 'TLS1_1' ? 'TLSv1.1 is not offered, and downgraded to a weaker protocol' : said,
            ] as const,
        ),
      ),
      { tls: { versions: ['TLSv1.0', 'TLSv1.2'] } },
    ],
    [
      'a certificate signed by itself',
      flat(...PROTOCOLS, ['cert_commonName', 'x'], ['cert_chain_of_trust', 'failed (self signed).']),
      { tls: { certificate: { subject: 'x', publiclyTrusted: false } } },
    ],
    [
      'a chain that fails otherwise',
      flat(...PROTOCOLS, ['cert_commonName', 'x'], ['cert_chain_of_trust', 'failed (expired).']),
      { tls: { certificate: { subject: 'x' } } },
    ],
  ])('states what is known: %s', (_, text, facts) => {
    const [first] = factsIn(text)
    expect(first).toMatchObject(facts)
    if (Object.keys(facts.tls).length === 0) expect(first).not.toHaveProperty('tls.versions')
    expect(first).not.toHaveProperty('tls.cipherSuites')
  })

  it.each([
    [
      'it could not connect',
      flat(['scanProblem', "Can't connect to '192.0.2.4:25'", 'FATAL']),
      "Can't connect to '192.0.2.4:25'",
    ],
    ['it did not look at protocols', flat(['HSTS', 'not offered']), 'the protocols were not looked at'],
    ['it names no protocol', flat(['constructor', 'offered']), 'the protocols were not looked at'],
  ])('proves nothing where %s', (_, text, reason) => {
    expect(factsIn(text)).toEqual([reason])
  })

  it.each([
    ['another host', 'certificate does not match supplied URI', '443', false],
    ['the host', 'Ok via SAN (same w/o SNI)', '443', true],
    ['what it does not say', 'Ok', '443', undefined],
    ['another host, where nobody looks at names', 'certificate does not match supplied URI', '25', undefined],
  ])('tells that a certificate is for %s', (_, finding, port, matchesHost) => {
    const text = flat(...PROTOCOLS, ['cert_commonName', 'x'], ['cert_trust', finding])
    const [facts] = factsIn(text.replaceAll('"25"', `"${port}"`))
    expect((facts as { tls: { certificate: object } }).tls.certificate).toEqual({
      subject: 'x',
      ...(matchesHost === undefined ? {} : { matchesHost }),
    })
  })

  it('leaves out for whom a certificate is where an address was asked', () => {
    const text = flat(
      ...PROTOCOLS,
      ['cert_commonName', 'x'],
      ['cert_trust', 'certificate does not match supplied URI'],
    )
    const [facts] = factsIn(text.replaceAll('mail.example.org/', '192.0.2.4/').replaceAll('"25"', '"443"'))
    expect((facts as { tls: { certificate: object } }).tls.certificate).toEqual({ subject: 'x' })
  })

  it.each([
    ['nothing bad', 'DH 2048', { port: 443, tls: {} }],
    ['a weak modulus', 'DH 1024', { port: 443, tls: { dhBits: 1024 } }],
  ])('claims no more than was looked at, of one version alone: %s', (_, modulus, facts) => {
    const text = flat(
      ['TLS1_2', 'offered'],
      ['FS_ECDHE_curves', 'X25519'],
      ['cipher-tls1_2_xc030', 'TLSv1.2 xc030 ECDHE-RSA-AES256-GCM-SHA384 ECDH 253 AESGCM 256'],
      ['cipher-tls1_2_x9f', `TLSv1.2 x9f DHE-RSA-AES256-GCM-SHA384 ${modulus} AESGCM 256`],
    )
    expect(factsIn(text.replaceAll('"25"', '"443"'))).toEqual([facts])
  })

  it('proves nothing where nobody knows when it was made', () => {
    const candidate = candidateOf('result', bytes(flat(...PROTOCOLS)), true)
    const read = readEvidenceFile(candidate, evidenceFormatOf(candidate) as never)
    expect(read).toMatchObject({
      observations: [
        { observation: { state: 'not-proven', reason: 'the result does not say when it was made' } },
      ],
    })
  })
})

const SSLSCAN = `<?xml version="1.0" encoding="UTF-8"?>
<document title="SSLScan Results" version="2.1.5" web="http://github.com/rbsec/sslscan">
 <ssltest host="192.0.2.5" sniname="www.example.org" port="443">
  <protocol type="ssl" version="2" enabled="0" />
  <protocol type="ssl" version="3" enabled="1" />
  <protocol type="tls" version="1.0" enabled="0" />
  <protocol type="tls" version="1.1" enabled="0" />
  <protocol type="tls" version="1.2" enabled="1" />
  <protocol type="tls" version="1.3" enabled="0" />
  <cipher status="preferred" sslversion="TLSv1.2" bits="256" cipher="DHE-RSA-AES256-GCM-SHA384" id="0x009F" dhebits="2048" />
  <cipher status="accepted" sslversion="SSLv3" bits="256" cipher="DHE-RSA-AES256-SHA" id="0x0039" dhebits="1024" />
  <cipher status="rejected" sslversion="SSLv3" bits="128" cipher="RC4-SHA" id="0x0005" />
  <group sslversion="TLSv1.2" bits="128" name="secp256r1 (NIST P-256)" id="0x0017" />
 <certificates>
  <certificate type="short">
   <signature-algorithm>sha256WithRSAEncryption</signature-algorithm>
   <pk error="false" type="RSA" bits="2048" />
   <subject><![CDATA[www.example.org]]></subject>
   <issuer><![CDATA[Example CA]]></issuer>
   <self-signed>SELFSIGNED</self-signed>
   <not-valid-before>Jan  1 00:00:00 2026 GMT</not-valid-before>
   <not-valid-after>Dec 31 23:59:59 2026 GMT</not-valid-after>
  </certificate>
 </certificates>
 </ssltest>
</document>
`

describe('sslscan', () => {
  it('is read', () => {
    const [one] = seenIn(SSLSCAN.replace('SELFSIGNED', 'false'))
    expect(one).toMatchObject({
      about: { kind: 'endpoint', host: 'www.example.org', port: 443 },
      how: 'sslscan 2.1.5',
      observedAt: WRITTEN,
      facts: {
        tls: {
          versions: ['SSLv3', 'TLSv1.2'],
          cipherSuites: ['DHE-RSA-AES256-GCM-SHA384', 'DHE-RSA-AES256-SHA'],
          groups: ['secp256r1'],
          dhBits: 1024,
          certificate: {
            subject: 'www.example.org',
            issuer: 'Example CA',
            notBefore: '2026-01-01',
            notAfter: '2026-12-31',
            keyType: 'RSA',
            keyBits: 2048,
            signature: 'sha256WithRSAEncryption',
          },
        },
      },
    })
    expect(one).not.toHaveProperty('facts.tls.certificate.publiclyTrusted')
    expect(one?.line).toContain('<ssltest')
    expect(one?.lineOf('tls', 'versions')).toContain('type="ssl" version="3"')
    expect(one?.lineOf('tls', 'dhBits')).toContain('0x009F')
    expect(one?.lineOf('tls', 'certificate', 'notAfter')).toBe('<certificate type="short">')
  })

  const PROTOCOL_LINE = /^ {2}<protocol .*\n/gm
  const SUITE_LINE = /^ {2}<cipher .*\n/gm
  const certificate = { subject: 'www.example.org' }
  const only12 = '  <protocol type="tls" version="1.2" enabled="1" />\n <cipher-here />'
  /** As `sslscan --tls12` writes it, with one suite. */
  const asked12 = (suite: string): string =>
    SSLSCAN.replace(PROTOCOL_LINE, '')
      .replace(SUITE_LINE, '')
      .replace('  <group', `${only12}  <group`)
      .replace('<cipher-here />', `<cipher status="accepted" sslversion="TLSv1.2" ${suite} />\n`)

  it.each([
    [
      'it was asked for one version alone',
      asked12('cipher="DHE-RSA-AES256-GCM-SHA384" id="0x009F" dhebits="2048"'),
      { port: 443, tls: { certificate } },
    ],
    [
      'that version has a suite and a modulus that are bad',
      asked12('cipher="EXP-EDH-RSA-DES-CBC-SHA" id="0x0014" dhebits="512"'),
      { port: 443, tls: { cipherSuites: ['EXP-EDH-RSA-DES-CBC-SHA'], dhBits: 512, certificate } },
    ],
    [
      'its OpenSSL cannot list the suites of SSL 3.0',
      SSLSCAN.replace(/^.*sslversion="SSLv3".*\n/gm, ''),
      { port: 443, tls: { versions: ['SSLv3', 'TLSv1.2'], groups: ['secp256r1'], certificate } },
    ],
    [
      'suites were not asked for',
      SSLSCAN.replace(SUITE_LINE, ''),
      { port: 443, tls: { versions: ['SSLv3', 'TLSv1.2'], groups: ['secp256r1'], certificate } },
    ],
  ])('claims no more than was looked at: %s', (_, text, expected) => {
    const [facts] = factsIn(text)
    const { tls, ...rest } = facts as { tls: { certificate: { subject: string } } }
    expect({ ...rest, tls: { ...tls, certificate: { subject: tls.certificate.subject } } }).toEqual(expected)
  })

  it.each(['0', '', 'x'])('makes no modulus of %j bits', (bits) => {
    const [one] = factsIn(SSLSCAN.replace(/dhebits="\d+"/g, `dhebits="${bits}"`))
    expect(one).toHaveProperty('tls.versions')
    expect(one).not.toHaveProperty('tls.dhBits')
  })

  it('tells that a certificate is signed by itself', () => {
    expect(factsIn(SSLSCAN.replace('SELFSIGNED', 'true'))).toMatchObject([
      { tls: { certificate: { publiclyTrusted: false } } },
    ])
  })

  it('is read with Windows line ends, at the same lines', () => {
    const [one] = seenIn(SSLSCAN.replaceAll('\n', '\r\n'))
    expect(one?.lineOf('tls', 'groups')).toContain('<group')
  })

  it.each([
    [
      'an error',
      SSLSCAN.replace(
        /<protocol[\s\S]*<\/certificates>/,
        '<error><![CDATA[Could not open a connection]]></error>',
      ),
      'Could not open a connection',
    ],
    ['no version', SSLSCAN.replaceAll('enabled="1"', 'enabled="0"'), 'no version of TLS was accepted'],
  ])('proves nothing: %s', (_, text, reason) => {
    expect(factsIn(text)).toEqual([reason])
  })
})

const suites = (...names: string[]) => ({
  status: 'COMPLETED',
  result: {
    accepted_cipher_suites: names.map((name) => ({
      cipher_suite: { name },
      ephemeral_key:
        name.includes('DHE_RSA') && !name.includes('ECDHE')
          ? { type_name: 'DH', size: 1024 }
          : { type_name: 'ECDH', size: 253 },
    })),
  },
})
const sslyzeOf = (scan: object, server: object = {}) =>
  JSON.stringify(
    {
      sslyze_version: '6.1.0',
      date_scans_completed: '2026-11-19T10:00:00.123456',
      server_scan_results: [
        {
          server_location: { hostname: 'www.example.org', port: 443 },
          scan_status: 'COMPLETED',
          scan_result: scan,
          ...server,
        },
      ],
    },
    undefined,
    1,
  )
const VERSIONS = {
  ssl_2_0_cipher_suites: suites(),
  ssl_3_0_cipher_suites: suites(),
  tls_1_0_cipher_suites: suites('TLS_DHE_RSA_WITH_AES_256_CBC_SHA'),
  tls_1_1_cipher_suites: suites(),
  tls_1_2_cipher_suites: suites('TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'),
  tls_1_3_cipher_suites: suites(),
}

describe('SSLyze', () => {
  it('is read', () => {
    const text = sslyzeOf({
      ...VERSIONS,
      elliptic_curves: { status: 'COMPLETED', result: { supported_curves: [{ name: 'X25519' }] } },
      http_headers: {
        status: 'COMPLETED',
        result: { strict_transport_security_header: { max_age: 31536000, include_subdomains: false } },
      },
      certificate_info: {
        status: 'COMPLETED',
        result: {
          certificate_deployments: [
            {
              leaf_certificate_subject_matches_hostname: false,
              received_certificate_chain: [
                {
                  subject: { rfc4514_string: 'CN=www.example.org' },
                  issuer: { rfc4514_string: 'CN=Example CA' },
                  not_valid_before: '2026-01-01T00:00:00',
                  not_valid_after: '2026-12-31T23:59:59',
                  public_key: { algorithm: '_EllipticCurvePublicKey', key_size: 256 },
                  signature_algorithm_oid: { name: 'ecdsa-with-SHA256' },
                },
              ],
              path_validation_results: [
                { was_validation_successful: false },
                { was_validation_successful: true },
              ],
            },
          ],
        },
      },
    })
    const [one] = seenIn(text)
    expect(one).toMatchObject({
      about: { host: 'www.example.org', port: 443 },
      how: 'SSLyze 6.1.0',
      observedAt: '2026-11-19T10:00:00Z',
      facts: {
        tls: {
          versions: ['TLSv1.0', 'TLSv1.2'],
          cipherSuites: ['TLS_DHE_RSA_WITH_AES_256_CBC_SHA', 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'],
          groups: ['X25519'],
          dhBits: 1024,
          hsts: { enabled: true, maxAge: 'P365D', includeSubDomains: false },
          certificate: {
            subject: 'CN=www.example.org',
            issuer: 'CN=Example CA',
            notBefore: '2026-01-01',
            notAfter: '2026-12-31',
            keyType: 'ECDSA',
            keyBits: 256,
            signature: 'ecdsa-with-SHA256',
            matchesHost: false,
            publiclyTrusted: true,
          },
        },
      },
    })
    expect(one?.lineOf('tls', 'versions')).toBe('"result": {')
  })

  it.each([
    [
      'a version failed, and none was bad',
      { ...VERSIONS, tls_1_0_cipher_suites: { status: 'ERROR', result: null } },
      {},
    ],
    [
      'a version failed, and one was bad',
      { ...VERSIONS, tls_1_3_cipher_suites: { status: 'ERROR', result: null } },
      { versions: ['TLSv1.0', 'TLSv1.2'] },
    ],
    [
      'no HSTS',
      {
        ...VERSIONS,
        http_headers: { status: 'COMPLETED', result: { strict_transport_security_header: null } },
      },
      { hsts: { enabled: false } },
    ],
    [
      'no answer to HTTP',
      {
        ...VERSIONS,
        http_headers: {
          status: 'COMPLETED',
          result: { http_error_trace: 'Traceback', strict_transport_security_header: null },
        },
      },
      { versions: ['TLSv1.0', 'TLSv1.2'] },
    ],
  ])('states what is known: %s', (_, scan, tls) => {
    const [first] = factsIn(sslyzeOf(scan))
    expect(first).toMatchObject({ tls })
    if (!('versions' in tls) && !('hsts' in tls)) expect(first).not.toHaveProperty('tls.versions')
    if (!('hsts' in tls)) expect(first).not.toHaveProperty('tls.hsts')
  })

  it.each([
    [
      'no connection',
      sslyzeOf(
        {},
        {
          scan_status: 'ERROR_NO_CONNECTIVITY',
          connectivity_error_trace: 'Traceback\nConnectionToServerTimedOut: too slow',
        },
      ),
      'ConnectionToServerTimedOut: too slow',
    ],
    [
      'no connection and no words',
      sslyzeOf({}, { scan_status: 'ERROR_NO_CONNECTIVITY' }),
      'ERROR_NO_CONNECTIVITY',
    ],
    ['nothing looked at', sslyzeOf({}), 'no version of TLS was looked at'],
  ])('proves nothing: %s', (_, text, reason) => {
    expect(factsIn(text)).toEqual([reason])
  })
})

const finding = (check: string, status: string, uid = 'arn:aws:s3:::charts') => ({
  metadata: { event_code: check, product: { name: 'Prowler', version: '5.4.0' } },
  status_code: status,
  time_dt: '2026-11-18T09:00:00.000000',
  resources: [{ uid, name: 'charts', type: 'AwsS3Bucket' }],
})

describe('Prowler', () => {
  it.each([
    ['s3_bucket_default_encryption', 'PASS', { encryptionAtRest: { enabled: true } }],
    ['rds_instance_storage_encrypted', 'FAIL', { encryptionAtRest: { enabled: false } }],
    ['s3_bucket_object_versioning', 'FAIL', { recovery: { versioning: false } }],
    ['s3_bucket_server_access_logging_enabled', 'PASS', { audit: { enabled: true } }],
    ['s3_bucket_public_access', 'FAIL', { access: { anonymous: true } }],
    ['rds_instance_deletion_protection', 'PASS', { recovery: { deletionProtection: true } }],
    ['rds_instance_multi_az', 'FAIL', { availability: { availabilityZones: 1 } }],
    ['dynamodb_tables_pitr_enabled', 'FAIL', { recovery: { pointInTime: 'none' } }],
  ])('%s: %s', (check, status, facts) => {
    const text = JSON.stringify([finding(check, status)], undefined, 1)
    const [one] = seenIn(text)
    expect(one).toMatchObject({
      about: { kind: 'asset', address: 'arn:aws:s3:::charts' },
      observedAt: '2026-11-18T09:00:00Z',
      how: `Prowler 5.4.0, ${check}`,
      facts,
    })
    expect(one?.lineOf(Object.keys(facts)[0] as string)).toBe(`"status_code": "${status}",`)
  })

  it('counts what says nothing that a description could say', () => {
    const list = [
      finding('s3_bucket_public_access', 'PASS'),
      finding('iam_root_mfa', 'FAIL'),
      finding('iam_root_mfa', 'FAIL'),
      finding('rds_instance_storage_encrypted', 'MANUAL'),
      // S3 encrypts what nobody asked it to encrypt.
      finding('s3_bucket_default_encryption', 'FAIL'),
    ]
    expect(readOf(JSON.stringify(list))).toMatchObject({
      tool: { name: 'Prowler', version: '5.4.0' },
      seen: [],
      notRead: [
        'Prowler: s3_bucket_public_access: 1',
        'Prowler: iam_root_mfa: 2',
        'Prowler: rds_instance_storage_encrypted: 1',
        'Prowler: s3_bucket_default_encryption: 1',
      ],
    })
  })
})

const sarifOf = (result: object, tool = 'checkov') =>
  JSON.stringify(
    {
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: tool, version: '3.2.0' } },
          invocations: [{ endTimeUtc: '2026-11-17T12:00:00Z' }],
          results: [
            {
              message: { text: '' },
              locations: [
                {
                  physicalLocation: { artifactLocation: { uri: './aws/main.tf' }, region: { startLine: 12 } },
                },
              ],
              ...result,
            },
          ],
        },
      ],
    },
    undefined,
    1,
  )

describe('SARIF', () => {
  it.each([
    ['checkov', { ruleId: 'CKV_AWS_16' }, { encryptionAtRest: { enabled: false } }],
    ['checkov', { ruleId: 'CKV_AWS_16', kind: 'fail' }, { encryptionAtRest: { enabled: false } }],
    ['checkov', { ruleId: 'CKV_AWS_19', kind: 'pass' }, { encryptionAtRest: { enabled: true } }],
    ['Trivy', { ruleId: 'AVD-AWS-0090' }, { recovery: { versioning: false } }],
    ['Trivy', { ruleId: 'AWS-0090' }, { recovery: { versioning: false } }],
  ])('of %s is configuration: %o', (tool, result, facts) => {
    expect(seenIn(sarifOf(result, tool))).toMatchObject([
      {
        about: { kind: 'asset', address: 'aws/main.tf:12' },
        observedAt: '2026-11-17T12:00:00Z',
        of: 'configuration',
        how: `${tool} 3.2.0, ${result.ruleId}`,
        facts,
      },
    ])
  })

  it('may name the resource', () => {
    const locations = [{ logicalLocations: [{ fullyQualifiedName: 'aws_s3_bucket.charts' }] }]
    expect(seenIn(sarifOf({ ruleId: 'CKV_AWS_16', locations }))).toMatchObject([
      { about: { address: 'aws_s3_bucket.charts' } },
    ])
  })

  it.each<readonly [string, string]>([
    ['another rule', sarifOf({ ruleId: 'CKV_AWS_999' })],
    ['what was accepted', sarifOf({ ruleId: 'CKV_AWS_16', suppressions: [{ kind: 'external' }] })],
    ['no place', sarifOf({ ruleId: 'CKV_AWS_16', locations: [] })],
    ['what a person has to look at', sarifOf({ ruleId: 'CKV_AWS_16', kind: 'review' })],
    ['what it does not apply to', sarifOf({ ruleId: 'CKV_AWS_16', kind: 'notApplicable' })],
    // Who is not asked for it encrypts all the same.
    ...['CKV_AWS_19', 'CKV_AWS_27', 'CKV_AWS_96', 'AVD-AWS-0079', 'AWS-0088', 'AWS-0096'].map(
      (ruleId) => [`encryption by default (${ruleId})`, sarifOf({ ruleId })] as const,
    ),
    ...['informational', 'open'].map(
      (kind) => [`a result of the kind ${kind}`, sarifOf({ ruleId: 'CKV_AWS_16', kind })] as const,
    ),
  ])('says nothing of an asset: %s', (_, text) => {
    expect(readOf(text)).toMatchObject({ seen: [], notRead: [expect.stringMatching(/: 1$/)] })
  })

  it('of other tools is not read', () => {
    expect(readOf(sarifOf({ ruleId: 'CKV_AWS_19' }, 'ESLint'))).toBe('not recognised')
  })
})

const rules = (...results: readonly (readonly [rule: string, result: string])[]) =>
  results
    .map(
      ([rule, result]) =>
        `  <rule-result idref="xccdf_org.ssgproject.content_rule_${rule}">\n   <result>${result}</result>\n  </rule-result>`,
    )
    .join('\n')
const testResult = (...results: readonly (readonly [rule: string, result: string])[]) =>
  `<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="xccdf_test" start-time="2026-11-16T08:00:00+00:00" end-time="2026-11-16T08:05:00+01:00">
  <target>ehr.example.org</target>
${rules(...results)}
</TestResult>`

describe('OpenSCAP', () => {
  it.each([
    ['alone', (text: string) => text],
    [
      'in a benchmark',
      (text: string) => `<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2">${text}</Benchmark>`,
    ],
    [
      'in a report of ARF',
      (text: string) =>
        `<?xml version="1.0"?>\n<arf:asset-report-collection xmlns:arf="http://scap.nist.gov/schema/asset-reporting-format/1.1"><arf:reports><arf:report><arf:content>${text}</arf:content></arf:report></arf:reports></arf:asset-report-collection>`,
    ],
  ])('is read %s', (_, wrap) => {
    const text = wrap(
      testResult(
        ['service_auditd_enabled', 'pass'],
        ['install_antivirus', 'fail'],
        ['sshd_idle', 'pass'],
        ['x', 'notchecked'],
      ),
    )
    expect(readOf(text)).toMatchObject({
      tool: { name: 'OpenSCAP' },
      seen: [
        {
          about: { kind: 'asset', address: 'ehr.example.org' },
          observedAt: '2026-11-16T07:05:00Z',
          how: 'OpenSCAP, xccdf_test',
          facts: { audit: { enabled: true }, malwareProtection: false },
        },
      ],
      notRead: ['OpenSCAP: rules that came out pass: 1', 'OpenSCAP: rules that came out notchecked: 1'],
    })
    expect((readOf(text) as Read).seen[0]?.lineOf('malwareProtection')).toContain('install_antivirus')
  })

  it.each([
    [
      'the failure first',
      [
        ['package_aide_installed', 'fail'],
        ['aide_periodic_cron_checking', 'pass'],
      ],
    ],
    [
      'the failure last',
      [
        ['aide_periodic_cron_checking', 'pass'],
        ['package_aide_installed', 'fail'],
      ],
    ],
  ] as const)('shows the worse of two: %s', (_, results) => {
    expect(factsIn(testResult(...results))).toEqual([{ integrity: { checksums: false } }])
  })

  it('takes rules that nobody can change for no proof that records are safe from change', () => {
    expect(readOf(testResult(['audit_rules_immutable', 'pass']))).toMatchObject({
      seen: [{ facts: {} }],
      notRead: ['OpenSCAP: rules that came out pass: 1'],
    })
    expect(factsIn(testResult(['audit_rules_immutable', 'pass']))).toEqual([{}])
  })

  it('joins what several rules show of one', () => {
    expect(
      factsIn(
        testResult(['service_auditd_enabled', 'pass'], ['chronyd_or_ntpd_specify_remote_server', 'fixed']),
      ),
    ).toEqual([{ audit: { enabled: true, timeSync: true } }])
  })
})

describe('XML', () => {
  it.each([
    [
      'entities of its own',
      '<!DOCTYPE d [<!ENTITY a "aa">]><document title="SSLScan Results">&a;</document>',
      /declares entities/,
    ],
    [
      'entities within entities',
      '<!DOCTYPE d [<!ENTITY a "a"><!ENTITY b "&a;&a;">]><document>&b;</document>',
      /declares entities/,
    ],
    [
      'an entity that is nowhere declared',
      '<document title="SSLScan Results">&a;</document>',
      /no sound XML/,
    ],
    ['half a document', '<document title="SSLScan Results"><ssltest', /no sound XML/],
    ['something else', '<html><body/></html>', /of no scanner that is known/],
    ['depth', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`, /nested more than/],
  ])('is refused with its place: %s', (_, text, message) => {
    const candidate = candidateOf('x.xml', bytes(text), true)
    const read = readEvidenceFile(candidate, evidenceFormatOf(candidate) as never)
    expect(read).toMatchObject({
      problems: [{ message: expect.stringMatching(message) as unknown, place: { file: 'x.xml', line: 1 } }],
    })
  })
})

describe('whatever is wrong with a result', () => {
  const RESULTS = [
    flat(...PROTOCOLS, ['cert_keySize', 'RSA 2048 bits'], ['HSTS_time', '365 days (=31536000 seconds)']),
    SSLSCAN,
    sslyzeOf(VERSIONS),
    JSON.stringify([finding('s3_bucket_default_encryption', 'PASS')]),
    sarifOf({ ruleId: 'CKV_AWS_16' }),
    testResult(['service_auditd_enabled', 'pass']),
  ]

  it('is a problem, never a crash', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RESULTS),
        fc.array(
          fc.tuple(
            fc.nat(),
            fc.nat(20),
            fc.oneof(fc.string(), fc.constantFrom('null', '[]', '{}', '-1', '"', '<', '&x;', '1e999')),
          ),
          { minLength: 1, maxLength: 4 },
        ),
        (text, edits) => {
          let changed = text
          for (const [at, length, put] of edits) {
            const place = at % (changed.length + 1)
            changed = changed.slice(0, place) + put + changed.slice(place + length)
          }
          const read = readOf(changed)
          expect(read).toBeDefined()
        },
      ),
      { numRuns: 400 },
    )
  })
})
