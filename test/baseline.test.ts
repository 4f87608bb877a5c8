import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { baselineText, readBaseline } from '../src/baseline.js'
import { knownFindings } from '../src/engine/acceptance.js'
import { readReport } from '../src/read-report.js'
import { inFolderAsync } from './in-folder.js'
import { exampleReport, reportOfOne } from './reporters/reports.js'

const NAME = 'known.json'

/** What comes of reading a baseline of this text. */
const read = (text: string) =>
  inFolderAsync((folder) => {
    writeFileSync(join(folder, NAME), text)
    return readBaseline(NAME, folder)
  })

const ENTRY = { fingerprint: 'f', rule: 'a/b', subject: 's', outcome: 'fail', severity: 'high', message: 'm' }
const baseline = (value: object): string =>
  JSON.stringify({ baselineVersion: 1, findings: [ENTRY], ...value })

describe('a baseline file', () => {
  it('is read as it was written', async () => {
    const report = exampleReport('clinic')
    const known = await read(baselineText(report))
    expect(known).toEqual({
      known: new Map(knownFindings(report.findings).map((one) => [one.fingerprint, one])),
    })
  })

  it('has one finding a line, by fingerprint, so that few lines change', () => {
    const lines = baselineText(exampleReport('clinic')).split('\n')
    const fingerprints = lines.flatMap((line) => /^ {4}\{"fingerprint":"(\w+)"/.exec(line)?.[1] ?? [])
    expect(fingerprints.length).toBe(knownFindings(exampleReport('clinic').findings).length)
    expect(fingerprints).toEqual(fingerprints.toSorted())
  })

  it('of nothing is a baseline too', async () => {
    expect(await read(baselineText({ ...reportOfOne(), findings: [] }))).toEqual({ known: new Map() })
  })

  it('has nothing unseen in it', () => {
    const text = baselineText(reportOfOne((one) => ({ ...one, message: 'a\u202eb\u009b2J' })))
    expect(text).toContain('a\\u202eb\\u009b2J')
  })

  it.each<[string, string, string]>([
    ['torn', baseline({}).slice(0, -5), 'wrong-type'],
    ['a list', '[]', 'wrong-type'],
    ['a report', '{"reportVersion":1}', 'wrong-type'],
    ['of another version', baseline({ baselineVersion: 2 }), 'unknown-version'],
    ['without findings', baseline({ findings: undefined }), 'wrong-type'],
    ...Object.keys(ENTRY).map((key): [string, string, string] => [
      `without a ${key}`,
      baseline({ findings: [ENTRY, { ...ENTRY, [key]: 7 }] }),
      'wrong-type',
    ]),
  ])('is refused when it is %s', async (_, text, code) => {
    expect(await read(text)).toMatchObject({
      problems: [{ code, message: `${NAME} is no baseline` }],
    })
  })
})

describe.each([
  ['baseline', readBaseline],
  ['report', readReport],
] as const)('a %s', (name, readIt) => {
  it('that is not there, or is a folder, is told as what it is', () =>
    inFolderAsync(async (folder) => {
      mkdirSync(join(folder, 'sub'))
      expect(await readIt('none.json', folder)).toMatchObject({
        problems: [{ code: 'missing-file', message: `there is no ${name} none.json` }],
      })
      expect(await readIt('sub', folder)).toMatchObject({
        problems: [{ code: 'unreadable-file', message: `the ${name} sub cannot be read: it is a folder` }],
      })
    }))
})
