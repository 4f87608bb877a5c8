import { describe, expect, it } from 'vitest'
import { audit } from '../../../src/audit.js'
import { imported } from '../../imported.js'

const build = (more: string) => `resource "aws_codebuild_project" "x" {\n ${more}\n}`
const variable = (name: string, value: string, more = '') =>
  build(
    `environment {\n environment_variable {\n name = "${name}"\n value = ${JSON.stringify(value)}\n ${more}\n }\n }`,
  )
const location = (url: string, block = 'source') => build(`${block} {\n location = "${url}"\n }`)
const MADE = 'correct-horse-7battery'

/** Circumstance, configuration, and the tag that tells of a secret. */
const WRITTEN: readonly (readonly [circumstance: string, hcl: string, tag: string | undefined])[] = [
  ['a password of a database', `resource "aws_db_instance" "x" {\n password = "${MADE}"\n}`, 'password'],
  [
    'a password of a cluster',
    `resource "aws_rds_cluster" "x" {\n master_password = "${MADE}"\n}`,
    'password',
  ],
  [
    'a password that a store of secrets has',
    'variable "p" {}\nresource "aws_db_instance" "x" {\n password = var.p\n}',
    undefined,
  ],
  ['a database without a password', 'resource "aws_db_instance" "x" {}', undefined],
  [
    'a token of a cache',
    `resource "aws_elasticache_replication_group" "x" {\n auth_token = "${MADE}"\n}`,
    'auth-token',
  ],
  ['a user of a broker', `resource "aws_mq_broker" "x" {\n user {\n password = "${MADE}"\n }\n}`, 'password'],
  [
    'a variable of a function',
    `resource "aws_lambda_function" "x" {\n environment {\n variables = { DB_PASSWORD = "${MADE}" }\n }\n}`,
    'DB_PASSWORD',
  ],
  [
    'a variable of a function that names no secret',
    'resource "aws_lambda_function" "x" {\n environment {\n variables = { STAGE = "production" }\n }\n}',
    undefined,
  ],
  [
    'a variable of a container',
    `resource "aws_ecs_task_definition" "x" {\n container_definitions = jsonencode([{ name = "a", environment = [{ name = "DB_PASSWORD", value = "${MADE}" }] }])\n}`,
    'DB_PASSWORD',
  ],
  ['a variable of a build', variable('AWS_SECRET_ACCESS_KEY', MADE), 'AWS_SECRET_ACCESS_KEY'],
  [
    'a variable of a build in plain text',
    variable('AWS_SECRET_ACCESS_KEY', MADE, 'type = "PLAINTEXT"'),
    'AWS_SECRET_ACCESS_KEY',
  ],
  [
    'a variable of a build that a store of secrets has',
    variable('AWS_SECRET_ACCESS_KEY', 'build/key', 'type = "SECRETS_MANAGER"'),
    undefined,
  ],
  ['a variable of a build that names no secret', variable('STAGE', MADE), undefined],
  ['a token in the address of a source', location('https://t0ken@github.com/clinic/app.git'), 'source'],
  [
    'a user in the address of a source elsewhere',
    location('https://clinic@git.example.org/app.git'),
    undefined,
  ],
  [
    'a password in the address of a source',
    location('https://clinic:pa55-word@bitbucket.org/clinic/app.git'),
    'source',
  ],
  [
    'a password in the address of another source',
    location('https://clinic:pa55-word@bitbucket.org/clinic/app.git', 'secondary_sources'),
    'source',
  ],
  ['an address without a secret', location('https://github.com/clinic/app.git'), undefined],
]

const MORE: typeof WRITTEN = [
  ['the other half of a key', variable('AWS_ACCESS_KEY_ID', 'AIPA8YOHGIS58IBFDU3E'), 'AWS_ACCESS_KEY'],
  ['a password of several words', variable('DATABASE_PASSWORD', 'battery oh no'), 'DATABASE_PASSWORD'],
  ['words that nothing calls a secret', variable('GREETING', 'oh no'), undefined],
]

const BESIDE = '\nresource "aws_ebs_volume" "beside" {}'

describe('a secret that is written out', () => {
  it.each([...WRITTEN, ...MORE])('%s', (_, hcl, tag) => {
    const { infrastructure } = imported({ 'main.tf': hcl + BESIDE })
    const found = infrastructure.assets.filter(({ value }) => value.tags !== undefined)
    const tags = found.flatMap(({ value }) => Object.entries(value.tags ?? {}))
    expect(tags.map(([name]) => name)).toEqual(tag === undefined ? [] : [tag])
    expect(JSON.stringify(tags)).not.toMatch(/battery|pa55|t0ken/)
  })

  it('fails in a template, and gets into no report', () => {
    const text = `Resources:
      Patients: { Type: AWS::RDS::DBInstance, Properties: { Engine: mysql, MasterUserPassword: ${MADE} } }
      Build:
        Type: AWS::CodeBuild::Project
        Properties:
          Environment: { EnvironmentVariables: [{ Name: AWS_SECRET_ACCESS_KEY, Value: ${MADE}, Type: PLAINTEXT }] }
          SecondarySources: [{ Type: GITHUB, Location: 'https://t0ken@github.com/clinic/app.git' }]
      Logs:
        Type: AWS::KinesisFirehose::DeliveryStream
        Properties: { SplunkDestinationConfiguration: { HECToken: '{{resolve:secretsmanager:splunk}}' } }`
    const audited = audit([{ file: 'template.yaml', bytes: new TextEncoder().encode(text) }], {
      asOf: '2026-11-24',
    })
    if ('problems' in audited) throw new Error(JSON.stringify(audited.problems))
    const found = audited.report.findings.filter(
      ({ rule, outcome }) => rule === 'key-management/plaintext-secret' && outcome === 'fail',
    )
    expect(found.flatMap(({ subjects }) => subjects.map(({ id }) => id)).sort()).toEqual([
      'tags.AWS_SECRET_ACCESS_KEY of Build',
      'tags.password of Patients',
      'tags.source of Build',
    ])
    expect(JSON.stringify(audited.report)).not.toMatch(/battery|t0ken/)
  })
})

describe('a secret parameter of a template', () => {
  it.each([
    ['with a default', `Default: ${MADE}`, ['password']],
    ['with a default that is empty', "Default: ''", []],
    ['without a default', 'MinLength: 8', []],
  ])('%s', (_, parameter, tags) => {
    const text = `Parameters: { P: { Type: String, NoEcho: true, ${parameter} } }
Resources: { D: { Type: AWS::RDS::DBInstance, Properties: { Engine: mysql, MasterUserPassword: !Ref P } } }`
    const { infrastructure } = imported({ 'template.yaml': text })
    const found = infrastructure.asset('D')?.value.tags ?? {}
    expect(Object.keys(found)).toEqual(tags)
    expect(JSON.stringify(found)).not.toContain('battery')
  })
})

describe('a cluster of EMR', () => {
  const cluster = (more: string) => `resource "aws_emr_cluster" "x" {\n ${more}\n}`
  const security = (configuration: string) =>
    `resource "aws_emr_security_configuration" "s" {\n configuration = jsonencode(${configuration})\n}`

  it.each([
    ['without Kerberos asks nobody', cluster(''), 'none', 'default'],
    ['with Kerberos', cluster('kerberos_attributes {\n realm = "EC2.INTERNAL"\n }'), 'kerberos', 'imported'],
    [
      'with a configuration that asks nobody',
      cluster('security_configuration = aws_emr_security_configuration.s.name') +
        security('{ EncryptionConfiguration = {} }'),
      'none',
      'default',
    ],
    [
      'with a configuration that asks a directory',
      cluster('security_configuration = aws_emr_security_configuration.s.name') +
        security('{ AuthenticationConfiguration = {} }'),
      undefined,
      '',
    ],
    ['with a configuration of elsewhere', cluster('security_configuration = "other"'), undefined, ''],
  ])('%s', (_, hcl, auth, rank) => {
    const { infrastructure } = imported({ 'main.tf': hcl })
    const [endpoint] = infrastructure.asset('aws_emr_cluster.x')?.value.endpoints ?? []
    expect(endpoint?.auth).toBe(auth)
    if (auth !== undefined)
      expect(infrastructure.origin('/assets/aws_emr_cluster.x/endpoints/8020/auth').rank).toBe(rank)
  })
})

describe('copies that FSx makes by itself', () => {
  const templateOf = (kind: string, more = '') =>
    `Resources: { X: { Type: AWS::FSx::FileSystem, Properties: { FileSystemType: ${kind}${more} } } }`
  const terraformOf = (kind: string) => `resource "aws_fsx_${kind}_file_system" "x" {}`

  it.each([
    ['Lustre', { 'template.yaml': templateOf('LUSTRE') }, []],
    ['Windows', { 'template.yaml': templateOf('WINDOWS') }, ['P30D']],
    ['ONTAP', { 'template.yaml': templateOf('ONTAP') }, ['P30D']],
    ['OpenZFS', { 'template.yaml': templateOf('OPENZFS') }, ['P30D']],
    ['none of these', { 'template.yaml': templateOf('OTHER') }, undefined],
    [
      'as it is told',
      {
        'template.yaml': templateOf('WINDOWS', ', WindowsConfiguration: { AutomaticBackupRetentionDays: 3 }'),
      },
      ['P3D'],
    ],
    ['Lustre by Terraform', { 'main.tf': terraformOf('lustre') }, []],
    ['Windows by Terraform', { 'main.tf': terraformOf('windows') }, ['P7D']],
    ['ONTAP by Terraform', { 'main.tf': terraformOf('ontap') }, []],
    ['OpenZFS by Terraform', { 'main.tf': terraformOf('openzfs') }, []],
  ])('%s', (_, files: Readonly<Record<string, string>>, kept) => {
    const [plan] = imported(files).infrastructure.description.backupPlans ?? []
    expect(plan?.copies?.map(({ retention }) => retention)).toEqual(kept)
  })
})

describe('the audit log of a search domain in CloudFormation', () => {
  it.each([
    ['is off unless it is turned on', 'CloudWatchLogsLogGroupArn: arn', false],
    ['is on', 'CloudWatchLogsLogGroupArn: arn, Enabled: true', true],
  ])('%s', (_, option, on) => {
    const text = `Resources: { X: { Type: AWS::OpenSearchService::Domain, Properties: { LogPublishingOptions: { AUDIT_LOGS: { ${option} } } } } }`
    expect(imported({ 'template.yaml': text }).infrastructure.asset('X')?.value.audit?.enabled).toBe(on)
  })
})
