import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dnsClient } from '../../../src/evidence/dns/client.js'
import { decodeAnswer, encodeQuery, isDnsName } from '../../../src/evidence/dns/wire.js'
import { encodedName, type Manner, withDns, type Zone } from './server.js'

const ZONE: Zone = {
  'A mx.clinic.example': ['192.0.2.1', '192.0.2.2'],
  'AAAA mx.clinic.example': ['20010db8000000000000000000000001'],
  'MX clinic.example': ['10 mx.clinic.example', '20 mx2.clinic.example'],
  'TXT clinic.example': ['v=spf1 -all', 'x'.repeat(600)],
  'TLSA _25._tcp.mx.clinic.example': ['3 1 1 ab01'],
  'CNAME www.clinic.example': ['mx.clinic.example'],
  'TXT broken.example': 2,
  'TXT refused.example': 5,
}
const asking = (
  name: string,
  type: 'A' | 'AAAA' | 'MX' | 'TXT' | 'TLSA',
  manner: Manner = {},
  timeout = 2000,
) => withDns(ZONE, ({ resolver }) => dnsClient(resolver)(name, type), manner, timeout)

describe('the DNS client', () => {
  it.each([
    ['A', 'mx.clinic.example', [{ address: '192.0.2.1' }, { address: '192.0.2.2' }]],
    ['AAAA', 'mx.clinic.example', [{ address: '2001:db8:0:0:0:0:0:1' }]],
    [
      'MX',
      'Clinic.Example.',
      [
        { preference: 10, exchange: 'mx.clinic.example' },
        { preference: 20, exchange: 'mx2.clinic.example' },
      ],
    ],
    ['TXT', 'clinic.example', [{ text: 'v=spf1 -all' }, { text: 'x'.repeat(600) }]],
    ['TLSA', '_25._tcp.mx.clinic.example', [{ usage: 3, selector: 1, matching: 1, data: 'ab01' }]],
    ['A', 'www.clinic.example', [{ address: '192.0.2.1' }, { address: '192.0.2.2' }]],
  ] as const)('reads %s of %s', async (type, name, records) => {
    expect(await asking(name, type)).toMatchObject({ kind: 'records', records, authenticated: false })
    expect(await asking(name, type, { truncates: true })).toMatchObject({ kind: 'records', records })
  })

  it('tells what the resolver says of DNSSEC', async () => {
    expect(await asking('clinic.example', 'MX', { signed: ['clinic.example'] })).toMatchObject({
      authenticated: true,
    })
    expect(await asking('nothing.clinic.example', 'MX', { signed: ['clinic.example'] })).toEqual({
      kind: 'none',
      nameExists: false,
      authenticated: true,
    })
  })

  it.each([
    [
      'the name has no such record',
      'mx.clinic.example',
      { kind: 'none', nameExists: true, authenticated: false },
    ],
    ['the name does not exist', 'other.example', { kind: 'none', nameExists: false, authenticated: false }],
    [
      'the resolver fails',
      'broken.example',
      { kind: 'not-proven', words: 'the resolver answered SERVFAIL (TXT broken.example)' },
    ],
    [
      'the resolver refuses',
      'refused.example',
      { kind: 'not-proven', words: 'the resolver answered REFUSED (TXT refused.example)' },
    ],
    [
      'it is no name',
      `${'a'.repeat(64)}.example`,
      { kind: 'not-proven', words: `${'a'.repeat(64)}.example is no name of the DNS` },
    ],
  ])('says so where %s', async (_, name, expected) => {
    expect(await asking(name, 'TXT')).toEqual(expected)
  })

  it('asks each thing once', async () => {
    await withDns(ZONE, async ({ resolver, asked }) => {
      const ask = dnsClient(resolver)
      await Promise.all([
        ask('clinic.example', 'MX'),
        ask('CLINIC.example.', 'MX'),
        ask('clinic.example', 'TXT'),
      ])
      expect([...asked].sort()).toEqual(['MX clinic.example', 'TXT clinic.example'])
    })
  })

  it('asks so many questions at most', async () => {
    await withDns(ZONE, async ({ resolver, asked }) => {
      const ask = dnsClient(resolver)
      const answers = await Promise.all(
        Array.from({ length: 510 }, (_, index) => ask(`n${index}.example`, 'A')),
      )
      expect(answers.filter(({ kind }) => kind === 'not-proven')).toHaveLength(10)
      expect(asked.length).toBeLessThanOrEqual(501)
    })
  })

  it.each<[string, Manner, RegExp]>([
    ['silence', { silent: ['*'] }, /did not answer in 100 ms/],
    [
      'another id',
      {
        spoils: (answer) =>
          Buffer.concat([Buffer.from([answer[0] ?? 0, (answer[1] ?? 0) ^ 1]), answer.subarray(2)]),
      },
      /did not answer/,
    ],
    [
      'another question',
      { spoils: (answer) => Buffer.from(answer.toString('latin1').replace('clinic', 'clinix'), 'latin1') },
      /did not answer/,
    ],
    ['half an answer', { spoils: (answer) => answer.subarray(0, answer.length - 5) }, /did not answer/],
    [
      'a question',
      { spoils: (answer) => Buffer.concat([answer.subarray(0, 2), Buffer.from([1, 0]), answer.subarray(4)]) },
      /did not answer/,
    ],
    [
      'silence over TCP',
      { truncates: true, spoils: (answer) => ((answer[2] ?? 0) & 2 ? answer : []) },
      /did not answer in 100 ms over TCP/,
    ],
    [
      'garbage over TCP',
      { truncates: true, spoils: (answer) => ((answer[2] ?? 0) & 2 ? answer : Buffer.from('garbage')) },
      /something else/,
    ],
  ])('is not deceived, and proves nothing: %s', async (_, manner, words) => {
    expect(await asking('clinic.example', 'MX', manner, 100)).toEqual({
      kind: 'not-proven',
      words: expect.stringMatching(words) as unknown,
    })
  })

  it('takes the true answer behind false ones', async () => {
    const spoils = (answer: Buffer) => [Buffer.from('x'), Buffer.alloc(600), answer]
    expect(await asking('clinic.example', 'MX', { spoils })).toMatchObject({ kind: 'records' })
  })

  it('says that nobody listens', async () => {
    const answer = await dnsClient({ host: '127.0.0.1', port: 1, timeout: 300 })('clinic.example', 'MX')
    expect(answer).toMatchObject({
      kind: 'not-proven',
      words: expect.stringMatching(/cannot be reached|did not answer/) as unknown,
    })
  })
})

/** An answer to a question for one name, whose records are these bytes. */
const answer = (count: number, ...records: readonly (Buffer | number)[]) => {
  const query = encodeQuery(7, 'a.example', 'A')
  const question = query.subarray(12, 12 + 11 + 4)
  return Buffer.concat([
    Buffer.from([0, 7, 0x81, 0x80, 0, 1, 0, count, 0, 0, 0, 0]),
    question,
    ...records.map((one) => (typeof one === 'number' ? Buffer.from([one]) : one)),
  ])
}
const RECORD = Buffer.from([0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 1])
const POINTER = (to: number) => Buffer.from([0xc0 | (to >> 8), to & 0xff])

describe('the wire format of the DNS', () => {
  it('reads names by pointers, which lead back alone', () => {
    expect(decodeAnswer(answer(1, POINTER(12), RECORD))?.records).toEqual([
      { name: 'a.example', type: 'A', address: '192.0.2.1' },
    ])
    expect(decodeAnswer(answer(1, 1, Buffer.from('b'), POINTER(14), RECORD))?.records).toEqual([
      { name: 'b.example', type: 'A', address: '192.0.2.1' },
    ])
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['half a head', Buffer.alloc(11)],
    ['a pointer to itself', answer(1, POINTER(27), RECORD)],
    ['a pointer ahead', answer(1, POINTER(60), RECORD, Buffer.alloc(60))],
    ['a pointer to the end', answer(1, 0xc0)],
    ['a label beyond the end', answer(1, 63, Buffer.from('b'))],
    ['a label of an unknown kind', answer(1, 0x80, Buffer.alloc(100))],
    [
      'a name that is too long',
      answer(
        1,
        ...Array.from({ length: 5 }, () => Buffer.concat([Buffer.from([63]), Buffer.alloc(63, 98)])),
        0,
        RECORD,
      ),
    ],
    ['a body beyond the end', answer(1, POINTER(12), RECORD.subarray(0, 12))],
    ['fewer records than it says', answer(3, POINTER(12), RECORD)],
    [
      'two questions',
      Buffer.concat([
        Buffer.from([0, 7, 0x81, 0x80, 0, 2, 0, 0, 0, 0, 0, 0]),
        encodedName('a.example'),
        Buffer.alloc(4),
      ]),
    ],
  ])('refuses %s', (_, bytes) => {
    expect(decodeAnswer(bytes)).toBeUndefined()
  })

  it('passes over records of other classes, of wrong lengths, and of types that it does not know', () => {
    const of = (type: number, kind: number, body: Buffer) =>
      Buffer.concat([POINTER(12), Buffer.from([0, type, 0, kind, 0, 0, 0, 60, 0, body.length]), body])
    const records = [
      of(1, 3, Buffer.alloc(4)),
      of(1, 1, Buffer.alloc(3)),
      of(28, 1, Buffer.alloc(15)),
      of(15, 1, Buffer.alloc(2)),
      of(52, 1, Buffer.alloc(3)),
      of(99, 1, Buffer.alloc(9)),
    ]
    expect(decodeAnswer(answer(records.length, ...records))?.records).toEqual([])
    expect(decodeAnswer(answer(1, of(16, 1, Buffer.from([200, 97]))))?.records).toEqual([
      { name: 'a.example', type: 'TXT', text: 'a' },
    ])
  })

  it.each([
    ['a.example', true],
    ['_25._tcp.mx.example', true],
    ['', false],
    ['a..b', false],
    ['a b.example', false],
    ['ä.example', false],
    [`${'a'.repeat(63)}.example`, true],
    [`${'a.'.repeat(126)}b`, true],
    [`${'a.'.repeat(127)}b`, false],
  ])('knows names: %s', (name, expected) => {
    expect(isDnsName(name)).toBe(expected)
  })

  it('reads whatever comes in bounded time', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 1500 }),
          fc
            .tuple(fc.uint8Array({ maxLength: 300 }), fc.nat(20))
            .map(([body, count]) => answer(count, Buffer.from(body))),
          fc.array(fc.tuple(fc.nat(50), fc.nat(255))).map((edits) => {
            const bytes = answer(2, POINTER(12), RECORD, POINTER(12), RECORD)
            for (const [at, value] of edits) bytes[at % bytes.length] = value
            return bytes
          }),
        ),
        (bytes) => {
          const started = performance.now()
          const read = decodeAnswer(Buffer.from(bytes))
          expect(read === undefined || read.records.length <= 500).toBe(true)
          expect(performance.now() - started).toBeLessThan(200)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
