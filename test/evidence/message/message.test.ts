import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authenticationResults } from '../../../src/evidence/message/authentication-results.js'
import { identifiersIn } from '../../../src/evidence/message/identifiers.js'
import { messageObservation } from '../../../src/evidence/message/observation.js'
import { pgpShown } from '../../../src/evidence/message/openpgp.js'
import {
  type Acquaintance,
  type ReadMessage,
  readMessage,
} from '../../../src/evidence/message/read-message.js'
import type { ReceivedHop } from '../../../src/evidence/message/received.js'
import { trustedHops } from '../../../src/evidence/message/trust.js'
import { HAS_OPENSSL } from '../tls/credentials.js'

/** How many changed messages are read; a million in a long run. */
const FUZZ_RUNS = Number(process.env['HIPAACHECK_FUZZ_RUNS'] ?? 300)
const LONG = 24 * 3600 * 1000

const NOBODY: Acquaintance = { trusted: [], terminating: [] }
const read = async (text: string | Buffer, known: Acquaintance = NOBODY): Promise<ReadMessage> => {
  const message = await readMessage('a.eml', Buffer.from(text), known)
  if ('problem' in message) throw new Error(message.problem.message)
  return message
}

const WAY = `Received: from relay.clinic.example (relay.clinic.example [10.0.0.2])
 by mx.clinic.example (Postfix) with ESMTP id 3; Tue, 3 Oct 2023 16:16:12 +0000
Received: from mail.partner.example (mail.partner.example [192.0.2.10])
 (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))
 by relay.clinic.example (Postfix) with ESMTPS id 2; Tue, 3 Oct 2023 18:16:10 +0200
Received: from desk (desk [192.0.2.99]) by mail.partner.example with ESMTPA id 1;
 Tue, 3 Oct 2023 16:16:20 +0000
Message-ID: <1@partner.example>
Subject: Referral
From: a@partner.example

Text
`

describe('the way of a message', () => {
  it('is told in the order in which it travelled, with delays', async () => {
    const { legs, time } = await read(WAY)
    expect(legs.map(({ from, verdict, delay }) => [from, verdict, delay])).toEqual([
      ['desk', 'not-shown', undefined],
      ['mail.partner.example', 'tls', -10_000],
      ['relay.clinic.example', 'not-shown', 2000],
    ])
    expect(time).toBe(Date.UTC(2023, 9, 3, 16, 16, 12))
  })

  it.each([
    ['nobody', [], []],
    ['the last host', ['mx.clinic.example'], [2]],
    ['both of ours', ['mx.clinic.example', 'RELAY.clinic.example.'], [1, 2]],
    ['all of a domain', ['*.clinic.example'], [1, 2]],
    ['a host below one that is not trusted', ['relay.clinic.example'], []],
    ['everybody', ['*'], [0, 1, 2]],
  ])('may be trusted as far as trusted hosts go from the top: %s', async (_, trusted, expected) => {
    const { legs } = await read(WAY, { trusted, terminating: [] })
    expect(legs.flatMap((leg, index) => (leg.trusted ? [index] : []))).toEqual(expected)
  })

  it.each([
    ['of a host that ends TLS', ['mx.clinic.example'], ['mx.clinic.example'], 'not-encrypted'],
    ['of a host of which that is not said', ['mx.clinic.example'], ['relay.clinic.example'], 'not-shown'],
    ['of a host that is not trusted', [], ['mx.clinic.example'], 'not-shown'],
  ])('is proven to be in clear by the silence %s alone', async (_, trusted, terminating, verdict) => {
    const { legs } = await read(WAY, { trusted, terminating })
    expect(legs.at(-1)?.verdict).toBe(verdict)
  })

  it('counts a header without a host as the one below it', () => {
    const hop = (by: string | undefined, verdict: ReceivedHop['verdict'] = 'tls'): ReceivedHop => ({
      text: '',
      verdict,
      ...(by === undefined ? {} : { by }),
    })
    expect(trustedHops([hop(undefined, 'internal'), hop('a')], ['a'])).toEqual([true, true])
    expect(trustedHops([hop(undefined, 'internal'), hop('b')], ['a'])).toEqual([false, false])
    expect(trustedHops([hop('a'), hop(undefined, 'internal'), hop('b'), hop('a')], ['a'])).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(trustedHops([hop(undefined), hop('a')], ['a'])).toEqual([false, false])
  })

  it('is evidence, of the time at which it was taken in', async () => {
    const message = await read(WAY, { trusted: ['*'], terminating: [] })
    const now = new Date('2026-01-01T00:00:00Z')
    expect(messageObservation(message, { stream: 'referrals', now })).toMatchObject({
      about: { kind: 'message', messageId: '<1@partner.example>', stream: 'referrals' },
      observedAt: '2023-10-03T16:16:12Z',
      how: 'Received headers',
      facts: {
        encryption: 'none',
        hops: [
          { from: 'desk', by: 'mail.partner.example', verdict: 'not-shown', trusted: true },
          { verdict: 'tls', tlsVersion: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' },
          { verdict: 'not-shown' },
        ],
      },
    })
    expect(JSON.stringify(messageObservation(message, { now }))).not.toContain('Referral')
    const early = new Date('2023-01-01T00:00:00Z')
    expect(messageObservation(message, { now: early }).observedAt).toBe('2023-01-01T00:00:00Z')
  })
})

describe('identifiers in the open', () => {
  it.each([
    ['Your SSN 123-45-6789', 'social security number', 'Your SSN ‹masked›'],
    ['ssn: 123456789', 'social security number', 'ssn: ‹masked›'],
    ['Re: MRN 00482913, follow up', 'medical record number', 'Re: MRN ‹masked›, follow up'],
    ['Medical record no. A-448291', 'medical record number', 'Medical record no. ‹masked›'],
    ['Chart #55671', 'medical record number', 'Chart #‹masked›'],
    ['Jane D., DOB 1/2/1980', 'date of birth', 'Jane D., DOB ‹masked›'],
    ['born on 2 January 1980 in', 'date of birth', 'born on ‹masked› in'],
    ['Date of birth: 1980-01-02', 'date of birth', 'Date of birth: ‹masked›'],
    ['PatientID=12345678', 'medical record number', 'PatientID=‹masked›'],
    ['Pt. ID 12345678', 'medical record number', 'Pt. ID ‹masked›'],
    ['MRN 1234567 and 7654321', 'medical record number', 'MRN ‹masked› and ‹masked›'],
    ['MRN 1234567, seen 24 h ago by 2', 'medical record number', 'MRN ‹masked›, seen 24 h ago by 2'],
    ['SSN 123456789, phone 555 010 9999', 'social security number', 'SSN ‹masked›, phone ‹masked›'],
    ['Member 1EG4-TE5-MK73', 'Medicare number', 'Member ‹masked›'],
  ])('%s', (subject, what, words) => {
    expect(identifiersIn('Subject', subject)).toEqual([{ header: 'Subject', what, words }])
  })

  it.each([
    'Invoice 2023-10-03',
    'Call 555-123-4567',
    'Ticket 00482913',
    'MRN to follow',
    'Meeting on 1/2/1980',
    'chart of accounts 12',
    'CVE-2024-12345',
  ])('none: %s', (subject) => {
    expect(identifiersIn('Subject', subject)).toEqual([])
  })

  it('are masked in the subject too, and found in names of attachments', async () => {
    const message = await read(`Subject: =?utf-8?q?MRN_00482913?=
From: a@b
Content-Type: application/pdf; name="x.pdf"
Content-Disposition: attachment; filename="DOB 1-2-1980 scan.pdf"
Content-Transfer-Encoding: base64

AAAA
`)
    expect(message.subject).toBe('MRN ‹masked›')
    expect(message.identifiers).toEqual([
      { header: 'Subject', what: 'medical record number', words: 'MRN ‹masked›' },
      { header: 'name of an attachment', what: 'date of birth', words: 'DOB ‹masked› scan.pdf' },
    ])
    expect(JSON.stringify(message)).not.toMatch(/00482913|1-2-1980/)
  })
})

/** Runs OpenSSL in a folder with a key and a certificate. */
const withOpenssl = <T>(work: (run: (...args: string[]) => Buffer) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'hipaacheck-'))
  const run = (...args: string[]): Buffer =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    writeFileSync(join(folder, 'text'), 'From: a@b\r\nSubject: inner\r\n\r\nhello\r\n')
    run(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'key.pem',
      '-out',
      'cert.pem',
      '-subj',
      '/CN=a',
      '-days',
      '2',
    )
    return work(run)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
const headed = (mime: Buffer, subject = 'Results') =>
  Buffer.concat([Buffer.from(`From: a@b\nTo: c@d\nSubject: ${subject}\n`), mime])

describe.runIf(HAS_OPENSSL)('S/MIME', () => {
  it.each([
    [
      'AES-256 in CBC mode, streamed',
      ['-encrypt', '-stream', '-aes256'],
      ['AES-256-CBC', 'RSAES-PKCS1-v1_5'],
    ],
    ['AES-128 in CBC mode', ['-encrypt', '-aes128'], ['AES-128-CBC', 'RSAES-PKCS1-v1_5']],
    [
      'AES-256 in GCM mode',
      ['-encrypt', '-aes-256-gcm', '-keyopt', 'rsa_padding_mode:oaep'],
      ['AES-256-GCM', 'RSAES-OAEP'],
    ],
    ['3DES', ['-encrypt', '-des3'], ['3DES', 'RSAES-PKCS1-v1_5']],
  ])('encrypted with %s', async (_, args, algorithms) => {
    const oaep = args.includes('-keyopt') ? args.slice(0, -2) : args
    const last = args.includes('-keyopt') ? ['-recip', 'cert.pem', ...args.slice(-2)] : ['cert.pem']
    const mime = withOpenssl((run) => run('cms', ...oaep, '-in', 'text', ...last))
    expect((await read(headed(mime))).protection).toEqual({
      encryption: 'smime',
      partly: false,
      signature: 'none',
      algorithms,
      unauthenticated: false,
      headers: 'none',
    })
    expect((await read(headed(mime, '[...]'))).protection.headers).toBe('obscured')
  })

  it.each([
    ['beside the text', ['-sign'], 'SHA-256'],
    ['with SHA-1', ['-sign', '-md', 'sha1'], 'SHA-1'],
    ['around the text', ['-sign', '-nodetach', '-md', 'sha512'], 'SHA-512'],
  ])('signed %s', async (_, args, digest) => {
    const mime = withOpenssl((run) =>
      run('cms', ...args, '-in', 'text', '-signer', 'cert.pem', '-inkey', 'key.pem'),
    )
    expect((await read(headed(mime))).protection).toEqual({
      encryption: 'none',
      partly: false,
      signature: 'smime',
      algorithms: [digest],
      unauthenticated: false,
      headers: 'none',
    })
  })

  it('is told apart by its bytes where its kind is not said', async () => {
    const bare = (mime: Buffer) =>
      headed(Buffer.from(mime.toString('latin1').replace(/; smime-type=[\w-]+/, '')))
    const [sealed, signed] = withOpenssl((run) => [
      run('cms', '-encrypt', '-aes256', '-in', 'text', 'cert.pem'),
      run('cms', '-sign', '-nodetach', '-in', 'text', '-signer', 'cert.pem', '-inkey', 'key.pem'),
    ])
    expect((await read(bare(sealed))).protection).toMatchObject({ encryption: 'smime', signature: 'none' })
    expect((await read(bare(signed))).protection).toMatchObject({ encryption: 'none', signature: 'smime' })
  })

  it('is what its bytes are, not what is said of them', async () => {
    const signed = withOpenssl((run) =>
      run('cms', '-sign', '-nodetach', '-in', 'text', '-signer', 'cert.pem', '-inkey', 'key.pem'),
    )
    const lie = headed(Buffer.from(signed.toString('latin1').replace('signed-data', 'enveloped-data')))
    expect((await read(lie)).protection).toMatchObject({ encryption: 'none', signature: 'smime' })
  })

  it.each([
    ['text in its place', '; smime-type=enveloped-data', 'patient in the open', 'none'],
    ['text in its place, of no kind', '', 'patient in the open', 'none'],
    ['headers without the text', '; smime-type=enveloped-data', '', 'smime'],
    ['headers of authenticated data', '; smime-type=authenveloped-data', '', 'smime'],
    ['headers that name no kind', '', '', 'none'],
  ])('that has only %s', async (_, kind, body, encryption) => {
    const text = `From: a@b\nContent-Type: application/pkcs7-mime${kind}\n\n${body}`
    expect((await read(text)).protection).toMatchObject({ encryption, signature: 'none', algorithms: [] })
  })

  it('with headers that are signed too', async () => {
    const mime = withOpenssl((run) => {
      return run('cms', '-sign', '-in', 'text', '-signer', 'cert.pem', '-inkey', 'key.pem')
    })
    const inner = Buffer.from(
      mime.toString('latin1').replace('Subject: inner', 'Content-Type: text/plain; hp="clear"'),
    )
    expect((await read(headed(inner))).protection.headers).toBe('signed')
  })
})

const packet = (tag: number, ...body: number[]) => [0xc0 | tag, body.length, ...body]
const KEY = packet(1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 1)
const armoured = (bytes: readonly number[], kind = 'MESSAGE') =>
  `-----BEGIN PGP ${kind}-----\nVersion: x\n\n${Buffer.from(bytes).toString('base64')}\n=abcd\n-----END PGP ${kind}-----\n`
const pgpMime = (bytes: readonly number[]) => `From: a@b
Subject: ...
Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x

--x
Content-Type: application/pgp-encrypted

Version: 1
--x
Content-Type: application/octet-stream

${armoured(bytes)}
--x--
`

describe('OpenPGP', () => {
  it.each([
    [
      'data of version 2',
      [...KEY, ...packet(18, 2, 9, 2, 6)],
      { algorithms: ['AES-256-OCB'], unauthenticated: false },
    ],
    [
      'data of version 1, which hides the cipher',
      [...KEY, ...packet(18, 1, 7, 7)],
      { algorithms: [], unauthenticated: false },
    ],
    ['data without integrity', [...KEY, ...packet(9, 1, 2, 3)], { algorithms: [], unauthenticated: true }],
    ['an old packet', [0x84, 1, 3, 0xc9, 1, 1], { algorithms: [], unauthenticated: true }],
    [
      'data of the draft with AEAD',
      [...KEY, ...packet(20, 1, 9, 2)],
      { algorithms: ['AES-256'], unauthenticated: false },
    ],
  ])('encrypted: %s', async (_, bytes, shown) => {
    expect((await read(pgpMime(bytes))).protection).toEqual({
      encryption: 'pgp',
      partly: false,
      signature: 'none',
      headers: 'obscured',
      ...shown,
    })
  })

  it.each([
    ['nothing that is known', [1, 2, 3]],
    ['what is only signed', [...packet(4, 3, 0, 8, 1), ...packet(11, 0x62, 0)]],
    ['what is only compressed', packet(8, 1, 2, 3)],
    ['a key for data that is missing', KEY],
  ])('is not said of %s', async (_, bytes) => {
    expect((await read(pgpMime(bytes))).protection.encryption).toBe('none')
    expect((await read(`From: a@b\n\n${armoured(bytes)}`)).protection).toMatchObject({
      encryption: 'none',
      partly: false,
    })
  })

  const SEALED = armoured([...KEY, ...packet(18, 2, 7, 3, 6)])
  const attached = (name: string) => `From: a@b
Content-Type: multipart/mixed; boundary=x

--x

${SEALED}
--x
Content-Type: text/plain
Content-Disposition: attachment; filename="${name}"

text
--x--
`

  it.each([
    ['all of the text', `From: a@b\n\n${SEALED}`],
    [
      'text of HTML too',
      `From: a@b\nContent-Type: multipart/alternative; boundary=x\n\n--x\n\n${SEALED}\n--x\nContent-Type: text/html\n\n<pre>${SEALED}</pre>\n--x--\n`,
    ],
    ['what is attached encrypted', attached('scan.pdf.pgp')],
  ])('within the text: %s', async (_, text) => {
    expect((await read(text)).protection).toMatchObject({
      encryption: 'pgp',
      partly: false,
      algorithms: ['AES-128-GCM'],
    })
  })

  it.each([
    ['text before', `From: a@b\n\nMRN 00482913 has\n${SEALED}`],
    ['text behind', `From: a@b\n\n${SEALED}MRN 00482913`],
    ['text between two', `From: a@b\n\n${SEALED}MRN 00482913\n${SEALED}`],
    [
      'text of HTML',
      `From: a@b\nContent-Type: multipart/alternative; boundary=x\n\n--x\n\n${SEALED}\n--x\nContent-Type: text/html\n\n<p>MRN 00482913</p>\n--x--\n`,
    ],
    ['what is attached', attached('scan.pdf')],
  ])('within the text does not encrypt %s', async (_, text) => {
    expect((await read(text)).protection).toMatchObject({ encryption: 'none', partly: true, algorithms: [] })
  })

  it('that somebody quotes encrypts nothing', async () => {
    const quoted = SEALED.replace(/^/gm, '> ')
    expect((await read(`From: a@b\n\n${quoted}\nThanks`)).protection).toMatchObject({
      encryption: 'none',
      partly: false,
    })
  })

  it.each([
    ['Hash: SHA512\n', ['SHA-512']],
    ['', []],
  ])('signed within the text, %j', async (hash, algorithms) => {
    const text = (before: string) =>
      `From: a@b\n\n${before}-----BEGIN PGP SIGNED MESSAGE-----\n${hash}\nhello\n${armoured(packet(2, 4, 0, 1, 10), 'SIGNATURE')}`
    expect((await read(text(''))).protection).toMatchObject({ signature: 'pgp', algorithms })
    expect((await read(text('not signed\n'))).protection.signature).toBe('none')
  })

  it('signed, by what is said and by the packet', async () => {
    const signed = (micalg: string) => `From: a@b
Content-Type: multipart/signed; protocol="application/pgp-signature"${micalg}; boundary=x

--x

text
--x
Content-Type: application/pgp-signature

${armoured(packet(2, 4, 0, 1, 10), 'SIGNATURE')}
--x--
`
    expect((await read(signed('; micalg=pgp-sha256'))).protection).toMatchObject({
      signature: 'pgp',
      algorithms: ['SHA-256'],
    })
    expect((await read(signed(''))).protection).toMatchObject({ signature: 'pgp', algorithms: ['SHA-512'] })
  })

  it.each([
    [
      'lengths of two bytes',
      [0xc1, 192, 1, ...new Array<number>(193).fill(0), ...packet(18, 2, 9, 1)],
      'AES-256-EAX',
    ],
    ['lengths of four bytes', [0xc1, 255, 0, 0, 0, 1, 0, ...packet(18, 2, 8, 1)], 'AES-192-EAX'],
    ['lengths that go beyond', [0xc1, 255, 0xff, 0xff, 0xff, 0xff, 0], undefined],
    ['old lengths of two bytes', [0x85, 0, 1, 0, ...packet(18, 2, 9, 1)], 'AES-256-EAX'],
    ['no end', [0x87, ...packet(18, 2, 9, 1)], undefined],
  ])('reads packets of %s', (_, bytes, content) => {
    expect(pgpShown(Uint8Array.from(bytes)).content).toBe(content)
  })
})

describe('Authentication-Results', () => {
  it.each([
    [
      'mx.clinic.example; spf=pass (sender ok) smtp.mailfrom=a@b; dkim=fail reason="x" header.d=b',
      {
        by: 'mx.clinic.example',
        results: [
          { method: 'spf', result: 'pass', of: 'a@b' },
          { method: 'dkim', result: 'fail', of: 'b' },
        ],
      },
    ],
    ['mx.clinic.example 1; none', { by: 'mx.clinic.example', results: [] }],
    ['spf=pass smtp.mailfrom=x', undefined],
    ['', undefined],
  ])('%s', (header, expected) => {
    expect(authenticationResults(header)).toEqual(expected)
  })

  it('counts only of hosts that are trusted', async () => {
    const text = `Authentication-Results: mx.clinic.example; spf=pass\nAuthentication-Results: evil; spf=pass\nFrom: a@b\nTLS-Required: No\n\n`
    const message = await read(text, { trusted: ['mx.clinic.example'], terminating: [] })
    expect(message.authentication.map(({ by, trusted }) => [by, trusted])).toEqual([
      ['mx.clinic.example', true],
      ['evil', false],
    ])
    expect(message.tlsNotRequired).toBe(true)
    expect((await read('From: a@b\n\n')).tlsNotRequired).toBe(false)
  })
})

describe('what is no message', () => {
  it.each([
    ['nothing', ''],
    ['bytes', Buffer.from([0, 1, 2, 255, 254])],
    ['a text', 'Dear all,\n\nhello'],
  ])('is said: %s', async (_, text) => {
    expect(await readMessage('a.eml', Buffer.from(text), NOBODY)).toMatchObject({
      problem: { code: 'not-a-message' },
    })
  })

  it('is said of a message within messages without end', async () => {
    const deep = Array.from(
      { length: 100 },
      (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`,
    ).join('')
    expect(await readMessage('a.eml', Buffer.from(`From: a@b\n${deep}`), NOBODY)).toMatchObject({
      problem: { code: 'not-a-message' },
    })
  })

  it('never is a crash or takes long, however a message was changed', { timeout: LONG }, async () => {
    const mime = HAS_OPENSSL
      ? withOpenssl((run) => run('cms', '-encrypt', '-aes256', '-in', 'text', 'cert.pem'))
      : Buffer.from('Content-Type: application/pkcs7-mime\n\nMIAG')
    const whole = [WAY, headed(mime).toString('latin1'), pgpMime([...KEY, ...packet(18, 2, 9, 2)])]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.array(
          fc.tuple(
            fc.nat(),
            fc.nat(30),
            fc.oneof(
              fc.string(),
              fc.constantFrom(
                '\n',
                '\r\n\r\n',
                'Content-Type: multipart/mixed; boundary=',
                '\n--',
                '=?utf-8?q?',
                '\u0000',
              ),
            ),
          ),
          { minLength: 1, maxLength: 5 },
        ),
        async (text, edits) => {
          let changed = text
          for (const [at, length, put] of edits) {
            const place = at % (changed.length + 1)
            changed = changed.slice(0, place) + put + changed.slice(place + length)
          }
          const started = performance.now()
          const message = await readMessage('a.eml', Buffer.from(changed, 'latin1'), {
            trusted: ['*'],
            terminating: ['*'],
          })
          expect('problem' in message || message.legs.length <= 200).toBe(true)
          expect(performance.now() - started).toBeLessThan(2000)
        },
      ),
      { numRuns: FUZZ_RUNS },
    )
  })

  it('is cut where somebody writes headers without end', async () => {
    const many = 'Received: from a by b with SMTP\n'.repeat(5000)
    expect((await read(`${many}From: a@b\n\n`)).legs).toHaveLength(200)
  })
})
