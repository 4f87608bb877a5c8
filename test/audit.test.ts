import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { audit, type Report } from '../src/audit.js'

const example = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../examples/${name}.yaml`, import.meta.url)), 'utf8')

const reportOf = (text: string): Report => {
  const audited = audit([{ file: 'infra.yaml', bytes: new TextEncoder().encode(text) }], {
    asOf: '2026-11-24',
  })
  if ('problems' in audited) throw new Error(JSON.stringify(audited.problems))
  return audited.report
}

/** What must not change when a description is written otherwise. */
const essence = ({ findings, summary }: Report) => ({
  outcomes: summary.outcomes,
  findings: findings.map(({ fingerprint, rule, outcome, severity, message }) => [
    fingerprint,
    rule,
    outcome,
    severity,
    message,
  ]),
})

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, reversed(one)]),
  )
}

describe.each(['clinic', 'compliant'])('the example %s', (name) => {
  it('says the same when its keys are reordered', () => {
    const text = example(name)
    const other = stringify(reversed(parse(text)))
    expect(essence(reportOf(other))).toEqual(essence(reportOf(text)))
  })

  it('says the same when its assets, vendors and keys are reordered', () => {
    const text = example(name)
    const tree = parse(text) as Record<string, unknown[]>
    for (const list of ['assets', 'vendors', 'keys', 'parties', 'zones', 'sites']) tree[list]?.reverse()
    expect(essence(reportOf(stringify(tree)))).toEqual(essence(reportOf(text)))
  })

  it('is reported as the schema of reports says', () => {
    const schema = JSON.parse(
      readFileSync(fileURLToPath(new URL('../schemas/report.schema.json', import.meta.url)), 'utf8'),
    ) as object
    const check = new Ajv2020({ strict: true, allErrors: true }).compile(schema)
    const report: unknown = JSON.parse(JSON.stringify(reportOf(example(name))))
    check(report)
    expect(check.errors ?? []).toEqual([])
  })
})

describe('findings', () => {
  it('have all that a reader needs', () => {
    for (const finding of reportOf(example('clinic')).findings) {
      expect(finding.fingerprint).toMatch(/^[0-9a-f]{24}$/)
      expect(finding.ground.citation).not.toBe('')
      expect(finding.place?.line).toBeGreaterThan(0)
      expect(finding.subjects.length).toBeGreaterThan(0)
      for (const text of [finding.message, finding.why, finding.fix]) expect(text.length).toBeGreaterThan(10)
      expect(`${finding.message} ${finding.fix}`).not.toMatch(/\{\w+\}/)
    }
  })

  it('are the same for defaults and for the same spelt out', () => {
    const set = 'encryptionAtRest: false, access: { anonymous: false, roles: false }'
    const assets = ['a', 'b', 'c'].map((id) => `{ id: ${id}, kind: relational-database, ephi: [stores]`)
    const spelt = `version: 1\nassets:\n${assets.map((asset) => `  - ${asset}, ${set} }\n`).join('')}`
    const shared = `version: 1\ndefaults: [{ match: {}, set: { ${set} } }]\nassets:\n${assets.map((asset) => `  - ${asset} }\n`).join('')}`
    expect(essence(reportOf(shared))).toEqual(essence(reportOf(spelt)))
    expect(
      reportOf(shared).findings.filter(({ rule }) => rule === 'encryption-at-rest/storage-encrypted'),
    ).toHaveLength(1)
  })

  it('ask few questions of many stores', () => {
    const kinds = [
      'relational-database',
      'object-store',
      'file-share',
      'cache',
      'queue',
      'log-store',
      'search-index',
      'archive',
      'data-warehouse',
      'document-store',
      'server',
      'mobile-device',
      'backup-vault',
    ]
    const assets = Array.from(
      { length: 39 },
      (_, index) =>
        `  - { id: store-${index}, kind: ${kinds[index % kinds.length]}, ephi: [stores]${index % 5 === 0 ? ', encryptionAtRest: true' : ''} }\n`,
    )
    const { questions, findings } = reportOf(`version: 1\nassets:\n${assets.join('')}`)
    expect(questions.length).toBeLessThanOrEqual(40)
    expect(findings.filter(({ rule }) => rule === 'access-control/unique-user-ids')).toHaveLength(1)
    const worth = questions.map((question) => question.worth)
    expect(worth).toEqual([...worth].sort((one, other) => other - one))
  })
})
