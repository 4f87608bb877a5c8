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
    expect(safe.notRead).toMatchObject([{ what: expect.stringMatching(/^module\.name-\d+$/), count: 1 }])
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

describe('what somebody else wrote', () => {
  const described = (text: string): Report =>
    reportOf(
      'a.yaml',
      `version: 1
system: { name: A, jurisdictions: [US-NY] }
vendors: [{ id: v, relationship: business-associate, baa: none, assurances: [{ kind: iso27001, validUntil: 2027-01-01, document: ${JSON.stringify(text)} }] }]
identity: { sharedAccounts: [${JSON.stringify(text)}] }
assets: [{ id: patients, kind: server, vendor: v, service: ${JSON.stringify(text)}, ephi: [stores] }]`,
    )

  it.each([
    ['a word with a capital in it', 'mercyHospital', /mercy/i],
    ['a word with a number behind it', 'mercy-12', /mercy/i],
    ['a word that looks like a suite', 'TLS_MERCY', /mercy/i],
    ['a short name', 'Li', /\bli\b/i],
    ['letters beyond ASCII', 'Zoë Müller', /zoë|müller|zo\b/i],
    ['another script', 'Ли 李小龙', /Ли|李/],
    ['a number of an account', '123456789012', /123456789012/],
    ['a telephone', '555-867-5309 or (555) 867-5309', /5309/],
    ['a social security number', '078-05-1120', /05-1120/],
    ['an address of IPv6', '2001:db8::42', /db8:/],
    ['a host in any domain', 'db.mercy.hospital', /mercy/i],
    ['a resource of AWS', 'arn:aws:s3:::mercy-files', /mercy/i],
  ])('is renamed: %s', (_, text, name) => {
    const report = described(text)
    expect(JSON.stringify(report)).toMatch(name)
    expect(JSON.stringify(redacted(report))).not.toMatch(name)
  })

  it('is renamed where the other side of a probe said it', () => {
    const observation = {
      about: 'a:1',
      observedAt: '2026-11-24T10:00:00Z',
      how: 'tls',
      why: 'mercyHost refused',
    }
    const place = { file: 'e.json', line: 1, column: 1, endLine: 1, endColumn: 2 }
    const evidence = {
      files: [],
      maxAge: '90 days',
      used: 0,
      notProven: [{ ...observation, place }],
      notUsed: [],
      cleared: [],
    }
    const safe = redacted({ ...described('x'), evidence })
    expect(safe.evidence?.notProven[0]?.why).not.toMatch(/mercy/i)
    expect(safe.evidence?.notProven[0]?.observedAt).toBe(observation.observedAt)
  })
})

describe('what we wrote ourselves', () => {
  const report = reportOf(
    'a.yaml',
    `version: 1
system: { name: A, jurisdictions: [US-NY] }
assets:
  - { id: mail, kind: mail-server, ephi: [stores] }
  - { id: laptops, kind: mobile-device, count: 40, ephi: [stores], exceptions: [{ count: 3, why: old, set: { encryptionAtRest: false } }] }
flows: [{ from: laptops, to: mail, carries: ephi }]
email: { externalAutoForward: true, streams: [{ id: reminders, sender: mail, to: [], carries: ephi, transport: opportunistic, fallback: send-anyway }] }`,
  )
  const safe = redacted(report)
  const of = (from: Report, rule: string) => from.findings.find((one) => one.rule === rule)

  it('stays, where a word of it is the name of an asset as well', () => {
    const message = of(safe, 'email/fallback')?.message ?? ''
    expect(message).toContain(': mail with ePHI goes in clear')
    const fixes = (from: Report) => from.findings.map(({ fix }) => fix)
    expect(fixes(safe)).toEqual(fixes(report))
  })

  it('stays in paths and in reasons of rules', () => {
    const why = (from: Report) => from.findings.map(({ why }) => why)
    expect(why(safe)).toEqual(why(report))
    expect(safe.findings.flatMap(({ subjects }) => subjects.map(({ path }) => path)).join()).toMatch(
      /\/assets\/asset-\d+\/encryptionAtRest\/enabled/,
    )
  })

  it('tells the same thing by the same name, in counts and on its ways', () => {
    const labels = (kind: string) =>
      safe.findings.flatMap(({ subjects }) =>
        subjects.filter((one) => one.kind === kind).map(({ label }) => label),
      )
    const mail = safe.map.nodes.find(({ what }) => what === 'mail-server')?.id
    const laptops = safe.map.nodes.find(({ what }) => what === 'mobile-device')?.id
    expect(labels('asset')).toEqual(
      expect.arrayContaining([mail, `${laptops} (37)`, `${laptops} (3 with an exception)`]),
    )
    expect(labels('hop')).toContain(`${laptops} → ${mail}`)
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
