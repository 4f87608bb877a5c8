/** Types of records that are asked for (RFC 1035, 3596, 6698, 1912). */
export const TYPES = { A: 1, CNAME: 5, MX: 15, TXT: 16, AAAA: 28, TLSA: 52 } as const
export type RecordType = keyof typeof TYPES

/** A record of an answer, read as far as its type is known. */
export type DnsRecord = { readonly name: string } & (
  | { readonly type: 'A' | 'AAAA'; readonly address: string }
  | { readonly type: 'CNAME'; readonly target: string }
  | { readonly type: 'MX'; readonly preference: number; readonly exchange: string }
  | { readonly type: 'TXT'; readonly text: string }
  | {
      readonly type: 'TLSA'
      readonly usage: number
      readonly selector: number
      readonly matching: number
      /** In hexadecimal digits. */
      readonly data: string
    }
)

/** An answer of a name server. */
export interface DnsAnswer {
  readonly id: number
  readonly rcode: number
  /** Whether it did not fit into a datagram. */
  readonly truncated: boolean
  /** Whether the resolver says that DNSSEC proved it (RFC 4035, 3.2.3). */
  readonly authenticated: boolean
  /** What was asked; servers repeat it. */
  readonly question: { readonly name: string; readonly type: number } | undefined
  readonly records: readonly DnsRecord[]
}

const LONGEST_NAME = 255
const LONGEST_LABEL = 63
const MOST_RECORDS = 500
const HEAD = 12
const IN = 1
const OPT = 41
/** Room for an answer that no network breaks apart (DNS Flag Day 2020). */
const ROOM = 1232

/** Whether a text may be asked for as a name. */
export const isDnsName = (name: string): boolean =>
  name.length <= LONGEST_NAME - 2 &&
  name
    .split('.')
    .every((label) => label.length > 0 && label.length <= LONGEST_LABEL && /^[\x21-\x7e]+$/.test(label))

/** A question to a resolver, which is asked to say whether DNSSEC proved the answer (AD, RFC 6840, 5.7). */
export const encodeQuery = (id: number, name: string, type: RecordType): Buffer => {
  const labels = name.split('.').map((label) => Buffer.from(label, 'latin1'))
  const encoded = Buffer.concat([
    ...labels.flatMap((label) => [Buffer.from([label.length]), label]),
    Buffer.from([0]),
  ])
  const head = Buffer.alloc(HEAD)
  head.writeUInt16BE(id, 0)
  // Recursion desired, authentic data understood.
  head.writeUInt16BE(0x0120, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(1, 10)
  const question = Buffer.alloc(4)
  question.writeUInt16BE(TYPES[type], 0)
  question.writeUInt16BE(IN, 2)
  const options = Buffer.alloc(11)
  options.writeUInt16BE(OPT, 1)
  options.writeUInt16BE(ROOM, 3)
  return Buffer.concat([head, encoded, question, options])
}

/** Reads an answer; `undefined` where it is none, or goes beyond its end. */
export const decodeAnswer = (bytes: Buffer): DnsAnswer | undefined => {
  if (bytes.length < HEAD) return undefined
  const flags = bytes.readUInt16BE(2)
  if ((flags & 0x8000) === 0) return undefined
  const [questions, answers] = [bytes.readUInt16BE(4), bytes.readUInt16BE(6)]
  const asked = questions === 1 ? nameAt(bytes, HEAD) : undefined
  if (questions > 1 || (questions === 1 && (!asked || asked.end + 4 > bytes.length))) return undefined
  const start = asked ? asked.end + 4 : HEAD
  const records = recordsAt(bytes, start, Math.min(answers, MOST_RECORDS))
  if (!records) return undefined
  return {
    id: bytes.readUInt16BE(0),
    rcode: flags & 0x0f,
    truncated: (flags & 0x0200) !== 0,
    authenticated: (flags & 0x0020) !== 0,
    question: asked && { name: asked.name, type: bytes.readUInt16BE(asked.end) },
    records,
  }
}

const recordsAt = (bytes: Buffer, start: number, count: number): readonly DnsRecord[] | undefined => {
  const records: DnsRecord[] = []
  let at = start
  for (let index = 0; index < count; index++) {
    const name = nameAt(bytes, at)
    if (!name || name.end + 10 > bytes.length) return undefined
    const [type, kind] = [bytes.readUInt16BE(name.end), bytes.readUInt16BE(name.end + 2)]
    const [from, to] = [name.end + 10, name.end + 10 + bytes.readUInt16BE(name.end + 8)]
    if (to > bytes.length) return undefined
    const record = kind === IN ? recordOf(bytes, type, from, to) : undefined
    if (record) records.push({ name: name.name, ...record } as DnsRecord)
    at = to
  }
  return records
}

type Body = DnsRecord extends infer R
  ? R extends { readonly name: string }
    ? Omit<R, 'name'>
    : never
  : never

const recordOf = (bytes: Buffer, type: number, from: number, to: number): Body | undefined => {
  const body = bytes.subarray(from, to)
  switch (type) {
    case TYPES.A:
      return body.length === 4 ? { type: 'A', address: [...body].join('.') } : undefined
    case TYPES.AAAA:
      return body.length === 16 ? { type: 'AAAA', address: groupsOf(body) } : undefined
    case TYPES.CNAME: {
      const target = nameAt(bytes, from)
      return target && { type: 'CNAME', target: target.name }
    }
    case TYPES.MX: {
      const exchange = body.length > 2 ? nameAt(bytes, from + 2) : undefined
      return exchange && { type: 'MX', preference: body.readUInt16BE(0), exchange: exchange.name }
    }
    case TYPES.TXT:
      return { type: 'TXT', text: stringsIn(body) }
    case TYPES.TLSA: {
      const [usage = 0, selector = 0, matching = 0] = body
      return body.length > 3
        ? { type: 'TLSA', usage, selector, matching, data: body.subarray(3).toString('hex') }
        : undefined
    }
    default:
      return undefined
  }
}

const groupsOf = (body: Buffer): string =>
  Array.from({ length: 8 }, (_, index) => body.readUInt16BE(index * 2).toString(16)).join(':')

/** The strings of a record are one text, with nothing between (RFC 7208, 3.3). */
const stringsIn = (body: Buffer): string => {
  const parts: string[] = []
  for (let at = 0; at < body.length; ) {
    const length = body[at] ?? 0
    parts.push(body.toString('latin1', at + 1, Math.min(at + 1 + length, body.length)))
    at += 1 + length
  }
  return parts.join('')
}

/**
 * A name, in small letters, and where it ends. Pointers lead back only, so that none can lead in a circle
 * (RFC 1035, 4.1.4).
 */
const nameAt = (
  bytes: Buffer,
  start: number,
): { readonly name: string; readonly end: number } | undefined => {
  const labels: string[] = []
  let [at, end, lowest, total] = [start, -1, start, 0]
  for (;;) {
    const length = bytes[at]
    if (length === undefined) return undefined
    if (length === 0) return { name: labels.join('.').toLowerCase(), end: end < 0 ? at + 1 : end }
    if ((length & 0xc0) === 0xc0) {
      if (at + 1 >= bytes.length) return undefined
      const target = bytes.readUInt16BE(at) & 0x3fff
      if (target >= lowest) return undefined
      if (end < 0) end = at + 2
      at = target
      lowest = target
      continue
    }
    total += length + 1
    if (length > LONGEST_LABEL || total > LONGEST_NAME || at + 1 + length > bytes.length) return undefined
    labels.push(bytes.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
}
