import { describe, expect, it } from 'vitest'
import { claimAt, imported } from '../../imported.js'

/** Circumstance, configuration, path, value, and whose claim it is; a rank that is left out is `imported`. */
type Row = readonly [circumstance: string, hcl: string, path: string, value: unknown, rank?: string]

const CDN = 'resource "aws_cloudfront_distribution" "d" {}'
const SOURCE = `
  resource "aws_cloudwatch_log_delivery_source" "s" {
    log_type     = "ACCESS_LOGS"
    resource_arn = aws_cloudfront_distribution.d.arn
  }`
const DELIVERY = `
  resource "aws_cloudwatch_log_delivery" "l" {
    delivery_source_name     = aws_cloudwatch_log_delivery_source.s.name
    delivery_destination_arn = aws_cloudwatch_log_delivery_destination.t.arn
  }
  resource "aws_cloudwatch_log_delivery_destination" "t" {
    delivery_destination_configuration {
      destination_resource_arn = aws_cloudwatch_log_group.g.arn
    }
  }
  resource "aws_cloudwatch_log_group" "g" {}`
const D = 'assets/aws_cloudfront_distribution.d/audit'

const bucket = (more = '') => `
  resource "aws_s3_bucket" "b" {
    bucket = "records"
    ${more}
  }`
const trail = (values: string, type = 'AWS::S3::Object') => `
  resource "aws_cloudtrail" "t" {
    event_selector {
      read_write_type = "All"
      data_resource {
        type   = "${type}"
        values = ${values}
      }
    }
  }`
const half = (events: string, more = '') => trail('["arn:aws:s3"]').replace('"All"', `"${events}"\n ${more}`)
const other = (text: string) => text.replace('"t"', '"u"')
const advanced = (...selectors: readonly (readonly string[])[]) => `
  resource "aws_cloudtrail" "t" {
    ${selectors
      .map(
        (fields) =>
          `advanced_event_selector {\n${fields
            .map(
              (field) =>
                `field_selector {\n field = "${field.split('=')[0]}"\n equals = ["${field.split('=')[1]}"]\n }\n`,
            )
            .join('')}}\n`,
      )
      .join('')}
  }`
const OBJECTS = 'resources.type=AWS::S3::Object'
const EVENTS = 'assets/aws_s3_bucket.b/audit/events'
const B = 'assets/aws_s3_bucket.b'
const SILENT = [false, 'default'] as const
const NOT_TOLD = [undefined] as const

const LOGS: readonly Row[] = [
  ['a distribution without a delivery', CDN + SOURCE, `${D}/enabled`, ...SILENT],
  ['a distribution whose logs are delivered', CDN + SOURCE + DELIVERY, `${D}/enabled`, true],
  ['where they are delivered to', CDN + SOURCE + DELIVERY, `${D}/destination`, 'aws_cloudwatch_log_group.g'],
  ['a bucket without a trail', bucket(), `${B}/audit/enabled`, ...SILENT],
  ['a trail of every bucket', bucket() + trail('["arn:aws:s3"]'), `${B}/audit/enabled`, true],
  ['a trail of every bucket, in full', bucket() + trail('["arn:aws:s3:::"]'), `${B}/audit/enabled`, true],
  ['a trail of this bucket', bucket() + trail('["arn:aws:s3:::records/"]'), `${B}/audit/enabled`, true],
  [
    'a trail of this bucket, by reference',
    bucket() + trail('["${aws_s3_bucket.b.arn}/"]'),
    `${B}/audit/enabled`,
    true,
  ],
  [
    'a trail of another bucket',
    bucket() + trail('["arn:aws:s3:::others/"]'),
    `${B}/audit/enabled`,
    ...SILENT,
  ],
  [
    'a trail without the slash',
    bucket() + trail('["arn:aws:s3:::records"]'),
    `${B}/audit/enabled`,
    ...SILENT,
  ],
  [
    'a trail of functions',
    bucket() + trail('["arn:aws:lambda"]', 'AWS::Lambda::Function'),
    `${B}/audit/enabled`,
    ...SILENT,
  ],
  [
    'a trail of buckets that cannot be known',
    `variable "v" {}${bucket()}${trail('var.v')}`,
    `${B}/audit/enabled`,
    ...NOT_TOLD,
  ],
  [
    'a trail with advanced selectors of objects',
    `${bucket()}
    resource "aws_cloudtrail" "t" {
      advanced_event_selector {
        field_selector {
          field  = "resources.type"
          equals = ["AWS::S3::Object"]
        }
      }
    }`,
    `${B}/audit/enabled`,
    true,
  ],
  [
    'a trail with advanced selectors of functions',
    `${bucket()}
    resource "aws_cloudtrail" "t" {
      advanced_event_selector {
        field_selector {
          field  = "resources.type"
          equals = ["AWS::Lambda::Function"]
        }
      }
    }`,
    `${B}/audit/enabled`,
    ...SILENT,
  ],
  [
    'a trail of selectors that cannot be known',
    `variable "v" {}${bucket()}resource "aws_cloudtrail" "t" {
      dynamic "event_selector" {
        for_each = var.v
        content {}
      }
    }`,
    `${B}/audit/enabled`,
    ...NOT_TOLD,
  ],
  ['a trail of what is written alone', bucket() + half('WriteOnly'), `${B}/audit/enabled`, true],
  ['and which events that is', bucket() + half('WriteOnly'), EVENTS, ['write', 'delete', 'login', 'admin']],
  [
    'written, and nothing of the account',
    bucket() + half('WriteOnly', 'include_management_events = false'),
    EVENTS,
    ['write', 'delete'],
  ],
  ['a trail of what is read alone', bucket() + half('ReadOnly'), EVENTS, ['read', 'export']],
  [
    'read, beside a trail of the account',
    `${bucket()}${half('ReadOnly')}resource "aws_cloudtrail" "u" {}`,
    EVENTS,
    ['read', 'export', 'login', 'admin'],
  ],
  [
    'read by one trail and written by another',
    bucket() + half('ReadOnly') + other(half('WriteOnly')),
    EVENTS,
    undefined,
  ],
  ['all, beside what is read', bucket() + half('ReadOnly') + other(half('All')), EVENTS, undefined],
  ['all', bucket() + half('All'), EVENTS, undefined],
  [
    'what nobody knows',
    `variable "v" {}${bucket()}${trail('["arn:aws:s3"]').replace('"All"', 'var.v')}`,
    EVENTS,
    undefined,
  ],
  [
    'what is read, by an advanced selector',
    bucket() + advanced([OBJECTS, 'readOnly=true']),
    EVENTS,
    ['read', 'export'],
  ],
  [
    'what is written, by an advanced selector beside one of the account',
    bucket() + advanced([OBJECTS, 'readOnly=false'], ['eventCategory=Management']),
    EVENTS,
    ['write', 'delete', 'login', 'admin'],
  ],
  [
    'what is written, beside what is only read of the account',
    bucket() + advanced([OBJECTS, 'readOnly=false'], ['eventCategory=Management', 'readOnly=true']),
    EVENTS,
    ['write', 'delete'],
  ],
  [
    'what is written, by a trail that is stopped',
    bucket() + advanced([OBJECTS, 'readOnly=false']).replace('{', '{\n enable_logging = false'),
    `${B}/audit/enabled`,
    false,
    'default',
  ],
  [
    'all, by a trail that may be stopped',
    `${bucket()}variable "on" {}\n${advanced([OBJECTS]).replace('{', '{\n enable_logging = var.on')}`,
    `${B}/audit/enabled`,
    ...NOT_TOLD,
  ],
  ['all, by an advanced selector', bucket() + advanced([OBJECTS]), EVENTS, undefined],
  [
    'a bucket that takes in logs, by its list',
    bucket('acl = "log-delivery-write"'),
    `${B}/audit/enabled`,
    ...NOT_TOLD,
  ],
  ['what it is for', bucket('acl = "log-delivery-write"'), `${B}/purpose`, 'log'],
  [
    'a bucket that takes in the logs of another',
    `${bucket()}\nresource "aws_s3_bucket" "a" {\n logging {\n target_bucket = aws_s3_bucket.b.id\n }\n}`,
    `${B}/audit/enabled`,
    ...NOT_TOLD,
  ],
  [
    'a bucket that takes in the logs of a load balancer',
    `${bucket()}\nresource "aws_lb" "a" {\n access_logs {\n enabled = true\n bucket = aws_s3_bucket.b.id\n }\n}`,
    `${B}/purpose`,
    'log',
  ],
  [
    'a load balancer that names a bucket, and does not turn logs on',
    'resource "aws_lb" "a" {\n access_logs {\n bucket = "logs"\n }\n}',
    'assets/aws_lb.a/audit/enabled',
    ...SILENT,
  ],
  [
    'a classic load balancer that names a bucket',
    'resource "aws_elb" "a" {\n access_logs {\n bucket = "logs"\n }\n}',
    'assets/aws_elb.a/audit/enabled',
    true,
  ],
  [
    'the log of a bucket that takes in logs',
    bucket('acl = "log-delivery-write"\n logging {\n target_bucket = "others"\n }'),
    `${B}/audit/enabled`,
    true,
  ],
]

const cluster = (type: string, logs: string) => `resource "${type}" "c" {\n ${logs}\n}`
const domain = (log: string) => `
  variable "g" {}
  resource "aws_opensearch_domain" "c" {
    log_publishing_options {
      cloudwatch_log_group_arn = var.g
      ${log}
    }
  }`
const enabled = (type: string) => `assets/${type}.c/audit/enabled`
const [DOCDB, NEPTUNE, SEARCH] = [
  'aws_docdb_cluster',
  'aws_neptune_cluster',
  'aws_opensearch_domain',
] as const

const DATABASES: readonly Row[] = [
  ['DocumentDB, audit', cluster(DOCDB, 'enabled_cloudwatch_logs_exports = ["audit"]'), enabled(DOCDB), true],
  [
    'DocumentDB, profiler',
    cluster(DOCDB, 'enabled_cloudwatch_logs_exports = ["profiler"]'),
    enabled(DOCDB),
    true,
  ],
  [
    'DocumentDB, another',
    cluster(DOCDB, 'enabled_cloudwatch_logs_exports = ["other"]'),
    enabled(DOCDB),
    false,
  ],
  ['DocumentDB, none', cluster(DOCDB, ''), enabled(DOCDB), ...SILENT],
  [
    'Neptune, audit',
    cluster(NEPTUNE, 'enable_cloudwatch_logs_exports = ["slowquery", "audit"]'),
    enabled(NEPTUNE),
    true,
  ],
  [
    'Neptune, slow queries',
    cluster(NEPTUNE, 'enable_cloudwatch_logs_exports = ["slowquery"]'),
    enabled(NEPTUNE),
    false,
  ],
  ['a domain, audit', domain('log_type = "AUDIT_LOGS"'), enabled(SEARCH), true],
  ['a domain, audit that is on', domain('log_type = "AUDIT_LOGS"\n enabled = true'), enabled(SEARCH), true],
  [
    'a domain, audit that is off',
    domain('log_type = "AUDIT_LOGS"\n enabled = false'),
    enabled(SEARCH),
    false,
  ],
  ['a domain, another log', domain('log_type = "ES_APPLICATION_LOGS"'), enabled(SEARCH), ...SILENT],
  ['a domain, a log that cannot be known', domain('log_type = var.g'), enabled(SEARCH), ...NOT_TOLD],
  [
    'a domain, audit that may be on',
    domain('log_type = "AUDIT_LOGS"\n enabled = var.g'),
    enabled(SEARCH),
    ...NOT_TOLD,
  ],
]

const queuePolicy = (action: string) => `
  variable "who" {}
  resource "aws_sqs_queue_policy" "p" {
    queue_url = "https://sqs.example"
    policy    = jsonencode({ Statement = [{ Effect = "Allow", Principal = var.who, Action = "${action}" }] })
  }`
const least = 'access/leastPrivilege'
const rolePolicy = (action: string) => `
  data "aws_caller_identity" "me" {}
  data "aws_iam_policy_document" "d" {
    statement {
      principals {
        type        = "AWS"
        identifiers = [data.aws_caller_identity.me.account_id]
      }
      actions   = ["${action}"]
      resources = ["*"]
    }
  }
  resource "aws_iam_role_policy" "p" {
    policy = data.aws_iam_policy_document.d.json
  }`

const RIGHTS: readonly Row[] = [
  [
    'every action, to whom cannot be known',
    queuePolicy('*'),
    `assets/aws_sqs_queue_policy.p/${least}`,
    false,
  ],
  ['one action', queuePolicy('sqs:SendMessage'), `assets/aws_sqs_queue_policy.p/${least}`, undefined],
  ['every action of a service, in a document', rolePolicy('s3:*'), `assets/iam/${least}`, false],
  ['one action, in a document', bucket() + rolePolicy('s3:GetObject'), `assets/iam/${least}`, undefined],
  [
    'a least version of a distribution, as people write it',
    'resource "aws_cloudfront_distribution" "d" {\n viewer_certificate {\n minimum_protocol_version = "TLSv1.0"\n }\n}',
    'assets/aws_cloudfront_distribution.d/endpoints/443/tls/providerPolicy',
    'TLSv1',
  ],
]

const ranked = ([circumstance, hcl, path, value, rank = 'imported']: Row) =>
  [circumstance, hcl, path, value, rank] as const

describe('what AWS records, and who may do what', () => {
  it.each([...LOGS, ...DATABASES, ...RIGHTS].map(ranked))('%s', (_, hcl, path, value, rank) => {
    const claim = claimAt(imported({ 'main.tf': hcl }), path)
    expect(claim.value).toEqual(value)
    if (value !== undefined) expect(claim.rank).toBe(rank)
  })

  it('is the same in CloudFormation', () => {
    const loaded = imported({
      'template.yaml': `
        Resources:
          D: { Type: AWS::CloudFront::Distribution, Properties: { DistributionConfig: { Enabled: true } } }
          S: { Type: AWS::Logs::DeliverySource, Properties: { Name: s, ResourceArn: !Ref D } }
          T: { Type: AWS::Logs::DeliveryDestination, Properties: { Name: t, DestinationResourceArn: !GetAtt G.Arn } }
          L: { Type: AWS::Logs::Delivery, Properties: { DeliverySourceName: !Ref S, DeliveryDestinationArn: !GetAtt T.Arn } }
          G: { Type: AWS::Logs::LogGroup }
          B: { Type: AWS::S3::Bucket, Properties: { BucketName: records } }
          C:
            Type: AWS::CloudTrail::Trail
            Properties:
              EventSelectors: [{ DataResources: [{ Type: AWS::S3::Object, Values: ['arn:aws:s3:::records/'] }] }]`,
    })
    expect(claimAt(loaded, 'assets/D/audit/enabled').value).toBe(true)
    expect(claimAt(loaded, 'assets/D/audit/destination').value).toBe('G')
    expect(claimAt(loaded, 'assets/B/audit/enabled').value).toBe(true)
  })
})

describe('a key of the root account', () => {
  const key = (user: string) => `
    resource "aws_iam_user" "u" {
      name = "root"
    }
    resource "aws_iam_user" "v" {
      name = "backup"
    }
    resource "aws_iam_access_key" "k" {
      user = ${user}
    }`

  it.each([
    ['by name', '"root"', true],
    ['by reference', 'aws_iam_user.u.name', true],
    ['of another', '"backup"', undefined],
    ['of another, by reference', 'aws_iam_user.v.name', undefined],
  ])('%s', (_, user, has) => {
    const { description } = imported({ 'main.tf': key(user) }).infrastructure
    expect(description.identity?.rootAccount?.accessKeys).toBe(has)
  })
})

describe('a method whose interface is described elsewhere', () => {
  const method = (authorization: string, more = '') => `
    resource "aws_ebs_volume" "beside" {}
    resource "aws_api_gateway_method" "m" {
      rest_api_id   = "a1b2c3"
      http_method   = "GET"
      authorization = "${authorization}"
      ${more}
    }`

  it.each([
    ['lets everybody in', method('NONE'), 'none'],
    ['asks who calls', method('AWS_IAM'), undefined],
    ['asks for a key', method('NONE', 'api_key_required = true'), undefined],
    ['only tells browsers what they may do', method('NONE').replace('GET', 'OPTIONS'), undefined],
    [
      'is a part of an interface that is described here',
      method('NONE').replace('"a1b2c3"', 'aws_api_gateway_rest_api.a.id') +
        '\nresource "aws_api_gateway_rest_api" "a" {}',
      undefined,
    ],
  ])('%s', (_, hcl, auth) => {
    const own = imported({ 'main.tf': hcl }).infrastructure.asset('aws_api_gateway_method.m')
    expect(own?.value.endpoints?.[0]?.auth).toBe(auth)
  })
})

describe('a file system that is described elsewhere', () => {
  const task = (volume: string) => `
    resource "aws_ecs_task_definition" "t" {
      volume {
        ${volume}
      }
    }`

  it.each([
    [
      'and is mounted in clear',
      'efs_volume_configuration {\n file_system_id = "fs-1"\n }',
      ['aws_ecs_task_definition.t aws_ecs_task_definition.t.fs-1 false'],
    ],
    [
      'and is mounted over TLS',
      'efs_volume_configuration {\n file_system_id = aws_efs_file_system.e.id\n transit_encryption = "ENABLED"\n }',
      ['aws_ecs_task_definition.t aws_ecs_task_definition.t.file-system true'],
    ],
    ['and is none', 'name = "scratch"', []],
  ])('%s', (_, volume, expected) => {
    const { infrastructure } = imported({ 'main.tf': task(volume) })
    expect(
      infrastructure.flows.map(({ from, to, encryption }) => `${from} ${to} ${encryption?.enabled}`),
    ).toEqual(expected)
  })
})
