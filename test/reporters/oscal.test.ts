import { describe, expect, it } from 'vitest'
import type { Finding, Report } from '../../src/audit.js'
import { uuidOf } from '../../src/reporters/uuid.js'
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
  withSubject,
} from './reports.js'

interface Property {
  readonly name: string
  readonly value: string
  readonly remarks?: string
}

interface Part {
  readonly uuid: string
  readonly description: string
  readonly props: readonly Property[]
}

interface Observation extends Part {
  readonly types: readonly string[]
  readonly collected: string
  readonly subjects: readonly { readonly 'subject-uuid': string }[]
  readonly 'relevant-evidence': readonly {
    readonly href?: string
    readonly description: string
    readonly props?: readonly Property[]
  }[]
}

interface Risk extends Part {
  readonly status: string
  readonly characterizations: readonly { readonly facets: readonly { readonly value: string }[] }[]
  readonly 'mitigating-factors'?: readonly Part[]
  readonly 'related-observations': readonly { readonly 'observation-uuid': string }[]
}

interface OscalFinding extends Part {
  readonly target: {
    readonly type: string
    readonly 'target-id': string
    readonly status: { readonly state: string; readonly reason: string }
  }
  readonly 'related-observations': readonly { readonly 'observation-uuid': string }[]
  readonly 'related-risks': readonly { readonly 'risk-uuid': string }[]
}

interface Results {
  readonly uuid: string
  readonly metadata: { readonly 'last-modified': string; readonly 'oscal-version': string }
  readonly 'import-ap': { readonly href: string }
  readonly results: readonly {
    readonly start: string
    readonly 'local-definitions': { readonly components: readonly Part[] }
    readonly 'reviewed-controls': {
      readonly 'control-selections': readonly {
        readonly 'include-controls': readonly { readonly 'control-id': string }[]
      }[]
    }
    readonly observations?: readonly Observation[]
    readonly risks?: readonly Risk[]
    readonly findings?: readonly OscalFinding[]
  }[]
  readonly 'back-matter': { readonly resources: readonly Part[] }
}

const documentOf = async (report: Report): Promise<Results> =>
  (await renderedJson<{ 'assessment-results': Results }>('oscal', report))['assessment-results']

const resultOf = async (report: Report) => {
  const [result] = (await documentOf(report)).results
  if (result === undefined) throw new Error('no result')
  return { observations: [], risks: [], findings: [], ...result }
}

const oneOf = (change: (finding: Finding) => Finding) => resultOf(reportOfOne(change))

describe.each(EXAMPLES)('OSCAL of the example %s', (name) => {
  it('is as the schema of NIST says', async ({ skip }) => {
    const missing = missingSchema('oscal-assessment-results-1.2.1.json')
    if (missing !== undefined) skip(missing)
    expect(faultsBy('oscal-assessment-results-1.2.1.json', {})).not.toEqual([])
    const value = await renderedJson('oscal', exampleReport(name))
    expect(faultsBy('oscal-assessment-results-1.2.1.json', value)).toEqual([])
  })

  it('is the same twice, with no identifier used twice and none that leads nowhere', async () => {
    const text = await rendered('oscal', exampleReport(name))
    expect(await rendered('oscal', exampleReport(name))).toBe(text)
    const defined = [...text.matchAll(/"uuid": "([^"]+)"/g)].map(([, uuid]) => uuid)
    expect(new Set(defined).size).toBe(defined.length)
    const used = [...text.matchAll(/(?:-uuid": "|"href": "#)([^"]+)"/g)].map(([, uuid]) => uuid)
    expect(used.filter((uuid) => !defined.includes(uuid))).toEqual([])
  })

  it('never says that anything is satisfied', async () => {
    const text = await rendered('oscal', exampleReport(name))
    expect(text).not.toContain('"state": "satisfied"')
    expect(text).not.toMatch(/"reason": "(?!fail)/)
  })
})

describe('OSCAL', () => {
  it('takes every time from the day of judgement', async () => {
    const document = await documentOf(reportOfOne())
    expect(document.metadata).toMatchObject({
      'last-modified': '2026-11-24T00:00:00Z',
      'oscal-version': '1.2.1',
    })
    expect(document.results[0]?.start).toBe('2026-11-24T00:00:00Z')
    expect(document.results[0]?.observations?.[0]?.collected).toBe('2026-11-24T00:00:00Z')
  })

  it('keeps what a thing is called when lines move, and names another document', async () => {
    const before = await documentOf(reportOn(SMALL))
    const after = await documentOf(reportOn(`# a comment\n${SMALL}`))
    const uuids = ({ results }: Results) =>
      [
        ...(results[0]?.findings ?? []),
        ...(results[0]?.risks ?? []),
        ...(results[0]?.observations ?? []),
      ].map(({ uuid }) => uuid)
    expect(uuids(after)).toEqual(uuids(before))
    expect(after.uuid).not.toBe(before.uuid)
  })

  it('reviews the paragraphs about which a rule asked something', async () => {
    const report = exampleReport('clinic')
    const { 'reviewed-controls': reviewed } = await resultOf(report)
    const ids = reviewed['control-selections'][0]?.['include-controls'].map((one) => one['control-id'])
    expect(ids).toContain('cfr-164.312.a.2.iv')
    expect(ids?.length).toBe(
      report.matrix.filter(({ status }) => !['not-checked', 'not-applicable'].includes(status)).length,
    )
  })

  it('has for a failure a finding, a risk, and an observation of each subject', async () => {
    const { findings, risks, observations, 'local-definitions': local } = await oneOf((one) => one)
    expect([findings.length, risks.length, observations.length]).toEqual([1, 1, 2])
    expect(findings[0]?.target).toMatchObject({
      type: 'statement-id',
      'target-id': 'cfr-164.312.a.2.iv',
      status: { state: 'not-satisfied', reason: 'fail' },
    })
    expect(findings[0]?.['related-risks']).toEqual([{ 'risk-uuid': risks[0]?.uuid }])
    const seen = observations.map(({ uuid }) => ({ 'observation-uuid': uuid }))
    expect(findings[0]?.['related-observations']).toEqual(seen)
    expect(risks[0]?.['related-observations']).toEqual(seen)
    expect(risks[0]?.characterizations[0]?.facets[0]?.value).toBe('high')
    expect(local.components.length).toBe(3)
    expect(observations[0]?.subjects[0]?.['subject-uuid']).toBe(local.components[1]?.uuid)
  })

  it('shows the evidence: the file by its digest, the place, and what was found', async () => {
    const report = reportOfOne()
    const document = await documentOf(report)
    const evidence = document.results[0]?.observations?.[0]?.['relevant-evidence'][0]
    expect(evidence?.href).toBe(`#${document['back-matter'].resources[1]?.uuid}`)
    expect(evidence?.description).toBe('/assets/copy/encryptionAtRest/enabled: false')
    expect(evidence?.props?.map(({ name, value }) => [name, value])).toEqual([
      ['file', 'infra.yaml'],
      ['line', '6'],
      ['column', String(report.findings[0]?.place?.column)],
    ])
  })

  it('leads to a file that is no input by its path, and has evidence without a place', async () => {
    const place = { file: '/srv/a b.tf', line: 1, column: 1, endLine: 1, endColumn: 2, source: 'aws_x.y' }
    const { observations } = await oneOf((one) => withSubject(one, { place }))
    expect(observations[0]?.['relevant-evidence'][0]).toMatchObject({
      href: 'srv/a%20b.tf',
      props: [{}, {}, {}, { name: 'address', value: 'aws_x.y' }],
    })
    const bare = await oneOf((one) => ({
      ...one,
      subjects: one.subjects.map(({ place: _, found: __, ...subject }) => subject),
    }))
    expect(bare.observations[0]?.['relevant-evidence']).toEqual([
      { description: '/assets/copy/encryptionAtRest/enabled: not stated' },
    ])
  })

  it('only observes what is unproven', async () => {
    const { findings, risks, observations } = await oneOf((one) => ({ ...one, outcome: 'unproven' }))
    expect([findings.length, risks.length, observations.length]).toEqual([0, 0, 2])
    expect(observations[0]?.types).toEqual(['discovery'])
    expect(observations[0]?.props).toContainEqual(
      expect.objectContaining({ name: 'outcome', value: 'unproven' }),
    )
  })

  it('has an alternative as a risk that something mitigates', async () => {
    const { findings, risks, observations } = await oneOf((one) => ({
      ...one,
      outcome: 'alternative',
      alternative: 'A locked room',
    }))
    expect(findings).toEqual([])
    expect(risks[0]).toMatchObject({
      status: 'deviation-approved',
      'mitigating-factors': [{ description: 'A locked room' }],
    })
    expect(observations[0]?.types).toEqual(['mitigation'])
  })

  it.each([
    ['waiver', false, 2, 'deviation-approved'],
    ['waiver', false, 1, 'open'],
    ['waiver', true, 2, 'open'],
    ['baseline', false, 2, 'open'],
  ] as const)(
    'has what is accepted by a %s, required: %s, of %i subjects, as %s',
    async (by, required, most, status) => {
      const { risks, findings } = await oneOf((one) =>
        accepting(one, { by, required, reason: 'so be it' }, most),
      )
      expect(risks[0]?.status).toBe(status)
      for (const { props } of [...risks, ...findings]) {
        const accepted = props.find(({ name }) => name === 'accepted')
        expect(accepted?.value).toBe(by)
        expect(accepted?.remarks).toContain('so be it')
        expect(accepted?.remarks?.includes('stays a failure')).toBe(required)
      }
    },
  )

  it('aims at the paragraph that guidance supports, and at the rule where the ground is other law', async () => {
    const target = async (citation: string) =>
      (await oneOf((one) => ({ ...one, ground: { ...one.ground, citation } }))).findings[0]?.target
    expect(await target('NIST SP 800-52, which supports 45 CFR 164.312(e)(1)')).toMatchObject({
      type: 'statement-id',
      'target-id': 'cfr-164.312.e.1',
    })
    expect(await target('NY Education Law 6530')).toMatchObject({
      type: 'objective-id',
      'target-id': 'rule-encryption.at.rest.storage.encrypted',
    })
  })
})

describe('an identifier', () => {
  it('is a UUID of version 5 that follows from its parts alone', () => {
    expect(uuidOf('a', 'b')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(uuidOf('a', 'b')).toBe(uuidOf('a', 'b'))
    expect(uuidOf('a', 'b')).not.toBe(uuidOf('ab'))
    // Kept for ever: whoever stored a report knows its parts by these.
    expect(uuidOf('finding', 'x')).toBe('de541bf3-566b-5c7b-a45b-a887378fefa1')
  })
})
