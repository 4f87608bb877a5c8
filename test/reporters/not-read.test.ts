import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/audit.js'
import { exampleReport, rendered } from './reports.js'

const ELSEWHERE = 'a module from elsewhere'
const UNKNOWN = 'no rule speaks of it'

const one = (what: string, count: number, why: string) => ({ what, count, why, file: 'main.tf' })

/** What the end of the report on a terminal says of what was not read. */
const said = async (notRead: Report['notRead']): Promise<string | undefined> => {
  const text = await rendered(
    'pretty',
    { ...exampleReport('compliant'), notRead },
    { color: false, columns: 400 },
  )
  return /^Not read +(.*)$/m.exec(text)?.[1]
}

describe('what was not read, on a terminal', () => {
  it.each<readonly [string, Report['notRead'], string | undefined]>([
    ['nothing', [], undefined],
    ['one thing, with its reason', [one('module.v', 1, ELSEWHERE)], 'module.v: a module from elsewhere'],
    [
      'the most frequent first, each reason once',
      [one('module.v', 1, ELSEWHERE), one('aws_x', 3, UNKNOWN), one('module.w', 1, ELSEWHERE)],
      'aws_x (3): no rule speaks of it; module.v, module.w: a module from elsewhere',
    ],
    [
      'as many as are shown',
      Array.from({ length: 8 }, (_, index) => one(`a${index}`, 1, UNKNOWN)),
      'a0, a1, a2, a3, a4, a5, a6, a7: no rule speaks of it',
    ],
    [
      'more than are shown',
      Array.from({ length: 9 }, (_, index) => one(`a${index}`, 1, UNKNOWN)),
      'a0, a1, a2, a3, a4, a5, a6, a7: no rule speaks of it; and 1 more',
    ],
    ['what would draw on the terminal', [one('a\u001b[31m', 1, 'b\u001b[2J')], 'a\\u{1b}[31m: b\\u{1b}[2J'],
  ])('%s', async (_, notRead, expected) => {
    expect(await said(notRead)).toBe(expected)
  })
})
