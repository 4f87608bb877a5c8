import { createSocket, type Socket as Udp } from 'node:dgram'
import { createServer, type Server } from 'node:net'
import type { Resolver } from '../../../src/evidence/dns/client.js'

/** Records of a zone, by `TYPE name`: TXT as texts, MX as `10 host`, TLSA as `3 1 1 hex`, CNAME as a name. */
export type Zone = Readonly<Record<string, readonly string[] | number>>

/** What a server does besides. */
export interface Manner {
  /** Names under which answers are said to be proven by DNSSEC. */
  readonly signed?: readonly string[]
  /** The same of these names alone, not of those below them. */
  readonly signedAlone?: readonly string[]
  /** Types and names, `TYPE name`, to which nothing is answered. */
  readonly silent?: readonly string[]
  /** Whether datagrams only say that they are cut. */
  readonly truncates?: boolean
  /** Changes an answer before it is sent. */
  readonly spoils?: (answer: Buffer) => Buffer | readonly Buffer[]
}

export interface RunningDns {
  readonly resolver: Resolver
  /** What was asked, `TYPE name`. */
  readonly asked: readonly string[]
  readonly stop: () => void
}

const NAMES: Readonly<Record<number, string>> = {
  1: 'A',
  5: 'CNAME',
  15: 'MX',
  16: 'TXT',
  28: 'AAAA',
  52: 'TLSA',
}
const CODES = Object.fromEntries(Object.entries(NAMES).map(([code, name]) => [name, Number(code)]))
const NXDOMAIN = 3

export const encodedName = (name: string): Buffer =>
  Buffer.concat([
    ...name
      .split('.')
      .filter((label) => label !== '')
      .map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, 'latin1')])),
    Buffer.from([0]),
  ])

const dataOf = (type: string, value: string): Buffer => {
  const words = value.split(' ')
  switch (type) {
    case 'A':
      return Buffer.from(value.split('.').map(Number))
    case 'AAAA':
      return Buffer.from(value.replaceAll(':', ''), 'hex')
    case 'CNAME':
      return encodedName(value)
    case 'MX':
      return Buffer.concat([Buffer.from([0, Number(words[0])]), encodedName(words[1] ?? '')])
    case 'TLSA':
      return Buffer.concat([Buffer.from(words.slice(0, 3).map(Number)), Buffer.from(words[3] ?? '', 'hex')])
    default:
      return Buffer.concat(
        (value.match(/[\s\S]{1,255}/g) ?? ['']).map((part) =>
          Buffer.concat([Buffer.from([part.length]), Buffer.from(part, 'latin1')]),
        ),
      )
  }
}

const record = (name: string, type: string, value: string): Buffer => {
  const [owner, data] = [encodedName(name), dataOf(type, value)]
  const head = Buffer.alloc(10)
  head.writeUInt16BE(CODES[type] ?? 0, 0)
  head.writeUInt16BE(1, 2)
  head.writeUInt32BE(60, 4)
  head.writeUInt16BE(data.length, 8)
  return Buffer.concat([owner, head, data])
}

interface Question {
  readonly id: number
  readonly name: string
  readonly type: string
  readonly end: number
}

const questionIn = (query: Buffer): Question => {
  const labels: string[] = []
  let at = 12
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return {
    id: query.readUInt16BE(0),
    name: labels.join('.'),
    type: NAMES[query.readUInt16BE(at + 1)] ?? '',
    end: at + 5,
  }
}

const answerTo = (
  query: Buffer,
  zone: Zone,
  { signed = [], signedAlone = [] }: Manner,
  cut: boolean,
): Buffer => {
  const { name, type, end } = questionIn(query)
  const own = zone[`${type} ${name}`]
  const alias = zone[`CNAME ${name}`]
  const target = Array.isArray(alias) ? alias[0] : undefined
  const aliased = target === undefined ? undefined : zone[`${type} ${target}`]
  const records = cut
    ? []
    : [
        ...(target === undefined ? [] : [record(name, 'CNAME', target)]),
        ...(Array.isArray(own) ? own.map((value) => record(name, type, value)) : []),
        ...(Array.isArray(aliased) ? aliased.map((value) => record(target ?? '', type, value)) : []),
      ]
  const exists = Object.keys(zone).some((key) => key.endsWith(` ${name}`) || key.endsWith(`.${name}`))
  const rcode = typeof own === 'number' ? own : exists ? 0 : NXDOMAIN
  const head = Buffer.from(query.subarray(0, 12))
  const proven = signedAlone.includes(name) || signed.some((one) => name === one || name.endsWith(`.${one}`))
  head.writeUInt16BE(0x8180 | (proven ? 0x20 : 0) | (cut ? 0x200 : 0) | rcode, 2)
  head.writeUInt16BE(records.length, 6)
  head.writeUInt16BE(0, 10)
  return Buffer.concat([head, query.subarray(12, end), ...records])
}

/** A DNS server on loopback that answers for a zone, over UDP and TCP. */
export const dnsServer = async (zone: Zone, manner: Manner = {}, timeout = 2000): Promise<RunningDns> => {
  const asked: string[] = []
  const answers = (query: Buffer, cut: boolean): readonly Buffer[] => {
    const { name, type } = questionIn(query)
    asked.push(`${type} ${name}`)
    if (manner.silent?.some((one) => one === `${type} ${name}` || one === '*')) return []
    const answer = answerTo(query, zone, manner, cut)
    return [manner.spoils?.(answer) ?? answer].flat() as Buffer[]
  }
  const tcp = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      for (const answer of answers(bytes.subarray(2), false)) {
        const length = Buffer.alloc(2)
        length.writeUInt16BE(answer.length)
        socket.write(Buffer.concat([length, answer]))
      }
    })
  })
  const port = await listening(tcp)
  const udp = createSocket('udp4')
  udp.on('message', (query, { port: to, address }) => {
    for (const answer of answers(query, manner.truncates === true)) udp.send(answer, to, address)
  })
  await bound(udp, port)
  return {
    resolver: { host: '127.0.0.1', port, timeout },
    asked,
    stop: () => {
      udp.close()
      tcp.close()
    },
  }
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })

const bound = (udp: Udp, port: number): Promise<void> =>
  new Promise((resolve) => {
    udp.bind(port, '127.0.0.1', () => resolve())
  })

/** A client of a server that is there for as long as the work. */
export const withDns = async <T>(
  zone: Zone,
  work: (dns: RunningDns) => Promise<T>,
  manner: Manner = {},
  timeout = 2000,
): Promise<T> => {
  const dns = await dnsServer(zone, manner, timeout)
  try {
    return await work(dns)
  } finally {
    dns.stop()
  }
}
