import { describe, expect, it } from 'vitest'
import { load } from '../../../src/audit.js'
import { claimAt, imported, refused } from '../../imported.js'

interface PlanParts {
  readonly values?: object
  readonly afterUnknown?: object
  readonly sensitive?: object
  readonly expressions?: object
  readonly others?: readonly object[]
  readonly othersConfigured?: readonly object[]
}

/** A plan with one database, and what else a test asks for. */
const plan = ({
  values = {},
  afterUnknown = {},
  sensitive = {},
  expressions = {},
  others = [],
  othersConfigured = [],
}: PlanParts = {}) => {
  const resource = { address: 'aws_db_instance.db', mode: 'managed', type: 'aws_db_instance', name: 'db' }
  return {
    format_version: '1.2',
    terraform_version: '1.9.0',
    planned_values: {
      root_module: {
        resources: [
          { ...resource, values: { engine: 'mysql', ...values }, sensitive_values: sensitive },
          ...others,
        ],
      },
    },
    resource_changes: [
      {
        ...resource,
        change: { actions: ['create'], before: null, after: values, after_unknown: afterUnknown },
      },
    ],
    configuration: {
      provider_config: { aws: { name: 'aws', expressions: { region: { constant_value: 'us-east-2' } } } },
      root_module: {
        resources: [
          {
            ...resource,
            provider_config_key: 'aws',
            expressions: { engine: { constant_value: 'mysql' }, ...expressions },
          },
          ...othersConfigured,
        ],
      },
    },
  }
}

const read = (value: unknown) => imported({ 'plan.json': JSON.stringify(value, null, 2) })
const ENCRYPTED = 'assets/aws_db_instance.db/encryptionAtRest/enabled'

describe('a plan', () => {
  it('says what it sets, with the place and the address of the resource', () => {
    const claim = claimAt(read(plan({ values: { storage_encrypted: false } })), ENCRYPTED)
    expect(claim).toEqual({ value: false, rank: 'imported', line: 14, address: 'plan:aws_db_instance.db' })
  })

  it('takes what it does not set, and the provider computes, for the default', () => {
    const computed = plan({ afterUnknown: { storage_encrypted: true } })
    expect(claimAt(read(computed), ENCRYPTED)).toMatchObject({ value: false, rank: 'default' })
  })

  it('says nothing of what it sets and is only known after apply', () => {
    const later = plan({
      afterUnknown: { storage_encrypted: true },
      expressions: { storage_encrypted: { references: ['var.encrypted'] } },
    })
    expect(claimAt(read(later), ENCRYPTED).value).toBeUndefined()
  })

  it('says nothing of what is sensitive', () => {
    const hidden = plan({
      values: { storage_encrypted: true },
      sensitive: { storage_encrypted: true },
      expressions: { storage_encrypted: {} },
    })
    expect(claimAt(read(hidden), ENCRYPTED).value).toBeUndefined()
  })

  it('knows the region of the provider', () => {
    expect(claimAt(read(plan()), 'assets/aws_db_instance.db/region').value).toBe('us-east-2')
  })

  it('follows references through variables and outputs of modules', () => {
    const key = {
      address: 'module.keys.aws_kms_key.k',
      mode: 'managed',
      type: 'aws_kms_key',
      name: 'k',
      values: {},
    }
    const volume = {
      address: 'module.disks["a"].aws_ebs_volume.v',
      mode: 'managed',
      type: 'aws_ebs_volume',
      name: 'v',
      index: 'a',
      values: {},
    }
    const whole = {
      format_version: '0.2',
      planned_values: {
        root_module: {
          child_modules: [
            { address: 'module.keys', resources: [key] },
            { address: 'module.disks["a"]', resources: [volume] },
          ],
        },
      },
      resource_changes: [{ address: volume.address, change: { after_unknown: { kms_key_id: true } } }],
      configuration: {
        root_module: {
          module_calls: {
            keys: {
              module: {
                outputs: { arn: { expression: { references: ['aws_kms_key.k.arn', 'aws_kms_key.k'] } } },
                resources: [{ address: 'aws_kms_key.k', expressions: {} }],
              },
            },
            disks: {
              expressions: { key: { references: ['module.keys.arn', 'module.keys'] } },
              module: {
                resources: [
                  { address: 'aws_ebs_volume.v', expressions: { kms_key_id: { references: ['var.key'] } } },
                ],
              },
            },
          },
        },
      },
    }
    expect(claimAt(read(whole), 'assets/module.disks.a.aws_ebs_volume.v/encryptionAtRest/key').value).toBe(
      'module.keys.aws_kms_key.k',
    )
  })

  it('ends where references lead in circles', () => {
    const circle = { references: ['var.a'] }
    const whole = plan({ expressions: { kms_key_id: circle }, afterUnknown: { kms_key_id: true } })
    expect(() => read(whole)).not.toThrow()
  })

  it('lets an instance name the instance with its own key', () => {
    const bucket = (key: string) => ({
      address: `aws_s3_bucket.b["${key}"]`,
      mode: 'managed',
      type: 'aws_s3_bucket',
      name: 'b',
      index: key,
      values: {},
    })
    const versions = (key: string, status: string) => ({
      address: `aws_s3_bucket_versioning.v["${key}"]`,
      mode: 'managed',
      type: 'aws_s3_bucket_versioning',
      name: 'v',
      index: key,
      values: { versioning_configuration: [{ status }] },
    })
    const whole = plan({
      others: [bucket('a'), bucket('b'), versions('a', 'Enabled'), versions('b', 'Suspended')],
      othersConfigured: [
        {
          address: 'aws_s3_bucket_versioning.v',
          expressions: { bucket: { references: ['each.value'] } },
          for_each_expression: { references: ['aws_s3_bucket.b'] },
        },
      ],
    })
    const loaded = read(whole)
    expect(claimAt(loaded, 'assets/aws_s3_bucket.b.a/recovery/versioning').value).toBe(true)
    expect(claimAt(loaded, 'assets/aws_s3_bucket.b.b/recovery/versioning').value).toBe(false)
  })

  it('counts what no rule speaks of', () => {
    const other = (name: string) => ({
      address: `null_resource.${name}`,
      mode: 'managed',
      type: 'null_resource',
      name,
      values: {},
    })
    expect(read(plan({ others: [other('a'), other('b')] })).notRead).toEqual([
      { what: 'null_resource', count: 2, why: 'no rule speaks of this type of resource', file: 'plan.json' },
    ])
  })

  it.each([
    [
      'deposed',
      { deposed_key: 'b3c1' },
      'what was replaced and is not destroyed yet: what took its place is read',
    ],
    ['there twice', {}, 'an address that stands twice, of which the first is read'],
  ])('lets nothing that is %s hide what is there', (_, marks, why) => {
    const again = { address: 'aws_db_instance.db', mode: 'managed', type: 'aws_db_instance', name: 'db' }
    const values = { engine: 'mysql', storage_encrypted: true }
    const loaded = read(
      plan({ values: { storage_encrypted: false }, others: [{ ...again, ...marks, values }] }),
    )
    expect(claimAt(loaded, ENCRYPTED).value).toBe(false)
    expect(loaded.notRead).toEqual([{ what: 'aws_db_instance.db', count: 1, why, file: 'plan.json' }])
  })

  it.each([
    ['as a list', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['as an object', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['in a text', JSON.stringify(`{"Statement":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)],
  ])('takes for unknown what is nested deeper than anybody writes it: %s', (_, value) => {
    const types = ['aws_s3_bucket', 'aws_s3_bucket_policy', 'aws_db_instance', 'aws_ecs_task_definition']
    const others = types.map((type) => ({
      address: `${type}.deep`,
      mode: 'managed',
      type,
      name: 'deep',
      values: { policy: 'DEEP', engine: 'DEEP', acl: 'DEEP', tags: 'DEEP', container_definitions: 'DEEP' },
    }))
    const text = JSON.stringify(plan({ others })).replaceAll('"DEEP"', () => value)
    const { infrastructure } = imported({ 'plan.json': text })
    expect(infrastructure.asset('aws_s3_bucket.deep')?.value.kind).toBe('object-store')
  })

  it('tells of modules that are nested deeper than is read', () => {
    const database = {
      address: 'aws_db_instance.deep',
      mode: 'managed',
      type: 'aws_db_instance',
      name: 'deep',
    }
    const nested = (depth: number): object =>
      depth === 0
        ? { resources: [{ ...database, values: { engine: 'mysql' } }] }
        : { child_modules: [nested(depth - 1)] }
    const readAt = (depth: number) => {
      const { infrastructure, notRead } = read({
        format_version: '1.2',
        planned_values: { root_module: nested(depth) },
      })
      return [infrastructure.assets.length, notRead]
    }
    expect(readAt(64)).toEqual([1, []])
    expect(readAt(65)).toEqual([
      0,
      [{ what: 'module', count: 1, why: 'modules nested deeper than are read', file: 'plan.json' }],
    ])
  })

  it('shows the lines of its configuration where the folder is given too', () => {
    const loaded = imported({
      'plan.json': JSON.stringify(plan({ values: { storage_encrypted: false } })),
      'infra/main.tf':
        'resource "aws_db_instance" "db" {\n  engine            = "mysql"\n  storage_encrypted = var.encrypted\n}\n',
    })
    const { document, route } = loaded.infrastructure.origin(`/${ENCRYPTED}`)
    expect(loaded.documents[document]?.locate(route)).toMatchObject({
      file: 'infra/main.tf',
      line: 3,
      column: 3,
    })
    expect(loaded.infrastructure.assets).toHaveLength(1)
  })
})

/** What Terraform shows where nothing is written: type, attributes, path of a fact, and the default that holds. */
const NOT_WRITTEN: readonly (readonly [type: string, values: object, path: string, value: unknown])[] = [
  ['aws_opensearch_domain', { vpc_options: [] }, 'endpoints/443/exposure', 'public'],
  ['aws_emr_cluster', { kerberos_attributes: [] }, 'endpoints/8020/auth', 'none'],
  ['aws_cloudwatch_log_group', { kms_key_id: '' }, 'encryptionAtRest/enabled', true],
  ['aws_backup_vault', { kms_key_arn: '' }, 'encryptionAtRest/enabled', true],
  ['azurerm_kubernetes_cluster', { oms_agent: [] }, 'audit/enabled', false],
  ['azurerm_mssql_server', { extended_auditing_policy: [] }, 'audit/enabled', false],
  ['google_container_cluster', { master_authorized_networks_config: [] }, 'endpoints/443/exposure', 'public'],
]

describe('an empty text or list', () => {
  it.each(NOT_WRITTEN)('of %s says nothing: %o', (type, values, path, value) => {
    const other = { address: `${type}.x`, mode: 'managed', type, name: 'x', values }
    const claim = claimAt(read(plan({ others: [other] })), `assets/${type}.x/${path}`)
    expect(claim).toMatchObject({ value, rank: 'default' })
  })

  it('makes no replica of a database, whose backups are its own', () => {
    const alone = read(plan({ values: { replicate_source_db: '', backup_retention_period: 0 } }))
    expect(claimAt(alone, 'backupPlans/aws_db_instance.db-automatic/copies').value).toEqual([])
  })
})

const state = (values: object) => ({
  format_version: '1.0',
  values: {
    root_module: {
      resources: [
        {
          address: 'aws_db_instance.db',
          mode: 'managed',
          type: 'aws_db_instance',
          name: 'db',
          values: { engine: 'mysql', ...values },
        },
      ],
    },
  },
})

describe('a state', () => {
  it('is observed', () => {
    const loaded = imported({ 'state.json': JSON.stringify(state({ storage_encrypted: true })) })
    expect(claimAt(loaded, ENCRYPTED)).toMatchObject({ value: true, rank: 'observed' })
  })

  it('stands over the plan of the same configuration, and the difference is kept', () => {
    const loaded = imported({
      'plan.json': JSON.stringify(plan({ values: { storage_encrypted: true } })),
      'state.json': JSON.stringify(state({ storage_encrypted: false })),
    })
    expect(claimAt(loaded, ENCRYPTED)).toMatchObject({ value: false, rank: 'observed' })
    expect(loaded.infrastructure.contested.map(({ path }) => path)).toEqual([`/${ENCRYPTED}`])
  })

  it('names resources by what they are called', () => {
    const bucket = {
      address: 'aws_s3_bucket.b',
      mode: 'managed',
      type: 'aws_s3_bucket',
      name: 'b',
      values: { id: 'records', bucket: 'records' },
    }
    const lock = {
      address: 'aws_s3_bucket_versioning.v',
      mode: 'managed',
      type: 'aws_s3_bucket_versioning',
      name: 'v',
      values: { bucket: 'records', versioning_configuration: [{ status: 'Enabled' }] },
    }
    const whole = { format_version: '1.0', values: { root_module: { resources: [bucket, lock] } } }
    expect(claimAt(read(whole), 'assets/aws_s3_bucket.b/recovery/versioning').value).toBe(true)
  })
})

const bytesOf = (text: string, encoding: BufferEncoding, mark: readonly number[] = []) =>
  new Uint8Array([...mark, ...Buffer.from(text, encoding)])

describe('the text of a plan', () => {
  const text = JSON.stringify(plan())
  it.each([
    ['UTF-8', bytesOf(text, 'utf8')],
    ['UTF-8 with a mark', bytesOf(text, 'utf8', [0xef, 0xbb, 0xbf])],
    ['UTF-16 as PowerShell writes it', bytesOf(text, 'utf16le', [0xff, 0xfe])],
    ['UTF-16 without a mark', bytesOf(text, 'utf16le')],
  ])('may be %s', (_, bytes) => {
    const loaded = load([{ file: 'plan.json', bytes }], '2026-11-24')
    expect('problems' in loaded ? loaded.problems : loaded.infrastructure.assets.length).toBe(1)
  })

  it.each([
    ['cut off', text.slice(0, 400), 'not-json: this is a plan or a state of Terraform, and no sound JSON'],
    [
      'of a later format',
      JSON.stringify({ ...plan(), format_version: '2.0' }),
      'unknown-version: this is a format of plans that came after this version of hipaacheck',
    ],
    [
      'a plan that failed',
      JSON.stringify({ ...plan(), errored: true }),
      'unknown-format: this plan failed, and tells only a part of what will be',
    ],
    [
      'schemas of providers',
      JSON.stringify({ format_version: '1.0', provider_schemas: {} }),
      'unknown-format: this describes providers (`terraform providers schema`), not resources',
    ],
    [
      'a log of planning',
      '{"@level":"info","@message":"Terraform 1.9"}\n{"@level":"info"}',
      'unknown-format: this is the log of `terraform plan -json`, which does not hold the values of the plan',
    ],
    [
      'a stored state',
      '{"version":4,"terraform_version":"1.9","serial":1,"lineage":"x","resources":[]}',
      'unknown-format: this is a state as Terraform stores it, whose format may change',
    ],
    [
      'a stored plan',
      'PK\u0003\u0004…',
      'unknown-format: this looks like a plan as Terraform stores it, which only Terraform can read',
    ],
  ])('is refused: %s', (_, bad, expected) => {
    expect(refused({ 'plan.json': bad }).map((line) => line.replace(/^\S+ /, ''))).toEqual([expected])
  })
})
