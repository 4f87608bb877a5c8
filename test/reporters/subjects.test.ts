import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/audit.js'
import { messageFor } from '../../src/engine/report.js'
import { isFindingLetThrough } from '../../src/reporters/acceptance.js'
import { assetIdOf } from '../../src/reporters/subjects.js'
import { accepting, EXAMPLES, exampleReport, reportOfOne } from './reports.js'

const finding = reportOfOne().findings[0] as Finding

const named = (...labels: readonly string[]): Finding => ({
  ...finding,
  subjects: labels.map((label) => ({ ...(finding.subjects[0] as Finding['subjects'][number]), label })),
})

describe('the message for one subject', () => {
  it.each([
    [['a'], 'a: it fails', 'a: it fails'],
    [['a', 'b', 'c'], 'a, b, c: it fails', 'a: it fails'],
    [['a', 'b', 'c', 'd'], 'a, b and 2 more: it fails', 'a: it fails'],
    [['x: y', 'b'], 'x: y, b: it fails: badly', 'x: y: it fails: badly'],
    [['a', 'b'], 'otherwise written', 'otherwise written'],
  ])('of %j, %j, is %j', (labels, message, expected) => {
    const one = { ...named(...labels), message }
    expect(messageFor(one, one.subjects[0] as Finding['subjects'][number])).toBe(expected)
  })

  it.each(EXAMPLES)('names it alone in every finding of %s', (name) => {
    for (const one of exampleReport(name).findings)
      for (const subject of one.subjects)
        expect(messageFor(one, subject).startsWith(`${subject.label}: `)).toBe(true)
  })
})

describe('the asset where a subject begins', () => {
  it.each([
    ['portal', 'portal'],
    ['portal/web', 'portal'],
    ['laptops~loaners', 'laptops'],
    ['reports→tracker: reports → tracker', 'reports'],
    ['portal: tracker', 'portal'],
  ])('of %s is %s', (id, expected) => {
    expect(assetIdOf({ id })).toBe(expected)
  })
})

describe('a finding', () => {
  const waiver = { by: 'waiver', required: false } as const

  it.each([
    ['by nobody', finding, false],
    ['in part', accepting(finding, waiver, 1), false],
    ['whole', accepting(finding, waiver), true],
    ['whole, though required', accepting(finding, { ...waiver, required: true }), false],
    ['from the baseline, though required', accepting(finding, { by: 'baseline', required: true }), true],
    ['as a whole alone', { ...finding, accepted: [waiver] }, true],
    [
      'as a whole alone, in part required',
      { ...finding, accepted: [waiver, { ...waiver, required: true }] },
      false,
    ],
    ['with no subject', { ...finding, subjects: [] }, false],
  ])('accepted %s', (_, one, expected) => {
    expect(isFindingLetThrough(one)).toBe(expected)
  })
})
