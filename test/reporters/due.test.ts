import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import type { Report } from '../../src/engine/report.js'
import { dueSoon, dueWords } from '../../src/reporters/due.js'
import { pretty } from '../../src/reporters/pretty/pretty.js'

const due = (days: number) => ({ date: '2026-11-24', days, what: 'the agreement expires', subject: 'v' })

describe('what lapses', () => {
  it.each([
    [-2, 'overdue by 2 days'],
    [-1, 'overdue by 1 day'],
    [0, 'within 30 days'],
    [30, 'within 30 days'],
    [31, 'within 60 days'],
    [60, 'within 60 days'],
    [61, 'within 90 days'],
    [90, 'within 90 days'],
    [91, 'later'],
  ])('in %i days: %s', (days, words) => {
    expect(dueWords(due(days))).toBe(words)
    expect(dueSoon([due(days)])).toHaveLength(words === 'later' ? 0 : 1)
  })

  it('is told before it bites', () => {
    const text = `version: 1
vendors:
  - { id: v, relationship: business-associate, baa: { expiresOn: 2027-01-10 } }
  - { id: w, relationship: business-associate, baa: { expiresOn: 2027-06-10 } }
assets: [{ id: db, kind: server, vendor: v, ephi: [stores] }]`
    const audited = audit([{ file: 'a.yaml', bytes: new TextEncoder().encode(text) }], { asOf: '2026-11-24' })
    const { report } = audited as { report: Report }
    expect(report.dueDates).toMatchObject([
      { subject: 'v', days: 47 },
      { subject: 'w', days: 198 },
    ])
    const shown = [...pretty.render(report, { color: false, columns: 80 })].join('')
    expect(shown).toContain(
      'Due within 90 days, or overdue: 1\n  2027-01-10 within 60 days: v, the agreement expires',
    )
  })
})
