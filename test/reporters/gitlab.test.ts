import { describe, expect, it } from 'vitest'
import type { Finding, Report } from '../../src/audit.js'
import { accepting, EXAMPLES, exampleReport, renderedJson, reportOfOne, withSubject } from './reports.js'

interface Issue {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: string
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } }
}

const issuesOf = (report: Report): Promise<readonly Issue[]> => renderedJson('gitlab', report)

const first = async (change: (finding: Finding) => Finding): Promise<Issue> =>
  (await issuesOf(reportOfOne(change)))[0] as Issue

describe('Code Quality', () => {
  it.each(EXAMPLES)('has all that GitLab asks, each fingerprint once: %s', async (name) => {
    const issues = await issuesOf(exampleReport(name))
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length)
    for (const { description, check_name, severity, location } of issues) {
      expect(description).toMatch(/\S/)
      expect(check_name).toMatch(/^[a-z-]+\/[a-z0-9-]+$/)
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity)
      expect(location.path).toBe(`examples/${name}.yaml`)
      expect(location.lines.begin).toBeGreaterThan(0)
    }
  })

  it('is an empty list where nothing is found', async () => {
    expect(await issuesOf({ ...reportOfOne(), findings: [] })).toEqual([])
  })

  it.each([
    ['critical', 'blocker'],
    ['high', 'critical'],
    ['medium', 'major'],
    ['low', 'minor'],
    ['info', 'info'],
  ] as const)('shows %s as %s', async (severity, expected) => {
    expect((await first((one) => ({ ...one, severity }))).severity).toBe(expected)
  })

  it('speaks of one subject', async () => {
    const { description, fingerprint } = await first((one) => one)
    expect(description).toMatch(
      /^copy: .*\(encryptionAtRest\.enabled is false\) \(45 CFR 164\.312\(a\)\(2\)\(iv\), addressable\)$/,
    )
    expect(fingerprint).toBe(reportOfOne().findings[0]?.subjects[0]?.fingerprint)
  })

  it.each([
    ['unproven', 'Unproven: copy'],
    ['alternative', 'Covered by a documented alternative: copy'],
  ] as const)('has %s as information', async (outcome, words) => {
    const issue = await first((one) => ({ ...one, outcome }))
    expect(issue.severity).toBe('info')
    expect(issue.description.startsWith(words)).toBe(true)
  })

  it('has as information what is accepted, unless the law requires it', async () => {
    const accepted = (required: boolean) =>
      first((one) => accepting(one, { by: 'waiver', required, reason: 'moved in May' }))
    expect(await accepted(false)).toMatchObject({ severity: 'info' })
    expect((await accepted(false)).description).toContain('[waived: moved in May]')
    expect(await accepted(true)).toMatchObject({ severity: 'critical' })
    expect((await accepted(true)).description).toContain('it stays a failure')
  })

  it('has a path from the root and no line 0', async () => {
    const place = { file: '/srv/a b/infra.yaml', line: 0, column: 0, endLine: 0, endColumn: 0 }
    expect((await first((one) => withSubject(one, { place, also: [] }))).location).toEqual({
      path: 'srv/a b/infra.yaml',
      lines: { begin: 1 },
    })
  })
})
