import { describe, expect, it } from 'vitest'
import type { Finding, Report } from '../../src/audit.js'
import type { Acceptance } from '../../src/engine/report.js'
import { checkXml, missingXmllint } from './owners-schema.js'
import { accepting, EXAMPLES, exampleReport, rendered, reportOfOne, withSubject } from './reports.js'
import { type XmlElement, xmlTree } from './xml-tree.js'

const treeOf = async (report: Report): Promise<XmlElement> => xmlTree(await rendered('junit', report))

const RULE = 'encryption-at-rest/storage-encrypted'

const suiteOf = async (report: Report): Promise<XmlElement> => {
  const suite = (await treeOf(report)).children.find(({ attributes }) => attributes['name'] === RULE)
  if (suite === undefined) throw new Error('the rule has no suite')
  return suite
}

const firstCase = async (change: (finding: Finding) => Finding): Promise<XmlElement> =>
  (await suiteOf(reportOfOne(change))).children[0] as XmlElement

describe.each(EXAMPLES)('JUnit of the example %s', (name) => {
  it('is as the schema of Jenkins says', async ({ skip }) => {
    const missing = missingXmllint('junit-10.xsd')
    if (missing !== undefined) skip(missing)
    expect(() => checkXml('junit-10.xsd', '<testsuites><other/></testsuites>')).toThrow()
    const xml = await rendered('junit', exampleReport(name))
    expect(() => checkXml('junit-10.xsd', xml)).not.toThrow()
  })

  it('counts what it holds, and tells every case apart', async () => {
    const report = exampleReport(name)
    const root = await treeOf(report)
    const cases = root.children.flatMap(({ children }) => children)
    const failures = cases.filter(({ children }) => children[0]?.name === 'failure')
    expect(root.attributes).toMatchObject({
      tests: String(cases.length),
      failures: String(failures.length),
      errors: '0',
    })
    expect(failures.length).toBe(report.summary.outcomes.fail)
    const names = cases.map(({ attributes }) => `${attributes['classname']} ${attributes['name']}`)
    expect(new Set(names).size).toBe(names.length)
    for (const { attributes, children } of root.children) {
      const of = (is: string) => children.filter((one) => one.children[0]?.name === is).length
      expect(attributes).toMatchObject({
        tests: String(children.length),
        failures: String(of('failure')),
        skipped: String(of('skipped')),
        timestamp: '2026-11-24T00:00:00',
      })
    }
  })

  it('has a suite for every rule that asked something, and no other', async () => {
    const report = exampleReport(name)
    const { children } = await treeOf(report)
    expect(children.map(({ attributes }) => attributes['name'])).toEqual(
      report.rules.filter(({ counts }) => counts['not-applicable'] === 0).map(({ id }) => id),
    )
  })
})

describe('a case', () => {
  it('says what fails, where, why, and what to do', async () => {
    const { attributes, children } = await firstCase((one) => one)
    expect(attributes).toEqual({
      name: 'copy (/assets/copy/encryptionAtRest/enabled)',
      classname: 'encryption-at-rest.storage-encrypted',
    })
    expect(children[0]).toMatchObject({ name: 'failure', attributes: { type: 'high' } })
    expect(children[0]?.attributes['message']).toMatch(/^copy: .*\(encryptionAtRest\.enabled is false\)$/)
    expect(children[0]?.text.split('\n').map((line) => line.split(': ')[0])).toEqual([
      'At',
      'Why',
      'What to do',
      'Ground',
    ])
    expect(children[0]?.text).toContain('At: infra.yaml:6:')
  })

  it('tells equal ids of two environments apart', async () => {
    const { attributes } = await firstCase((one) => withSubject(one, { environment: 'staging' }))
    expect(attributes['name']).toBe('staging: copy (/assets/copy/encryptionAtRest/enabled)')
  })

  it.each(['unproven', 'alternative'] as const)('%s is skipped', async (outcome) => {
    const { children } = await firstCase((one) => ({ ...one, outcome }))
    expect(children[0]).toMatchObject({ name: 'skipped', attributes: { type: outcome } })
  })

  it.each([
    [{ by: 'waiver', required: false, until: '2027-01-31' }, 'skipped', '[waived until 2027-01-31]'],
    [
      { by: 'waiver', required: true },
      'failure',
      '[waived (required by law, which nobody can waive: it stays a failure)]',
    ],
    [{ by: 'baseline', required: false }, 'skipped', '[known from the baseline]'],
    [
      { by: 'baseline', required: true },
      'skipped',
      '[known from the baseline (required by law, which nobody can waive: it stays a failure)]',
    ],
  ] satisfies readonly (readonly [Acceptance, string, string])[])(
    'accepted by %j is a %s',
    async (acceptance, is, words) => {
      const { children } = await firstCase((one) => accepting(one, acceptance))
      expect(children[0]?.name).toBe(is)
      expect(children[0]?.attributes['message']).toContain(words)
    },
  )

  it('is accepted alone', async () => {
    const { attributes, children } = await suiteOf(
      reportOfOne((one) => accepting(one, { by: 'baseline', required: false }, 1)),
    )
    expect(children.slice(0, 2).map((one) => one.children[0]?.name)).toEqual(['skipped', 'failure'])
    expect(attributes).toMatchObject({ failures: '1', skipped: '1' })
  })

  it('stands for all that pass', async () => {
    const report = reportOfOne()
    const rules = (pass: number) =>
      report.rules.map((rule) => (rule.id === RULE ? { ...rule, counts: { ...rule.counts, pass } } : rule))
    const last = async (pass: number) => (await suiteOf({ ...report, rules: rules(pass) })).children.at(-1)
    expect((await last(0))?.attributes['name']).not.toBe('what passes')
    expect((await last(1))?.children[0]).toMatchObject({ name: 'system-out', text: '1 passes' })
    expect((await last(2))?.children[0]).toMatchObject({ name: 'system-out', text: '2 pass' })
    expect((await last(2))?.attributes['name']).toBe('what passes')
  })
})
