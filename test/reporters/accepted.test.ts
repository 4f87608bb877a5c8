import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Acceptance } from '../../src/engine/report.js'
import { accepting, rendered, reportOfOne } from './reports.js'

const RED = '\u001b[1m\u001b[31m'
const waiver: Acceptance = {
  by: 'waiver',
  reason: 'the array goes in March',
  owner: 'A. Lee',
  until: '2027-03-31',
  required: false,
}

const pretty = (acceptance: Acceptance, most?: number): Promise<string> =>
  rendered(
    'pretty',
    reportOfOne((one) => accepting(one, acceptance, most)),
    { color: true, columns: 100 },
  )

const markdown = (acceptance: Acceptance, most?: number): Promise<string> =>
  rendered(
    'markdown',
    reportOfOne((one) => accepting(one, acceptance, most)),
  )

/** The lines that say something, without colours. */
const plain = (text: string): string => stripVTControlCharacters(text).replace(/\s+/g, ' ')

describe('an accepted failure in the terminal', () => {
  it('is short, apart, and counted', async () => {
    const text = plain(await pretty(waiver))
    expect(text).toContain(
      'Failures that somebody accepted: 1 high encryption-at-rest/storage-encrypted: copy, db:',
    )
    expect(text).toContain('waived until 2027-03-31 by A. Lee: the array goes in March')
    expect(text).toContain('1 of them accepted')
    expect(text).not.toContain('HIGH')
    expect(text).not.toContain(' why ')
  })

  it('stays in full where the law requires it, in red', async () => {
    const text = await pretty({ ...waiver, required: true })
    expect(plain(text)).toContain('HIGH encryption-at-rest/storage-encrypted')
    expect(plain(text)).toContain('this is required by law, which nobody can waive: it stays a failure')
    expect(text).toContain(`${RED}waived until 2027-03-31`)
    expect(plain(text)).not.toContain('of them accepted')
  })

  it('from the baseline is short, and in red where the law requires it', async () => {
    const required = await pretty({ by: 'baseline', required: true })
    expect(plain(required)).toContain('Failures that somebody accepted: 1')
    expect(required).toContain(`${RED}    known from the baseline; this is required by law`)
    expect(await pretty({ by: 'baseline', required: false })).not.toContain(`${RED}    known`)
  })

  it('stays in full where only a part is accepted', async () => {
    const text = plain(await pretty(waiver, 1))
    expect(text).toContain('HIGH')
    expect(text).toContain('1 of 2 waived until 2027-03-31')
    expect(text).not.toContain('Failures that somebody accepted')
  })

  it('is not spoken of where there is none', async () => {
    expect(plain(await rendered('pretty', reportOfOne()))).not.toContain('accepted')
    expect(await rendered('markdown', reportOfOne())).not.toContain('ccepted')
  })
})

describe('an accepted failure in Markdown', () => {
  it('says who, until when and why, at the finding and in a table', async () => {
    const text = await markdown(waiver)
    expect(text).toContain('- **Accepted**: waived until 2027-03-31 by A. Lee: the array goes in March\n')
    expect(text).toContain('## Accepted by somebody')
    expect(text).toMatch(
      /\| `encryption-at-rest\/storage-encrypted` \| .* \| fail \| 2 of 2 \| waiver \| A\. Lee \| 2027-03-31 \| the array goes in March \| {2}\|/,
    )
  })

  it('is in bold where the law requires it', async () => {
    const text = await markdown({ ...waiver, required: true }, 1)
    const bold = '**required by law, which nobody can waive: it stays a failure**'
    expect(text).toContain(
      '1 of 2 waived until 2027-03-31 by A. Lee: the array goes in March; **this is required by law',
    )
    expect(text).toContain(`| 1 of 2 | waiver | A. Lee | 2027-03-31 | the array goes in March | ${bold} |`)
  })

  it('takes the acceptance of a finding whose subjects carry none', async () => {
    const text = await rendered(
      'markdown',
      reportOfOne((one) => ({ ...one, accepted: [{ by: 'baseline', required: false }] })),
    )
    expect(text).toContain('| 2 of 2 | baseline | not stated |')
  })

  it('tells what became of each waiver, and what is gone of the baseline', async () => {
    const of = { rule: 'a/b', subjects: 'id x', reason: 'R', owner: 'O', until: '2027-01-01', failures: 2 }
    const text = await rendered('markdown', {
      ...reportOfOne(),
      waivers: [
        { ...of, state: 'in-force', required: true },
        { ...of, state: 'expired', required: false },
        { ...of, state: 'unused', required: false },
      ],
      baseline: { known: 12, fixed: [{ rule: 'c/d', subject: 'y', message: 'y: it was open' }] },
    })
    expect(text).toContain(
      '| `a/b` | id x | in force | 2 | O | 2027-01-01 | R | **required by law, which nobody can waive: it stays a failure** |',
    )
    expect(text).toContain('| id x | **expired: it gates again** | 2 |')
    expect(text).toContain('| id x | unused: it matches no failure | 2 |')
    expect(text).toContain('12 failures were known before; 1 of them is gone.')
    expect(text).toContain('| `c/d` | y | y: it was open |')
  })
})

describe('a rule that was left out', () => {
  const report = {
    ...reportOfOne(),
    leftOut: [
      { rule: 'a/b', required: true },
      { rule: 'c/d', required: false },
    ],
  }

  it('is told in the terminal and in the summary of a job, with what the law requires of it', async () => {
    expect(plain(await rendered('pretty', report))).toContain(
      'Left out 2 rules, by the configuration; 1 of them asks what the law requires',
    )
    expect(await rendered('github-summary', report)).toContain(
      '**Left out by the configuration**: 2 rules, 1 asks what the law requires.',
    )
    expect(await rendered('github-summary', { ...report, leftOut: [] })).not.toContain('Left out')
  })
})
