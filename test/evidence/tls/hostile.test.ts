import { connect, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { clientHello } from '../../../src/evidence/tls/client-hello.js'
import { versionsOf } from '../../../src/evidence/tls/observation.js'
import { CURVES, suitesOf } from '../../../src/evidence/tls/offers.js'
import { certificate, fixture, HAS_OPENSSL, P256 } from './credentials.js'
import { nodeServer, probe, type Running, rawServer, scanned, suiteNames, withServer } from './servers.js'

const record = (type: number, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from([type, 3, 3, body.length >> 8, body.length & 255]), body])
const handshake = (type: number, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from([type, body.length >> 16, (body.length >> 8) & 255, body.length & 255]), body])

/** A ServerHello of TLS 1.2 that takes ECDHE-ECDSA-AES128-GCM-SHA256. */
const SERVER_HELLO = record(
  22,
  handshake(2, Buffer.concat([Buffer.from([3, 3]), Buffer.alloc(32, 7), Buffer.from([0, 0xc0, 0x2b, 0])])),
)
const ALERT = record(21, Buffer.from([2, 80]))

const serve = (work: (socket: Socket) => void): Promise<Running> =>
  rawServer((socket) => socket.once('data', () => work(socket)))

/** A first flight of a real server, as it came. */
const realFlight = async (): Promise<Buffer> =>
  withServer(nodeServer({ ...fixture(), maxVersion: 'TLSv1.2' }), async (port) => {
    const socket = connect(port, '127.0.0.1')
    socket.write(clientHello({ versions: ['TLSv1.2'], suites: suitesOf('TLSv1.2'), groups: CURVES }).bytes)
    const chunks: Buffer[] = []
    for await (const chunk of socket) {
      chunks.push(chunk as Buffer)
      // A ServerHelloDone ends it.
      if (Buffer.concat(chunks).includes(Buffer.from([14, 0, 0, 0]))) break
    }
    return Buffer.concat(chunks)
  })

const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const started = performance.now()
  const result = await work()
  return [result, performance.now() - started]
}

describe('peers that do not want to be seen', () => {
  it('says that a port is closed', async () => {
    const { port, stop } = await rawServer(() => {})
    await stop()
    expect(await probe(port)).toEqual({
      kind: 'not-proven',
      words: 'the port is closed: the connection was refused',
      connections: 1,
    })
  })

  it('tries four addresses of a name at most, whoever says how many it has', async () => {
    await withServer(nodeServer(fixture()), async (port) => {
      const closed = ['127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5']
      expect(await probe(port, { addresses: [...closed.slice(1), '127.0.0.1'] })).toMatchObject({
        kind: 'tls',
      })
      expect(await probe(port, { addresses: [...closed, '127.0.0.1'] })).toEqual({
        kind: 'not-proven',
        words: 'the port is closed: the connection was refused',
        connections: 4,
      })
    })
  })

  it('says that a name does not exist', async () => {
    // No label has 64 letters: that is known without asking anybody.
    const result = await probe(443, { host: `${'x'.repeat(64)}.invalid` })
    expect(result).toMatchObject({ kind: 'not-proven', connections: 0 })
    expect(result.kind === 'not-proven' && result.words).toMatch(/DNS/)
  })

  it('waits for the silent as long as it is told, twice', async () => {
    await withServer(
      serve(() => {}),
      async (port) => {
        const [result, milliseconds] = await timed(() => probe(port, { timeout: 300 }))
        expect(result).toEqual({ kind: 'not-proven', words: 'no answer within 300 ms', connections: 2 })
        expect(milliseconds).toBeGreaterThanOrEqual(590)
        expect(milliseconds).toBeLessThan(3000)
      },
    )
  })

  it('does not wait longer for who trickles', async () => {
    const trickle = (socket: Socket): void => {
      let at = 0
      const timer = setInterval(() => {
        if (socket.destroyed || at >= SERVER_HELLO.length) clearInterval(timer)
        else socket.write(SERVER_HELLO.subarray(at, ++at))
      }, 50)
    }
    await withServer(serve(trickle), async (port) => {
      const [result, milliseconds] = await timed(() => probe(port, { timeout: 400 }))
      expect(result).toMatchObject({ kind: 'not-proven', words: 'no answer within 400 ms' })
      expect(milliseconds).toBeLessThan(4000)
    })
  })

  it.each([
    ['HTTP', 'HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n', '“HTTP/1.1 400 Bad Request”'],
    ['SSH', 'SSH-2.0-OpenSSH_9.2\r\n', '“SSH-2.0-OpenSSH_9.2”'],
    ['an HL7 acknowledgement', '\u000bMSH|^~\\&|\r\u001c\r', 'the bytes 0b4d53487c5e7e5c267c0d1c0d'],
    ['two bytes', 'NO', '“NO”'],
    ['escape sequences', '\u001b[2J\u001b[31m!', 'the bytes 1b5b324a1b5b33316d21'],
  ])('says what else is spoken: %s', async (_what, answer, quoted) => {
    await withServer(
      serve((socket) => socket.end(answer, 'latin1')),
      async (port) => {
        expect(await probe(port)).toEqual({
          kind: 'not-proven',
          words: `it does not speak TLS: it answered ${quoted}`,
          connections: 1,
        })
      },
    )
  })

  it('tries all versions with who closes or resets, and then says so', async () => {
    await withServer(
      serve((socket) => socket.end()),
      async (port) => {
        expect(await probe(port)).toEqual({
          kind: 'not-proven',
          words: 'it answered no hello of any version: the server closed the connection',
          connections: 6,
        })
      },
    )
    await withServer(
      serve((socket) => socket.resetAndDestroy()),
      async (port) => {
        expect(await probe(port)).toMatchObject({
          words: 'it answered no hello of any version: the server reset the connection',
        })
      },
    )
  })

  it('ends a handshake without end', async () => {
    const endless = (socket: Socket): void => {
      socket.write(SERVER_HELLO)
      const more = record(22, handshake(99, Buffer.alloc(1000)))
      const pour = (): void => {
        while (!socket.destroyed && socket.write(more));
      }
      socket.on('drain', pour)
      pour()
    }
    await withServer(serve(endless), async (port) => {
      const [result, milliseconds] = await timed(() => probe(port, { timeout: 1000 }))
      expect(result.kind).toBe('tls')
      expect(milliseconds).toBeLessThan(20_000)
    })
  })

  it('ends with who sends a record of nothing again and again', async () => {
    const flood = (socket: Socket): void => {
      const pour = (): void => {
        while (!socket.destroyed && socket.write(Buffer.alloc(64 * 1024, Buffer.from([22, 3, 3, 0, 0]))));
      }
      socket.on('drain', pour)
      pour()
    }
    await withServer(serve(flood), async (port) => {
      expect(await probe(port, { timeout: 1000 })).toMatchObject({ kind: 'not-proven' })
    })
  })

  it('does not take a certificate of any size', async () => {
    const oversized = (socket: Socket): void => {
      socket.write(SERVER_HELLO)
      const message = handshake(11, Buffer.alloc(0xffff00))
      for (let at = 0; at < message.length && !socket.destroyed; at += 16_000)
        socket.write(record(22, message.subarray(at, at + 16_000)))
    }
    await withServer(serve(oversized), async (port) => {
      const before = process.memoryUsage().rss
      const scan = await scanned(port, { timeout: 1000 })
      expect(scan.flights.every(({ chain }) => chain === undefined)).toBe(true)
      expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
    })
  })

  it('bears a message that says it is longer than any', async () => {
    const liar = Buffer.concat([record(22, Buffer.from([2, 0xff, 0xff, 0xff, 3, 3])), Buffer.alloc(100)])
    await withServer(
      serve((socket) => socket.end(liar)),
      async (port) => {
        expect(await probe(port)).toMatchObject({
          kind: 'not-proven',
          words: 'its handshake message is said to be 16777219 bytes long',
        })
      },
    )
  })

  it('bears an alert after every byte of a real flight', async () => {
    const flight = await realFlight()
    for (let cut = 0; cut < flight.length; cut += 1) {
      const answer = Buffer.concat([flight.subarray(0, cut), ALERT])
      await withServer(
        serve((socket) => socket.end(answer)),
        async (port) => {
          const { kind } = await probe(port, { timeout: 1000 })
          // As soon as the ServerHello is whole it counts, whatever comes after it.
          expect(['not-proven', 'tls'], `after ${cut} bytes`).toContain(kind)
        },
      )
      if (cut > 120) cut += 13
    }
  })

  it('believes no server that takes what was not offered', async () => {
    // It takes the same suite for ever, also when that is not offered any more.
    await withServer(
      serve((socket) => socket.end(SERVER_HELLO)),
      async (port) => {
        const scan = await scanned(port)
        expect(scan.versions.find(({ version }) => version === 'TLSv1.2')).toMatchObject({
          suites: [0xc02b],
          unproven: 'it took TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, which was not offered',
        })
      },
    )
  })

  it('proves nothing of a version about which a server is silent', async () => {
    await withServer(nodeServer(fixture()), async (inner) => {
      // A firewall between that drops every hello of TLS 1.1.
      const between = rawServer((socket) =>
        socket.once('data', (hello) => {
          const old = hello.readUInt16BE(9) === 0x0302
          if (old) return
          const onward = connect(inner, '127.0.0.1')
          onward.on('error', () => {})
          onward.write(hello)
          socket.pipe(onward).pipe(socket)
        }),
      )
      await withServer(between, async (port) => {
        const scan = await scanned(port, { timeout: 400 })
        expect(versionsOf(scan)).toEqual(['TLSv1.2', 'TLSv1.3'])
        expect(scan.versions.find(({ version }) => version === 'TLSv1.1')?.unproven).toBe(
          'no answer within 400 ms',
        )
        expect(scan.versions.find(({ version }) => version === 'TLSv1.0')?.unproven).toBeUndefined()
      })
    })
  })

  /** Stands before a server, and answers hellos for which it has one with an alert. */
  const alerting = (inner: number, alertFor: (hello: Buffer) => Buffer | undefined): Promise<Running> =>
    rawServer((socket) =>
      socket.once('data', (hello) => {
        const alert = alertFor(hello)
        if (alert) {
          socket.end(alert)
          return
        }
        const onward = connect(inner, '127.0.0.1')
        onward.on('error', () => {})
        onward.write(hello)
        socket.pipe(onward).pipe(socket)
      }),
    )

  it('asks again who has an error of its own', async () => {
    const ciphers = 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384'
    await withServer(nodeServer({ ...fixture(), ciphers, maxVersion: 'TLSv1.2' }), async (inner) => {
      let count = 0
      const met = new Set<string>()
      // From the second on, every list of suites gets it once.
      const once = (hello: Buffer): Buffer | undefined => {
        const start = 44 + (hello[43] ?? 0)
        const suites = hello.toString('hex', start, start + 1000)
        if (++count === 1 || met.has(suites)) return undefined
        met.add(suites)
        return ALERT
      }
      await withServer(alerting(inner, once), async (port) => {
        const scan = await scanned(port)
        expect(suiteNames(scan, 'TLSv1.2')).toHaveLength(2)
        expect(versionsOf(scan)).toEqual(['TLSv1.2'])
      })
    })
  })

  it('takes for a refusal what is an error of its own each time', async () => {
    await withServer(nodeServer(fixture()), async (inner) => {
      const old = (hello: Buffer): Buffer | undefined =>
        hello.readUInt16BE(9) === 0x0302 ? ALERT : undefined
      await withServer(alerting(inner, old), async (port) => {
        const scan = await scanned(port)
        expect(scan.versions.find(({ version }) => version === 'TLSv1.1')).toMatchObject({
          suites: [],
          refusal: 'it answered with the alert internal_error',
        })
      })
    })
  })

  it('takes half an alert for none', async () => {
    await withServer(
      serve((socket) => socket.end(record(21, Buffer.from([2])))),
      async (port) => {
        expect(await probe(port)).toMatchObject({ kind: 'not-proven', words: 'its alert cannot be read' })
      },
    )
  })

  it('gives up a tarpit that answers every hello just in time', async () => {
    await withServer(nodeServer(fixture()), async (inner) => {
      const tarpit = rawServer((socket) => {
        const onward = connect(inner, '127.0.0.1')
        onward.on('error', () => {})
        onward.pipe(socket)
        socket.on('data', (chunk) => setTimeout(() => onward.writable && onward.write(chunk), 200))
      })
      await withServer(tarpit, async (port) => {
        const [scan, milliseconds] = await timed(() => scanned(port, { limit: 700 }))
        expect(scan.versions.map(({ unproven }) => unproven)).toContain(
          'it answers so slowly that the probe was given up',
        )
        expect(milliseconds).toBeLessThan(5000)
      })
    })
  })

  /** Stands before a server, and refuses lists of more than 128 suites. */
  const picky = (inner: number): Promise<Running> =>
    rawServer((socket) =>
      socket.once('data', (hello) => {
        // After the random of 32 bytes and an empty session id come the suites.
        const session = hello[43] ?? 0
        if (hello.length > 300 && hello.readUInt16BE(44 + session) > 2 * 128) {
          socket.end(record(21, Buffer.from([2, 40])))
          return
        }
        const onward = connect(inner, '127.0.0.1')
        onward.on('error', () => {})
        onward.write(hello)
        socket.pipe(onward).pipe(socket)
      }),
    )

  it.each([
    ['the server', true],
    ['the client', false],
  ])('sees with shorter lists, too, that the order of %s counts', async (_whose, honorCipherOrder) => {
    // ARIA comes with a later list, and has the smaller number.
    const ciphers = 'ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-ECDSA-ARIA128-GCM-SHA256'
    const server = nodeServer({ ...fixture(), ciphers, honorCipherOrder, maxVersion: 'TLSv1.2' })
    await withServer(server, async (inner) => {
      await withServer(picky(inner), async (port) => {
        expect((await scanned(port)).serverPrefers).toEqual({ 'TLSv1.2': honorCipherOrder })
      })
    })
  })

  it('comes with shorter lists to who refuses long ones', async () => {
    const ciphers = 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-ARIA128-GCM-SHA256'
    await withServer(nodeServer({ ...fixture(), ciphers, maxVersion: 'TLSv1.2' }), async (inner) => {
      await withServer(picky(inner), async (port) => {
        const scan = await scanned(port)
        expect(versionsOf(scan)).toEqual(['TLSv1.2'])
        expect(suiteNames(scan, 'TLSv1.2')).toEqual([
          'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
          'TLS_ECDHE_ECDSA_WITH_ARIA_128_GCM_SHA256',
        ])
      })
    })
  })

  it('proves nothing of what a limit on connections cut off', async () => {
    await withServer(nodeServer(fixture()), async (inner) => {
      let count = 0
      const limited = rawServer((socket) => {
        if (++count > 12) {
          socket.resetAndDestroy()
          return
        }
        const onward = connect(inner, '127.0.0.1')
        onward.on('error', () => {})
        socket.pipe(onward).pipe(socket)
      })
      await withServer(limited, async (port) => {
        const scan = await scanned(port)
        expect(scan.versions.some(({ unproven }) => unproven !== undefined)).toBe(true)
        expect(scan.versions.find(({ unproven }) => unproven !== undefined)?.unproven).toBe(
          'the server reset the connection; nor was the hello answered that was answered before',
        )
      })
    })
  })
})

describe.skipIf(!HAS_OPENSSL)('a certificate chain of many (skipped where there is no openssl)', () => {
  it('is read up to a bound', async () => {
    const { key, cert } = certificate({ name: 'ec', key: P256 })
    await withServer(nodeServer({ key, cert: cert.repeat(60) }), async (port) => {
      const scan = await scanned(port)
      expect(scan.flights[0]?.chain?.certificates).toHaveLength(32)
    })
  })
})
