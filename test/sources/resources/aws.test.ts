import { describe, expect, it } from 'vitest'
import { claimAt, imported } from '../../imported.js'

/** Circumstance, configuration, path, value, and whose claim it is; a rank that is left out is `imported`. */
type Row = readonly [circumstance: string, hcl: string, path: string, value: unknown, rank?: string]

const bucket = (more = '', parts = '') => `
  resource "aws_s3_bucket" "b" {
    bucket = "records"
    ${more}
  }
  ${parts}`
const policy = (statement: string) => `
  resource "aws_s3_bucket_policy" "p" {
    bucket = aws_s3_bucket.b.id
    policy = jsonencode({ Statement = [${statement}] })
  }`
const REFUSES =
  '{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "${aws_s3_bucket.b.arn}/*", Condition = { Bool = { "aws:SecureTransport" = "false" } } }'
const ANYBODY = '{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }'
const block = (ignore: boolean, restrict: boolean) => `
  resource "aws_s3_bucket_public_access_block" "k" {
    bucket                  = aws_s3_bucket.b.id
    ignore_public_acls      = ${ignore}
    restrict_public_buckets = ${restrict}
  }`
const B = 'assets/aws_s3_bucket.b'

const BUCKETS: readonly Row[] = [
  ['nothing said of encryption', bucket(), `${B}/encryptionAtRest/enabled`, true, 'default'],
  [
    'encryption in a resource of its own',
    bucket(
      '',
      'resource "aws_s3_bucket_server_side_encryption_configuration" "e" {\n bucket = aws_s3_bucket.b.id\n rule {\n apply_server_side_encryption_by_default {\n sse_algorithm = "aws:kms"\n }\n }\n}',
    ),
    `${B}/encryptionAtRest/enabled`,
    true,
  ],
  ['versions not said', bucket(), `${B}/recovery/versioning`, false, 'default'],
  [
    'versions on',
    bucket(
      '',
      'resource "aws_s3_bucket_versioning" "v" {\n bucket = "records"\n versioning_configuration {\n status = "Enabled"\n }\n}',
    ),
    `${B}/recovery/versioning`,
    true,
  ],
  [
    'versions suspended',
    bucket(
      '',
      'resource "aws_s3_bucket_versioning" "v" {\n bucket = aws_s3_bucket.b.id\n versioning_configuration {\n status = "Suspended"\n }\n}',
    ),
    `${B}/recovery/versioning`,
    false,
  ],
  ['access not said', bucket(), `${B}/access/anonymous`, false, 'default'],
  ['a public list', bucket('acl = "public-read"'), `${B}/access/anonymous`, true],
  [
    'a public list that is ignored',
    bucket('acl = "public-read"', block(true, false)),
    `${B}/access/anonymous`,
    false,
    'default',
  ],
  ['a policy that lets anybody in', bucket('', policy(ANYBODY)), `${B}/access/anonymous`, true],
  [
    'the same behind a block',
    bucket('', policy(ANYBODY) + block(false, true)),
    `${B}/access/anonymous`,
    false,
    'default',
  ],
  ['all blocked', bucket('', block(true, true)), `${B}/access/anonymous`, false],
  ['HTTP not refused', bucket(), `${B}/endpoints/443/encryption`, 'optional', 'default'],
  ['HTTP refused by policy', bucket('', policy(REFUSES)), `${B}/endpoints/443/encryption`, 'required'],
  [
    'HTTP refused for everything that there is',
    bucket('', policy(REFUSES.replace('"s3:*"', '"*"'))),
    `${B}/endpoints/443/encryption`,
    'required',
  ],
  [
    'HTTP refused for one action',
    bucket('', policy(REFUSES.replace('"s3:*"', '"s3:DeleteObject"'))),
    `${B}/endpoints/443/encryption`,
    'optional',
    'default',
  ],
  [
    'HTTP refused to one role',
    bucket('', policy(REFUSES.replace('"*"', '{ AWS = "arn:aws:iam::123456789012:role/x" }'))),
    `${B}/endpoints/443/encryption`,
    'optional',
    'default',
  ],
  [
    'a policy that cannot be read',
    bucket(
      '',
      'resource "aws_s3_bucket_policy" "p" {\n bucket = aws_s3_bucket.b.id\n policy = var.policy\n}\nvariable "policy" {}',
    ),
    `${B}/endpoints/443/encryption`,
    undefined,
  ],
  ['no log', bucket(), `${B}/audit/enabled`, false, 'default'],
  [
    'a log into another bucket',
    bucket(
      '',
      'resource "aws_s3_bucket" "logs" {}\nresource "aws_s3_bucket_logging" "l" {\n bucket = aws_s3_bucket.b.id\n target_bucket = aws_s3_bucket.logs.id\n}',
    ),
    `${B}/audit/destination`,
    'aws_s3_bucket.logs',
  ],
  [
    'actions of all kinds allowed',
    bucket(
      '',
      policy(
        '{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::1:root" }, Action = "s3:*", Resource = "*" }',
      ),
    ),
    `${B}/access/leastPrivilege`,
    false,
  ],
]

const rds = (more: string, parts = '') => `
  resource "aws_db_instance" "db" {
    engine         = "postgres"
    engine_version = "14.9"
    ${more}
  }
  ${parts}`
const group = (value: string) => `
  resource "aws_db_parameter_group" "g" {
    family = "postgres14"
    parameter {
      name  = "rds.force_ssl"
      value = "${value}"
    }
  }`
const world = (port: number, cidr: string) => `
  resource "aws_security_group" "sg" {
    ingress {
      from_port   = ${port}
      to_port     = ${port}
      protocol    = "tcp"
      cidr_blocks = ["${cidr}"]
    }
  }`
const D = 'assets/aws_db_instance.db'
const IN_GROUP = 'publicly_accessible = true\n vpc_security_group_ids = [aws_security_group.sg.id]'

const DATABASES: readonly Row[] = [
  ['encryption not said', rds(''), `${D}/encryptionAtRest/enabled`, false, 'default'],
  ['encrypted', rds('storage_encrypted = true'), `${D}/encryptionAtRest/enabled`, true],
  [
    'with a key of ours',
    rds('storage_encrypted = true\n kms_key_id = aws_kms_key.k.arn', 'resource "aws_kms_key" "k" {}'),
    `${D}/encryptionAtRest/key`,
    'aws_kms_key.k',
  ],
  ['a key of AWS', rds('kms_key_id = "alias/aws/rds"'), `${D}/encryptionAtRest/key/customerManaged`, false],
  ['TLS not asked before PostgreSQL 15', rds(''), `${D}/endpoints/5432/encryption`, 'optional', 'default'],
  [
    'TLS asked from PostgreSQL 15 on',
    rds('').replace('14.9', '15.2'),
    `${D}/endpoints/5432/encryption`,
    'required',
    'default',
  ],
  [
    'forced by the group',
    rds('parameter_group_name = aws_db_parameter_group.g.name', group('1')),
    `${D}/endpoints/5432/encryption`,
    'required',
  ],
  [
    'not forced by the group',
    rds('parameter_group_name = aws_db_parameter_group.g.name', group('0')),
    `${D}/endpoints/5432/encryption`,
    'optional',
  ],
  ['a group of elsewhere', rds('parameter_group_name = "ours"'), `${D}/endpoints/5432/encryption`, undefined],
  ['MySQL', rds('').replace('postgres', 'mysql'), `${D}/endpoints/3306/encryption`, 'optional', 'default'],
  ['no public address', rds('publicly_accessible = false'), `${D}/endpoints/5432/exposure`, 'internal'],
  ['address not said', rds(''), `${D}/endpoints/5432/exposure`, 'internal', 'default'],
  [
    'a public address, its groups unknown',
    rds('publicly_accessible = true'),
    `${D}/endpoints/5432/exposure`,
    'public',
  ],
  [
    'a public address open to all',
    rds(IN_GROUP, world(5432, '0.0.0.0/0')),
    `${D}/endpoints/5432/exposure`,
    'public',
  ],
  [
    'a public address open to us',
    rds(IN_GROUP, world(5432, '10.0.0.0/8')),
    `${D}/endpoints/5432/exposure`,
    'internal',
  ],
  [
    'the port open to all for UDP',
    rds(IN_GROUP, world(5432, '0.0.0.0/0').replace('tcp', 'udp')),
    `${D}/endpoints/5432/exposure`,
    'internal',
  ],
  [
    'pings let in from all',
    rds(IN_GROUP, world(-1, '0.0.0.0/0').replace('tcp', 'icmp')),
    `${D}/endpoints/5432/exposure`,
    'internal',
  ],
  [
    'every protocol let in from all',
    rds(IN_GROUP, world(0, '0.0.0.0/0').replace('tcp', '-1')),
    `${D}/endpoints/5432/exposure`,
    'public',
  ],
  [
    'another port open to all',
    rds(IN_GROUP, world(443, '0.0.0.0/0')),
    `${D}/endpoints/5432/exposure`,
    'internal',
  ],
  [
    'copies kept for a week',
    rds('backup_retention_period = 7'),
    'backupPlans/aws_db_instance.db-automatic/copies/0/retention',
    'P7D',
  ],
  ['no copies', rds('backup_retention_period = 0'), 'backupPlans/aws_db_instance.db-automatic/copies', []],
  ['copies not said', rds(''), 'backupPlans/aws_db_instance.db-automatic/copies', [], 'default'],
  ['deletion protected', rds('deletion_protection = true'), `${D}/recovery/deletionProtection`, true],
  ['logs sent', rds('enabled_cloudwatch_logs_exports = ["postgresql"]'), `${D}/audit/enabled`, true],
  ['logs not sent', rds(''), `${D}/audit/enabled`, false, 'default'],
  [
    'a replica',
    `${rds('')}\nresource "aws_db_instance" "copy" {\n replicate_source_db = aws_db_instance.db.identifier\n}`,
    'assets/aws_db_instance.copy/replicaOf',
    'aws_db_instance.db',
  ],
]

const lb = (listener: string, more = '') => `
  resource "aws_lb" "lb" {
    ${more}
  }
  resource "aws_lb_listener" "l" {
    load_balancer_arn = aws_lb.lb.arn
    ${listener}
  }`
const L = 'assets/aws_lb.lb/endpoints'
const REDIRECT =
  'default_action {\n type = "redirect"\n redirect {\n protocol = "HTTPS"\n status_code = "HTTP_301"\n }\n }'

const LISTENERS: readonly Row[] = [
  [
    'no policy named',
    lb('port = 443\n protocol = "HTTPS"'),
    `${L}/443/tls/providerPolicy`,
    'ELBSecurityPolicy-2016-08',
    'default',
  ],
  [
    'a policy',
    lb('port = 443\n protocol = "HTTPS"\n ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"'),
    `${L}/443/tls/providerPolicy`,
    'ELBSecurityPolicy-TLS13-1-2-2021-06',
  ],
  ['plain HTTP', lb('port = 80\n protocol = "HTTP"'), `${L}/80/encryption`, 'none'],
  [
    'plain HTTP that leads to HTTPS',
    lb(`port = 80\n protocol = "HTTP"\n ${REDIRECT}`),
    `${L}/80/encryption`,
    'required',
  ],
  [
    'facing the internet, not said',
    lb('port = 80\n protocol = "HTTP"'),
    `${L}/80/exposure`,
    'public',
    'default',
  ],
  ['internal', lb('port = 80\n protocol = "HTTP"', 'internal = true'), `${L}/80/exposure`, 'internal'],
  ['TLS', lb('port = 636\n protocol = "TLS"'), `${L}/636/encryption`, 'required'],
  ['no log', lb('port = 80'), 'assets/aws_lb.lb/audit/enabled', false, 'default'],
  [
    'a listener whose load balancer is elsewhere',
    'resource "aws_lb_listener" "l" {\n load_balancer_arn = var.lb\n port = 443\n protocol = "HTTPS"\n}\nvariable "lb" {}',
    'assets/aws_lb_listener.l/endpoints/443/tls/providerPolicy',
    'ELBSecurityPolicy-2016-08',
    'default',
  ],
]

const OTHERS: readonly Row[] = [
  [
    'EBS, not said',
    'resource "aws_ebs_volume" "v" {}',
    'assets/aws_ebs_volume.v/encryptionAtRest/enabled',
    false,
    'default',
  ],
  [
    'EBS where the account encrypts',
    'resource "aws_ebs_volume" "v" {}\nresource "aws_ebs_encryption_by_default" "d" {\n enabled = true\n}',
    'assets/aws_ebs_volume.v/encryptionAtRest/enabled',
    true,
  ],
  [
    'EFS',
    'resource "aws_efs_file_system" "f" {\n encrypted = true\n}',
    'assets/aws_efs_file_system.f/encryptionAtRest/enabled',
    true,
  ],
  [
    'Aurora, of which it depends on when it was made',
    'resource "aws_rds_cluster" "c" {\n engine = "aurora-mysql"\n}',
    'assets/aws_rds_cluster.c/encryptionAtRest/enabled',
    undefined,
  ],
  [
    'DynamoDB',
    'resource "aws_dynamodb_table" "t" {}',
    'assets/aws_dynamodb_table.t/encryptionAtRest/enabled',
    true,
    'default',
  ],
  [
    'DynamoDB without recovery',
    'resource "aws_dynamodb_table" "t" {}',
    'backupPlans/aws_dynamodb_table.t-automatic/copies',
    [],
    'default',
  ],
  [
    'DynamoDB with recovery',
    'resource "aws_dynamodb_table" "t" {\n point_in_time_recovery {\n enabled = true\n }\n}',
    'assets/aws_dynamodb_table.t/recovery/pointInTime',
    'P35D',
  ],
  [
    'SNS',
    'resource "aws_sns_topic" "t" {}',
    'assets/aws_sns_topic.t/encryptionAtRest/enabled',
    false,
    'default',
  ],
  [
    'SQS',
    'resource "aws_sqs_queue" "q" {}',
    'assets/aws_sqs_queue.q/encryptionAtRest/enabled',
    true,
    'default',
  ],
  [
    'SQS, turned off',
    'resource "aws_sqs_queue" "q" {\n sqs_managed_sse_enabled = false\n}',
    'assets/aws_sqs_queue.q/encryptionAtRest/enabled',
    false,
  ],
  [
    'Redis without TLS',
    'resource "aws_elasticache_replication_group" "r" {}',
    'assets/aws_elasticache_replication_group.r/endpoints/6379/encryption',
    'none',
    'default',
  ],
  [
    'Redis with TLS',
    'resource "aws_elasticache_replication_group" "r" {\n transit_encryption_enabled = true\n}',
    'assets/aws_elasticache_replication_group.r/endpoints/6379/encryption',
    'required',
  ],
  [
    'a key that does not rotate',
    'resource "aws_kms_key" "k" {}',
    'keys/aws_kms_key.k/rotation',
    'never',
    'default',
  ],
  [
    'a key that rotates',
    'resource "aws_kms_key" "k" {\n enable_key_rotation = true\n}',
    'keys/aws_kms_key.k/rotation',
    'P1Y',
  ],
  [
    'logs kept for ever',
    'resource "aws_cloudwatch_log_group" "l" {}',
    'assets/aws_cloudwatch_log_group.l/keeps',
    'forever',
    'default',
  ],
  [
    'logs kept for a year',
    'resource "aws_cloudwatch_log_group" "l" {\n retention_in_days = 365\n}',
    'assets/aws_cloudwatch_log_group.l/keeps',
    'P365D',
  ],
  [
    'a trail without digests',
    'resource "aws_cloudtrail" "t" {}',
    'assets/aws_cloudtrail.t/integrity/signatures',
    false,
    'default',
  ],
  [
    'OpenSearch with an old TLS policy',
    'resource "aws_opensearch_domain" "d" {}',
    'assets/aws_opensearch_domain.d/endpoints/443/tls/versions',
    ['TLSv1.0', 'TLSv1.1', 'TLSv1.2'],
    'default',
  ],
  [
    'EKS, open',
    'resource "aws_eks_cluster" "c" {}',
    'assets/aws_eks_cluster.c/endpoints/443/exposure',
    'public',
    'default',
  ],
  [
    'EKS for some networks',
    'resource "aws_eks_cluster" "c" {\n vpc_config {\n endpoint_public_access = true\n public_access_cidrs = ["192.0.2.0/24"]\n }\n}',
    'assets/aws_eks_cluster.c/endpoints/443/exposure',
    'partner',
  ],
  [
    'a task that shares the network of its host',
    'resource "aws_ecs_task_definition" "t" {\n network_mode = "host"\n container_definitions = jsonencode([{ name = "a", privileged = true }])\n}',
    'assets/aws_ecs_task_definition.t/container',
    { privileged: true, hostAccess: true },
  ],
  [
    'a password policy',
    'resource "aws_iam_account_password_policy" "p" {\n minimum_password_length = 16\n}',
    'assets/iam/access/passwords/minLength',
    16,
  ],
  [
    'a policy that allows all',
    'resource "aws_iam_policy" "p" {\n policy = data.aws_iam_policy_document.d.json\n}\ndata "aws_iam_policy_document" "d" {\n statement {\n actions = ["*"]\n resources = ["*"]\n }\n}',
    'assets/iam/access/leastPrivilege',
    false,
  ],
]

const firewalls = [
  ['SSH for all', world(22, '0.0.0.0/0'), ['ssh']],
  ['SSH for all of IPv6', world(22, '::/0'), ['ssh']],
  ['SSH for us', world(22, '10.0.0.0/8'), []],
  ['HTTPS for all', world(443, '0.0.0.0/0'), []],
  [
    'a rule of its own',
    'resource "aws_security_group_rule" "sg" {\n type = "ingress"\n from_port = 3000\n to_port = 3400\n protocol = "tcp"\n cidr_blocks = ["0.0.0.0/0"]\n}',
    ['mysql', 'rdp'],
  ],
  [
    'a rule for what goes out',
    'resource "aws_security_group_rule" "sg" {\n type = "egress"\n from_port = 22\n to_port = 22\n protocol = "tcp"\n cidr_blocks = ["0.0.0.0/0"]\n}',
    [],
  ],
  ['ICMP', world(22, '0.0.0.0/0').replace('"tcp"', '"icmp"'), []],
] as const

const ranked = ([circumstance, hcl, path, value, rank = 'imported']: Row) =>
  [circumstance, hcl, path, value, rank] as const

describe('AWS', () => {
  it.each([...BUCKETS, ...DATABASES, ...LISTENERS, ...OTHERS].map(ranked))(
    '%s',
    (_, hcl, path, value, rank) => {
      const loaded = imported({ 'main.tf': hcl })
      const claim = claimAt(loaded, path)
      expect(claim.value).toEqual(value)
      if (value !== undefined) expect(claim.rank).toBe(rank)
    },
  )

  it.each(firewalls)('lets in: %s', (_, hcl, protocols) => {
    const { infrastructure } = imported({ 'main.tf': hcl })
    const found = infrastructure.assets.find(({ value }) => value.kind === 'firewall')
    expect((found?.value.endpoints ?? []).map(({ protocol }) => protocol)).toEqual(protocols)
  })

  it('never spells a range of ports out', () => {
    const all = world(0, '0.0.0.0/0').replace('to_port     = 0', 'to_port     = 65535')
    const { infrastructure } = imported({ 'main.tf': all })
    expect(infrastructure.assets[0]?.value.endpoints?.length).toBeLessThan(25)
  })
})

const flows = (hcl: string) =>
  imported({ 'main.tf': hcl }).infrastructure.flows.map(({ from, to, data, protocol, encryption }) =>
    [from, to, data, protocol, encryption?.enabled].filter((one) => one !== undefined).join(' '),
  )

describe('flows that are proven', () => {
  it.each([
    [
      'a function that is given the address of a table',
      'resource "aws_dynamodb_table" "t" {}\nresource "aws_lambda_function" "f" {\n environment {\n variables = { TABLE = aws_dynamodb_table.t.name }\n }\n}',
      ['aws_lambda_function.f aws_dynamodb_table.t'],
    ],
    [
      'events of a queue',
      'resource "aws_sqs_queue" "q" {}\nresource "aws_lambda_function" "f" {}\nresource "aws_lambda_event_source_mapping" "m" {\n event_source_arn = aws_sqs_queue.q.arn\n function_name = aws_lambda_function.f.arn\n}',
      ['aws_lambda_function.f aws_sqs_queue.q from'],
    ],
    [
      'a load balancer and the service behind it',
      `${lb('port = 443\n protocol = "HTTPS"\n default_action {\n type = "forward"\n target_group_arn = aws_lb_target_group.g.arn\n }')}
       resource "aws_lb_target_group" "g" {
         protocol = "HTTP"
       }
       resource "aws_ecs_task_definition" "t" {}
       resource "aws_ecs_service" "s" {
         task_definition = aws_ecs_task_definition.t.arn
         load_balancer {
           target_group_arn = aws_lb_target_group.g.arn
         }
       }`,
      ['aws_lb.lb aws_ecs_task_definition.t http'],
    ],
    [
      'a file system that is mounted in clear',
      'resource "aws_efs_file_system" "e" {}\nresource "aws_ecs_task_definition" "t" {\n volume {\n efs_volume_configuration {\n file_system_id = aws_efs_file_system.e.id\n }\n }\n}',
      ['aws_ecs_task_definition.t aws_efs_file_system.e false'],
    ],
    [
      'a subscription',
      'resource "aws_sns_topic" "t" {}\nresource "aws_sqs_queue" "q" {}\nresource "aws_sns_topic_subscription" "s" {\n topic_arn = aws_sns_topic.t.arn\n endpoint = aws_sqs_queue.q.arn\n protocol = "sqs"\n}',
      ['aws_sns_topic.t aws_sqs_queue.q to'],
    ],
  ])('%s', (_, hcl, expected) => {
    expect(flows(hcl)).toEqual(expected)
  })
})

describe('a plan of AWS Backup', () => {
  const plan = (selection: string, schedule = 'cron(0 5 ? * * *)') => `
    resource "aws_efs_file_system" "f" {
      tags = { backup = "daily" }
    }
    resource "aws_backup_vault" "v" {
      name = "main"
    }
    resource "aws_backup_plan" "p" {
      rule {
        target_vault_name = aws_backup_vault.v.name
        schedule          = "${schedule}"
        lifecycle {
          delete_after = 35
        }
      }
    }
    resource "aws_backup_selection" "s" {
      plan_id = aws_backup_plan.p.id
      ${selection}
    }`

  it.each([
    ['by resource', 'resources = [aws_efs_file_system.f.arn]'],
    ['by tag', 'selection_tag {\n type = "STRINGEQUALS"\n key = "backup"\n value = "daily"\n }'],
    ['everything', 'resources = ["*"]'],
  ])('covers %s', (_, selection) => {
    const { infrastructure } = imported({ 'main.tf': plan(selection) })
    const [first] = infrastructure.description.backupPlans ?? []
    expect(infrastructure.covered(first?.covers)).toContain('aws_efs_file_system.f')
    expect(first?.copies).toEqual([
      { to: 'aws_backup_vault.v', encrypted: true, frequency: 'P1D', retention: 'P35D' },
    ])
  })

  it.each([
    ['what only a condition may select', 'resources = ["*"]\n condition {}'],
    [
      'what may be excepted',
      'resources = ["*"]\n not_resources = ["arn:aws:elasticfilesystem:*:*:file-system/*"]',
    ],
    [
      'what is excepted by name',
      'resources = [aws_efs_file_system.f.arn]\n not_resources = [aws_efs_file_system.f.arn]',
    ],
  ])('does not cover %s', (_, selection) => {
    expect(imported({ 'main.tf': plan(selection) }).infrastructure.description.backupPlans).toBeUndefined()
  })

  it.each([
    ['everything', 'resources = ["*"]'],
    ['a tag', 'selection_tag {\n type = "STRINGEQUALS"\n key = "backup"\n value = "daily"\n }'],
  ])('that selects %s has no cache in it, which AWS Backup cannot copy', (_, selection) => {
    const cache = 'resource "aws_elasticache_cluster" "c" {\n tags = { backup = "daily" }\n }'
    const { infrastructure } = imported({ 'main.tf': plan(selection) + cache })
    const [first] = infrastructure.description.backupPlans ?? []
    expect(infrastructure.covered(first?.covers)).toEqual(['aws_efs_file_system.f'])
  })

  const tagged = (type: string, name: string) =>
    `resource "${type}" "${name}" {\n tags = { backup = "daily" }\n }\n`
  it.each([
    ['everything', 'resources = ["*"]'],
    ['a tag', 'selection_tag {\n type = "STRINGEQUALS"\n key = "backup"\n value = "daily"\n }'],
  ])('that selects %s has tables of DynamoDB in it, and not what is like them', (_, selection) => {
    const coveredIn = (others: string) => {
      const { infrastructure } = imported({
        'main.tf': plan(selection) + tagged('aws_dynamodb_table', 't') + others,
      })
      const plans = (infrastructure.description.backupPlans ?? []).filter(({ id }) =>
        id.startsWith('aws_backup'),
      )
      return plans.flatMap(({ covers }) => infrastructure.covered(covers) ?? []).sort()
    }
    const all = ['aws_dynamodb_table.t', 'aws_efs_file_system.f']
    expect(coveredIn('')).toEqual(all)
    expect(coveredIn(tagged('aws_memorydb_cluster', 'm'))).toEqual(all)
    expect(coveredIn(tagged('aws_keyspaces_table', 'k'))).toEqual(all)
    expect(coveredIn(tagged('aws_emr_cluster', 'e') + tagged('aws_redshift_cluster', 'r'))).toEqual(
      [...all, 'aws_redshift_cluster.r'].sort(),
    )
  })

  it.each([
    ['every day at five', 'cron(0 5 ? * * *)', 'P1D'],
    ['every day at five, by days of the month', 'cron(0 5 * * ? *)', 'P1D'],
    ['twice a day', 'cron(0 0/12 * * ? *)', 'PT12H'],
    ['every hour', 'cron(0 * * * ? *)', 'PT1H'],
    ['once a week', 'cron(0 5 ? * 1 *)', 'P7D'],
    ['on working days: over the weekend none', 'cron(0 5 ? * MON-FRI *)', 'P3D'],
    ['once a month', 'cron(0 5 1 * ? *)', 'P1M'],
    ['twice on one day of the month', 'cron(0 0/12 1 * ? *)', 'P1M'],
    ['once a year', 'cron(0 5 1 1 ? *)', 'P1Y'],
    ['in one year only', 'cron(0 5 ? * * 2026)', undefined],
    ['on the last day of the month', 'cron(0 5 L * ? *)', undefined],
    ['at a rate of hours', 'rate(12 hours)', 'PT12H'],
    ['at a rate of days', 'rate(1 day)', 'P1D'],
    ['by words of another kind', 'every day', undefined],
  ])('runs %s', (_, schedule, frequency) => {
    const { description } = imported({
      'main.tf': plan('resources = [aws_efs_file_system.f.arn]', schedule),
    }).infrastructure
    expect(description.backupPlans?.[0]?.copies?.[0]?.frequency).toBe(frequency)
  })
})

describe('the user of the containers of a task', () => {
  const task = (...users: readonly (string | undefined)[]) => `
    resource "aws_ecs_task_definition" "t" {
      container_definitions = jsonencode([${users.map((user) => `{ user = ${JSON.stringify(user ?? null)} }`).join(', ')}])
    }`

  it.each([
    ['nobody else than root', ['root'], true],
    ['root by its number, with a group', ['0:0'], true],
    ['root with a group', ['root:app'], true],
    ['root in one of two', ['app', '0'], true],
    ['another', ['1000:0'], false],
    ['not said in one of two', ['app', undefined], undefined],
  ])('is %s', (_, users, expected) => {
    const { infrastructure } = imported({ 'main.tf': task(...users) })
    expect(infrastructure.asset('aws_ecs_task_definition.t')?.value.container?.runsAsRoot).toBe(expected)
  })
})

it('takes a topic to which nobody publishes in clear for one that refuses HTTP, as its documentation has it', () => {
  const { infrastructure } = imported({
    'main.tf': `resource "aws_sns_topic" "t" {
      policy = jsonencode({ Statement = [${REFUSES.replace('s3:*', 'sns:Publish')}] })
    }`,
  })
  expect(infrastructure.asset('aws_sns_topic.t')?.value.endpoints).toMatchObject([{ encryption: 'required' }])
})
