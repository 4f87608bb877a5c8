import type { RecordType, TypeTable } from '../resources/record.js'

const type = (
  kind: string,
  attributes: RecordType['attributes'] = {},
  fixed?: RecordType['fixed'],
): RecordType => ({
  kind: `aws.${kind}`,
  attributes: { tags: 'Tags', ...attributes },
  ...(fixed ? { fixed } : {}),
})

const nothing = type('nothing')

const RULE = 'BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault'

const cluster = {
  name: 'DBClusterIdentifier',
  encrypted: 'StorageEncrypted',
  key: 'KmsKeyId',
  engine: 'Engine',
  version: 'EngineVersion',
  port: ['Port', 'DBPort'],
  backupDays: 'BackupRetentionPeriod',
  deletionProtection: 'DeletionProtection',
  securityGroups: 'VpcSecurityGroupIds',
  logs: 'EnableCloudwatchLogsExports',
  subnets: 'DBSubnetGroupName',
  password: 'MasterUserPassword',
  replicaOf: 'ReplicationSourceIdentifier',
  parameterGroup: 'DBClusterParameterGroupName',
} as const

const parameterMap = type('parameter-group', {
  name: ['DBParameterGroupName', 'DBClusterParameterGroupName', 'Name'],
  parameters: 'Parameters',
  'parameters.name': '@key',
  'parameters.value': '@value',
  family: 'Family',
})

const search = (options: string): RecordType =>
  type(
    'opensearch',
    {
      name: 'DomainName',
      encrypted: 'EncryptionAtRestOptions.Enabled',
      nodes: 'NodeToNodeEncryptionOptions.Enabled',
      key: 'EncryptionAtRestOptions.KmsKeyId',
      https: 'DomainEndpointOptions.EnforceHTTPS',
      tlsPolicy: 'DomainEndpointOptions.TLSSecurityPolicy',
      vpc: 'VPCOptions',
      subnets: 'VPCOptions.SubnetIds',
      logs: options,
      'logs.type': '@key',
      'logs.enabled': '@value.Enabled',
      'logs.target': '@value.CloudWatchLogsLogGroupArn',
      policy: 'AccessPolicies',
    },
    { logsByThemselves: false },
  )

const cache = {
  name: ['ReplicationGroupId', 'ClusterName'],
  encrypted: 'AtRestEncryptionEnabled',
  key: 'KmsKeyId',
  engine: 'Engine',
  port: 'Port',
  transit: 'TransitEncryptionEnabled',
  transitMode: 'TransitEncryptionMode',
  auth: 'AuthToken',
  users: ['UserGroupIds', 'ACLName'],
  backupDays: 'SnapshotRetentionLimit',
  securityGroups: ['SecurityGroupIds', 'VpcSecurityGroupIds'],
  subnets: ['CacheSubnetGroupName', 'SubnetGroupName'],
} as const

const launch = (base: string): RecordType =>
  type('launch', {
    name: ['LaunchConfigurationName', 'LaunchTemplateName'],
    root: `${base}BlockDeviceMappings`,
    'root.encrypted': 'Ebs.Encrypted',
    publicAddress: [`${base}AssociatePublicIpAddress`, `${base}NetworkInterfaces.AssociatePublicIpAddress`],
    securityGroups: [`${base}SecurityGroupIds`, `${base}SecurityGroups`, `${base}NetworkInterfaces.Groups`],
    subnets: `${base}NetworkInterfaces.SubnetId`,
  })

const rule = {
  from: 'FromPort',
  to: 'ToPort',
  protocol: 'IpProtocol',
  cidrs: 'CidrIp',
  cidrs6: 'CidrIpv6',
  sources: ['SourceSecurityGroupId', 'SourceSecurityGroupName'],
} as const

const policyOf = (kind: string, owner: string): RecordType => type(kind, { policy: 'PolicyDocument', owner })
const fileSystem = type('fsx', {
  kind: 'FileSystemType',
  subnets: 'SubnetIds',
  key: 'KmsKeyId',
  backupDays: ['Lustre', 'Ontap', 'OpenZFS', 'Windows'].map(
    (kind) => `${kind}Configuration.AutomaticBackupRetentionDays`,
  ),
})
const SSE_TABLE = 'SSESpecification.KMSMasterKeyId'

const STORAGE: TypeTable = {
  'AWS::S3::Bucket': type('s3-bucket', {
    name: 'BucketName',
    algorithm: `${RULE}.SSEAlgorithm`,
    key: `${RULE}.KMSMasterKeyID`,
    versioning: 'VersioningConfiguration.Status',
    lock: 'ObjectLockEnabled',
    acl: 'AccessControl',
    ignoreAcls: 'PublicAccessBlockConfiguration.IgnorePublicAcls',
    restrict: 'PublicAccessBlockConfiguration.RestrictPublicBuckets',
    logTarget: ['LoggingConfiguration.DestinationBucketName', 'LoggingConfiguration'],
  }),
  S3Replication: type('s3-replication', {
    bucket: '@owner',
    replicaTarget: 'Rules.Destination.Bucket',
    replicaStatus: 'Rules.Status',
  }),
  'AWS::S3::BucketPolicy': type('s3-policy', { bucket: 'Bucket', policy: 'PolicyDocument' }),
  'AWS::EC2::Volume': type('ebs-volume', { encrypted: 'Encrypted', key: 'KmsKeyId' }),
  'AWS::EFS::FileSystem': type('efs', { tags: 'FileSystemTags', encrypted: 'Encrypted', key: 'KmsKeyId' }),
  FileSystemPolicy: type('efs-policy', { fileSystem: '@owner', policy: '' }),
  BackupPolicy: type('efs-backup', { fileSystem: '@owner', status: 'Status' }),
  'AWS::EFS::MountTarget': type('efs-mount', { fileSystem: 'FileSystemId', subnets: 'SubnetId' }),
  'AWS::EFS::AccessPoint': nothing,
  'AWS::FSx::FileSystem': fileSystem,
}

const DATABASES: TypeTable = {
  'AWS::RDS::DBInstance': type(
    'rds-instance',
    {
      subnets: 'DBSubnetGroupName',
      password: 'MasterUserPassword',
      name: 'DBInstanceIdentifier',
      encrypted: 'StorageEncrypted',
      key: 'KmsKeyId',
      engine: 'Engine',
      version: 'EngineVersion',
      port: 'Port',
      public: 'PubliclyAccessible',
      backupDays: 'BackupRetentionPeriod',
      deletionProtection: 'DeletionProtection',
      multiAz: 'MultiAZ',
      parameterGroup: 'DBParameterGroupName',
      securityGroups: 'VPCSecurityGroups',
      logs: 'EnableCloudwatchLogsExports',
      replicaOf: ['SourceDBInstanceIdentifier', 'SourceDBClusterIdentifier'],
    },
    { publicByNetwork: true },
  ),
  'AWS::RDS::DBInstance in a cluster': type('rds-cluster-instance', {
    name: 'DBInstanceIdentifier',
    cluster: 'DBClusterIdentifier',
    public: 'PubliclyAccessible',
  }),
  'AWS::RDS::DBCluster': type('rds-cluster', cluster),
  'AWS::RDS::DBParameterGroup': parameterMap,
  'AWS::RDS::DBClusterParameterGroup': parameterMap,
  'AWS::RDS::DBSubnetGroup': type('subnet-group', { name: 'DBSubnetGroupName', subnets: 'SubnetIds' }),
  'AWS::DocDB::DBClusterParameterGroup': parameterMap,
  'AWS::DocDB::DBCluster': type('docdb', cluster),
  'AWS::DocDB::DBInstance': nothing,
  'AWS::DocDB::DBSubnetGroup': type('subnet-group', { name: 'DBSubnetGroupName', subnets: 'SubnetIds' }),
  'AWS::Neptune::DBCluster': type('neptune', cluster),
  'AWS::Neptune::DBInstance': nothing,
  'AWS::Neptune::DBSubnetGroup': type('subnet-group', { name: 'DBSubnetGroupName', subnets: 'SubnetIds' }),
  'AWS::Redshift::Cluster': type('redshift', {
    name: 'ClusterIdentifier',
    encrypted: 'Encrypted',
    key: 'KmsKeyId',
    port: 'Port',
    public: 'PubliclyAccessible',
    backupDays: 'AutomatedSnapshotRetentionPeriod',
    logs: 'LoggingProperties',
    parameterGroup: 'ClusterParameterGroupName',
    securityGroups: 'VpcSecurityGroupIds',
    subnets: 'ClusterSubnetGroupName',
    password: 'MasterUserPassword',
  }),
  'AWS::Redshift::ClusterSubnetGroup': type('subnet-group', { subnets: 'SubnetIds' }),
  'AWS::Redshift::ClusterParameterGroup': type('parameter-group', {
    name: 'ParameterGroupName',
    parameters: 'Parameters',
    'parameters.name': 'ParameterName',
    'parameters.value': 'ParameterValue',
  }),
  'AWS::ElastiCache::ReplicationGroup': type('elasticache', cache),
  'AWS::ElastiCache::CacheCluster': type('elasticache', {
    ...cache,
    securityGroups: 'VpcSecurityGroupIds',
  }),
  'AWS::ElastiCache::SubnetGroup': type('subnet-group', {
    name: 'CacheSubnetGroupName',
    subnets: 'SubnetIds',
  }),
  'AWS::ElastiCache::ParameterGroup': nothing,
  'AWS::MemoryDB::Cluster': type('memorydb', { ...cache, transit: 'TLSEnabled' }),
  'AWS::DynamoDB::Table': type('dynamodb', {
    name: 'TableName',
    key: SSE_TABLE,
    pointInTime: 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
    deletionProtection: 'DeletionProtectionEnabled',
  }),
  'AWS::DynamoDB::GlobalTable': type('dynamodb', {
    name: 'TableName',
    key: 'Replicas.SSESpecification.KMSMasterKeyId',
    pointInTime: 'Replicas.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
    deletionProtection: 'Replicas.DeletionProtectionEnabled',
  }),
  'AWS::Serverless::SimpleTable': type('dynamodb', { name: 'TableName', key: SSE_TABLE }),
  'AWS::DAX::Cluster': type('dax', { name: 'ClusterName', encrypted: 'SSESpecification.SSEEnabled' }),
  'AWS::Elasticsearch::Domain': search('LogPublishingOptions'),
  'AWS::OpenSearchService::Domain': search('LogPublishingOptions'),
  'AWS::Timestream::Database': type('timestream', { name: 'DatabaseName' }),
  'AWS::Cassandra::Table': type('keyspaces', { name: 'TableName' }),
}

const MESSAGING: TypeTable = {
  'AWS::SQS::Queue': type('queue', {
    name: 'QueueName',
    key: 'KmsMasterKeyId',
    managed: 'SqsManagedSseEnabled',
  }),
  'AWS::SQS::QueuePolicy': policyOf('queue-policy', 'Queues'),
  'AWS::SNS::Topic': type('topic', { name: 'TopicName', key: 'KmsMasterKeyId' }),
  'AWS::SNS::TopicPolicy': policyOf('topic-policy', 'Topics'),
  'AWS::SNS::Subscription': type('subscription', {
    topic: 'TopicArn',
    endpoint: 'Endpoint',
    protocol: 'Protocol',
  }),
  Subscription: type('subscription', { topic: '@owner', endpoint: 'Endpoint', protocol: 'Protocol' }),
  'AWS::Kinesis::Stream': type('kinesis', {
    name: 'Name',
    encryption: 'StreamEncryption.EncryptionType',
    key: 'StreamEncryption.KeyId',
  }),
  'AWS::KinesisFirehose::DeliveryStream': type('firehose', {
    name: 'DeliveryStreamName',
    encrypted: 'DeliveryStreamEncryptionConfigurationInput.KeyType',
    target: ['ExtendedS3DestinationConfiguration.BucketARN', 'S3DestinationConfiguration.BucketARN'],
    password: 'SplunkDestinationConfiguration.HECToken',
  }),
  'AWS::MSK::Cluster': type('msk', {
    name: 'ClusterName',
    subnets: 'BrokerNodeGroupInfo.ClientSubnets',
    key: 'EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId',
    transit: 'EncryptionInfo.EncryptionInTransit.ClientBroker',
    unauthenticated: 'ClientAuthentication.Unauthenticated.Enabled',
    cloudwatch: 'LoggingInfo.BrokerLogs.CloudWatchLogs.Enabled',
    firehose: 'LoggingInfo.BrokerLogs.Firehose.Enabled',
    s3: 'LoggingInfo.BrokerLogs.S3.Enabled',
  }),
  'AWS::AmazonMQ::Broker': type('mq', {
    name: 'BrokerName',
    subnets: 'SubnetIds',
    key: 'EncryptionOptions.KmsKeyId',
    public: 'PubliclyAccessible',
    auditLog: 'Logs.Audit',
    generalLog: 'Logs.General',
    users: 'Users',
    'users.password': 'Password',
  }),
}

const LOG_KEY = 'LoadBalancerAttributes.access_logs/s3/'

const EDGE: TypeTable = {
  'AWS::ElasticLoadBalancingV2::LoadBalancer': type('lb', {
    name: 'Name',
    internal: 'Scheme',
    type: 'Type',
    logs: `${LOG_KEY}enabled`,
    logTarget: `${LOG_KEY}bucket`,
    subnets: ['Subnets', 'SubnetMappings.SubnetId'],
  }),
  'AWS::ElasticLoadBalancingV2::Listener': type('lb-listener', {
    loadBalancer: 'LoadBalancerArn',
    port: 'Port',
    protocol: 'Protocol',
    policy: 'SslPolicy',
    actions: 'DefaultActions',
    'actions.type': 'Type',
    'actions.target': 'TargetGroupArn',
    'actions.redirectProtocol': 'RedirectConfig.Protocol',
  }),
  'AWS::ElasticLoadBalancingV2::TargetGroup': type('target-group', {
    name: 'Name',
    protocol: 'Protocol',
    port: 'Port',
  }),
  Targets: type('target-attachment', { group: '@owner', target: 'Id' }),
  'AWS::ElasticLoadBalancingV2::ListenerRule': nothing,
  'AWS::ElasticLoadBalancing::LoadBalancer': type('elb', {
    name: 'LoadBalancerName',
    subnets: 'Subnets',
    internal: 'Scheme',
    logs: 'AccessLoggingPolicy.Enabled',
    logTarget: 'AccessLoggingPolicy.S3BucketName',
    listeners: 'Listeners',
    'listeners.protocol': 'Protocol',
    'listeners.port': 'LoadBalancerPort',
  }),
  'AWS::CloudFront::Distribution': type('cloudfront', {
    logTarget: 'DistributionConfig.Logging.Bucket',
    policy: 'DistributionConfig.ViewerCertificate.MinimumProtocolVersion',
    defaultCertificate: 'DistributionConfig.ViewerCertificate.CloudFrontDefaultCertificate',
    behaviour: 'DistributionConfig.DefaultCacheBehavior',
    'behaviour.viewers': 'ViewerProtocolPolicy',
    behaviours: 'DistributionConfig.CacheBehaviors',
    'behaviours.viewers': 'ViewerProtocolPolicy',
    origins: 'DistributionConfig.Origins',
    'origins.domain': 'DomainName',
    'origins.protocol': 'CustomOriginConfig.OriginProtocolPolicy',
  }),
  'AWS::ApiGateway::RestApi': type('api', { name: 'Name', endpointTypes: 'EndpointConfiguration.Types' }),
  'AWS::ApiGatewayV2::Api': type('api', { name: 'Name' }),
  'AWS::ApiGateway::Stage': type('api-stage', {
    api: 'RestApiId',
    logTarget: 'AccessLogSetting.DestinationArn',
  }),
  'AWS::ApiGatewayV2::Stage': type('api-stage', {
    api: 'ApiId',
    logTarget: 'AccessLogSettings.DestinationArn',
  }),
  MethodSettings: type('api-cache', { caching: 'CachingEnabled', encrypted: 'CacheDataEncrypted' }),
  'AWS::ApiGateway::DomainName': type('api-domain', { name: 'DomainName', policy: 'SecurityPolicy' }),
  'AWS::ApiGatewayV2::DomainName': type('api-domain', {
    name: 'DomainName',
    policy: 'DomainNameConfigurations.SecurityPolicy',
  }),
  'AWS::ApiGateway::Method': type('api-method', {
    api: 'RestApiId',
    authorization: 'AuthorizationType',
    apiKey: 'ApiKeyRequired',
    verb: 'HttpMethod',
  }),
  'AWS::ApiGateway::Resource': nothing,
  'AWS::ApiGateway::Deployment': nothing,
  'AWS::ApiGateway::Account': nothing,
  'AWS::ApiGateway::Model': nothing,
  'AWS::Serverless::Api': type('api', { name: 'Name', endpointTypes: 'EndpointConfiguration.Type' }),
  'AWS::Serverless::HttpApi': type('api', { name: 'Name' }),
  ServerlessStage: type('api-stage', { api: '@owner', logTarget: 'AccessLogSetting.DestinationArn' }),
  ServerlessHttpStage: type('api-stage', { api: '@owner', logTarget: 'AccessLogSettings.DestinationArn' }),
}

const lambda = type('lambda', {
  name: 'FunctionName',
  environment: 'Environment.Variables',
  subnets: 'VpcConfig.SubnetIds',
})

const COMPUTE: TypeTable = {
  'AWS::EC2::Instance': type('instance', {
    root: 'BlockDeviceMappings',
    'root.encrypted': 'Ebs.Encrypted',
    publicAddress: 'NetworkInterfaces.AssociatePublicIpAddress',
    securityGroups: ['SecurityGroupIds', 'SecurityGroups', 'NetworkInterfaces.GroupSet'],
    interfaces: 'NetworkInterfaces',
    template: 'LaunchTemplate',
    subnets: ['SubnetId', 'NetworkInterfaces.SubnetId'],
  }),
  'AWS::AutoScaling::LaunchConfiguration': launch(''),
  'AWS::EC2::LaunchTemplate': launch('LaunchTemplateData.'),
  'AWS::EC2::SecurityGroup': type('security-group', {
    name: 'GroupName',
    rules: 'SecurityGroupIngress',
    ...Object.fromEntries(Object.entries(rule).map(([key, path]) => [`rules.${key}`, path])),
  }),
  'AWS::EC2::SecurityGroupIngress': type('security-group-ingress', {
    group: ['GroupId', 'GroupName'],
    ...rule,
  }),
  'AWS::EC2::SecurityGroupEgress': nothing,
  'AWS::Lambda::Function': lambda,
  'AWS::Serverless::Function': lambda,
  'AWS::Lambda::Permission': type('lambda-permission', {
    function: 'FunctionName',
    principal: 'Principal',
    sourceArn: 'SourceArn',
    sourceAccount: 'SourceAccount',
    organisation: 'PrincipalOrgID',
  }),
  'AWS::Lambda::Url': type('lambda-url', { function: 'TargetFunctionArn', authorization: 'AuthType' }),
  FunctionUrlConfig: type('lambda-url', { function: '@owner', authorization: 'AuthType' }),
  'AWS::Lambda::EventSourceMapping': type('event-source', {
    function: 'FunctionName',
    events: 'EventSourceArn',
  }),
  Events: type('event-source', {
    function: '@owner',
    events: ['@value.Properties.Queue', '@value.Properties.Stream'],
  }),
  'AWS::Lambda::Version': nothing,
  'AWS::Lambda::LayerVersion': nothing,
  'AWS::ECS::TaskDefinition': type('ecs-task', {
    name: 'Family',
    containers: 'ContainerDefinitions',
    network: 'NetworkMode',
    volumes: 'Volumes',
    'volumes.fileSystem': 'EFSVolumeConfiguration.FilesystemId',
    'volumes.transit': 'EFSVolumeConfiguration.TransitEncryption',
  }),
  'AWS::ECS::Service': type('ecs-service', {
    task: 'TaskDefinition',
    subnets: 'NetworkConfiguration.AwsvpcConfiguration.Subnets',
    balancers: 'LoadBalancers',
    'balancers.group': 'TargetGroupArn',
  }),
  'AWS::ECS::Cluster': nothing,
  'AWS::Batch::JobDefinition': type('batch-job', {
    name: 'JobDefinitionName',
    container: 'ContainerProperties',
  }),
  'AWS::EKS::Cluster': type('eks', {
    name: 'Name',
    subnets: 'ResourcesVpcConfig.SubnetIds',
    public: 'ResourcesVpcConfig.EndpointPublicAccess',
    publicNetworks: 'ResourcesVpcConfig.PublicAccessCidrs',
    logs: 'Logging.ClusterLogging.EnabledTypes',
    key: 'EncryptionConfig.Provider.KeyArn',
  }),
  'AWS::EKS::Nodegroup': nothing,
  'AWS::AutoScaling::AutoScalingGroup': nothing,
  'AWS::WorkSpaces::Workspace': type('workspace', {
    rootEncrypted: 'RootVolumeEncryptionEnabled',
    userEncrypted: 'UserVolumeEncryptionEnabled',
  }),
  'AWS::Transfer::Server': type('transfer', { protocols: 'Protocols', endpointType: 'EndpointType' }),
  'AWS::SageMaker::NotebookInstance': type('notebook', { key: 'KmsKeyId' }),
  'AWS::SageMaker::EndpointConfig': type('sagemaker-endpoint', { key: 'KmsKeyId' }),
}

const WATCHING: TypeTable = {
  'AWS::KMS::Key': type('kms-key', {
    rotation: 'EnableKeyRotation',
    rotationDays: 'RotationPeriodInDays',
    spec: 'KeySpec',
    usage: 'KeyUsage',
    policy: 'KeyPolicy',
  }),
  'AWS::KMS::Alias': type('kms-alias', { name: 'AliasName', key: 'TargetKeyId' }),
  'AWS::CloudTrail::Trail': type('cloudtrail', {
    name: 'TrailName',
    key: 'KMSKeyId',
    bucket: 'S3BucketName',
    validation: 'EnableLogFileValidation',
    logging: 'IsLogging',
    selectors: 'EventSelectors',
    'selectors.events': 'ReadWriteType',
    'selectors.management': 'IncludeManagementEvents',
    'selectors.data': 'DataResources',
    'selectors.data.type': 'Type',
    'selectors.data.values': 'Values',
    advancedEvents: 'AdvancedEventSelectors',
  }),
  'AWS::Logs::LogGroup': type('log-group', {
    name: 'LogGroupName',
    key: 'KmsKeyId',
    days: 'RetentionInDays',
  }),
  'AWS::Logs::DeliverySource': type('log-delivery-source', { name: 'Name', resource: 'ResourceArn' }),
  'AWS::Logs::Delivery': type('log-delivery', {
    from: 'DeliverySourceName',
    to: 'DeliveryDestinationArn',
  }),
  'AWS::Logs::DeliveryDestination': type('log-delivery-target', {
    name: 'Name',
    store: 'DestinationResourceArn',
  }),
  'AWS::Logs::LogStream': nothing,
  'AWS::Logs::MetricFilter': nothing,
  'AWS::CloudWatch::Alarm': nothing,
  'AWS::Backup::BackupPlan': type('backup-plan', {
    rules: 'BackupPlan.BackupPlanRule',
    'rules.vault': 'TargetBackupVault',
    'rules.schedule': 'ScheduleExpression',
    'rules.deleteAfter': 'Lifecycle.DeleteAfterDays',
    'rules.copies': 'CopyActions',
    'rules.copies.vault': 'DestinationBackupVaultArn',
  }),
  'AWS::Backup::BackupSelection': type('backup-selection', {
    plan: 'BackupPlanId',
    resources: 'BackupSelection.Resources',
    excepted: 'BackupSelection.NotResources',
    conditions: 'BackupSelection.Conditions',
    tags: 'BackupSelection.ListOfTags',
    'tags.key': 'ConditionKey',
    'tags.value': 'ConditionValue',
  }),
  'AWS::Backup::BackupVault': type('backup-vault', {
    name: 'BackupVaultName',
    tags: 'BackupVaultTags',
    key: 'EncryptionKeyArn',
  }),
  LockConfiguration: type('backup-lock', { vault: '@owner', graceDays: 'ChangeableForDays' }),
  'AWS::GuardDuty::Detector': type('guardduty', { enabled: 'Enable' }),
}

const POLICY = { policy: 'PolicyDocument' }
const ATTACHED = { arn: '' }

const IDENTITY: TypeTable = {
  'AWS::IAM::Policy': type('iam-policy', POLICY),
  'AWS::IAM::ManagedPolicy': type('iam-policy', POLICY),
  'AWS::IAM::RolePolicy': type('iam-policy', POLICY),
  'AWS::IAM::GroupPolicy': type('iam-policy', POLICY),
  'AWS::IAM::UserPolicy': type('iam-user-policy', POLICY),
  Policies: type('iam-policy', POLICY),
  ServerlessPolicies: type('iam-policy', { policy: '' }),
  UserPolicies: type('iam-user-policy', POLICY),
  ManagedPolicyArns: type('iam-attachment', ATTACHED),
  UserManagedPolicyArns: type('iam-attachment', { user: '@owner', ...ATTACHED }),
  PolicyUsers: type('iam-attachment', { user: '' }),
  'AWS::IAM::AccessKey': type('iam-access-key', { user: 'UserName' }),
  'AWS::IAM::Role': nothing,
  'AWS::IAM::User': type('iam-user', { name: 'UserName' }),
  'AWS::IAM::Group': nothing,
  'AWS::IAM::UserToGroupAddition': nothing,
  'AWS::IAM::InstanceProfile': nothing,
}

const RESULTS = 'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration'

const OTHERS: TypeTable = {
  'AWS::Athena::WorkGroup': type('athena', {
    name: 'Name',
    encryption: `${RESULTS}.EncryptionOption`,
    key: `${RESULTS}.KmsKey`,
  }),
  'AWS::EMR::Cluster': type('emr', {
    name: 'Name',
    kerberos: 'KerberosAttributes',
    security: 'SecurityConfiguration',
    subnets: ['Instances.Ec2SubnetId', 'Instances.Ec2SubnetIds'],
  }),
  'AWS::EMR::SecurityConfiguration': type('emr-security', {
    name: 'Name',
    configuration: 'SecurityConfiguration',
  }),
  'AWS::SecretsManager::Secret': type('secret', { name: 'Name', key: 'KmsKeyId' }),
  'AWS::DMS::ReplicationInstance': type('dms', {
    name: 'ReplicationInstanceIdentifier',
    key: 'KmsKeyId',
    public: 'PubliclyAccessible',
    subnets: 'ReplicationSubnetGroupIdentifier',
  }),
  'AWS::DMS::ReplicationSubnetGroup': type('subnet-group', {
    name: 'ReplicationSubnetGroupIdentifier',
    subnets: 'SubnetIds',
  }),
  'AWS::CodeBuild::Project': type('codebuild', {
    name: 'Name',
    variables: 'Environment.EnvironmentVariables',
    'variables.name': 'Name',
    'variables.value': 'Value',
    'variables.kind': 'Type',
    sources: 'Source',
    'sources.location': 'Location',
    otherSources: 'SecondarySources',
    'otherSources.location': 'Location',
  }),
  // What gets where: what is let through to a resource is judged at the groups that guard it.
  'AWS::EC2::VPC': type('vpc'),
  'AWS::EC2::Subnet': type('subnet', { vpc: 'VpcId', publicByItself: 'MapPublicIpOnLaunch' }),
  'AWS::EC2::RouteTable': type('route-table'),
  'AWS::EC2::Route': type('route', {
    table: 'RouteTableId',
    to: 'DestinationCidrBlock',
    to6: 'DestinationIpv6CidrBlock',
    gateway: 'GatewayId',
  }),
  'AWS::EC2::SubnetRouteTableAssociation': type('route-association', {
    subnet: 'SubnetId',
    table: 'RouteTableId',
  }),
  'AWS::EC2::InternetGateway': type('internet-gateway'),
  'AWS::EC2::NetworkAcl': type('network-list'),
  'AWS::EC2::NetworkAclEntry': type('network-list-rule', {
    list: 'NetworkAclId',
    outward: 'Egress',
    number: 'RuleNumber',
    action: 'RuleAction',
    protocol: 'Protocol',
    from: 'PortRange.From',
    to: 'PortRange.To',
    cidr: 'CidrBlock',
    cidr6: 'Ipv6CidrBlock',
  }),
  'AWS::EC2::SubnetNetworkAclAssociation': type('network-list-association', {
    list: 'NetworkAclId',
    subnet: 'SubnetId',
  }),
  'AWS::EC2::VPCGatewayAttachment': type('gateway-attachment', {
    vpc: 'VpcId',
    gateway: 'InternetGatewayId',
  }),
  ...Object.fromEntries(
    ['NatGateway', 'EIP', 'EIPAssociation', 'VolumeAttachment'].map((name) => [`AWS::EC2::${name}`, nothing]),
  ),
  'AWS::CloudFormation::WaitCondition': nothing,
  'AWS::CloudFormation::WaitConditionHandle': nothing,
  'AWS::CDK::Metadata': nothing,
}

/** Where the attributes of each neutral kind of AWS stand in CloudFormation. */
export const CLOUDFORMATION_TYPES: TypeTable = {
  ...STORAGE,
  ...DATABASES,
  ...MESSAGING,
  ...EDGE,
  ...COMPUTE,
  ...WATCHING,
  ...IDENTITY,
  ...OTHERS,
}
