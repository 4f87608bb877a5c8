import { execFileSync } from 'node:child_process'
import { getDiffieHellman } from 'node:crypto'
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readStaple } from '../../../src/evidence/certificates/ocsp.js'
import { versionsOf } from '../../../src/evidence/tls/observation.js'
import { groupName } from '../../../src/knowledge/key-exchange-groups.js'
import { certificate, fixture, HAS_GNUTLS, HAS_OPENSSL, P256, temporary } from './credentials.js'
import { ocspServer } from './ocsp.js'
import { nodeServer, opensslServer, program, scanned, suiteNames, withServer } from './servers.js'

/** SSL_OP_NO_EXTENDED_MASTER_SECRET, which Node.js does not name. */
const NO_EXTENDED_MASTER_SECRET = 1

const groups = (codes: readonly number[] | undefined): string[] => (codes ?? []).map(groupName)

describe('servers of Node.js', () => {
  const pair = fixture()

  it.each([
    ['both versions in use', {}, ['TLSv1.2', 'TLSv1.3']],
    ['TLS 1.3 alone', { minVersion: 'TLSv1.3' }, ['TLSv1.3']],
    ['TLS 1.2 alone', { maxVersion: 'TLSv1.2' }, ['TLSv1.2']],
    [
      'withdrawn versions as well',
      { minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' },
      ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'],
    ],
    [
      'TLS 1.0 alone',
      { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' },
      ['TLSv1.0'],
    ],
  ] as const)('sees versions: %s', async (_circumstance, options, versions) => {
    await withServer(nodeServer({ ...pair, ...options }), async (port) => {
      expect(versionsOf(await scanned(port))).toEqual(versions)
    })
  })

  it('finds exactly the suites of each version', async () => {
    const ciphers = 'TLS_AES_128_GCM_SHA256:ECDHE-ECDSA-AES128-SHA:ECDHE-ECDSA-CHACHA20-POLY1305:@SECLEVEL=0'
    await withServer(nodeServer({ ...pair, ciphers, minVersion: 'TLSv1' }), async (port) => {
      const scan = await scanned(port)
      expect(suiteNames(scan, 'TLSv1.3')).toEqual(['TLS_AES_128_GCM_SHA256'])
      expect(suiteNames(scan, 'TLSv1.2')).toEqual([
        'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA',
        'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
      ])
      expect(suiteNames(scan, 'TLSv1.0')).toEqual(['TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA'])
    })
  })

  it.each([
    ['the server', true],
    ['the client', false],
  ])('sees that the order of %s counts', async (_whose, honorCipherOrder) => {
    const ciphers = 'ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256'
    const server = nodeServer({ ...pair, ciphers, honorCipherOrder, maxVersion: 'TLSv1.2' })
    await withServer(server, async (port) => {
      expect((await scanned(port)).serverPrefers).toEqual({ 'TLSv1.2': honorCipherOrder })
    })
  })

  it('asks once more where the order of the server is our own', async () => {
    const ciphers = 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384'
    const server = nodeServer({ ...pair, ciphers, honorCipherOrder: true, maxVersion: 'TLSv1.2' })
    await withServer(server, async (port) => {
      expect((await scanned(port)).serverPrefers).toEqual({ 'TLSv1.2': true })
    })
  })

  it('finds the groups of TLS 1.3 in the order of the server, and no other', async () => {
    await withServer(nodeServer({ ...pair, ecdhCurve: 'P-384:X25519' }), async (port) => {
      const scan = await scanned(port)
      expect(groups(scan.groups13?.groups).sort()).toEqual(['secp384r1', 'x25519'])
      expect(scan.curves?.groups).toEqual([])
    })
  })

  it('finds the curves of a server without TLS 1.3', async () => {
    const options = {
      ...pair,
      ecdhCurve: 'P-521:P-256',
      maxVersion: 'TLSv1.2',
      honorCipherOrder: true,
    } as const
    await withServer(nodeServer(options), async (port) => {
      const scan = await scanned(port)
      expect(scan.groups13).toBeUndefined()
      expect(groups(scan.curves?.groups)).toEqual(['secp521r1', 'secp256r1'])
      expect(scan.curves?.unproven).toBeUndefined()
    })
  })

  it('says what the curve of the certificate hides', async () => {
    const options = {
      ...pair,
      ecdhCurve: 'P-256:P-521',
      maxVersion: 'TLSv1.2',
      honorCipherOrder: true,
    } as const
    await withServer(nodeServer(options), async (port) => {
      const { curves } = await scanned(port)
      expect(groups(curves?.groups)).toEqual(['secp256r1'])
      expect(curves?.unproven).toContain('secp256r1, the curve of its certificate')
    })
  })

  it('opens the certificate of a server that only speaks TLS 1.3, whichever key it asks for', async () => {
    for (const ecdhCurve of ['X25519', 'P-256', 'P-384', 'P-521', 'X448'])
      await withServer(nodeServer({ ...pair, ecdhCurve, minVersion: 'TLSv1.3' }), async (port) => {
        const scan = await scanned(port)
        expect(
          scan.flights.some(({ chain }) => chain?.certificates.length === 1),
          ecdhCurve,
        ).toBe(true)
      })
  })

  it('sees that a client certificate is asked for', async () => {
    for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const)
      await withServer(nodeServer({ ...pair, requestCert: true, maxVersion }), async (port) => {
        const scan = await scanned(port)
        expect(scan.flights.some(({ certificateRequested }) => certificateRequested)).toBe(true)
      })
  })

  it('sees which protections of TLS 1.2 a server knows', async () => {
    for (const [secureOptions, extendedMasterSecret] of [
      [0, true],
      [NO_EXTENDED_MASTER_SECRET, false],
    ] as const)
      await withServer(nodeServer({ ...pair, secureOptions, maxVersion: 'TLSv1.2' }), async (port) => {
        const { hello } = (await scanned(port)).flights[0] ?? {}
        expect(hello).toMatchObject({ extendedMasterSecret, renegotiation: true, compression: false })
      })
  })

  it('takes no more handshakes than suites and refusals', async () => {
    const ciphers = 'ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256'
    const server = nodeServer({
      ...pair,
      ciphers,
      ecdhCurve: 'P-256',
      maxVersion: 'TLSv1.2',
      honorCipherOrder: true,
    })
    await withServer(server, async (port) => {
      // One to begin, 2 + 1 for the suites of TLS 1.2, one for each of 5 versions that are refused, 2 for curves, and one for the order.
      expect((await scanned(port)).connections).toBeLessThanOrEqual(12)
    })
  })
})

describe.skipIf(!HAS_OPENSSL)('servers of OpenSSL (skipped where there is no openssl)', () => {
  const rsa = (): string[] => {
    const { keyFile, certFile } = certificate({ name: 'rsa' })
    return ['-key', keyFile, '-cert', certFile]
  }
  /** What OpenSSL itself says that a cipher string stands for in a version. */
  const expanded = (text: string, version: string): string[] =>
    execFileSync('openssl', ['ciphers', '-s', version, '-stdname', text], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0] as string)
      .filter((name) => !/PSK|SRP|_ECDSA_|_DSS_|^TLS_(AES|CHACHA)/.test(name))
      .sort()

  it('finds every suite that OpenSSL has, NULL and anonymous ones too', async () => {
    const all = 'ALL:COMPLEMENTOFALL:@SECLEVEL=0'
    await withServer(opensslServer(...rsa(), '-cipher', all), async (port) => {
      const scan = await scanned(port)
      expect(suiteNames(scan, 'TLSv1.2').filter((name) => !/PSK|SRP/.test(name))).toEqual(
        expanded(all, '-tls1_2'),
      )
      expect(suiteNames(scan, 'TLSv1.1').filter((name) => !/PSK|SRP/.test(name))).toEqual(
        expanded(all, '-tls1_1'),
      )
      expect(versionsOf(scan)).toEqual(['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'])
      expect(scan.noticesFallback).toBe(true)
    })
  })

  it('finds suites that only have a pre-shared key', async () => {
    const server = opensslServer('-nocert', '-psk', '00112233', '-tls1_2', '-cipher', 'PSK-AES128-GCM-SHA256')
    await withServer(server, async (port) => {
      expect(suiteNames(await scanned(port), 'TLSv1.2')).toEqual(['TLS_PSK_WITH_AES_128_GCM_SHA256'])
    })
  })

  it.each([
    ['1024', 1024],
    ['2048', 2048],
  ])('sees a Diffie-Hellman modulus of %s bits', async (_text, bits) => {
    const file = temporary(`dh${bits}.pem`, dhParameters(bits))
    const server = opensslServer(
      ...[...rsa(), '-tls1_2', '-cipher', 'DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0', '-dhparam', file],
    )
    await withServer(server, async (port) => {
      const scan = await scanned(port)
      const found = new Set(scan.flights.flatMap(({ keyExchange }) => keyExchange?.dhBits ?? []))
      expect([...found]).toEqual([bits])
    })
  })

  it('sees both certificates of a server that has two', async () => {
    const ec = certificate({ name: 'ec', key: P256 })
    const server = opensslServer(...rsa(), '-dcert', ec.certFile, '-dkey', ec.keyFile)
    await withServer(server, async (port) => {
      const scan = await scanned(port)
      const leaves = new Set(
        scan.flights.flatMap(({ chain }) => chain?.certificates[0]?.toString('base64') ?? []),
      )
      expect(leaves.size).toBe(2)
    })
  })

  it('reads an OCSP staple', async () => {
    for (const version of ['-tls1_2', '-tls1_3'])
      await withServer(ocspServer(version), async (port) => {
        const scan = await scanned(port)
        const staple = scan.flights.flatMap(({ chain }) => chain?.staple ?? [])[0]
        expect(staple && readStaple(staple)).toMatchObject({ status: 'good' })
      })
  })
})

describe.skipIf(!HAS_GNUTLS)('servers of GnuTLS (skipped where there is no gnutls-serv)', () => {
  const serve = (priority: string, ...more: readonly string[]): ReturnType<typeof program> => {
    const { keyFile, certFile } = certificate({ name: 'rsa' })
    return program('gnutls-serv', (port) => [
      ...['--port', String(port), '--priority', priority, '--echo', '--quiet'],
      ...['--x509keyfile', keyFile, '--x509certfile', certFile, ...more],
    ])
  }

  it('finds 3DES and RC4, which our runtime cannot speak', async () => {
    const priority =
      'NONE:+VERS-TLS1.0:+VERS-TLS1.2:+RSA:+ECDHE-RSA:+3DES-CBC:+ARCFOUR-128:+SHA1:+MD5:+SIGN-ALL:+GROUP-SECP256R1:+COMP-NULL'
    await withServer(serve(priority), async (port) => {
      const scan = await scanned(port)
      const expected = [
        'TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA',
        'TLS_ECDHE_RSA_WITH_RC4_128_SHA',
        'TLS_RSA_WITH_3DES_EDE_CBC_SHA',
        'TLS_RSA_WITH_RC4_128_MD5',
        'TLS_RSA_WITH_RC4_128_SHA',
      ]
      expect(suiteNames(scan, 'TLSv1.2')).toEqual(expected)
      expect(suiteNames(scan, 'TLSv1.0')).toEqual(expected)
      expect(versionsOf(scan)).toEqual(['TLSv1.0', 'TLSv1.2'])
      expect(groups(scan.curves?.groups)).toEqual(['secp256r1'])
    })
  })

  it('finds the curves where a key that is shared beforehand is used, too', async () => {
    const { certFile, keyFile } = fixture()
    const server = opensslServer(
      ...['-cert', certFile, '-key', keyFile, '-psk', 'aabb', '-tls1_2', '-groups', 'X25519:P-384'],
      ...['-cipher', 'ECDHE-PSK-AES128-CBC-SHA:PSK:@SECLEVEL=0'],
    )
    await withServer(server, async (port) => {
      const { curves } = await scanned(port)
      expect([groups(curves?.groups).sort(), curves?.unproven]).toEqual([['secp384r1', 'x25519'], undefined])
    })
  })

  it('finds the suites of TLS 1.3 that OpenSSL leaves off, and its groups', async () => {
    const priority =
      'NONE:+VERS-TLS1.3:+AES-128-CCM:+AES-128-CCM-8:+AEAD:+SIGN-ALL:+GROUP-X448:+GROUP-FFDHE3072:+COMP-NULL:+ECDHE-RSA:+DHE-RSA:+CTYPE-ALL'
    await withServer(serve(priority), async (port) => {
      const scan = await scanned(port)
      expect(suiteNames(scan, 'TLSv1.3')).toEqual(['TLS_AES_128_CCM_8_SHA256', 'TLS_AES_128_CCM_SHA256'])
      expect(groups(scan.groups13?.groups).sort()).toEqual(['ffdhe3072', 'x448'])
    })
  })

  it('finds weak curves and CAMELLIA', async () => {
    const priority =
      'NONE:+VERS-TLS1.2:+ECDHE-RSA:+CAMELLIA-128-GCM:+AEAD:+SIGN-ALL:+GROUP-SECP192R1:+GROUP-SECP224R1:+COMP-NULL'
    await withServer(serve(priority), async (port) => {
      const scan = await scanned(port)
      expect(suiteNames(scan, 'TLSv1.2')).toEqual(['TLS_ECDHE_RSA_WITH_CAMELLIA_128_GCM_SHA256'])
      expect(groups(scan.curves?.groups).sort()).toEqual(['secp192r1', 'secp224r1'])
    })
  })
})

const OLD_NODE = process.env['HIPAACHECK_OLD_NODE'] ?? ''

describe.skipIf(!existsSync(OLD_NODE))(
  'servers of OpenSSL 1.0.1 (skipped without HIPAACHECK_OLD_NODE)',
  () => {
    const serve = (method: string): ReturnType<typeof program> => {
      const { keyFile, certFile } = certificate({ name: 'rsa' })
      const script = `var fs = require('fs'); require('tls').createServer({
      key: fs.readFileSync('${keyFile}'), cert: fs.readFileSync('${certFile}'),
      ciphers: 'ALL:COMPLEMENTOFALL', secureProtocol: '${method}' }, function () {})`
      return program(OLD_NODE, (port) => [
        ...['--enable-ssl2', '--enable-ssl3', '-e'],
        `${script}.listen(${port}, '127.0.0.1')`,
      ])
    }

    it('sees SSL 2.0, SSL 3.0 and the suites of both', async () => {
      await withServer(serve('SSLv23_method'), async (port) => {
        const scan = await scanned(port)
        expect(versionsOf(scan)).toEqual(['SSLv2', 'SSLv3', 'TLSv1.0', 'TLSv1.1', 'TLSv1.2'])
        expect(suiteNames(scan, 'SSLv3')).toContain('TLS_RSA_WITH_DES_CBC_SHA')
        expect(scan.ssl2.kind === 'hello' && scan.ssl2.found.ciphers).toContain(
          'SSL_CK_RC4_128_EXPORT40_WITH_MD5',
        )
        // It closes instead of answering with an alert; that it still answers others settles it.
        expect(scan.versions[0]).toMatchObject({
          version: 'TLSv1.3',
          suites: [],
          refusal: 'the server closed the connection',
        })
      })
    })

    it.each([
      ['SSLv2_method', ['SSLv2']],
      ['SSLv3_method', ['SSLv3']],
      ['TLSv1_method', ['TLSv1.0']],
    ])('sees a server of one version: %s', async (method, versions) => {
      await withServer(serve(method), async (port) => {
        expect(versionsOf(await scanned(port))).toEqual(versions)
      })
    })
  },
)

/** Parameters from the primes that our runtime knows (RFC 2409, RFC 3526). */
const dhParameters = (bits: number): string => {
  const prime = getDiffieHellman(bits === 1024 ? 'modp2' : 'modp14').getPrime()
  const integer = (bytes: Buffer): Buffer =>
    der(2, (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes)
  const body = der(0x30, Buffer.concat([integer(prime), integer(Buffer.from([2]))]))
  return `-----BEGIN DH PARAMETERS-----\n${body.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END DH PARAMETERS-----\n`
}

const der = (tag: number, body: Buffer): Buffer => {
  const length =
    body.length < 128
      ? [body.length]
      : body.length < 256
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
