import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { audit } from '../src/audit.js'
import type { Report } from '../src/engine/report.js'
import { parseReport } from '../src/read-report.js'
import { redacted } from '../src/redact.js'

const reportOf = (file: string, text: string): Report => {
  const audited = audit([{ file, bytes: new TextEncoder().encode(text) }], { asOf: '2026-11-24' })
  if ('problems' in audited) throw new Error(JSON.stringify(audited.problems))
  return JSON.parse(JSON.stringify(audited.report)) as Report
}
const clinic = readFileSync(fileURLToPath(new URL('../examples/clinic.yaml', import.meta.url)), 'utf8')

describe('a redacted report', () => {
  const report = reportOf('examples/clinic.yaml', clinic)
  const safe = redacted(report)
  const text = JSON.stringify(safe)

  it('names no system, vendor, account or file', () => {
    for (const name of [
      'Lakeshore',
      'QuickTranscribe',
      'PageCount',
      'OldTech',
      'frontdesk',
      'examples/clinic',
      'patient-db',
    ])
      expect(text, name).not.toContain(name)
  })

  it('keeps what was found, by rule and weight', () => {
    expect(safe.findings.map(({ rule, severity, outcome }) => [rule, severity, outcome])).toEqual(
      report.findings.map(({ rule, severity, outcome }) => [rule, severity, outcome]),
    )
    expect(safe.findings.every(({ excerpt }) => excerpt === undefined)).toBe(true)
    expect(safe.summary).toEqual(report.summary)
  })

  it('names the same thing the same everywhere', () => {
    const of = (from: Report, rule: string) =>
      from.findings.find((one) => one.rule === rule)?.subjects[0]?.label
    const subject = of(safe, 'scope/unrelated-vendor')
    expect(subject).toMatch(/^vendor-\d+$/)
    expect(safe.vendors.map(({ name }) => name)).toContain(subject)
  })

  it('is a report still', () => {
    expect(parseReport('safe.json', text)).toEqual({ report: safe })
  })

  it('gives hosts, addresses and mail other names', () => {
    const hosts = reportOf(
      'a.yaml',
      `version: 1
system: { name: Dr. Ada Byron }
vendors: [{ id: host, name: 'db7.byron-clinic.org', relationship: business-associate, baa: none, notes: ask ada@byron.example }]
assets: [{ id: patients, kind: server, vendor: host, ephi: [stores], endpoints: [{ port: 443, protocol: https, tls: { certificate: { issuer: '10.1.2.3 Byron CA', notAfter: 2026-01-01 } } }] }]`,
    )
    expect(JSON.stringify(redacted(hosts))).not.toMatch(/\b(byron|10\.1\.2\.3|Ada)\b/i)
  })
})

describe('words of others in a redacted report', () => {
  const place = { file: 'seen.json', line: 1, column: 1, endLine: 1, endColumn: 2 }
  const report = reportOf('examples/clinic.yaml', clinic)
  const leaky: Report = {
    ...report,
    notRead: [{ what: 'module.byron_network', count: 1, why: 'it lies in byron/modules', file: 'byron.tf' }],
    baseline: { known: 1, fixed: [{ rule: 'a/b', subject: 'records-db', message: 'records-db: open' }] },
    evidence: {
      files: [{ file: 'byron.json', tool: 'testssl.sh 3.2', observations: 1 }],
      maxAge: '90 days',
      used: 0,
      notProven: [
        {
          about: '[2001:db8::7]:443',
          observedAt: '2026-11-01',
          how: 'TLS',
          why: '220 mx.byron.de ready',
          place,
        },
      ],
      notUsed: [],
      cleared: [],
    },
    remarks: [{ rule: 'a/b', note: 'byron_admin, byronAdmin, 王伟 and Zoë', subjects: [] }],
  }
  const safe = redacted(leaky)

  it.each(['byron', 'Byron', '王伟', 'Zoë', 'records-db', '2001:db8'])('lack %s', (name) => {
    expect(JSON.stringify(safe)).not.toContain(name)
  })

  it('keep what was not read, what was seen, and by which tool', () => {
    expect(safe.notRead).toMatchObject([
      { what: expect.stringMatching(/^module\.name-\d+_network$/), count: 1 },
    ])
    expect(safe.evidence?.files).toMatchObject([{ tool: 'testssl.sh 3.2', observations: 1 }])
    expect(safe.evidence?.notProven[0]?.about).toMatch(/^\[host-\d+\]:443$/)
    expect(safe.baseline?.fixed).toMatchObject([{ subject: 'thing-1', message: 'thing-1: open' }])
  })

  it('leave the names of types and suites as they are', () => {
    const typed: Report = {
      ...report,
      remarks: [{ rule: 'a/b', note: 'AWS::EC2 at 10:00:00 by TLS_AES_128_GCM_SHA256', subjects: [] }],
    }
    expect(redacted(typed).remarks[0]?.note).toMatch(/::\w*.* at 10:00:00 by TLS_AES_128_GCM_SHA256$/)
  })
})

describe('a stored report', () => {
  const whole = JSON.stringify(reportOf('examples/clinic.yaml', clinic))

  it.each([
    ['torn', whole.slice(0, 5000), 'not-json'],
    ['empty', '', 'not-json'],
    ['no report', '{"version":1}', 'wrong-type'],
    ['a list', '[]', 'wrong-type'],
    ['of another version', whole.replace('"reportVersion":1', '"reportVersion":2'), 'unknown-version'],
    ['of another shape', whole.replace('"findings":[', '"findings":[{},'), 'wrong-type'],
  ])('is refused when it is %s', (_, text, code) => {
    expect(parseReport('r.json', text)).toMatchObject({
      problems: [{ code, message: expect.stringContaining('r.json') }],
    })
  })
})
