import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { audit, type Finding, type Report } from '../../src/audit.js'
import type { Acceptance, ReportedSubject } from '../../src/engine/report.js'
import { type Format, reporterOf } from '../../src/reporters/index.js'

/** The examples on which every format is tried. */
export const EXAMPLES = ['clinic', 'compliant', 'openemr-on-eks'] as const

/** The report on a description. */
export const reportOn = (text: string, file = 'infra.yaml'): Report => {
  const audited = audit([{ file, bytes: new TextEncoder().encode(text) }], { asOf: '2026-11-24' })
  if ('problems' in audited) throw new Error(JSON.stringify(audited.problems))
  return audited.report
}

const examples = new Map<string, string>()

/** The report on an example, read back from JSON: a reporter sees no other. */
export const exampleReport = (name: (typeof EXAMPLES)[number]): Report => {
  const path = fileURLToPath(new URL(`../../examples/${name}.yaml`, import.meta.url))
  const stored =
    examples.get(name) ?? JSON.stringify(reportOn(readFileSync(path, 'utf8'), `examples/${name}.yaml`))
  examples.set(name, stored)
  return JSON.parse(stored) as Report
}

/** A database in the clear, a second one that ePHI reaches, and a vendor without an agreement. */
export const SMALL = `version: 1
system: { name: A small practice, individuals: 100 }
vendors: [{ id: v, name: Vendor, relationship: business-associate, baa: none }]
assets:
  - { id: db, kind: relational-database, ephi: [stores], encryptionAtRest: false }
  - { id: copy, kind: relational-database, encryptionAtRest: false }
flows:
  - { from: db, to: copy, carries: ephi }
  - { from: copy, to: v, carries: ephi }
`

/** What a report has besides where evidence, a baseline, waivers and a configuration were given: all of it is shown. */
export const withEverything = (report: Report): Report => {
  const place = { file: 'seen.json', line: 4, column: 2, endLine: 4, endColumn: 9 }
  const waiver = { rule: 'a/b', subjects: 'id x', reason: 'R', owner: 'O', until: '2027-01-01', failures: 2 }
  const seen = { observedAt: '2026-11-01', how: 'TLS', place }
  return {
    ...report,
    notRead: [{ what: 'aws_x', count: 2, why: 'nobody knows it', file: 'main.tf' }],
    waivers: [
      { ...waiver, state: 'in-force', required: true },
      { ...waiver, state: 'expired', required: false },
      { ...waiver, state: 'unused', required: false },
    ],
    baseline: { known: 2, fixed: [{ rule: 'c/d', subject: 'y', message: 'y: it was open' }] },
    evidence: {
      files: [{ file: 'seen.json', tool: 'testssl.sh', observations: 3 }],
      maxAge: '90 days',
      used: 1,
      notProven: [{ ...seen, about: 'a:443', why: 'nobody answers' }],
      notUsed: [{ ...seen, about: 'b:443', why: 'too old' }],
      cleared: [{ rule: 'a/b', subject: 'portal', was: 'unproven', path: '/assets/portal', place }],
    },
    leftOut: [{ rule: 'e/f', required: true }],
    remarks: [{ rule: 'g/h', note: 'it is said', subjects: ['portal'] }],
  }
}

/** What a reporter makes of a report. */
export const rendered = async (
  format: Format,
  report: Report,
  options = { color: false, columns: 80 },
): Promise<string> => [...(await reporterOf(format)).render(report, options)].join('')

/** The same, as the value that the JSON stands for. */
export const renderedJson = async <T>(format: Format, report: Report): Promise<T> =>
  JSON.parse(await rendered(format, report)) as T

/** The report with other findings. */
export const withFindings = (
  report: Report,
  change: (finding: Finding, index: number) => Finding,
): Report => ({ ...report, findings: report.findings.map(change) })

/** The finding with an acceptance of so many of its subjects; of all, it is accepted itself. */
export const accepting = (
  finding: Finding,
  acceptance: Acceptance,
  most = finding.subjects.length,
): Finding => ({
  ...finding,
  subjects: finding.subjects.map((subject, index) =>
    index < most ? { ...subject, accepted: acceptance } : subject,
  ),
  ...(most < finding.subjects.length ? {} : { accepted: [acceptance] }),
})

const small = (): string => {
  const stored = examples.get('') ?? JSON.stringify(reportOn(SMALL))
  examples.set('', stored)
  return stored
}

/** A report of one finding, made of one that fails in the small practice. */
export const reportOfOne = (
  change: (finding: Finding) => Finding = (one) => one,
  rule = 'encryption-at-rest/storage-encrypted',
): Report => {
  const report = JSON.parse(small()) as Report
  const finding = report.findings.find((one) => one.rule === rule && one.outcome === 'fail')
  if (finding === undefined) throw new Error(`nothing fails ${rule}`)
  return { ...report, findings: [change(finding)] }
}

/** The finding with its first subject changed. */
export const withSubject = (finding: Finding, change: Partial<ReportedSubject>): Finding => ({
  ...finding,
  subjects: finding.subjects.map((subject, index) => (index === 0 ? { ...subject, ...change } : subject)),
})
