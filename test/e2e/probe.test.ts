import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fixture, temporary } from '../evidence/tls/credentials.js'
import { nodeServer, rawServer, withServer } from '../evidence/tls/servers.js'
import { hipaacheck, type Ran } from './run.js'

const COMMAND = fileURLToPath(new URL('../../bin/run.js', import.meta.url))

/** Runs the built command beside this process, whose servers it talks to. */
const probing = (...args: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, 'probe', 'tls', ...args], (error, stdout, stderr) =>
      resolve({ stdout, stderr, status: error ? Number(error.code) : 0 }),
    )
  })

const old = { minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const
const good = { ciphers: 'TLS_AES_128_GCM_SHA256:ECDHE-ECDSA-AES128-GCM-SHA256' }

describe('probe tls', () => {
  it('passes what no rule has anything against', async () => {
    await withServer(nodeServer({ ...fixture(), ...good }), async (port) => {
      const { stdout, stderr, status } = await probing(`127.0.0.1:${port}`, '--ca', fixture().certFile)
      expect(stderr).toBe('')
      expect(stdout).toContain('no rule has anything against what was seen')
      expect(stdout).toContain('trusted by the given CA')
      expect(status).toBe(0)
    })
  })

  it('fails what the rules of the audit fail, from the bound on', async () => {
    await withServer(nodeServer({ ...fixture(), ...old }), async (port) => {
      expect((await probing(`127.0.0.1:${port}`)).status).toBe(1)
      expect((await probing(`127.0.0.1:${port}`, '--fail-on', 'critical')).status).toBe(0)
    })
  })

  it('prints evidence, and nothing else', async () => {
    await withServer(nodeServer({ ...fixture(), ...old }), async (port) => {
      const { stdout, stderr, status } = await probing(`127.0.0.1:${port}`, '--format', 'json')
      expect(stderr).toBe('')
      expect(status).toBe(1)
      expect(JSON.parse(stdout)).toMatchObject({
        evidenceVersion: 1,
        tool: { name: 'hipaacheck' },
        observations: [
          {
            about: { kind: 'endpoint', host: '127.0.0.1', port },
            state: 'observed',
            facts: { tls: { versions: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] } },
          },
        ],
      })
    })
  })

  it('probes what a description names, and says what it cannot', async () => {
    await withServer(nodeServer({ ...fixture(), ...good }), async (port) => {
      const text = `version: 1
assets:
  - id: portal
    kind: web-app
    endpoints: [{ id: web, port: ${port}, protocol: https, host: 127.0.0.1 }, { port: 22, protocol: ssh }]
`
      const { stdout, status } = await probing('--infra', temporary('infra.yaml', text))
      expect(stdout).toContain(`portal/web at 127.0.0.1:${port}`)
      expect(stdout).toContain('portal/22: no `host` says where it answers')
      expect(status).toBe(0)
    })
  })

  it('has something against a server in clear, whatever it is', async () => {
    const page = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>'
    await withServer(
      rawServer((socket) => socket.once('data', () => socket.end(page))),
      async (port) => {
        const { stdout, status } = await probing(`http://127.0.0.1:${port}`, '--fail-on', 'medium')
        expect(stdout).toContain('MEDIUM      it speaks in clear alone')
        expect(stdout).not.toContain('no rule has anything')
        expect(status).toBe(1)
      },
    )
  })

  it('says what a closed port, and one without TLS, is', async () => {
    const { port: closed, stop } = await rawServer(() => {})
    await stop()
    const banner = rawServer((socket) => socket.end('SSH-2.0-x\r\n'))
    await withServer(banner, async (port) => {
      const { stdout, status } = await probing(`127.0.0.1:${closed}`, `127.0.0.1:${port}`)
      expect(stdout).toContain('Not proven  the port is closed: the connection was refused')
      expect(stdout).toContain('Not proven  it does not speak TLS: it answered “SSH-2.0-x”')
      expect(status).toBe(2)
    })
  })

  it.each([
    [['probe', 'tls'], 'nothing to probe: no host was named'],
    [['probe', 'tls', 'a b'], 'cannot probe a b: it is no DNS name and no address'],
    [['probe', 'tls', 'x', '--pace', '0'], '--pace'],
    [['probe', 'tls', 'x', '--timeout', 'soon'], '--timeout'],
    [['probe', 'tls', 'x', '--ca', 'missing.pem'], '--ca missing.pem cannot be read'],
    [['probe', 'tls', '--infra', 'missing.yaml'], 'missing.yaml'],
  ])('refuses %j', (args, words) => {
    const { stderr, stdout, status } = hipaacheck(args)
    expect(stderr).toContain(words)
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })
})
