import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/audit.js'
import { reporterOf } from '../../src/reporters/index.js'
import { faultsBy, missingSchema } from './owners-schema.js'
import {
  accepting,
  EXAMPLES,
  exampleReport,
  rendered,
  renderedJson,
  reportOfOne,
  reportOn,
  SMALL,
  withFindings,
  withSubject,
} from './reports.js'

interface Location {
  readonly id?: number
  readonly message?: { readonly text: string }
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string }
    readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>
  }
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[]
}

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly kind: string
  readonly level?: string
  readonly message: { readonly text: string }
  readonly locations: readonly Location[]
  readonly relatedLocations?: readonly Location[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly suppressions?: readonly {
    readonly kind: string
    readonly status: string
    readonly justification: string
  }[]
}

interface Rule {
  readonly id: string
  readonly shortDescription: { readonly text: string }
  readonly fullDescription: { readonly text: string }
  readonly help: { readonly text: string; readonly markdown: string }
  readonly defaultConfiguration: { readonly level: string }
  readonly relationships: readonly {
    readonly target: { readonly id: string; readonly index: number }
  }[]
  readonly properties: { readonly tags: readonly string[]; readonly 'security-severity'?: string }
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Rule[] } }
  readonly invocations: readonly object[]
  readonly artifacts: readonly { readonly location: { readonly uri: string } }[]
  readonly results: readonly Result[]
  readonly taxonomies: readonly { readonly taxa: readonly { readonly id: string }[] }[]
}

const runsOf = async (report: Report): Promise<readonly Run[]> =>
  (await renderedJson<{ runs: readonly Run[] }>('sarif', report)).runs

const runOf = async (report: Report): Promise<Run> => (await runsOf(report))[0] as Run

const resultOf = async (report: Report): Promise<Result> => (await runOf(report)).results[0] as Result

const placed = (file: string, lines: readonly [number, number] = [3, 3]) => ({
  file,
  line: lines[0],
  column: 5,
  endLine: lines[1],
  endColumn: 9,
})

describe.each(EXAMPLES)('SARIF of the example %s', (name) => {
  it('is as the schema of OASIS says', async ({ skip }) => {
    const missing = missingSchema('sarif-2.1.0.json')
    if (missing !== undefined) skip(missing)
    expect(faultsBy('sarif-2.1.0.json', {})).not.toEqual([])
    expect(faultsBy('sarif-2.1.0.json', await renderedJson('sarif', exampleReport(name)))).toEqual([])
  })

  it('is the same twice', async () => {
    const report = exampleReport(name)
    expect(await rendered('sarif', report)).toBe(await rendered('sarif', report))
  })
})

describe('what GitHub refused of others', () => {
  it('1: has every rule once, and every result points to its own', async () => {
    const report = exampleReport('clinic')
    const { tool, results } = await runOf({ ...report, rules: [...report.rules, ...report.rules] })
    const ids = tool.driver.rules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { ruleId, ruleIndex } of results) expect(ids[ruleIndex]).toBe(ruleId)
  })

  it('2: has fingerprints of rule, asset and fact, each once, that no moved line changes', async () => {
    const fingerprints = async (text: string) =>
      (await runOf(reportOn(text))).results.map(
        ({ partialFingerprints }) => partialFingerprints['primaryLocationLineHash'],
      )
    const before = await fingerprints(SMALL)
    expect(before).not.toContain(undefined)
    expect(new Set(before).size).toBe(before.length)
    expect(await fingerprints(SMALL.replace('system:', '# a comment\n\nsystem:'))).toEqual(before)
    expect(
      await fingerprints(SMALL.replace('id: copy,', 'id: other,').replaceAll(': copy', ': other')),
    ).not.toEqual(before)
  })

  it.each([
    ['./examples/clinic.yaml', 'examples/clinic.yaml'],
    ['infra/my files/a#b.yaml', 'infra/my%20files/a%23b.yaml'],
    ['infra/../infra.yaml', 'infra/infra.yaml'],
    ['a:b.yaml', 'a%3Ab.yaml'],
  ])('3: takes the path %s from the root of the repository', async (file, uri) => {
    const run = await runOf({
      ...reportOfOne((one) => withSubject(one, { place: placed(file) })),
      inputs: [{ file, sha256: '00' }],
    })
    expect(run.results[0]?.locations[0]?.physicalLocation.artifactLocation).toEqual({ uri })
    expect(run.artifacts[0]?.location).toEqual({ uri })
    expect(JSON.stringify(run)).not.toContain('uriBaseId')
  })

  it('4: shows a module from elsewhere at its call, and never a URI with git::', async () => {
    const remote = 'git::https://example.org/modules.git//db/main.tf?ref=v1'
    const call = { place: placed('main.tf', [7, 7]), words: 'the call of the module' }
    const { locations, relatedLocations, message } = await resultOf(
      reportOfOne((one) => withSubject(one, { place: placed(remote), also: [call] })),
    )
    expect(locations[0]?.physicalLocation.artifactLocation.uri).toBe('main.tf')
    expect(locations[0]?.physicalLocation.region.startLine).toBe(7)
    expect(relatedLocations?.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri)).toContain(
      'example.org/modules.git/db/main.tf',
    )
    expect(message.text).toContain('See [stated here](1).')
    const alone = await resultOf(reportOfOne((one) => withSubject(one, { place: placed(remote), also: [] })))
    expect(alone.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
      'example.org/modules.git/db/main.tf',
    )
  })

  it.each([
    ['/home/me/infra.yaml', 'home/me/infra.yaml'],
    ['C:/Users/me/infra.yaml', 'C%3A/Users/me/infra.yaml'],
    ['../../infra.yaml', 'infra.yaml'],
    ['<stdin>', '%3Cstdin%3E'],
    ['file:///etc/infra.yaml', 'etc/infra.yaml'],
  ])(
    '5: gives %s, which is not in the repository, a relative URI and prefers a place that is',
    async (file, uri) => {
      const inside = { place: placed('infra.yaml', [2, 2]), words: 'from a default' }
      const other = await resultOf(
        reportOfOne((one) => withSubject(one, { place: placed(file), also: [inside] })),
      )
      expect(other.locations[0]?.physicalLocation.artifactLocation.uri).toBe('infra.yaml')
      const alone = await resultOf(reportOfOne((one) => withSubject(one, { place: placed(file), also: [] })))
      expect(alone.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri)
    },
  )

  it.each([
    [[0, 0], 1, 1],
    [[-1, -1], 1, 1],
    [[3, 2], 3, 3],
    [[3, 4], 3, 4],
  ] as const)('6: has no line 0 and no end before its beginning: %j', async (lines, startLine, endLine) => {
    const place = { ...placed('infra.yaml', lines), column: 0, endColumn: 0 }
    const { locations } = await resultOf(reportOfOne((one) => withSubject(one, { place })))
    expect(locations[0]?.physicalLocation.region).toEqual({
      startLine,
      startColumn: 1,
      endLine,
      endColumn: 1,
    })
  })

  it('6: has a place where none is known', async () => {
    const { locations } = await resultOf(
      reportOfOne((one) => ({
        ...one,
        subjects: one.subjects.map(({ place: _, ...subject }) => subject),
      })),
    )
    expect(locations[0]?.physicalLocation.region.startLine).toBe(1)
  })

  it('7: has one run, however many files were read', async () => {
    const report = exampleReport('clinic')
    const runs = await runsOf({ ...report, inputs: [...report.inputs, { file: 'other.yaml', sha256: '00' }] })
    expect(runs.length).toBe(1)
    expect(runs[0]?.artifacts.length).toBe(2)
    expect(runs[0]?.invocations).toEqual([{ executionSuccessful: true, exitCode: 1 }])
  })

  it('has no more results than it takes, the worst first, and says so', async () => {
    const report = reportOfOne()
    const [one] = report.findings
    const size = one?.subjects.length ?? 0
    const of = async (count: number) => {
      let results = 0
      let left = ''
      const many = { ...report, findings: Array(count).fill(one) }
      for (const piece of (await reporterOf('sarif')).render(many, { color: false, columns: 80 })) {
        if (piece.includes('"ruleId"')) results++
        left ||= /\d+ of \d+ results are left out/.exec(piece)?.[0] ?? ''
      }
      return { results, left }
    }
    expect(await of(25_000 / size)).toEqual({ results: 25_000, left: '' })
    expect(await of(25_000 / size + 1)).toEqual({
      results: 25_000,
      left: `${size} of ${25_000 + size} results are left out`,
    })
  })
})

describe('what GitHub shows', () => {
  it.each([
    ['critical', 'error', '9.5'],
    ['high', 'error', '8.0'],
    ['medium', 'warning', '5.5'],
    ['low', 'note', '2.5'],
    ['info', 'note', undefined],
  ] as const)('%s is %s with the score %s', async (severity, level, score) => {
    const { results, tool } = await runOf(reportOfOne((one) => ({ ...one, severity })))
    const rule = tool.driver.rules[results[0]?.ruleIndex ?? -1]
    expect(results[0]?.level).toBe(level)
    expect(rule?.defaultConfiguration.level).toBe(level)
    expect(rule?.properties['security-severity']).toBe(score)
  })

  it('takes the score of a rule from its worst failure', async () => {
    const { findings } = reportOfOne()
    const worse = [
      { ...findings[0], severity: 'critical' },
      { ...findings[0], severity: 'low' },
    ]
    const { results, tool } = await runOf({ ...reportOfOne(), findings: worse } as unknown as Report)
    expect(tool.driver.rules[results[0]?.ruleIndex ?? -1]?.properties['security-severity']).toBe('9.5')
    expect(results.at(-1)?.level).toBe('note')
  })

  it.each([
    ['unproven', 'open'],
    ['alternative', 'informational'],
  ] as const)('%s is a note of its own rule without a score', async (outcome, kind) => {
    const report = reportOfOne((one) => ({ ...one, outcome, severity: 'critical' }))
    const { results, tool } = await runOf(report)
    const rule = tool.driver.rules[results[0]?.ruleIndex ?? -1]
    expect(results[0]).toMatchObject({ kind, ruleId: `encryption-at-rest/storage-encrypted/${outcome}` })
    // A level beside a kind other than `fail` has to be `none` (SARIF 3.27.10); GitHub takes that of the rule.
    expect(results[0]).not.toHaveProperty('level')
    expect(rule?.defaultConfiguration.level).toBe('note')
    expect(rule?.properties).not.toHaveProperty('security-severity')
    const failing = tool.driver.rules.find(({ id }) => id === 'encryption-at-rest/storage-encrypted')
    expect(failing?.properties).not.toHaveProperty('security-severity')
  })

  it('has a result for each subject that fails, and one for what is unproven together', async () => {
    const results = async (outcome: 'fail' | 'unproven' | 'alternative') =>
      (await runOf(reportOfOne((one) => ({ ...one, outcome })))).results
    expect((await results('fail')).map(({ message }) => message.text.split(':')[0])).toEqual(['copy', 'db'])
    expect((await results('alternative')).length).toBe(2)
    const unproven = await results('unproven')
    expect(unproven.map(({ message }) => message.text.split(':')[0])).toEqual(['copy, db'])
    expect(unproven[0]?.message.text).toContain('neither a pass nor a failure')
  })

  it('links the way on which ePHI came', async () => {
    const report = reportOfOne()
    const { results } = await runOf(report)
    const step = report.scope.reached.find(({ id }) => id === 'copy')?.way[0]
    expect(results[0]?.message.text).toContain('ePHI comes here by [db → copy](1).')
    expect(results[0]?.relatedLocations?.[0]).toMatchObject({ id: 1, message: { text: 'db → copy' } })
    expect(results[0]?.relatedLocations?.[0]?.physicalLocation.region.startLine).toBe(step?.place?.line)
    expect(results[1]).not.toHaveProperty('relatedLocations')
  })

  it('has all that it requires of a rule, within its bounds', async () => {
    const { tool } = await runOf(exampleReport('clinic'))
    for (const { shortDescription, fullDescription, help, properties } of tool.driver.rules) {
      for (const { text } of [shortDescription, fullDescription]) {
        expect(text.length).toBeGreaterThan(10)
        expect(text.length).toBeLessThanOrEqual(1024)
      }
      expect(help.text).toContain('Ground: ')
      expect(help.markdown).toContain('**Ground**: ')
      expect(properties.tags).toContain('security')
      expect(properties.tags.length).toBeLessThanOrEqual(10)
    }
  })

  it('leads from a rule to the paragraphs of the law', async () => {
    const { tool, taxonomies } = await runOf(reportOfOne())
    const rule = tool.driver.rules.find(({ id }) => id === 'encryption-at-rest/storage-encrypted')
    expect(rule?.relationships.map(({ target }) => target.id)).toContain('164.312(a)(2)(iv)')
    for (const { relationships } of tool.driver.rules)
      for (const { target } of relationships) expect(taxonomies[0]?.taxa[target.index]?.id).toBe(target.id)
  })
})

describe('what somebody accepted', () => {
  const waiver = {
    by: 'waiver',
    reason: 'it goes in March',
    owner: 'A. Lee',
    until: '2027-03-31',
    required: false,
  } as const

  it('is suppressed, with the reason, and the rest says that it is not', async () => {
    const { results } = await runOf(reportOfOne((one) => accepting(one, waiver, 1)))
    expect(results.map(({ suppressions }) => suppressions)).toEqual([
      [
        {
          kind: 'external',
          status: 'accepted',
          justification: 'waived until 2027-03-31 by A. Lee: it goes in March',
        },
      ],
      [],
    ])
    expect(results[0]?.level).toBe('error')
    expect(results[0]?.message.text).toContain('Waived until 2027-03-31')
  })

  it.each([
    ['waiver', true, 'rejected'],
    ['waiver', false, 'accepted'],
    ['baseline', true, 'accepted'],
    ['baseline', false, 'accepted'],
  ] as const)('by a %s, required by law: %s, is %s', async (by, required, status) => {
    const { suppressions } = await resultOf(reportOfOne((one) => accepting(one, { by, required })))
    expect(suppressions?.[0]?.status).toBe(status)
    expect(suppressions?.[0]?.justification.includes('stays a failure')).toBe(required)
  })

  it('is nowhere spoken of where nobody accepted anything', async () => {
    expect(await rendered('sarif', reportOfOne())).not.toContain('suppressions')
  })

  it('is unproven together only when all of it is accepted', async () => {
    const unproven = async (most: number) =>
      resultOf(reportOfOne((one) => accepting({ ...one, outcome: 'unproven' }, waiver, most)))
    expect((await unproven(1)).suppressions).toEqual([])
    expect((await unproven(2)).suppressions?.length).toBe(1)
  })
})

describe('a place', () => {
  it('names the resource where the file was imported, else the fact', async () => {
    const named = async (source?: string) => {
      const place = { ...placed('main.tf'), ...(source === undefined ? {} : { source }) }
      const { locations } = await resultOf(reportOfOne((one) => withSubject(one, { place })))
      return locations[0]?.logicalLocations?.[0]?.fullyQualifiedName
    }
    expect(await named('aws_db_instance.main')).toBe('aws_db_instance.main')
    expect(await named()).toBe('/assets/copy/encryptionAtRest/enabled')
  })

  it('has no findings without one in the examples', () => {
    const report = withFindings(exampleReport('clinic'), (one) => one)
    for (const { subjects } of report.findings)
      for (const { place } of subjects) expect(place?.line).toBeGreaterThan(0)
  })
})
