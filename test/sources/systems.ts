/** A reference to another resource of Terraform, known only after apply. */
export interface Reference {
  readonly to: string
}

/** An attribute of Terraform: a block is an object, several are a list of objects. */
export type Attribute = string | number | boolean | Reference | readonly string[] | Block | readonly Block[]

export interface Block {
  readonly [name: string]: Attribute
}

/** One small system in every format that is read. */
export interface System {
  readonly name: string
  /** Resources of Terraform by address; HCL and the plan are made of them. */
  readonly terraform: Readonly<Record<string, Block>>
  /** Resources of CloudFormation, in YAML. */
  readonly cloudformation: string
  /** The description that says as much. */
  readonly description: string
  /** What fails, as `rule role`, so that no system is the same only because nothing is found. */
  readonly fails: readonly string[]
  /** What a rule asks only of what was imported: of a description, the flow that carries ePHI there is judged instead. */
  readonly importedOnly?: readonly string[]
}

const to = (address: string): Reference => ({ to: address })

export const SYSTEMS: readonly System[] = [
  {
    name: 'a bucket that anybody reads',
    terraform: { 'aws_s3_bucket.records': { acl: 'public-read' } },
    cloudformation: 'Records: { Type: AWS::S3::Bucket, Properties: { AccessControl: PublicRead } }',
    description: `
assets:
  - id: records
    kind: object-store
    ephi: [stores]
    encryptionAtRest: { enabled: true }
    access: { anonymous: true }
    audit: { enabled: false }
    recovery: { versioning: false, deletionProtection: false, pointInTime: none }
    endpoints: [{ port: 443, protocol: https, exposure: public, auth: token, encryption: optional }]`,
    fails: [
      'access-control/anonymous records',
      'audit-controls/enabled records',
      'integrity/deletion-protected records',
      'transmission-security/cleartext-refused records/443',
    ],
  },
  {
    name: 'a bucket with versions, and no log',
    terraform: {
      'aws_s3_bucket.records': { bucket: 'records' },
      'aws_s3_bucket_versioning.records_versions': {
        bucket: to('aws_s3_bucket.records'),
        versioning_configuration: { status: 'Enabled' },
      },
      'aws_s3_bucket_public_access_block.records_block': {
        bucket: to('aws_s3_bucket.records'),
        ignore_public_acls: true,
        restrict_public_buckets: true,
      },
    },
    cloudformation: `
Records:
  Type: AWS::S3::Bucket
  Properties:
    BucketName: records
    VersioningConfiguration: { Status: Enabled }
    PublicAccessBlockConfiguration: { IgnorePublicAcls: true, RestrictPublicBuckets: true }`,
    description: `
assets:
  - id: records
    kind: object-store
    ephi: [stores]
    encryptionAtRest: { enabled: true }
    access: { anonymous: false }
    audit: { enabled: false }
    recovery: { versioning: true }
    endpoints: [{ port: 443, protocol: https, exposure: public, auth: token, encryption: optional }]`,
    fails: ['audit-controls/enabled records', 'transmission-security/cleartext-refused records/443'],
  },
  {
    name: 'a volume in clear',
    terraform: { 'aws_ebs_volume.disk': { size: 10 } },
    cloudformation: 'Disk: { Type: AWS::EC2::Volume, Properties: { Size: 10 } }',
    description:
      'assets: [{ id: disk, kind: block-volume, ephi: [stores], encryptionAtRest: { enabled: false } }]',
    fails: ['encryption-at-rest/storage-encrypted disk'],
  },
  {
    name: 'a database in clear, on the internet, without copies',
    terraform: {
      'aws_db_instance.patients': {
        engine: 'mysql',
        publicly_accessible: true,
        backup_retention_period: 0,
      },
    },
    cloudformation: `
Patients:
  Type: AWS::RDS::DBInstance
  Properties: { Engine: mysql, PubliclyAccessible: true, BackupRetentionPeriod: 0 }`,
    description: `
assets:
  - id: patients
    kind: relational-database
    ephi: [stores]
    encryptionAtRest: { enabled: false }
    audit: { enabled: false }
    recovery: { deletionProtection: false, versioning: false, pointInTime: none }
    endpoints: [{ port: 3306, protocol: mysql, exposure: public, auth: password, encryption: optional }]
backupPlans: [{ id: nothing, covers: { id: [patients] }, copies: [] }]`,
    fails: [
      'audit-controls/enabled patients',
      'backup/store-covered patients',
      'encryption-at-rest/storage-encrypted patients',
      'isolation/data-port-public patients/3306',
      'transmission-security/cleartext-refused patients/3306',
    ],
  },
  {
    name: 'a database that asks for TLS, by a group of parameters',
    terraform: {
      'aws_db_parameter_group.tls': {
        family: 'postgres14',
        parameter: [{ name: 'rds.force_ssl', value: '1' }],
      },
      'aws_db_instance.patients': {
        engine: 'postgres',
        engine_version: '14.7',
        storage_encrypted: true,
        backup_retention_period: 7,
        parameter_group_name: to('aws_db_parameter_group.tls'),
        enabled_cloudwatch_logs_exports: ['postgresql'],
        db_subnet_group_name: 'private',
      },
    },
    cloudformation: `
Tls: { Type: AWS::RDS::DBParameterGroup, Properties: { Family: postgres14, Parameters: { rds.force_ssl: '1' } } }
Patients:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    EngineVersion: '14.7'
    StorageEncrypted: true
    BackupRetentionPeriod: 7
    DBSubnetGroupName: private
    PubliclyAccessible: false
    DBParameterGroupName: !Ref Tls
    EnableCloudwatchLogsExports: [postgresql]`,
    description: `
assets:
  - id: patients
    kind: relational-database
    ephi: [stores]
    encryptionAtRest: { enabled: true }
    audit: { enabled: true }
    endpoints: [{ port: 5432, protocol: postgresql, exposure: internal, auth: password, encryption: required }]
backupPlans: [{ id: daily, covers: { id: [patients] }, copies: [{ frequency: PT5M, retention: P7D, encrypted: true }] }]`,
    fails: [],
  },
  {
    name: 'a cache that speaks in clear',
    terraform: { 'aws_elasticache_replication_group.sessions': { engine: 'redis' } },
    cloudformation: 'Sessions: { Type: AWS::ElastiCache::ReplicationGroup, Properties: { Engine: redis } }',
    description: `
assets:
  - id: sessions
    kind: cache
    ephi: [stores]
    encryptionAtRest: { enabled: false }
    endpoints: [{ port: 6379, protocol: redis, exposure: internal, auth: none, encryption: none }]`,
    fails: ['authentication/endpoint sessions/6379', 'encryption-at-rest/storage-encrypted sessions'],
    importedOnly: ['transmission-security/cleartext-refused sessions/6379'],
  },
  {
    name: 'a cache with TLS and a password',
    terraform: {
      'aws_elasticache_replication_group.sessions': {
        engine: 'redis',
        at_rest_encryption_enabled: true,
        transit_encryption_enabled: true,
        auth_token: 'from-elsewhere',
      },
    },
    cloudformation: `
Sessions:
  Type: AWS::ElastiCache::ReplicationGroup
  Properties:
    Engine: redis
    AtRestEncryptionEnabled: true
    TransitEncryptionEnabled: true
    AuthToken: from-elsewhere`,
    description: `
assets:
  - id: sessions
    kind: cache
    ephi: [stores]
    encryptionAtRest: { enabled: true }
    endpoints: [{ port: 6379, protocol: redis, exposure: internal, auth: password, encryption: required }]`,
    fails: [],
  },
  {
    name: 'a topic in clear that leads to a queue',
    terraform: {
      'aws_sns_topic.results': {},
      'aws_sqs_queue.inbox': { sqs_managed_sse_enabled: false },
      'aws_sns_topic_subscription.link': {
        topic_arn: to('aws_sns_topic.results'),
        protocol: 'sqs',
        endpoint: to('aws_sqs_queue.inbox'),
      },
    },
    cloudformation: `
Results:
  Type: AWS::SNS::Topic
  Properties: { Subscription: [{ Protocol: sqs, Endpoint: !GetAtt Inbox.Arn }] }
Inbox: { Type: AWS::SQS::Queue, Properties: { SqsManagedSseEnabled: false } }`,
    description: `
assets:
  - id: results
    kind: queue
    ephi: [stores]
    encryptionAtRest: { enabled: false }
    access: { anonymous: false }
    endpoints: [{ port: 443, protocol: https, auth: token, encryption: optional }]
  - id: inbox
    kind: queue
    ephi: [stores]
    encryptionAtRest: { enabled: false }
    access: { anonymous: false }
    endpoints: [{ port: 443, protocol: https, auth: token, encryption: optional }]
flows: [{ from: results, to: inbox, data: to }]`,
    fails: ['encryption-at-rest/storage-encrypted inbox', 'encryption-at-rest/storage-encrypted results'],
  },
  {
    name: 'a load balancer with an old policy, and HTTP',
    terraform: {
      'aws_lb.front': { internal: false },
      'aws_lb_listener.tls': {
        load_balancer_arn: to('aws_lb.front'),
        port: 443,
        protocol: 'HTTPS',
        ssl_policy: 'ELBSecurityPolicy-2016-08',
        default_action: { type: 'fixed-response' },
      },
      'aws_lb_listener.plain': {
        load_balancer_arn: to('aws_lb.front'),
        port: 80,
        protocol: 'HTTP',
        default_action: { type: 'fixed-response' },
      },
      'aws_ebs_volume.disk': { encrypted: true },
    },
    cloudformation: `
Front: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Scheme: internet-facing } }
Tls:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    LoadBalancerArn: !Ref Front
    Port: 443
    Protocol: HTTPS
    SslPolicy: ELBSecurityPolicy-2016-08
    DefaultActions: [{ Type: fixed-response }]
Plain:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    LoadBalancerArn: !Ref Front
    Port: 80
    Protocol: HTTP
    DefaultActions: [{ Type: fixed-response }]
Disk: { Type: AWS::EC2::Volume, Properties: { Encrypted: true } }`,
    description: `
assets:
  - id: front
    kind: load-balancer
    ephi: [transmits]
    audit: { enabled: false }
    endpoints:
      - { port: 443, protocol: https, exposure: public, tls: { providerPolicy: ELBSecurityPolicy-2016-08 } }
      - { port: 80, protocol: http, exposure: public, encryption: none }
  - { id: disk, kind: block-volume, ephi: [stores], encryptionAtRest: { enabled: true } }`,
    fails: [
      'transmission-security/http-redirected front/80',
      'transmission-security/tls-1-0-refused front/443',
    ],
  },
  {
    name: 'a key that never changes',
    terraform: {
      'aws_kms_key.main': { description: 'records' },
      'aws_ebs_volume.disk': { encrypted: true, kms_key_id: to('aws_kms_key.main') },
    },
    cloudformation: `
Main: { Type: AWS::KMS::Key, Properties: { Description: records } }
Disk: { Type: AWS::EC2::Volume, Properties: { Encrypted: true, KmsKeyId: !GetAtt Main.Arn } }`,
    description: `
keys: [{ id: main, manager: aws-kms, customerManaged: true, rotation: never }]
assets: [{ id: disk, kind: block-volume, ephi: [stores], encryptionAtRest: { enabled: true, key: main } }]`,
    fails: ['key-management/rotation main'],
  },
  {
    name: 'a group that lets the world in for administration',
    terraform: {
      'aws_security_group.office': {
        ingress: [{ from_port: 22, to_port: 22, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] }],
      },
      'aws_ebs_volume.disk': { encrypted: true },
    },
    cloudformation: `
Office:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: office
    SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }]
Disk: { Type: AWS::EC2::Volume, Properties: { Encrypted: true } }`,
    description: `
assets:
  - { id: office, kind: firewall, ephi: [transmits], endpoints: [{ port: 22, protocol: ssh, exposure: public }] }
  - { id: disk, kind: block-volume, ephi: [stores], encryptionAtRest: { enabled: true } }`,
    fails: ['isolation/admin-port-public office/22'],
  },
  {
    name: 'a table without copies',
    terraform: { 'aws_dynamodb_table.visits': { name: 'visits' } },
    cloudformation: 'Visits: { Type: AWS::DynamoDB::Table, Properties: { TableName: visits } }',
    description: `
assets:
  - id: visits
    kind: key-value-store
    ephi: [stores]
    encryptionAtRest: { enabled: true }
    recovery: { deletionProtection: false, versioning: false, pointInTime: none }
    endpoints: [{ port: 443, protocol: https, auth: token, encryption: required }]
backupPlans: [{ id: nothing, covers: { id: [visits] }, copies: [] }]`,
    fails: ['backup/store-covered visits', 'integrity/deletion-protected visits'],
  },
  {
    name: 'a container with privileges',
    terraform: {
      'aws_ecs_task_definition.app': {
        network_mode: 'host',
        container_definitions: '[{"name":"app","privileged":true,"user":"root"}]',
      },
      'aws_ebs_volume.disk': { encrypted: true },
    },
    cloudformation: `
App:
  Type: AWS::ECS::TaskDefinition
  Properties:
    NetworkMode: host
    ContainerDefinitions: [{ Name: app, Privileged: true, User: root }]
Disk: { Type: AWS::EC2::Volume, Properties: { Encrypted: true } }`,
    description: `
assets:
  - { id: app, kind: container, ephi: [processes], container: { privileged: true, hostAccess: true, runsAsRoot: true } }
  - { id: disk, kind: block-volume, ephi: [stores], encryptionAtRest: { enabled: true } }`,
    fails: ['access-control/container-privileges app'],
  },
  {
    name: 'a database in a subnet that leads to the internet, and one in a subnet that does not',
    terraform: {
      'aws_vpc.clinic': { cidr_block: '10.0.0.0/16' },
      'aws_internet_gateway.gate': { vpc_id: to('aws_vpc.clinic') },
      'aws_route_table.out': { vpc_id: to('aws_vpc.clinic') },
      'aws_route.everywhere': {
        route_table_id: to('aws_route_table.out'),
        destination_cidr_block: '0.0.0.0/0',
        gateway_id: to('aws_internet_gateway.gate'),
      },
      'aws_subnet.front': { vpc_id: to('aws_vpc.clinic'), cidr_block: '10.0.0.0/24' },
      'aws_route_table_association.front_out': {
        subnet_id: to('aws_subnet.front'),
        route_table_id: to('aws_route_table.out'),
      },
      'aws_subnet.back': { vpc_id: to('aws_vpc.clinic'), cidr_block: '10.0.1.0/24' },
      'aws_mq_broker.orders': {
        publicly_accessible: false,
        subnet_ids: to('aws_subnet.front'),
        logs: { audit: true },
      },
      'aws_mq_broker.results': {
        publicly_accessible: false,
        subnet_ids: to('aws_subnet.back'),
        logs: { audit: true },
      },
      'aws_instance.worker': { subnet_id: to('aws_subnet.front') },
      'aws_instance.archive': { subnet_id: to('aws_subnet.back') },
    },
    cloudformation: `
Clinic: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
Gate: { Type: AWS::EC2::InternetGateway }
Out: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Clinic } }
Everywhere:
  Type: AWS::EC2::Route
  Properties: { RouteTableId: !Ref Out, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gate }
Front: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Clinic, CidrBlock: 10.0.0.0/24 } }
FrontOut:
  Type: AWS::EC2::SubnetRouteTableAssociation
  Properties: { SubnetId: !Ref Front, RouteTableId: !Ref Out }
Back: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Clinic, CidrBlock: 10.0.1.0/24 } }
Orders:
  Type: AWS::AmazonMQ::Broker
  Properties: { PubliclyAccessible: false, SubnetIds: [!Ref Front], Logs: { Audit: true } }
Results:
  Type: AWS::AmazonMQ::Broker
  Properties: { PubliclyAccessible: false, SubnetIds: [!Ref Back], Logs: { Audit: true } }
Worker: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Front } }
Archive: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Back } }`,
    description: `
zones: [{ id: front, trust: dmz }, { id: back, trust: internal }]
assets:
  - id: orders
    kind: queue
    zone: front
    ephi: [stores]
    encryptionAtRest: { enabled: true }
    audit: { enabled: true }
    endpoints: [{ port: 5671, protocol: amqp, exposure: internal, auth: password, encryption: required }]
  - id: results
    kind: queue
    zone: back
    ephi: [stores]
    encryptionAtRest: { enabled: true }
    audit: { enabled: true }
    endpoints: [{ port: 5671, protocol: amqp, exposure: internal, auth: password, encryption: required }]
  - { id: worker, kind: server, zone: front, ephi: [stores], encryptionAtRest: { enabled: false } }
  - { id: archive, kind: server, zone: back, ephi: [stores], encryptionAtRest: { enabled: false } }`,
    fails: ['isolation/store-zone worker', 'isolation/store-zone orders'],
  },
]
