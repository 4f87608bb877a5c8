import { describe, expect, it } from 'vitest'
import type { Report, ReportedAlternative, ReportedVendor } from '../../src/engine/report.js'
import { agreementWords, approvalWords, lostSafeHarbor } from '../../src/reporters/register-words.js'
import { exampleReport, rendered, reportOfOne } from './reports.js'

const FORMATS = ['markdown', 'html'] as const

const vendor: ReportedVendor = {
  id: 'post',
  name: 'Post',
  relationship: 'conduit',
  agreement: 'not needed',
  assurances: [{ kind: 'soc-2', validUntil: '2027-01-31' }, { kind: 'hitrust-r2' }],
  responsibilities: [{ duty: 'backup', by: 'vendor' }],
  reached: true,
  runs: [],
}

describe('the agreement with a vendor', () => {
  it.each<[Parameters<typeof agreementWords>[0], string]>([
    [vendor, 'not needed: it only carries ePHI (45 CFR 160.103)'],
    [
      { ...vendor, relationship: 'treatment-provider' },
      'not needed: it gets ePHI to treat people (45 CFR 160.103)',
    ],
    [{ ...vendor, relationship: 'workforce' }, 'not needed: it belongs to the workforce (45 CFR 160.103)'],
    [{ ...vendor, relationship: 'another' }, 'not needed'],
    [{ agreement: 'none', relationship: 'conduit' }, 'none'],
    [{ agreement: 'not stated' }, 'not stated'],
    [{ agreement: 'signed' }, 'signed'],
    [
      { agreement: 'signed', executedOn: '2024-03-01', expiresOn: '2027-02-28' },
      'signed on 2024-03-01 until 2027-02-28',
    ],
    [{ agreement: 'signed', expiresOn: '2027-02-28' }, 'signed until 2027-02-28'],
  ])('of %j is %s', (given, words) => {
    expect(agreementWords(given)).toBe(words)
  })

  it.each(FORMATS)('says in %s why none is needed, what attests, and who does what', async (format) => {
    const text = await rendered(format, { ...reportOfOne(), vendors: [vendor] })
    expect(text).toContain('not needed: it only carries ePHI (45 CFR 160.103)')
    expect(text).toContain('soc-2 until 2027-01-31; hitrust-r2')
    expect(text).toContain('backup: vendor')
  })
})

const alternative: ReportedAlternative = {
  specification: '164.312(a)(2)(iv)',
  subjects: 'mri',
  decision: 'alternative',
  state: 'valid',
  faults: [],
  covers: ['abc'],
}

describe('an alternative', () => {
  it.each<[string, Partial<ReportedAlternative>, boolean]>([
    ['to encryption at rest', {}, true],
    ['to encryption on the way', { specification: '164.312(e)(2)(ii)' }, true],
    ['to something else', { specification: '164.312(e)(2)(i)' }, false],
    ['that covers nothing', { covers: [] }, false],
  ])('%s', (_, change, lost) => {
    expect(lostSafeHarbor({ ...alternative, ...change }) !== undefined).toBe(lost)
  })

  it.each(FORMATS)('says in %s that the safe harbor is lost', async (format) => {
    const report: Report = { ...reportOfOne(), alternatives: [alternative] }
    expect(await rendered(format, report)).toContain(
      'the breach safe harbor of 45 CFR 164.402 is lost for these assets.',
    )
  })

  it('says who approved it and when', () => {
    expect(approvalWords({})).toBe('by nobody stated')
    expect(approvalWords({ approvedBy: 'Jo', approvedOn: '2026-01-01' })).toBe('Jo on 2026-01-01')
  })
})

describe('Markdown', () => {
  it('shows where something was observed as code, and what became of it', async () => {
    const place = { file: 'seen.json', line: 4, column: 2, endLine: 4, endColumn: 9 }
    const text = await rendered('markdown', {
      ...reportOfOne(),
      evidence: {
        files: [],
        maxAge: 'P90D',
        used: 2,
        notProven: [{ about: 'a:443', observedAt: '2026-11-01', how: 'TLS', why: 'no answer', place }],
        notUsed: [],
        cleared: [{ rule: 'a/b', subject: 'portal', was: 'fail', path: '/assets/portal', place }],
      },
    })
    expect(text).toContain('| a:443 | 2026-11-01 | TLS | not proven: no answer | `seen.json:4:2` |')
    expect(text).toContain('| portal | `a/b` | fail | `seen.json:4:2` |')
  })

  it('tells what to state first as one piece of YAML in which no key stands twice', async () => {
    const text = await rendered('markdown', exampleReport('clinic'))
    const [, yaml = ''] = /are to be filled in:\n\n```yaml\n([\s\S]*?)\n```/.exec(text) ?? []
    const keys = yaml.split('\n').filter((one) => /^[a-zA-Z]+:/.test(one))
    expect(keys.length).toBeGreaterThan(1)
    expect(new Set(keys).size).toBe(keys.length)
    expect(text.match(/^\d+\. .* Once, in /gm)).toHaveLength(10)
  })

  it.each([
    ['main.tf', 'hcl'],
    ['plan.json', 'json'],
    ['infra.yaml', 'yaml'],
  ])('shows a line of %s as %s', async (file, language) => {
    const place = { file, line: 4, column: 2, endLine: 4, endColumn: 9 }
    const report = reportOfOne((one) => ({ ...one, place }))
    expect(await rendered('markdown', report)).toContain(`At \`${file}:4:2\`:\n\n\`\`\`${language}\n`)
  })
})
