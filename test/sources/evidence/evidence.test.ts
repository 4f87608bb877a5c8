import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { type AuditOptions, audit, type Report } from '../../../src/audit.js'
import type { Problem } from '../../../src/model/problem.js'

const INFRA = `version: 1
system: { name: Lakeshore }
tlsPolicies:
  edge: { versions: [TLSv1.2, TLSv1.3] }
assets:
  - id: portal
    kind: web-app
    ephi: [transmits]
    endpoints:
      - { id: web, host: Portal.lakeshore.example, port: 443, protocol: https, tls: edge }
      - { id: api, host: api.lakeshore.example, protocol: https, tls: { providerPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06 } }
      - { port: 8443, protocol: https, tls: { versions: [TLSv1.3], cipherSuites: [ECDHE-RSA-AES128-GCM-SHA256] } }
  - { id: db, kind: relational-database, ephi: [stores], address: "arn:aws:rds:us-east-1:123456789012:db:charts" }
  - { id: twin-1, kind: server, name: twin }
  - { id: twin-2, kind: server, name: twin }
email:
  domains: [{ name: lakeshore.example, mtaSts: { mode: enforce } }]
  streams: [{ id: referrals, sender: portal, domain: mail.lakeshore.example, carries: ephi }]
`
const bytes = (text: string) => new TextEncoder().encode(text)
const BASE = { observedAt: '2026-11-20T10:00:00Z', how: 'a look', state: 'observed' }
const evidence = (...observations: object[]) =>
  JSON.stringify(
    {
      evidenceVersion: 1,
      tool: { name: 'test', version: '1' },
      observations: observations.map((one) => ({ ...BASE, ...one })),
    },
    undefined,
    1,
  )

type Options = AuditOptions & { readonly asOf?: string; readonly maxAge?: string }
const audited = (texts: string | readonly string[], options: Options = {}) =>
  audit([{ file: 'infra.yaml', bytes: bytes(INFRA) }], {
    asOf: '2026-11-24',
    ...options,
    evidence: [texts]
      .flat()
      .map((text, index) => ({ file: `evidence-${index + 1}.json`, bytes: bytes(text) })),
  })
const reportOf = (texts: string | readonly string[], options: Options = {}): Report => {
  const result = audited(texts, options)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.report
}
const problemsOf = (text: string): readonly Problem[] => {
  const result = audited(text)
  if (!('problems' in result)) throw new Error('nothing is wrong with it')
  return result.problems
}
const drift = ({ findings }: Report) =>
  findings
    .filter(({ rule }) => rule === 'drift/observed')
    .map(({ message, place, subjects }) => [
      message.replace(/.*\((.*)\)$/, '$1'),
      `${place?.file}:${place?.line}`,
      (subjects[0]?.also ?? [])
        .map(({ words, place: other }) => `${words} ${other.file}:${other.line}`)
        .join(),
    ])
const endpoint = (host: string, port: number, place?: string) => ({
  kind: 'endpoint',
  host,
  port,
  ...(place === undefined ? {} : { place }),
})
const OLD = { tls: { versions: ['TLSv1.0', 'TLSv1.2'] } }

describe('an observation of an endpoint', () => {
  it.each([
    ['by host and port, whatever the capitals', endpoint('portal.Lakeshore.example', 443), 'web', 4],
    ['by the place that it names', endpoint('10.0.0.7', 8443, 'portal/8443'), '8443', 12],
    ['by the place before the host', endpoint('portal.lakeshore.example', 443, 'portal/8443'), '8443', 12],
    [
      'by host and port, where the place is gone',
      endpoint('portal.lakeshore.example.', 443, 'old/x'),
      'web',
      4,
    ],
    ['by the port of its protocol, where none is stated', endpoint('api.lakeshore.example', 443), 'api', 11],
  ])('is found %s', (_, about, id, line) => {
    expect(drift(reportOf(evidence({ about, facts: OLD })))).toEqual([
      [
        `endpoints.${id}.tls.versions is stated as ${id === '8443' ? 'TLSv1.3' : 'TLSv1.2, TLSv1.3'}, and observed as TLSv1.0, TLSv1.2`,
        expect.stringMatching(/^evidence-1\.json:\d+$/),
        `stated here infra.yaml:${line}`,
      ],
    ])
  })

  it.each([
    [
      'another port',
      endpoint('portal.lakeshore.example', 444),
      'no endpoint has `host: portal.lakeshore.example` and `port: 444`',
    ],
    [
      'another host',
      endpoint('lakeshore.example', 443),
      'no endpoint has `host: lakeshore.example` and `port: 443`',
    ],
    [
      'a place that is not described',
      endpoint('10.0.0.7', 443, 'portal/nowhere'),
      '`portal/nowhere` is not described, and no endpoint has `host: 10.0.0.7` and `port: 443`',
    ],
  ])('is listed and not used: %s', (_, about, why) => {
    const { evidence: its } = reportOf(evidence({ about, facts: OLD }))
    expect(its).toMatchObject({ used: 0, notUsed: [{ why, how: 'a look', observedAt: BASE.observedAt }] })
  })

  it('points into the evidence, and cites it where it clears an answer', () => {
    const about = endpoint('portal.lakeshore.example', 443)
    const { evidence: its, summary } = reportOf(
      evidence({ about, facts: { tls: { hsts: { maxAge: '1 year' } } } }),
    )
    expect(its?.cleared).toContainEqual({
      rule: 'transmission-security/hsts',
      subject: 'portal/web',
      was: 'unproven',
      path: '/assets/portal/endpoints/web/tls/hsts/maxAge',
      place: expect.objectContaining({ file: 'evidence-1.json', line: 20, column: 17 }) as unknown,
    })
    expect(summary.passesByRank.observed).toBe(2)
  })

  it('is compared by the names of suites, not by their spelling', () => {
    const suites = (...names: string[]) =>
      evidence({ about: endpoint('x', 1, 'portal/8443'), facts: { tls: { cipherSuites: names } } })
    expect(drift(reportOf(suites('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256')))).toEqual([])
    expect(drift(reportOf(suites('TLS_RSA_WITH_AES_128_GCM_SHA256')))).toHaveLength(1)
  })
})

describe('an observation of an asset', () => {
  const facts = { encryptionAtRest: true }
  it.each([
    ['by id', { id: 'db' }],
    ['by address', { address: 'arn:aws:rds:us-east-1:123456789012:db:charts' }],
    ['by the address without its first part', { address: 'aws:rds:us-east-1:123456789012:db:charts' }],
    ['by the name at the end of an ARN', { address: 'arn:aws:s3:::db' }],
    ['by a host of its own', { address: 'API.lakeshore.example' }],
  ])('is found %s', (_, names) => {
    const { evidence: its } = reportOf(evidence({ about: { kind: 'asset', ...names }, facts }))
    expect(its).toMatchObject({ used: 1, notUsed: [] })
  })

  it.each([
    ['a name that two assets have', { address: 'twin' }, '`twin` may be twin-1 or twin-2'],
    [
      'a name that is no address',
      { address: 'other:db' },
      'no asset has the id or address `other:db`; state `address` of the asset that it is',
    ],
  ])('is listed and not used: %s', (_, names, why) => {
    const { evidence: its } = reportOf(evidence({ about: { kind: 'asset', ...names }, facts }))
    expect(its).toMatchObject({ used: 0, notUsed: [{ why }] })
  })

  it('may name endpoints by port', () => {
    const about = { kind: 'asset', id: 'portal' }
    expect(
      drift(
        reportOf(evidence({ about, facts: { endpoints: [{ port: 8443, tls: { versions: ['1.2'] } }] } })),
      ),
    ).toMatchObject([
      [
        'endpoints.8443.tls.versions is stated as TLSv1.3, and observed as TLSv1.2',
        expect.anything(),
        expect.anything(),
      ],
    ])
  })

  it('counts as imported where only the configuration was looked at', () => {
    const { summary } = reportOf(evidence({ about: { kind: 'asset', id: 'db' }, of: 'configuration', facts }))
    expect(summary.passesByRank).toMatchObject({ imported: 1, observed: 0 })
  })

  it('makes no ePHI assumed that nobody assumed', () => {
    const one = reportOf(evidence({ about: { kind: 'asset', id: 'twin-1' }, facts }))
    expect(one.summary.assets).toEqual(reportOf(evidence()).summary.assets)
  })
})

describe('an observation of mail', () => {
  it('is found by the domain, and contradicts what is stated of it', () => {
    const about = { kind: 'mail-domain', domain: 'Lakeshore.Example.' }
    expect(drift(reportOf(evidence({ about, facts: { mtaSts: { mode: 'testing' }, name: 'x' } })))).toEqual([
      [
        'mtaSts.mode is stated as enforce, and observed as testing',
        'evidence-1.json:18',
        'stated here infra.yaml:17',
      ],
    ])
  })

  it('is found by the domain of a stream, of which nothing is stated', () => {
    const about = { kind: 'mail-domain', domain: 'mail.lakeshore.example' }
    expect(
      reportOf(evidence({ about, facts: { spf: 'v=spf1 -all' } }), { profile: 'recommended' }).evidence
        ?.cleared,
    ).toContainEqual(
      expect.objectContaining({ rule: 'email/spf', subject: 'mail.lakeshore.example', was: 'unproven' }),
    )
  })

  it.each([
    [{ kind: 'mail-domain', domain: 'elsewhere.example' }, 'no mail domain `elsewhere.example` is described'],
    [{ kind: 'message', stream: 'nope' }, 'no mail stream `nope` is described'],
  ])('is listed and not used: %o', (about, why) => {
    const facts = about.kind === 'message' ? { hops: [] } : {}
    expect(reportOf(evidence({ about, facts })).evidence?.notUsed).toMatchObject([{ why }])
  })
})

describe('what an observation is worth', () => {
  const about = endpoint('portal.lakeshore.example', 443)
  it.each([
    ['on its last day', '2026-08-26T00:00:00Z', {}, 1],
    ['a day later', '2026-08-25T23:59:59Z', {}, 0],
    ['within another age', '2026-08-25T23:59:59Z', { maxAge: 'P91D' }, 1],
    ['older than another age', '2026-11-20T10:00:00Z', { maxAge: '3 days' }, 0],
    ['on the day that is judged', '2026-11-24T23:59:59Z', {}, 1],
    ['after the day that is judged', '2026-11-25T00:00:00Z', {}, 0],
    ['with another offset, the day before', '2026-11-25T01:00:00+02:00', {}, 1],
  ])('depends on its age: %s', (_, observedAt, options, used) => {
    const { evidence: its } = reportOf(evidence({ about, observedAt, facts: OLD }), options)
    expect(its?.used).toBe(used)
    expect(its?.notUsed).toHaveLength(1 - used)
  })

  it('says why it is not used', () => {
    const { evidence: its } = reportOf(
      evidence(
        { about, observedAt: '2026-08-25T10:00:00Z', facts: {} },
        { about, observedAt: '2026-12-01T10:00:00Z', facts: {} },
      ),
    )
    expect(its?.notUsed.map(({ why }) => why)).toEqual([
      'it was seen on 2026-08-25, too long ago (--max-age)',
      'it was seen on 2026-12-01, after the day on which is judged',
    ])
    expect(its?.maxAge).toBe('90 days')
  })

  it('is nothing where nothing was proven, and the words are kept', () => {
    const report = reportOf(evidence({ about, state: 'not-proven', reason: '421 too busy' }))
    expect(report.evidence).toMatchObject({
      used: 0,
      notProven: [{ about: 'portal.lakeshore.example:443', why: '421 too busy' }],
    })
    expect(report.findings.filter(({ rule }) => rule.startsWith('drift/'))).toEqual([])
  })

  const failing = (texts: readonly string[], rule: string): number =>
    reportOf(texts, { profile: 'recommended' }).findings.filter(
      (one) => one.rule === rule && one.outcome === 'fail',
    ).length
  const LATER = '2026-11-21T10:00:00Z'
  const SUITE = { versions: ['1.2'], cipherSuites: ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'] }
  const tls = (facts: object, observedAt = BASE.observedAt) =>
    evidence({ about, observedAt, facts: { tls: facts } })
  const domain = (facts: object, observedAt = BASE.observedAt) =>
    evidence({ about: { kind: 'mail-domain', domain: 'lakeshore.example' }, observedAt, facts })

  it.each([
    [
      'a small modulus, all suites seen anew',
      'transmission-security/group-strength',
      tls({ ...SUITE, dhBits: 1024, groups: ['secp192r1'] }),
      tls(SUITE, LATER),
      0,
    ],
    [
      'a small modulus, only a certificate seen since',
      'transmission-security/group-strength',
      tls({ ...SUITE, dhBits: 1024 }),
      tls({ certificate: { notAfter: '2027-01-01' } }, LATER),
      1,
    ],
    [
      'a certificate for another host, replaced since',
      'certificates/name-and-issuer',
      tls({ certificate: { notAfter: '2027-01-01', matchesHost: false } }),
      tls({ certificate: { notAfter: '2027-02-01' } }, LATER),
      0,
    ],
    [
      'a certificate for another host, seen again by somebody who does not say',
      'certificates/name-and-issuer',
      tls({ certificate: { notAfter: '2027-01-01', matchesHost: false } }),
      tls({ certificate: { notAfter: '2027-01-01' } }, LATER),
      1,
    ],
    [
      'a fault of SPF, read anew',
      'email/spf',
      domain({ spf: 'v=spf1 include:x.example -all', spfFault: '11 look-ups' }),
      domain({ spf: 'v=spf1 include:x.example -all' }, LATER),
      0,
    ],
    [
      'a fault of SPF, not asked for since',
      'email/spf',
      domain({ spf: 'v=spf1 include:x.example -all', spfFault: '11 look-ups' }),
      domain({ tlsRpt: true }, LATER),
      1,
    ],
  ])('holds no longer than it was so: %s', (_, rule, before, after, count) => {
    expect(failing([before], rule)).toBe(1)
    expect(failing([before, after], rule)).toBe(count)
  })

  it('lets the later of two count, in whatever order and file they stand', () => {
    const later = { about, observedAt: '2026-11-21T10:00:00Z', facts: { tls: { versions: ['1.2'] } } }
    const earlier = { about, facts: OLD }
    for (const texts of [
      [evidence(later, earlier)],
      [evidence(earlier), evidence(later)],
      [evidence(later), evidence(earlier)],
    ])
      expect(drift(reportOf(texts)).map(([words]) => words)).toEqual([
        'endpoints.web.tls.versions is stated as TLSv1.2, TLSv1.3, and observed as TLSv1.2',
      ])
  })
})

describe('files of evidence', () => {
  it('are known by their content', () => {
    const result = audit(
      [
        { file: 'infra.yaml', bytes: bytes(INFRA) },
        {
          file: 'seen.json',
          bytes: bytes(evidence({ about: { kind: 'asset', id: 'db' }, facts: {} })),
          named: false,
        },
      ],
      { asOf: '2026-11-24' },
    )
    expect(result).toMatchObject({
      report: { evidence: { files: [{ file: 'seen.json', tool: 'test 1', observations: 1 }], used: 1 } },
    })
  })

  it('are told in a report as the schema of reports says', () => {
    const path = fileURLToPath(new URL('../../../schemas/report.schema.json', import.meta.url))
    const check = new Ajv2020({ strict: true, allErrors: true }).compile(
      JSON.parse(readFileSync(path, 'utf8')) as object,
    )
    const about = endpoint('portal.lakeshore.example', 443)
    const report = reportOf(
      evidence(
        { about, facts: { tls: { hsts: { maxAge: '1 year' } } } },
        { about, state: 'not-proven', reason: 'x' },
        { about: { kind: 'asset', id: 'no' }, facts: {} },
      ),
    )
    check(JSON.parse(JSON.stringify(report)))
    expect(check.errors).toBeNull()
  })

  it.each<[string, string, Partial<Problem>, string]>([
    [
      'an empty object',
      '{}',
      { code: 'missing-key', message: 'a file of evidence needs `evidenceVersion`' },
      '{}',
    ],
    [
      'another version',
      '{"evidenceVersion":2,"tool":{"name":"x"},"observations":[]}',
      { code: 'unknown-value', found: 'the number 2' },
      '2,"tool":{"name":"x"},"observations":[]}',
    ],
    [
      'a state that there is not',
      evidence({ about: { kind: 'asset' }, state: 'seen', facts: {} }),
      { code: 'unknown-value', expected: 'observed | not-proven' },
      '"seen",',
    ],
    [
      'a kind that there is not',
      evidence({ about: { kind: 'host' }, facts: {} }),
      { code: 'unknown-value', expected: 'endpoint | mail-domain | asset | message' },
      '"host"',
    ],
    [
      'a key of no observation',
      evidence({ about: { kind: 'asset', id: 'db' }, facts: {}, when: 1 }),
      { code: 'unknown-key', message: '`when` is not a key of an observation' },
      '"when": 1',
    ],
    [
      'a fact of nothing',
      evidence({ about: { kind: 'asset', id: 'db' }, facts: { encryption: 'none' } }),
      { code: 'unknown-key' },
      '"encryption": "none"',
    ],
    [
      'an id as a fact',
      evidence({ about: { kind: 'asset', id: 'db' }, facts: { id: 'portal' } }),
      { code: 'unknown-key', message: '`id` is not a key of `facts`' },
      '"id": "portal"',
    ],
    [
      'a value that cannot be',
      evidence({ about: endpoint('a', 1), facts: { tls: { versions: ['TLSv9'] } } }),
      { code: 'unknown-value', message: '`versions` cannot be read' },
      '"TLSv9"',
    ],
    [
      'a name of nothing',
      evidence({ about: endpoint('portal.lakeshore.example', 443), facts: { tls: { policy: 'edgy' } } }),
      { code: 'dangling-reference', suggestion: 'edge' },
      '"edgy"',
    ],
    [
      'no time',
      evidence({ about: { kind: 'asset', id: 'db' }, observedAt: 'yesterday', facts: {} }),
      { code: 'impossible-date', found: 'yesterday' },
      '"yesterday",',
    ],
    [
      'a time that there is not',
      evidence({ about: { kind: 'asset', id: 'db' }, observedAt: '2026-13-41T10:00:00Z', facts: {} }),
      { code: 'impossible-date' },
      '"2026-13-41T10:00:00Z",',
    ],
    [
      'nothing proven without a reason',
      evidence({ about: { kind: 'asset', id: 'db' }, state: 'not-proven' }),
      { code: 'missing-key', message: 'an observation needs `reason`' },
      '{',
    ],
    ['half a file', '{"evidenceVersion":', {}, ''],
  ])('that are wrong are refused with the place: %s', (_, text, problem, at) => {
    const [first] = problemsOf(text)
    expect(first).toMatchObject(problem)
    const line = text.split('\n')[(first?.place?.line ?? 0) - 1] ?? ''
    expect(line.slice((first?.place?.column ?? 0) - 1)).toBe(at)
    expect(first?.place?.file).toBe('evidence-1.json')
  })

  it('is told that an age is no duration', () => {
    expect(audited(evidence(), { maxAge: 'long' })).toMatchObject({
      problems: [{ code: 'bad-usage', found: 'long' }],
    })
  })
})

describe('evidence of lines of a configuration', () => {
  const MAIN = `provider "aws" {
  region = "us-east-1"
}
resource "aws_s3_bucket" "charts" {
  bucket = "charts"
}
resource "aws_db_instance" "ehr" {
  engine            = "postgres"
  storage_encrypted = true
}
`
  it.each([
    ['the head of a block', 'main.tf:7', ['aws_db_instance.ehr']],
    ['a line within', 'main.tf:9', ['aws_db_instance.ehr']],
    ['the last line of another block', 'aws/main.tf:6', ['aws_s3_bucket.charts']],
    ['a block of no asset', 'main.tf:2', []],
    ['another file', 'other.tf:7', []],
  ])('is found by %s', (_, address, found) => {
    const text = evidence({
      about: { kind: 'asset', address },
      of: 'configuration',
      facts: { encryptionAtRest: false },
    })
    const result = audit([{ file: 'main.tf', bytes: bytes(MAIN) }], {
      asOf: '2026-11-24',
      evidence: [{ file: 'evidence.json', bytes: bytes(text) }],
    })
    if ('problems' in result) throw new Error(result.problems[0]?.message)
    expect(result.report.evidence?.used).toBe(found.length)
    const failing = result.report.findings.filter(
      ({ rule, outcome }) => rule === 'encryption-at-rest/storage-encrypted' && outcome === 'fail',
    )
    expect(failing.flatMap(({ subjects }) => subjects.map(({ id }) => id))).toEqual(found)
  })

  const THEIRS = MAIN.replace(/^provider[^}]*}\n/, '').replace('"ehr"', '"billing"')
  it.each([
    [
      'the very name of one',
      ['main.tf', 'modules/billing/main.tf'],
      'main.tf:7',
      ['terraform.aws_db_instance.ehr'],
    ],
    [
      'the very name of one, which has nothing there',
      ['main.tf', 'modules/billing/main.tf'],
      'main.tf:2',
      [],
    ],
    [
      'a name with its folder',
      ['ehr/main.tf', 'billing/main.tf'],
      'billing/main.tf:7',
      ['billing.aws_db_instance.billing'],
    ],
    ['a name that two have', ['ehr/main.tf', 'billing/main.tf'], 'main.tf:7', []],
  ])('is found among files of one name by %s', (_, [one, other], address, found) => {
    const text = evidence({
      about: { kind: 'asset', address },
      of: 'configuration',
      facts: { encryptionAtRest: false },
    })
    const files = [
      { file: one as string, bytes: bytes(MAIN) },
      { file: other as string, bytes: bytes(THEIRS) },
    ]
    const result = audit(files, {
      asOf: '2026-11-24',
      evidence: [{ file: 'evidence.json', bytes: bytes(text) }],
    })
    if ('problems' in result) throw new Error(result.problems[0]?.message)
    const failing = result.report.findings.filter(
      ({ rule, outcome }) => rule === 'encryption-at-rest/storage-encrypted' && outcome === 'fail',
    )
    expect(failing.flatMap(({ subjects }) => subjects.map(({ id }) => id))).toEqual(found)
    expect(result.report.evidence?.notUsed.length).toBe(1 - found.length)
  })

  it('is said to be of one of several', () => {
    const text = evidence({ about: { kind: 'asset', address: 'main.tf:7' }, of: 'configuration', facts: {} })
    const result = audit(
      [
        { file: 'ehr/main.tf', bytes: bytes(MAIN) },
        { file: 'billing/main.tf', bytes: bytes(THEIRS) },
      ],
      { asOf: '2026-11-24', evidence: [{ file: 'evidence.json', bytes: bytes(text) }] },
    )
    if ('problems' in result) throw new Error(result.problems[0]?.message)
    expect(result.report.evidence?.notUsed.map(({ why }) => why)).toEqual([
      expect.stringMatching(/^`main\.tf:7` may be .*ehr.* or .*billing.*: name its folder too$/),
    ])
  })
})
