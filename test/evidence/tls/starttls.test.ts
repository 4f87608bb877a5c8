import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { versionsOf } from '../../../src/evidence/tls/observation.js'
import { certificate, fixture, HAS_OPENSSL } from './credentials.js'
import {
  nodeServer,
  opensslServer,
  probe,
  program,
  type Running,
  rawServer,
  scanned,
  withServer,
} from './servers.js'

/** One step of a server: what it says to what it hears. `TLS` begins TLS after it is said. */
type Answers = readonly (readonly [heard: RegExp, said: string | Buffer, then?: 'TLS' | 'close'])[]

/** A server that speaks a protocol in clear, and hands over to one of TLS when it is asked. */
const speaking = async (greeting: string | Buffer, answers: Answers): Promise<Running> => {
  const inner = await nodeServer(fixture())
  const outer = await rawServer((socket) => {
    if (greeting.length > 0) socket.write(greeting)
    const hear = (chunk: Buffer): void => {
      const text = chunk.toString('latin1')
      const [, said, then] = answers.find(([heard]) => heard.test(text)) ?? []
      if (said !== undefined && said.length > 0) socket.write(said)
      if (then === 'close') socket.end()
      if (then !== 'TLS') return
      socket.off('data', hear)
      const onward = connect(inner.port, '127.0.0.1')
      onward.on('error', () => {})
      // Of all protocols only in MySQL the hello may come with the request.
      if (text.startsWith(MYSQL_REQUEST)) onward.write(chunk.subarray(MYSQL_REQUEST_LENGTH))
      socket.pipe(onward).pipe(socket)
    }
    socket.on('data', hear)
  })
  const stop = async (): Promise<void> => {
    await outer.stop()
    await inner.stop()
  }
  return { port: outer.port, stop }
}

const MYSQL_REQUEST = ' \0\0\x01'
const MYSQL_REQUEST_LENGTH = 36

const EHLO = '250-mx.test at your service\r\n250-PIPELINING\r\n250 STARTTLS\r\n'
const SMTP: Answers = [
  [/^EHLO/, EHLO],
  [/^STARTTLS/, '220 go ahead\r\n', 'TLS'],
  [/^MAIL/, '250 ok\r\n'],
]
const LDAP_SUCCESS = Buffer.from('300c02010178070a010004000400', 'hex')
const ldapResult = (code: number): Buffer =>
  Buffer.from(`300c02010178070a01${code.toString(16).padStart(2, '0')}04000400`, 'hex')
/** Protocol 10, version `8.4.0`, capabilities with or without CLIENT_SSL (0x0800). */
const mysqlGreeting = (capabilities: number): Buffer => {
  const body = Buffer.concat([
    Buffer.from([10]),
    Buffer.from('8.4.0\0'),
    Buffer.alloc(13),
    Buffer.from([capabilities & 255, capabilities >> 8]),
    Buffer.alloc(18),
  ])
  return Buffer.concat([Buffer.from([body.length, 0, 0, 0]), body])
}
const FEATURES = (inside: string): string =>
  `<?xml version='1.0'?><stream:stream xmlns='jabber:client' id='1' version='1.0'><stream:features>${inside}</stream:features>`
const STARTTLS = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"
const REQUIRED = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>"
const XMPP = (features: string): Answers => [
  [/^<\?xml/, FEATURES(features)],
  [/^<starttls/, "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>", 'TLS'],
]

describe('asking for TLS', () => {
  it.each([
    ['smtp', '220-mx.test\r\n220 ready\r\n', SMTP],
    [
      'imap',
      '* OK ready\r\n',
      [
        [/^a CAPABILITY/, '* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\r\na OK done\r\n'],
        [/^b STARTTLS/, 'b OK begin\r\n', 'TLS'],
      ],
    ],
    [
      'pop3',
      '+OK ready\r\n',
      [
        [/^STLS/, '+OK begin\r\n', 'TLS'],
        [/^CAPA/, '+OK\r\nTOP\r\n.\r\n'],
      ],
    ],
    ['ftp', '220 ready\r\n', [[/^AUTH TLS/, '234 begin\r\n', 'TLS']]],
    ['ldap', '', [[/1\.3\.6\.1\.4\.1\.1466\.20037/, LDAP_SUCCESS, 'TLS']]],
    ['mysql', mysqlGreeting(0xffff), [[/./, '', 'TLS']]],
    ['xmpp', '', XMPP(REQUIRED)],
    ['postgresql', '', [[/./, 'S', 'TLS']]],
  ] as readonly (readonly [string, string | Buffer, Answers])[])(
    'finds TLS behind %s',
    async (protocol, greeting, answers) => {
      await withServer(speaking(greeting, answers), async (port) => {
        const scan = await scanned(port, { protocol })
        expect(versionsOf(scan)).toEqual(['TLSv1.2', 'TLSv1.3'])
        expect(scan.direct).toBe(false)
      })
    },
  )

  it.each([
    [
      'smtp',
      '220 ready\r\n',
      [[/^EHLO/, '250-mx.test\r\n250 PIPELINING\r\n']],
      'EHLO does not list STARTTLS',
    ],
    ['smtp', '220 ready\r\n', [[/^EHLO/, '502 what?\r\n']], 'EHLO is unknown: “502 what?”'],
    [
      'imap',
      '* OK ready\r\n',
      [[/^a/, '* CAPABILITY IMAP4rev1\r\na OK done\r\n']],
      'CAPABILITY does not list STARTTLS',
    ],
    [
      'pop3',
      '+OK ready\r\n',
      [
        [/^STLS/, '-ERR unknown\r\n'],
        [/^CAPA/, '+OK\r\nUSER\r\n.\r\n'],
      ],
      'STLS was answered “-ERR unknown”',
    ],
    [
      'pop3',
      '+OK ready\r\n',
      [
        [/^STLS/, '-ERR what?\r\n'],
        [/^CAPA/, '-ERR what?\r\n'],
      ],
      'STLS was answered “-ERR what?”',
    ],
    ['ftp', '220 ready\r\n', [[/^AUTH/, '502 no\r\n']], 'AUTH TLS was answered “502 no”'],
    ['ldap', '', [[/./, ldapResult(2)]], 'StartTLS was answered with result 2 (protocolError)'],
    ['ldap', '', [[/./, ldapResult(53)]], 'StartTLS was answered with result 53 (unwillingToPerform)'],
    ['mysql', mysqlGreeting(0x0200), [], 'its greeting does not offer TLS'],
    ['xmpp', '', XMPP('<mechanisms/>'), 'its stream features do not list STARTTLS'],
    ['postgresql', '', [[/./, 'N']], 'SSLRequest was answered “N”: it has no TLS'],
  ] as readonly (readonly [string, string | Buffer, Answers, string])[])(
    'sees that %s has none (%s)',
    async (protocol, greeting, answers, words) => {
      await withServer(speaking(greeting, answers), async (port) => {
        expect(await probe(port, { protocol })).toMatchObject({ kind: 'clear', words, connections: 1 })
      })
    },
  )

  it.each([
    ['smtp', '421 too many connections\r\n', [], 'the server said “421 too many connections”'],
    [
      'smtp',
      '220 ready\r\n',
      [
        [/^EHLO/, EHLO],
        [/^STARTTLS/, '454 TLS not available due to temporary reason\r\n'],
      ],
      'STARTTLS was answered “454 TLS not available due to temporary reason”',
    ],
    ['smtp', '500 not now\r\n', [], 'the server said “500 not now”'],
    ['imap', '* BYE overloaded\r\n', [], 'the server said “* BYE overloaded”'],
    ['pop3', '-ERR try later\r\n', [], 'the server said “-ERR try later”'],
    ['ftp', '421 busy\r\n', [], 'the server said “421 busy”'],
    ['ldap', '', [[/./, ldapResult(1)]], 'StartTLS was answered with result 1 (operationsError)'],
    ['ldap', '', [[/./, ldapResult(52)]], 'StartTLS was answered with result 52 (unavailable)'],
    ['ldap', '', [[/./, 'HTTP/1.1 400\r\n\r\n']], 'it does not speak LDAP: it answered 4854'],
    ['mysql', Buffer.from('\x0b\0\0\0\xff\x10\x04Too many', 'latin1'), [], 'the server said “Too many”'],
    [
      'postgresql',
      '',
      [[/./, 'EFATAL: too many clients']],
      'SSLRequest was answered “EFATAL: too many clients”',
    ],
    [
      'xmpp',
      '',
      [[/./, '<stream:error><host-unknown/></stream:error>']],
      'the server said “<stream:error><host-unknown/></stream:error>”',
    ],
  ] as readonly (readonly [string, string | Buffer, Answers, string])[])(
    'proves nothing where %s turns us away: %s',
    async (protocol, greeting, answers, words) => {
      const closing = answers.map(
        ([heard, said, then = 'close']) =>
          [heard, said, said.toString().startsWith('250') ? undefined : then] as const,
      )
      await withServer(speaking(greeting, closing as Answers), async (port) => {
        expect(await probe(port, { protocol, timeout: 500 })).toMatchObject({ kind: 'not-proven', words })
      })
    },
  )

  it('proves nothing where POP3 knows TLS and has none now', async () => {
    const busy: Answers = [
      [/^STLS/, '-ERR [SYS/TEMP] later\r\n'],
      [/^CAPA/, '+OK\r\nSTLS\r\n.\r\n'],
    ]
    await withServer(speaking('+OK ready\r\n', busy), async (port) => {
      expect(await probe(port, { protocol: 'pop3', timeout: 500 })).toMatchObject({
        kind: 'not-proven',
        words: 'STLS was answered “-ERR [SYS/TEMP] later”',
      })
    })
  })

  it.each(['250-STARTTLS \r\n250 HELP\r\n', '250 starttls REQUIRED\r\n'])(
    'finds STARTTLS with what follows it: %j',
    async (extensions) => {
      const answers: Answers = [[/^EHLO/, `250-mx.test\r\n${extensions}`], ...SMTP.slice(1)]
      await withServer(speaking('220 ready\r\n', answers), async (port) => {
        expect((await scanned(port, { protocol: 'smtp' })).direct).toBe(false)
      })
    },
  )

  it('finds TLS from the first byte at a port of no custom', async () => {
    await withServer(nodeServer(fixture()), async (port) => {
      const scan = await scanned(port, { protocol: 'smtp', timeout: 400 })
      expect(scan.direct).toBe(true)
    })
  })

  it.skipIf(!HAS_OPENSSL).each(['smtp', 'ftp', 'xmpp', 'postgres', 'imap', 'pop3', 'ldap'])(
    'is done as the client of OpenSSL does it: %s',
    async (protocol) => {
      // The servers of these tests are ours too: somebody else has to understand them.
      const servers: Readonly<Record<string, Promise<Running>>> = {
        smtp: speaking('220 ready\r\n', SMTP),
        ftp: speaking('220 ready\r\n', [
          [/^AUTH TLS/, '234 begin\r\n', 'TLS'],
          [/^FEAT/, '211-\r\n AUTH TLS\r\n211 end\r\n'],
        ]),
        xmpp: speaking('', [[/^<stream/, FEATURES(STARTTLS)], ...XMPP(STARTTLS)]),
        postgres: speaking('', [[/./, 'S', 'TLS']]),
        imap: speaking('* OK ready\r\n', [
          [/CAPABILITY/, '* CAPABILITY IMAP4rev1 STARTTLS\r\n. OK done\r\n'],
          [/STARTTLS/, '. OK begin\r\n', 'TLS'],
        ]),
        pop3: speaking('+OK ready\r\n', [[/^STLS/, '+OK begin\r\n', 'TLS']]),
        ldap: speaking('', [[/1466\.20037/, LDAP_SUCCESS, 'TLS']]),
      }
      const server = servers[protocol] as Promise<Running>
      await withServer(server, async (port) => {
        const said = await new Promise<string>((resolve) => {
          execFile(
            'openssl',
            ['s_client', '-connect', `127.0.0.1:${port}`, '-starttls', protocol],
            (_error, stdout) => resolve(stdout),
          ).stdin?.end()
        })
        expect(said).toContain('BEGIN CERTIFICATE')
      })
    },
  )
})

describe('clients who never ask for TLS', () => {
  it.each([
    ['MAIL is accepted', '250 STARTTLS\r\n', '250 ok\r\n', true],
    [
      'MAIL is refused for want of TLS',
      '250 STARTTLS\r\n',
      '530 5.7.0 Must issue a STARTTLS command first\r\n',
      false,
    ],
    [
      'MAIL is refused for want of a login',
      '250 STARTTLS\r\n',
      '530 5.7.0 Authentication required\r\n',
      undefined,
    ],
    ['MAIL is refused for now', '250 STARTTLS\r\n', '451 4.7.1 TLS busy, greylisted\r\n', undefined],
    ['passwords are taken in clear', '250-AUTH PLAIN LOGIN\r\n250 STARTTLS\r\n', '', true],
  ] as const)('are seen by SMTP: %s', async (_circumstance, extensions, mail, accepted) => {
    const answers: Answers = [
      [/^EHLO/, `250-mx.test\r\n${extensions}`],
      [/^STARTTLS/, '220 go\r\n', 'TLS'],
      [/^MAIL/, mail],
    ]
    await withServer(speaking('220 ready\r\n', answers), async (port) => {
      expect((await scanned(port, { protocol: 'smtp' })).plain?.accepted).toBe(accepted)
    })
  })

  it.each([
    ['imap', 'LOGINDISABLED', false],
    ['imap', 'AUTH=PLAIN', true],
    ['pop3', 'TOP', false],
    ['pop3', 'USER', true],
    ['pop3', 'SASL PLAIN', true],
    ['xmpp', REQUIRED, false],
    ['xmpp', `${STARTTLS}<mechanisms><mechanism>PLAIN</mechanism></mechanisms>`, true],
    ['xmpp', STARTTLS, undefined],
    ['ftp', '331 password?', true],
    ['ftp', '530-Hello\r\n530 Non-anonymous sessions must use encryption.', false],
    ['ftp', '503 Use AUTH first.', false],
    ['ftp', '530 no such user', undefined],
    ['ftp', '230 welcome to the TLS mirror', undefined],
  ] as const)('are seen by %s: %s', async (protocol, offered, accepted) => {
    const servers = {
      imap: () =>
        speaking('* OK ready\r\n', [
          [/^a/, `* CAPABILITY IMAP4rev1 STARTTLS ${offered}\r\na OK done\r\n`],
          [/^b/, 'b OK begin\r\n', 'TLS'],
        ]),
      pop3: () =>
        speaking('+OK ready\r\n', [
          [/^STLS/, '+OK begin\r\n', 'TLS'],
          [/^CAPA/, `+OK\r\nSTLS\r\n${offered}\r\n.\r\n`],
        ]),
      xmpp: () => speaking('', XMPP(offered)),
      ftp: () =>
        speaking('220 ready\r\n', [
          [/^AUTH TLS/, '234 begin\r\n', 'TLS'],
          [/^USER/, `${offered}\r\n`],
        ]),
    }
    await withServer(servers[protocol](), async (port) => {
      expect((await scanned(port, { protocol })).plain?.accepted).toBe(accepted)
    })
  })
})

const HAS_POSTGRES = spawnSync('initdb', ['--version'], { stdio: 'ignore' }).error === undefined

describe.skipIf(!HAS_POSTGRES || !HAS_OPENSSL)('a real PostgreSQL (skipped where there is no initdb)', () => {
  /** PostgreSQL refuses to run as root. */
  const owner = (): { uid: number; gid: number } | undefined => {
    if (process.getuid?.() !== 0) return undefined
    const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
    return { uid: id('-u'), gid: id('-g') }
  }

  const serve = async (hba: string, ssl: boolean): Promise<Running> => {
    const folder = mkdtempSync(join(tmpdir(), 'hipaacheck-postgres-'))
    const user = owner()
    if (user) chownSync(folder, user.uid, user.gid)
    const data = join(folder, 'data')
    execFileSync('initdb', ['-D', data, '-U', 'postgres', '--no-sync'], {
      stdio: 'ignore',
      cwd: folder,
      ...user,
    })
    const { key, cert } = certificate({ name: 'rsa' })
    for (const [name, text] of [
      ['server.key', key],
      ['server.crt', cert],
      ['pg_hba.conf', hba],
    ] as const) {
      writeFileSync(join(data, name), text)
      chmodSync(join(data, name), 0o600)
      if (user) chownSync(join(data, name), user.uid, user.gid)
    }
    const running = await program(
      'postgres',
      (port) => [
        '-D',
        data,
        '-p',
        String(port),
        '-k',
        folder,
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        `ssl=${ssl ? 'on' : 'off'}`,
      ],
      user,
    )
    return {
      port: running.port,
      stop: async () => {
        await running.stop()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  }

  it('that also lets plain connections through', async () => {
    await withServer(serve('host all all 127.0.0.1/32 scram-sha-256\n', true), async (port) => {
      const scan = await scanned(port, { protocol: 'postgresql' })
      expect(versionsOf(scan)).toEqual(['TLSv1.2', 'TLSv1.3'])
      expect(scan.plain).toEqual({
        accepted: true,
        words: 'a connection without TLS is let through to login',
      })
    })
  })

  it('that wants TLS: one refused user does not prove that all are', async () => {
    await withServer(serve('hostssl all all 127.0.0.1/32 scram-sha-256\n', true), async (port) => {
      const { plain } = await scanned(port, { protocol: 'postgresql' })
      expect(plain?.accepted).toBeUndefined()
      expect(plain?.words).toContain('no encryption')
    })
  })

  it('that has no TLS', async () => {
    await withServer(serve('host all all 127.0.0.1/32 trust\n', false), async (port) => {
      expect(await probe(port, { protocol: 'postgresql' })).toMatchObject({ kind: 'clear' })
    })
  })
})

describe('HTTP in clear', () => {
  it('is seen, and where it sends browsers', async () => {
    const answer = 'HTTP/1.1 301 Moved\r\nLocation: https://clinic.example/\r\n\r\n'
    await withServer(speaking('', [[/^GET \/ HTTP\/1\.1/, answer, 'close']]), async (port) => {
      expect(await probe(port, { protocol: 'http' })).toMatchObject({
        kind: 'clear',
        words: 'it answered in clear: “HTTP/1.1 301 Moved”',
        http: { status: 301, location: 'https://clinic.example/' },
      })
    })
  })

  it('names the port that it asks, which is not the usual one', async () => {
    const heard: string[] = []
    const listening = rawServer((socket) =>
      socket.once('data', (chunk) => {
        heard.push(chunk.toString('latin1'))
        socket.end('HTTP/1.1 200 OK\r\n\r\n')
      }),
    )
    await withServer(listening, async (port) => {
      await probe(port, { protocol: 'http', host: 'localhost', addresses: ['127.0.0.1'] })
      expect(heard).toEqual([expect.stringContaining(`\r\nHost: localhost:${port}\r\n`)])
    })
  })

  it('is not what a server of TLS says of a request in clear', async () => {
    await withServer(nodeServer(fixture()), async (inner) => {
      const both = rawServer((socket) =>
        socket.once('data', (first) => {
          if (first[0] !== 22) {
            socket.end('HTTP/1.1 400 The plain HTTP request was sent to HTTPS port\r\n\r\n')
            return
          }
          const onward = connect(inner, '127.0.0.1')
          onward.on('error', () => {})
          onward.write(first)
          socket.pipe(onward).pipe(socket)
        }),
      )
      await withServer(both, async (port) => {
        const scan = await scanned(port, { protocol: 'http' })
        expect(versionsOf(scan)).toEqual(['TLSv1.2', 'TLSv1.3'])
        expect(scan.direct).toBe(true)
      })
    })
  })

  it('is what a server without TLS says of a request that it does not like', async () => {
    await withServer(speaking('', [[/./, 'HTTP/1.1 400 Bad Request\r\n\r\n', 'close']]), async (port) => {
      expect(await probe(port, { protocol: 'http', timeout: 500 })).toMatchObject({
        kind: 'clear',
        http: { status: 400 },
      })
    })
  })

  it('proves nothing where something else answers', async () => {
    await withServer(opensslServer('-nocert', '-psk', '00', '-tls1_2'), async (port) => {
      const { kind } = await probe(port, { protocol: 'http', timeout: 500 })
      expect(kind).toBe('not-proven')
    })
  })
})
