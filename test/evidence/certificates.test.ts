import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { matchesHost, readCertificate } from '../../src/evidence/certificates/certificate.js'
import { derTime, derValues, oidText } from '../../src/evidence/certificates/der.js'
import { readStaple } from '../../src/evidence/certificates/ocsp.js'
import { publicRoots, rootsOf, trustOf } from '../../src/evidence/certificates/trust.js'
import { certificate, chain, fixture, HAS_OPENSSL, P256 } from './tls/credentials.js'

const derOf = (pem: string): Buffer =>
  Buffer.from(/BEGIN CERTIFICATE-----([\s\S]*?)-----END/.exec(pem)?.[1] ?? '', 'base64')
const x509sOf = (pem: string): X509Certificate[] =>
  (pem.match(/-----BEGIN[\s\S]*?END CERTIFICATE-----/g) ?? []).map((one) => new X509Certificate(one))

/** A little later, so that certificates of this moment hold already. */
const NOW = new Date(Date.now() + 60_000)
const DAY = 24 * 3600 * 1000

describe('reading a certificate', () => {
  it('finds names, dates, key and signature', () => {
    const read = readCertificate(derOf(fixture().cert))
    expect(read?.facts).toMatchObject({
      subject: 'CN=localhost, O=hipaacheck test fixture\\, trusted by nobody',
      keyType: 'EC',
      keyBits: 256,
      signature: 'ecdsa-with-SHA256',
      notBefore: expect.stringMatching(/^2026-/),
    })
    expect(read?.names).toBe('DNS:localhost, IP Address:127.0.0.1')
    expect(read?.curve).toBe('prime256v1')
  })

  it.each([
    ['localhost', true],
    ['127.0.0.1', true],
    ['clinic.example', false],
    ['127.0.0.2', false],
  ])('is for %s: %s', (host, matches) => {
    const read = readCertificate(derOf(fixture().cert))
    expect(read && matchesHost(read, host)).toBe(matches)
  })

  it('is none of what is none', () => {
    expect(readCertificate(Buffer.from('HTTP/1.1 400'))).toBeUndefined()
    expect(readCertificate(Buffer.alloc(0))).toBeUndefined()
  })
})

describe.skipIf(!HAS_OPENSSL)('kinds of certificates (skipped where there is no openssl)', () => {
  it.each([
    ['rsa-sha256', {}, 'sha256WithRSAEncryption', 'RSA', 2048],
    ['rsa-sha1', { digest: 'sha1' }, 'sha1WithRSAEncryption', 'RSA', 2048],
    ['rsa-md5', { digest: 'md5' }, 'md5WithRSAEncryption', 'RSA', 2048],
    ['rsa-sha384', { digest: 'sha384' }, 'sha384WithRSAEncryption', 'RSA', 2048],
    [
      'rsa-1024',
      { key: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'] },
      'sha256WithRSAEncryption',
      'RSA',
      1024,
    ],
    ['pss', { signing: ['-sigopt', 'rsa_padding_mode:pss'] }, 'RSASSA-PSS with SHA-256', 'RSA', 2048],
    ['ec-384', { key: [...P256.slice(0, 3), 'ec_paramgen_curve:P-384'] }, 'ecdsa-with-SHA256', 'EC', 384],
    ['ec-192', { key: [...P256.slice(0, 3), 'ec_paramgen_curve:P-192'] }, 'ecdsa-with-SHA256', 'EC', 192],
    [
      'ec-koblitz',
      { key: [...P256.slice(0, 3), 'ec_paramgen_curve:secp256k1'] },
      'ecdsa-with-SHA256',
      'EC',
      256,
    ],
  ])('%s', (name, recipe, signature, keyType, keyBits) => {
    const read = readCertificate(derOf(certificate({ name, ...recipe }).cert))
    expect(read?.facts).toMatchObject({ signature, keyType, keyBits })
  })
})

describe.skipIf(!HAS_OPENSSL)('trust (skipped where there is no openssl)', () => {
  const { root, intermediate, leaf } = HAS_OPENSSL ? chain() : ({} as ReturnType<typeof chain>)
  const roots = () => rootsOf(root.cert)
  const sent = () => x509sOf(leaf.cert)

  it('leads over an intermediate to a root', () => {
    expect(sent()).toHaveLength(3)
    expect(trustOf(sent(), roots(), NOW)).toEqual({ trusted: true })
  })

  it('does not care for the order of a chain, nor for what is too much in it', () => {
    const [first, second, third] = sent() as [X509Certificate, X509Certificate, X509Certificate]
    const stranger = new X509Certificate(fixture().cert)
    expect(trustOf([first, stranger, third, second], roots(), NOW).trusted).toBe(true)
  })

  it.each([
    ['the intermediate is not sent', () => sent().slice(0, 1), 'no known root vouches for its issuer'],
    ['nothing is sent', () => [], 'it sent no certificate'],
    ['it is signed by itself', () => x509sOf(fixture().cert), 'it is signed by itself'],
  ])('leads nowhere where %s', (_circumstance, certificates, words) =>
    expect(trustOf(certificates(), roots(), NOW)).toEqual({ trusted: false, words }),
  )

  it('is not given by browsers to a root of our own', () => {
    expect(trustOf(sent(), publicRoots(), NOW)).toEqual({
      trusted: false,
      words: 'no known root vouches for its issuer',
    })
    expect(publicRoots().fingerprints.size).toBeGreaterThan(100)
  })

  it('is given to a certificate that was itself given', () => {
    expect(trustOf(x509sOf(fixture().cert), rootsOf(fixture().cert), NOW).trusted).toBe(true)
  })

  it('ends with the dates of who issued, not with those of the certificate', () => {
    expect(trustOf(sent(), roots(), new Date(NOW.getTime() + 100 * DAY)).trusted).toBe(false)
    const short = certificate({ name: 'short', issuer: intermediate, days: 1 })
    const later = new Date(NOW.getTime() + 2 * DAY)
    expect(trustOf(x509sOf(short.cert), roots(), later).trusted).toBe(true)
  })

  it('is not given over who is no CA', () => {
    const forged = certificate({ name: 'forged', issuer: leaf })
    expect(trustOf(x509sOf(forged.cert), roots(), NOW).trusted).toBe(false)
  })

  it('is not given over a signature that can be forged', () => {
    const weak = certificate({ name: 'weak', issuer: intermediate, digest: 'sha1' })
    expect(trustOf(x509sOf(weak.cert), roots(), NOW).trusted).toBe(false)
  })

  it('is not given to an issuer that only has the name', () => {
    const other = certificate({ name: 'other-root', extensions: ['basicConstraints=critical,CA:TRUE'] })
    expect(trustOf(sent(), rootsOf(other.cert), NOW).trusted).toBe(false)
  })

  it('leaves out what is no certificate in a file of roots', () => {
    const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'
    expect(rootsOf(`${broken}text\n${root.cert}`).fingerprints.size).toBe(1)
    expect(rootsOf('nothing').fingerprints.size).toBe(0)
  })
})

describe('DER', () => {
  it.each([
    ['a short value', '0201ff', [[2, 'ff']]],
    [
      'two in a row',
      '020101040161',
      [
        [2, '01'],
        [4, '61'],
      ],
    ],
    ['a long length', `0481${'80'}${'00'.repeat(128)}`, [[4, '00'.repeat(128)]]],
    ['one that is cut', '0202ff', []],
    ['a length of no end', '3080', []],
    ['a length of five bytes', '048500000000010f', []],
    ['a length that is cut', '0482', []],
    ['nothing', '', []],
  ])('%s', (_what, hex, values) =>
    expect(derValues(Buffer.from(hex, 'hex')).map(({ tag, body }) => [tag, body.toString('hex')])).toEqual(
      values,
    ),
  )

  it.each([
    ['2a864886f70d01010b', '1.2.840.113549.1.1.11'],
    ['2b6570', '1.3.101.112'],
    ['608648016503040201', '2.16.840.1.101.3.4.2.1'],
    ['883703', '2.999.3'],
  ])('reads the identifier %s', (hex, text) => expect(oidText(Buffer.from(hex, 'hex'))).toBe(text))

  it('reads times', () => {
    expect(derTime(Buffer.from('20261125093000Z'))).toBe('2026-11-25T09:30:00Z')
    expect(derTime(Buffer.from('2026'))).toBeUndefined()
    expect(derTime(undefined)).toBeUndefined()
  })
})

describe('OCSP', () => {
  it.each([
    ['nothing', ''],
    ['an answer of tryLater', '30030a0103'],
    ['a success without an answer', '30030a0100'],
  ])('is unreadable: %s', (_what, hex) =>
    expect(readStaple(Buffer.from(hex, 'hex'))).toEqual({ status: 'unreadable' }),
  )
})
