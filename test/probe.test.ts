import { describe, expect, it } from 'vitest'
import { load } from '../src/audit.js'
import type { Target } from '../src/evidence/tls/target.js'
import { objectionsTo } from '../src/judge-endpoint.js'
import type { Infrastructure } from '../src/model/infrastructure.js'
import type { DayText } from '../src/model/scalars/text.js'
import { evidenceOf, exitCodeOf, type Probed, probeTls, readRoots } from '../src/probe.js'
import { planOf, probePlan } from '../src/probe-plan.js'
import { probeText } from '../src/probe-text.js'
import { fixture, temporary } from './evidence/tls/credentials.js'
import { nodeServer, withServer } from './evidence/tls/servers.js'

const described = (endpoints: string, more = ''): Infrastructure => {
  const text = `version: 1\nassets: [{ id: portal, kind: web-app, ephi: [transmits], endpoints: ${endpoints} }${more}]`
  const loaded = load([{ file: 'infra.yaml', bytes: new TextEncoder().encode(text) }], '2026-11-25')
  if ('problems' in loaded) throw new Error(loaded.problems[0]?.message)
  return loaded.infrastructure
}

const TODAY = '2026-11-25' as DayText

const https: Target = { host: 'clinic.example', port: 443, protocol: 'https' }

describe('what is probed', () => {
  it('is every described endpoint that has a host, with what is said of it', () => {
    const plan = probePlan(
      [],
      described(
        '[{ id: web, port: 443, protocol: https, host: clinic.example, exposure: public }, { port: 5432, host: 10.0.0.7 }]',
      ),
    )
    expect(plan).toEqual({
      targets: [
        {
          target: { ...https, place: 'portal/web' },
          circumstances: { kind: 'web-app', protocol: 'https', exposure: 'public' },
        },
        {
          target: { host: '10.0.0.7', port: 5432, protocol: 'postgresql', place: 'portal/5432' },
          circumstances: { kind: 'web-app' },
        },
      ],
      notProbed: [],
    })
  })

  it.each([
    ['[{ port: 443, protocol: https }]', 'no `host` says where it answers'],
    ['[{ id: x, host: clinic.example }]', 'no `port` is stated'],
    ['[{ port: 22, protocol: ssh, host: clinic.example }]', 'ssh is not probed'],
    [
      '[{ port: 443, host: "clinic.example/portal" }]',
      'its host clinic.example/portal is no DNS name and no address',
    ],
  ])('is not %s', (endpoints, why) =>
    expect(probePlan([], described(endpoints))).toMatchObject({ targets: [], notProbed: [{ why }] }),
  )

  it('is at the usual port of its protocol, where none is stated', () => {
    const { targets } = probePlan([], described('[{ id: web, protocol: https, host: clinic.example }]'))
    expect(targets.map(({ target }) => target)).toEqual([{ ...https, place: 'portal/web' }])
  })

  it('is what was named, once where it is described as well', () => {
    const infrastructure = described('[{ id: web, port: 443, protocol: https, host: clinic.example }]')
    const named: Target = { host: 'other.example', port: 25, protocol: 'smtp' }
    expect(probePlan([https, named], infrastructure).targets.map(({ target }) => target)).toEqual([
      named,
      { ...https, place: 'portal/web' },
    ])
    expect(
      probePlan([https, named, https, { ...https, protocol: 'other' }], undefined).targets,
    ).toMatchObject([{ target: https }, { target: named }, { target: { ...https, protocol: 'other' } }])
    expect(probePlan([https], undefined).targets).toEqual([
      { target: https, circumstances: { protocol: 'https' } },
    ])
  })

  it('has to be something', async () => {
    expect(await planOf([], [])).toMatchObject({
      problems: [{ message: 'nothing to probe: no host was named' }],
    })
    expect(await planOf(['a b', ':'], [])).toMatchObject({
      problems: [{ code: 'bad-usage' }, { code: 'bad-usage' }],
    })
    expect(await planOf([], ['missing.yaml'])).toMatchObject({ problems: [{ code: 'missing-file' }] })
  })
})

describe('what rules have against an endpoint', () => {
  const rulesOf = (...args: Parameters<typeof objectionsTo>): (readonly [string, string])[] =>
    objectionsTo(...args).map(({ rule, severity }) => [rule, severity])
  const good = {
    versions: ['TLSv1.2', 'TLSv1.3'],
    cipherSuites: ['TLS_AES_128_GCM_SHA256', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'],
  } as const

  it('is nothing where all is well', () => {
    expect(rulesOf({ port: 443, tls: good as never }, { protocol: 'https' }, TODAY)).toEqual([])
  })

  it('is what the audit would say, the worst first', () => {
    const tls = { versions: ['TLSv1.0'], cipherSuites: ['TLS_RSA_WITH_NULL_SHA'], dhBits: 1024 }
    expect(rulesOf({ port: 443, tls: tls as never }, { protocol: 'https' }, TODAY)).toEqual([
      ['transmission-security/cipher-none', 'critical'],
      ['transmission-security/group-strength', 'high'],
      ['transmission-security/tls-1-0-refused', 'high'],
    ])
  })

  it('weighs what a description says of the endpoint', () => {
    const old = { port: 25, tls: { versions: ['TLSv1.0', 'TLSv1.2', 'TLSv1.3'] } } as never
    expect(rulesOf(old, { protocol: 'smtp' }, TODAY)).toEqual([
      ['transmission-security/tls-1-0-refused', 'medium'],
    ])
    const own = { port: 443, tls: { certificate: { publiclyTrusted: false } } } as never
    expect(rulesOf(own, { protocol: 'https' }, TODAY)).toEqual([])
    expect(rulesOf(own, { protocol: 'https', exposure: 'public' }, TODAY)).toEqual([
      ['certificates/name-and-issuer', 'high'],
    ])
    const silent = { port: 443, tls: { hsts: { enabled: false } } } as never
    expect(rulesOf(silent, { protocol: 'https', kind: 'api' }, TODAY)).toEqual([])
    expect(rulesOf(silent, { protocol: 'https', kind: 'web-app' }, TODAY)).toEqual([
      ['transmission-security/hsts', 'low'],
    ])
  })

  it('names the fact as one writes it', () => {
    const [objection] = objectionsTo(
      { port: 443, tls: { versions: ['SSLv3'] } as never },
      { protocol: 'https' },
      TODAY,
    )
    expect(objection).toMatchObject({
      words: 'it speaks SSL, which is broken (tls.versions is SSLv3)',
      ground: '45 CFR 164.312(e)(2)(ii)',
    })
  })
})

const probedWith = (
  severity: 'high' | 'medium' | undefined,
  state: 'observed' | 'not-proven' | 'both',
): Probed => {
  const base = {
    about: { kind: 'endpoint', host: 'x', port: 1 },
    observedAt: '2026-11-25T00:00:00Z',
    how: 'x',
  } as const
  const seen = { ...base, state: 'observed', facts: {} } as const
  const unseen = { ...base, state: 'not-proven', reason: 'x' } as const
  return {
    target: https,
    scanned: { result: { kind: 'not-proven', words: 'x' }, connections: 1 },
    observations: state === 'both' ? [seen, unseen] : [state === 'observed' ? seen : unseen],
    objections: severity ? [{ rule: 'r', severity, words: 'w', fix: 'f', ground: 'g' }] : [],
  }
}

describe('exit codes', () => {
  it.each([
    ['nothing is wrong', [probedWith(undefined, 'observed')], false, 0],
    ['something is, below the bound', [probedWith('medium', 'observed')], false, 0],
    ['something is, at the bound', [probedWith('high', 'observed')], false, 1],
    ['one of two is wrong', [probedWith(undefined, 'observed'), probedWith('high', 'observed')], false, 1],
    [
      'one could not be probed',
      [probedWith(undefined, 'observed'), probedWith(undefined, 'not-proven')],
      false,
      0,
    ],
    [
      'one could not, and that counts',
      [probedWith(undefined, 'observed'), probedWith(undefined, 'not-proven')],
      true,
      1,
    ],
    ['a gap counts', [probedWith(undefined, 'both')], true, 1],
    ['a gap does not count', [probedWith(undefined, 'both')], false, 0],
    ['none could be probed', [probedWith(undefined, 'not-proven')], false, 2],
    ['none could be probed, and that counts', [probedWith(undefined, 'not-proven')], true, 2],
  ])('%s', (_circumstance, probed, strict, code) =>
    expect(exitCodeOf(probed, { failOn: 'high', strict })).toBe(code),
  )
})

describe('roots that are given', () => {
  it('are read from a file', () => {
    expect(readRoots(fixture().certFile)).toEqual({ ca: fixture().cert })
  })

  it.each([
    ['a file without any', () => temporary('empty.pem', 'nothing'), 'no certificate is in it'],
    ['no file', () => '/nowhere/ca.pem', 'cannot be read (ENOENT)'],
    ['a folder', () => '/', 'cannot be read (EISDIR)'],
  ])('are not read from %s', (_what, file, words) => {
    const read = readRoots(file())
    expect('problem' in read && read.problem.message).toContain(words)
  })
})

describe('a probe', () => {
  const options = { timeout: 2000 }
  const bad = { minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const

  it('of two places of one endpoint asks once and says it of both', async () => {
    await withServer(nodeServer(fixture()), async (port) => {
      const endpoints = `[{ id: web, port: ${port}, protocol: https, host: 127.0.0.1 }]`
      const plan = probePlan([], described(endpoints, `, { id: app, endpoints: ${endpoints} }`))
      const probed = await probeTls(plan, options)
      expect(probed.map(({ target }) => target.place)).toEqual(['portal/web', 'app/web'])
      expect(probed[0]?.scanned).toBe(probed[1]?.scanned)
      expect(evidenceOf(probed).observations).toHaveLength(2)
    })
  })

  it('trusts the roots that were given', async () => {
    await withServer(nodeServer(fixture()), async (port) => {
      const plan = probePlan([{ host: '127.0.0.1', port, protocol: 'other' }], undefined)
      const probed = await probeTls(plan, { ...options, ca: fixture().cert })
      expect(probed[0]?.observations[0]?.details).toMatchObject({
        chains: [{ trust: { public: { trusted: false }, given: { trusted: true } }, matchesHost: true }],
      })
      expect(probeText(probed, [], { columns: 80, color: false })).toContain('trusted by the given CA')
    })
  })

  it('keeps to the pace', async () => {
    await withServer(
      nodeServer({ ...fixture(), maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256' }),
      async (port) => {
        const plan = probePlan([{ host: '127.0.0.1', port, protocol: 'other' }], undefined)
        const started = performance.now()
        const [probed] = await probeTls(plan, { ...options, pace: 20 })
        const least = ((probed?.scanned.connections ?? 0) - 1) * 50
        expect(performance.now() - started).toBeGreaterThanOrEqual(least - 20)
        expect(least).toBeGreaterThan(300)
      },
    )
  })

  it('is told at 80 columns, the worst suites last, what is wrong at the end', async () => {
    await withServer(nodeServer({ ...fixture(), ...bad }), async (port) => {
      const plan = probePlan([{ host: '127.0.0.1', port, protocol: 'https' }], undefined)
      const text = probeText(await probeTls(plan, options), [{ place: 'a/b', why: 'no `host`' }], {
        columns: 80,
        color: false,
      })
      for (const line of text.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80)
      expect(text).toMatch(
        /^127\.0\.0\.1:\d+ \(https, \d+ connections\)\n {2}TLSv1\.3 {5}3 suites, in its own order\n/,
      )
      expect(text).toMatch(
        /TLSv1\.1 .*all of them above\n {2}TLSv1\.0 .*all of them above\n {2}Refused {5}SSLv3, SSLv2\n/,
      )
      expect(text.replace(/\s+/g, ' ')).toMatch(
        / HIGH it speaks a version of TLS that is withdrawn \(tls\.versions is TLSv1\.0,/,
      )
      expect(text).toContain('Described, and not probed\n  a/b: no `host`\n')
      expect(text).not.toContain('\u001b')
    })
  })

  it('cannot be made to paint the terminal by what a server sends', async () => {
    const serve = nodeServer(fixture(), (socket) =>
      socket.end('HTTP/1.1 200 \u001b[31mred\r\nLocation: \u202e\u001b]0;x\u0007\r\n\r\n'),
    )
    await withServer(serve, async (port) => {
      const probed = await probeTls(
        probePlan([{ host: '127.0.0.1', port, protocol: 'https' }], undefined),
        options,
      )
      const text = probeText(probed, [], { columns: 80, color: false })
      for (const unseen of ['\u001b', '\u0007', '\u202e']) expect(text).not.toContain(unseen)
      expect(text).toContain('\\u{1b}')
    })
  })
})
