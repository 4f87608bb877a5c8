import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import { claimAt, imported, refused } from '../imported.js'

const HCL = `
  resource "aws_db_instance" "main" {
    engine            = "postgres"
    storage_encrypted = false
    tags              = { team = "records" }
  }
  resource "aws_s3_bucket" "files" {}
`
const infra = (
  more: string,
  sources = 'sources: [{ id: prod, files: [terraform/*.tf], environment: production }]',
) => `
  version: 1
  ${sources}
  ${more}
`

describe('sources of a description', () => {
  it('are read from its folder, under their id', () => {
    const loaded = imported({
      'conf/infra.yaml': infra(''),
      'conf/terraform/main.tf': HCL,
      'terraform/main.tf': 'resource "aws_sqs_queue" "q" {}',
    })
    // What lies elsewhere was given too, so that it is read by itself.
    expect(loaded.infrastructure.assets.map(({ value }) => value.address)).toEqual([
      'prod:aws_db_instance.main',
      'prod:aws_s3_bucket.files',
      'terraform:aws_sqs_queue.q',
    ])
  })

  it('say of all that they import what the entry says, at the place of the entry', () => {
    const loaded = imported({ 'infra.yaml': infra(''), 'terraform/main.tf': HCL })
    expect(claimAt(loaded, 'assets/prod.aws_db_instance.main/environment')).toMatchObject({
      value: 'production',
      line: 2,
    })
  })

  it('give way to an entry with the address, by its id, and keep what it says otherwise', () => {
    const overlay =
      'assets: [{ id: patients, address: "prod:aws_db_instance.main", ephi: [stores], encryptionAtRest: true }]'
    const loaded = imported({ 'infra.yaml': infra(overlay), 'terraform/main.tf': HCL })
    expect(loaded.infrastructure.asset('patients')?.value).toMatchObject({
      kind: 'relational-database',
      ephi: ['stores'],
    })
    expect(claimAt(loaded, 'assets/patients/encryptionAtRest/enabled')).toMatchObject({
      value: false,
      rank: 'imported',
    })
    expect(loaded.infrastructure.contested.map(({ path }) => path)).toEqual([
      '/assets/patients/encryptionAtRest/enabled',
    ])
  })

  it('can be classified many at once, by source, kind, address or tag', () => {
    const by = (match: string) => {
      const loaded = imported({
        'infra.yaml': infra(`defaults: [{ match: ${match}, set: { ephi: none } }]`),
        'terraform/main.tf': HCL,
      })
      return [...loaded.infrastructure.scope.reached.keys()].filter((id) => id.startsWith('prod.'))
    }
    const [db, files] = ['prod.aws_db_instance.main', 'prod.aws_s3_bucket.files']
    expect(by('{ kind: object-store }')).toEqual([db])
    expect(by('{ address: "prod:aws_db_*" }')).toEqual([files])
    expect(by('{ tag: { team: records } }')).toEqual([files])
    expect(by('{ source: prod }')).toEqual([])
    expect(by('{ source: other }')).toEqual([db, files])
  })

  it('name things that the description may name too', () => {
    const flow =
      'assets: [{ id: laptops, kind: workstation }]\n  flows: [{ from: laptops, to: prod.aws_db_instance.main }]'
    expect(refused({ 'infra.yaml': infra(flow), 'terraform/main.tf': HCL })).toEqual([])
  })

  it('may name copies of the same plan, and assets, as what a copy is made of', () => {
    const plans =
      'assets: [{ id: a }]\n  backupPlans: [{ id: 7, copies: [{ id: first }, { from: first }, { from: a }] }]'
    expect(refused({ 'infra.yaml': infra(plans), 'terraform/main.tf': HCL })).toEqual([])
  })

  it.each([
    [
      'no such file',
      infra('').replace('terraform/*.tf', 'nowhere/*.tf'),
      '2:31 missing-file: nowhere/*.tf: there is no such file',
    ],
    [
      'an address of which nothing was imported',
      infra('assets: [{ id: a, address: "prod:aws_db_instance.mian" }]'),
      '3:28 dangling-reference: `address` names `prod:aws_db_instance.mian`, which was not imported',
    ],
    [
      'a name that is nowhere',
      infra('assets: [{ id: a }]\n  flows: [{ from: a, to: aws_db_instance.main }]'),
      '4:24 dangling-reference: `to` names `aws_db_instance.main`, which is nowhere described',
    ],
    [
      'a copy of another plan',
      infra(
        'assets: [{ id: a }]\n  backupPlans: [{ id: m, copies: [{ id: first }] }, { id: n, copies: [{ id: other }, { from: first }] }]',
      ),
      '4:92 dangling-reference: `from` names `first`, which is nowhere described',
    ],
    [
      'a file of another format',
      infra('', 'sources: [{ id: prod, files: [notes.txt] }]'),
      'notes.txt:1:1 unknown-format: this is of no format that can be imported',
    ],
  ])('are refused with the place: %s', (_, yaml, expected) => {
    const problems = refused({ 'infra.yaml': yaml, 'terraform/main.tf': HCL, 'notes.txt': 'hello\n' })
    expect(
      problems.some((one) => one.endsWith(expected)),
      problems.join('\n'),
    ).toBe(true)
  })

  it('may not import one address twice under one id', () => {
    const plan = JSON.stringify({
      format_version: '1.2',
      planned_values: {
        root_module: {
          resources: [
            { address: 'aws_sqs_queue.q', mode: 'managed', type: 'aws_sqs_queue', name: 'q', values: {} },
          ],
        },
      },
    })
    const problems = refused({
      'infra.yaml': infra('', 'sources: [{ id: prod, files: [a.json, b.json] }]'),
      'a.json': plan,
      'b.json': plan,
    })
    expect(problems).toEqual(['b.json:1:71 imported-twice: `prod:aws_sqs_queue.q` is imported twice'])
  })

  it('under two ids are two sets of assets', () => {
    const both = 'sources: [{ id: prod, files: [terraform/*.tf] }, { id: test, files: [terraform/*.tf] }]'
    const { infrastructure } = imported({ 'infra.yaml': infra('', both), 'terraform/main.tf': HCL })
    expect(infrastructure.assets.map(({ id }) => id)).toEqual([
      'prod.aws_db_instance.main',
      'prod.aws_s3_bucket.files',
      'test.aws_db_instance.main',
      'test.aws_s3_bucket.files',
    ])
  })
})

describe('what nobody classified', () => {
  const report = (files: Readonly<Record<string, string>>) => {
    const audited = audit(
      Object.entries(files).map(([file, text]) => ({ file, bytes: new TextEncoder().encode(text) })),
      { asOf: '2026-11-24' },
    )
    if ('problems' in audited) throw new Error(JSON.stringify(audited.problems))
    return audited.report
  }

  it('is assumed to hold ePHI, one severity lower, and the report says how to state it', () => {
    const { findings, summary } = report({ 'main.tf': HCL })
    expect(summary.assets).toMatchObject({ described: 2, declared: 0, assumed: 2 })
    const finding = findings.find(({ rule }) => rule === 'encryption-at-rest/storage-encrypted')
    expect(finding).toMatchObject({
      outcome: 'fail',
      severity: 'medium',
      severityChanged: 'one lower: that ePHI is here is assumed, not stated',
    })
    expect(finding?.notes.join()).toContain(
      'defaults: [{ match: { kind: relational-database }, set: { ephi: [stores] } }]',
    )
  })

  it('is judged in full where ePHI is said to be there', () => {
    const yaml =
      'version: 1\nsources: [{ id: prod, files: [main.tf] }]\ndefaults: [{ match: { source: prod }, set: { ephi: [stores] } }]\n'
    const finding = report({ 'infra.yaml': yaml, 'main.tf': HCL }).findings.find(
      ({ rule }) => rule === 'encryption-at-rest/storage-encrypted',
    )
    expect(finding).toMatchObject({ outcome: 'fail', severity: 'high' })
  })

  it('lists every file that was read, and what was not', () => {
    const { inputs, notRead } = report({ 'main.tf': `${HCL}\nresource "random_id" "r" {}` })
    expect(inputs.map(({ file }) => file)).toEqual(['main.tf'])
    expect(notRead).toEqual([{ what: 'random_id', count: 1, why: 'no rule speaks of this type of resource' }])
  })
})
