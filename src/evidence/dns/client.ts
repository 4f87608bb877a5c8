import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { createConnection, isIP } from 'node:net'
import {
  type DnsAnswer,
  type DnsRecord,
  decodeAnswer,
  encodeQuery,
  isDnsName,
  type RecordType,
  TYPES,
} from './wire.js'

/** Who is asked, and for how long. */
export interface Resolver {
  /** An address: to look up the resolver it would take a resolver. */
  readonly host: string
  readonly port: number
  /** Milliseconds for one try. */
  readonly timeout: number
}

/** What came of a question. Only a resolver that says so proves that there is no record. */
export type Answered<T extends DnsRecord['type'] = RecordType> =
  | {
      readonly kind: 'records'
      readonly records: readonly Extract<DnsRecord, { readonly type: T }>[]
      /** Whether the resolver says that DNSSEC proved the answer. It is its word alone. */
      readonly authenticated: boolean
    }
  | { readonly kind: 'none'; readonly nameExists: boolean; readonly authenticated: boolean }
  | { readonly kind: 'not-proven'; readonly words: string }

/** Asks for the records of a name. */
export type Ask = <T extends RecordType>(name: string, type: T) => Promise<Answered<T>>

const TRIES = 2
const MOST_QUESTIONS = 500
const MOST_ALIASES = 8

/** A client that remembers answers, asks one resolver, and asks so many questions at most. */
export const dnsClient = (resolver: Resolver): Ask => {
  const known = new Map<string, Promise<Answered<never>>>()
  return <T extends RecordType>(name: string, type: T): Promise<Answered<T>> => {
    const wanted = name.toLowerCase().replace(/\.$/, '')
    const key = `${type} ${wanted}`
    const before = known.get(key)
    if (before) return before as Promise<Answered<T>>
    const asked =
      known.size >= MOST_QUESTIONS
        ? Promise.resolve<Answered<T>>({
            kind: 'not-proven',
            words: `more than ${MOST_QUESTIONS} questions to the DNS`,
          })
        : ask(resolver, wanted, type)
    known.set(key, asked as Promise<Answered<never>>)
    return asked
  }
}

const ask = async <T extends RecordType>(resolver: Resolver, name: string, type: T): Promise<Answered<T>> => {
  if (!isDnsName(name)) return { kind: 'not-proven', words: `${name} is no name of the DNS` }
  let words = ''
  for (let one = 0; one < TRIES; one++) {
    const answer = await exchange(resolver, name, type)
    if ('words' in answer) words = answer.words
    else return answeredBy(answer, name, type)
  }
  return { kind: 'not-proven', words: `the resolver ${words} (${type} ${name})` }
}

const RCODES: Readonly<Record<number, string>> = { 1: 'FORMERR', 2: 'SERVFAIL', 4: 'NOTIMP', 5: 'REFUSED' }
const NXDOMAIN = 3

const answeredBy = <T extends RecordType>(
  { rcode, records, authenticated }: DnsAnswer,
  name: string,
  type: T,
): Answered<T> => {
  if (rcode !== 0 && rcode !== NXDOMAIN)
    return {
      kind: 'not-proven',
      words: `the resolver answered ${RCODES[rcode] ?? `code ${rcode}`} (${type} ${name})`,
    }
  const owner = aliasOf(name, records)
  const own = records.filter(
    (record): record is Extract<DnsRecord, { readonly type: T }> =>
      record.type === type && record.name === owner,
  )
  if (rcode === 0 && own.length > 0) return { kind: 'records', records: own, authenticated }
  return { kind: 'none', nameExists: rcode === 0, authenticated }
}

/** Where the aliases in an answer lead. */
const aliasOf = (name: string, records: readonly DnsRecord[]): string => {
  let owner = name
  for (let step = 0; step < MOST_ALIASES; step++) {
    const alias = records.find((record) => record.type === 'CNAME' && record.name === owner)
    if (alias?.type !== 'CNAME') return owner
    owner = alias.target
  }
  return owner
}

type Exchanged = DnsAnswer | { readonly words: string }

const exchange = async (resolver: Resolver, name: string, type: RecordType): Promise<Exchanged> => {
  const id = randomInt(0x10000)
  const query = encodeQuery(id, name, type)
  const fits = (answer: DnsAnswer | undefined): answer is DnsAnswer =>
    answer?.id === id && answer.question?.name === name && answer.question.type === TYPES[type]
  const answer = await overUdp(resolver, query, fits)
  return 'truncated' in answer && answer.truncated ? overTcp(resolver, query, fits) : answer
}

type Fits = (answer: DnsAnswer | undefined) => answer is DnsAnswer

/** Answers that are not to the question are passed over: anybody can send a datagram. */
const overUdp = ({ host, port, timeout }: Resolver, query: Buffer, fits: Fits): Promise<Exchanged> =>
  new Promise((resolve) => {
    const socket = createSocket(isIP(host) === 6 ? 'udp6' : 'udp4')
    const end = (answer: Exchanged): void => {
      clearTimeout(timer)
      socket.removeAllListeners()
      socket.on('error', () => undefined)
      socket.close()
      resolve(answer)
    }
    const timer = setTimeout(() => end({ words: `did not answer in ${timeout} ms` }), timeout)
    socket.on('error', (error: NodeJS.ErrnoException) => end({ words: `cannot be reached (${error.code})` }))
    socket.on('message', (bytes) => {
      const answer = decodeAnswer(bytes)
      if (fits(answer)) end(answer)
    })
    // A connected socket takes datagrams of this one address alone.
    socket.connect(port, host, () => socket.send(query))
  })

const LENGTH = 2

const overTcp = ({ host, port, timeout }: Resolver, query: Buffer, fits: Fits): Promise<Exchanged> =>
  new Promise((resolve) => {
    const socket = createConnection({ host, port })
    let received = Buffer.alloc(0)
    const end = (answer: Exchanged): void => {
      clearTimeout(timer)
      socket.removeAllListeners()
      socket.on('error', () => undefined)
      socket.destroy()
      resolve(answer)
    }
    const timer = setTimeout(() => end({ words: `did not answer in ${timeout} ms over TCP` }), timeout)
    socket.on('connect', () => {
      const length = Buffer.alloc(LENGTH)
      length.writeUInt16BE(query.length)
      socket.write(Buffer.concat([length, query]))
    })
    socket.on('error', (error: NodeJS.ErrnoException) =>
      end({ words: `cannot be reached over TCP (${error.code})` }),
    )
    socket.on('close', () => end({ words: 'closed the connection' }))
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes])
      if (received.length < LENGTH || received.length < LENGTH + received.readUInt16BE(0)) return
      const answer = decodeAnswer(received.subarray(LENGTH, LENGTH + received.readUInt16BE(0)))
      end(fits(answer) ? answer : { words: 'sent something else than an answer over TCP' })
    })
  })
