import { connect } from 'node:net'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCertificate, signatureOf } from '../../../src/evidence/certificates/certificate.js'
import { readStaple } from '../../../src/evidence/certificates/ocsp.js'
import { publicRoots, trustOf } from '../../../src/evidence/certificates/trust.js'
import { type ClientHello, clientHello } from '../../../src/evidence/tls/client-hello.js'
import { DIALOGUES } from '../../../src/evidence/tls/dialogues/index.js'
import { readFlight } from '../../../src/evidence/tls/flight.js'
import { type OwnKey, ownKey } from '../../../src/evidence/tls/key-schedule.js'
import { CURVES, suitesOf } from '../../../src/evidence/tls/offers.js'
import { ssl2Question } from '../../../src/evidence/tls/ssl2.js'
import { fixture } from './credentials.js'
import { memoryChannel } from './memory-channel.js'
import { nodeServer, probe, rawServer, withServer } from './servers.js'

/** How many inputs each property gets; a million in a long run. */
const RUNS = Number(process.env['HIPAACHECK_FUZZ_RUNS'] ?? 2000)
const LONG = 24 * 3600 * 1000

/** Changes of bytes that keep most of them: what a parser meets behind its first check. */
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), at: fc.nat(), value: fc.nat(255) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), value: fc.nat(64) }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), value: fc.nat(255) }),
  fc.record({ kind: fc.constant('end' as const), at: fc.nat(), value: fc.nat() }),
  fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(), value: fc.nat(512) }),
)
const mutations = fc.array(mutation, { minLength: 1, maxLength: 6 })

const mutated = (bytes: Buffer, changes: readonly { kind: string; at: number; value: number }[]): Buffer => {
  let result = Buffer.from(bytes)
  for (const { kind, at, value } of changes) {
    const index = result.length === 0 ? 0 : at % result.length
    const [head, tail] = [result.subarray(0, index), result.subarray(index)]
    if (kind === 'set' && result.length > 0) result[index] = value
    if (kind === 'cut') result = Buffer.concat([head, tail.subarray(value)])
    if (kind === 'insert') result = Buffer.concat([head, Buffer.from([value]), tail])
    if (kind === 'end') result = Buffer.from(head)
    if (kind === 'repeat') result = Buffer.concat([head, tail.subarray(0, value), tail])
  }
  return result
}

interface Recorded {
  readonly hello: ClientHello
  readonly keys: readonly OwnKey[]
  readonly bytes: Buffer
}

/** What a real server answered to a hello. */
const recorded = (port: number, version: 'TLSv1.2' | 'TLSv1.3'): Promise<Recorded> => {
  const keys = version === 'TLSv1.3' ? [ownKey(29) as OwnKey] : []
  const hello = clientHello({
    versions: [version],
    suites: suitesOf(version),
    groups: CURVES,
    keyShares: keys,
  })
  const chunks: Buffer[] = []
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.write(hello.bytes)
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('error', () => {})
    setTimeout(() => {
      socket.destroy()
      resolve({ hello, keys, bytes: Buffer.concat(chunks) })
    }, 300)
  })
}

const flights: Recorded[] = []

beforeAll(async () => {
  await withServer(nodeServer({ ...fixture(), requestCert: true }), async (port) => {
    flights.push(await recorded(port, 'TLSv1.2'), await recorded(port, 'TLSv1.3'))
  })
})

describe('answers that were changed on their way', () => {
  it('are recorded whole', async () => {
    for (const { hello, keys, bytes } of flights) {
      const answer = await readFlight(memoryChannel(bytes), hello, keys, ({ whole }) => whole)
      expect(answer).toMatchObject({
        kind: 'hello',
        flight: { whole: true, certificateRequested: true, chain: { certificates: [expect.anything()] } },
      })
    }
  })

  it('are read, or said not to be TLS, and never more', { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1), mutations, async (which, changes) => {
        const { hello, keys, bytes } = flights[which] as Recorded
        const answer = await readFlight(
          memoryChannel(mutated(bytes, changes)),
          hello,
          keys,
          ({ whole }) => whole,
        )
        expect(['hello', 'alert', 'ended', 'not-tls']).toContain(answer.kind)
        if ('words' in answer) expect(answer.words.length).toBeLessThan(300)
      }),
      { numRuns: RUNS },
    )
  })

  it('may be any bytes at all', { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const { hello } = flights[0] as Recorded
        const answer = await readFlight(memoryChannel(Buffer.from(bytes)), hello, [], ({ whole }) => whole)
        expect(['hello', 'alert', 'ended', 'not-tls']).toContain(answer.kind)
        const old = await ssl2Question(memoryChannel(Buffer.from(bytes)))
        expect(['hello', 'refused', 'cut']).toContain(old.kind)
      }),
      { numRuns: RUNS },
    )
  })

  it('of SSL 2.0 are read or refused', { timeout: LONG }, async () => {
    const body = Buffer.concat([
      Buffer.from('0400010002000300060010', 'hex'),
      Buffer.from('aabbcc', 'hex'),
      Buffer.from('010080020080', 'hex'),
      Buffer.alloc(16),
    ])
    const whole = Buffer.concat([Buffer.from([0x80, body.length]), body])
    expect(await ssl2Question(memoryChannel(whole))).toMatchObject({
      kind: 'hello',
      found: { ciphers: ['SSL_CK_RC4_128_WITH_MD5', 'SSL_CK_RC4_128_EXPORT40_WITH_MD5'] },
    })
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        const { kind } = await ssl2Question(memoryChannel(mutated(whole, changes)))
        expect(['hello', 'refused', 'cut']).toContain(kind)
      }),
      { numRuns: RUNS },
    )
  })
})

describe('dialogues', () => {
  const said = [
    '220 mx ready\r\n250-mx\r\n250 STARTTLS\r\n220 go\r\n',
    '* OK ready\r\n* CAPABILITY IMAP4rev1 STARTTLS\r\na OK\r\nb OK\r\n',
    '+OK\r\n+OK\r\nUSER\r\n.\r\n',
    '220 ready\r\n234 go\r\n',
    '0\x0c\x02\x01\x01x\x07\x0a\x01\0\x04\0\x04\0',
    '<stream:features><starttls/></stream:features><proceed/>',
    'S',
    'E\0\0\0\x20SFATAL\0Mno\0\0',
    '\x2a\0\0\0\x0a8.4.0\0\x01\0\0\0saltsalt\0\xff\xff',
  ].map((text) => Buffer.from(text, 'latin1'))

  it('understand or do not, whatever is said', { timeout: LONG }, async () => {
    const bytes = fc.oneof(
      fc.tuple(fc.constantFrom(...said), mutations).map(([text, changes]) => mutated(text, changes)),
      fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array)),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...DIALOGUES), bytes, async (dialogue, answer) => {
        const { kind } = await dialogue.upgrade(memoryChannel(answer), 'localhost')
        expect(['ready', 'no-tls', 'not-proven']).toContain(kind)
        const plain = await dialogue.plain?.(memoryChannel(answer), 'localhost')
        expect(typeof (plain?.words ?? '')).toBe('string')
      }),
      { numRuns: RUNS },
    )
  })
})

describe('certificates', () => {
  it('are read or not, and lead nowhere when they were changed', { timeout: LONG }, () => {
    const der = Buffer.from(fixture().cert.replace(/-----[^-]+-----|\s/g, ''), 'base64')
    const roots = publicRoots()
    fc.assert(
      fc.property(mutations, (changes) => {
        const bytes = mutated(der, changes)
        const read = readCertificate(bytes)
        signatureOf(bytes)
        readStaple(bytes)
        if (read) expect(trustOf([read.x509], roots, new Date()).trusted).toBe(false)
        else expect(read).toBeUndefined()
      }),
      { numRuns: RUNS },
    )
  })
})

describe('a server that answers anything', () => {
  it('is done with in bounded time and memory', { timeout: LONG }, async () => {
    const answers: Buffer[] = []
    const server = rawServer((socket) =>
      socket.once('data', () => {
        const answer = answers[Math.floor(Math.random() * answers.length)] ?? Buffer.alloc(0)
        socket.end(answer)
      }),
    )
    await withServer(server, async (port) => {
      const before = process.memoryUsage().rss
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(1), mutations), { minLength: 1, maxLength: 4 }),
          async (chosen) => {
            const fresh = chosen.map(([which, changes]) =>
              mutated((flights[which] as Recorded).bytes, changes),
            )
            answers.splice(0, answers.length, ...fresh)
            const started = performance.now()
            const { kind, connections } = await probe(port, { timeout: 500 })
            expect(['tls', 'not-proven']).toContain(kind)
            expect(connections).toBeLessThan(200)
            expect(performance.now() - started).toBeLessThan(20_000)
          },
        ),
        { numRuns: Math.max(10, Math.floor(RUNS / 200)) },
      )
      expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024)
    })
  })
})
