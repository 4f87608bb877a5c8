import type { RecordType, TypeTable } from '../resources/record.js'

/** How nearly every resource is named. */
const NAMED = { id: 'id', arn: 'arn', name: 'name', tags: ['tags_all', 'tags'] } as const

const type = (
  kind: string,
  attributes: RecordType['attributes'] = {},
  fixed?: RecordType['fixed'],
): RecordType => ({
  kind: `aws.${kind}`,
  attributes: { ...NAMED, ...attributes },
  ...(fixed ? { fixed } : {}),
})

const RULE = 'rule.apply_server_side_encryption_by_default'
const INLINE = `server_side_encryption_configuration.${RULE}`
const nothing = type('nothing')

const rdsCluster = {
  name: 'cluster_identifier',
  encrypted: 'storage_encrypted',
  key: 'kms_key_id',
  engine: 'engine',
  version: 'engine_version',
  port: 'port',
  backupDays: 'backup_retention_period',
  deletionProtection: 'deletion_protection',
  securityGroups: 'vpc_security_group_ids',
  logs: 'enabled_cloudwatch_logs_exports',
  subnets: ['db_subnet_group_name', 'neptune_subnet_group_name'],
  password: 'master_password',
  replicaOf: 'replication_source_identifier',
  parameterGroup: 'db_cluster_parameter_group_name',
} as const

const parameters = {
  parameters: 'parameter',
  'parameters.name': 'name',
  'parameters.value': 'value',
  family: 'family',
} as const

const search = type('opensearch', {
  name: 'domain_name',
  encrypted: 'encrypt_at_rest.enabled',
  key: 'encrypt_at_rest.kms_key_id',
  https: 'domain_endpoint_options.enforce_https',
  tlsPolicy: 'domain_endpoint_options.tls_security_policy',
  vpc: 'vpc_options',
  subnets: 'vpc_options.subnet_ids',
  logs: 'log_publishing_options',
  'logs.type': 'log_type',
  'logs.enabled': 'enabled',
  'logs.target': 'cloudwatch_log_group_arn',
  policy: 'access_policies',
})

const listener = type('lb-listener', {
  loadBalancer: 'load_balancer_arn',
  port: 'port',
  protocol: 'protocol',
  policy: 'ssl_policy',
  actions: 'default_action',
  'actions.type': 'type',
  'actions.target': 'target_group_arn',
  'actions.redirectProtocol': 'redirect.protocol',
})

const balancer = type('lb', {
  internal: 'internal',
  type: 'load_balancer_type',
  logs: 'access_logs.enabled',
  logTarget: 'access_logs.bucket',
  subnets: ['subnets', 'subnet_mapping.subnet_id'],
})

const targetGroup = type('target-group', { protocol: 'protocol', port: 'port' })
const attachment = type('target-attachment', { group: 'target_group_arn', target: 'target_id' })

const launch = {
  root: ['root_block_device', 'block_device_mappings'],
  'root.encrypted': ['encrypted', 'ebs.encrypted'],
  disks: 'ebs_block_device',
  'disks.encrypted': 'encrypted',
  publicAddress: ['associate_public_ip_address', 'network_interfaces.associate_public_ip_address'],
  securityGroups: ['vpc_security_group_ids', 'security_groups'],
  interfaces: ['network_interface', 'primary_network_interface'],
  template: 'launch_template',
  subnets: ['subnet_id', 'network_interfaces.subnet_id'],
} as const

const rules = {
  'rules.from': 'from_port',
  'rules.to': 'to_port',
  'rules.protocol': 'protocol',
  'rules.cidrs': 'cidr_blocks',
  'rules.cidrs6': 'ipv6_cidr_blocks',
  'rules.sources': 'security_groups',
} as const

const networkList = {
  subnets: 'subnet_ids',
  rules: 'ingress',
  'rules.number': 'rule_no',
  'rules.action': 'action',
  'rules.protocol': 'protocol',
  'rules.from': 'from_port',
  'rules.to': 'to_port',
  'rules.cidr': 'cidr_block',
  'rules.cidr6': 'ipv6_cidr_block',
} as const

const cache = {
  id: ['replication_group_id', 'cluster_id', 'id'],
  name: ['replication_group_id', 'cluster_id', 'name'],
  encrypted: 'at_rest_encryption_enabled',
  key: ['kms_key_id', 'kms_key_arn'],
  engine: 'engine',
  port: 'port',
  transit: 'transit_encryption_enabled',
  transitMode: 'transit_encryption_mode',
  auth: 'auth_token',
  users: ['user_group_ids', 'acl_name'],
  backupDays: 'snapshot_retention_limit',
  securityGroups: 'security_group_ids',
  subnets: 'subnet_group_name',
} as const

const fileSystem = (backupDefault: number): RecordType =>
  type(
    'fsx',
    { subnets: 'subnet_ids', key: 'kms_key_id', backupDays: 'automatic_backup_retention_days' },
    { backupDefault },
  )
const policyOf = (kind: string, owner: string): RecordType => type(kind, { policy: 'policy', owner })

const subnet = type('subnet', { vpc: 'vpc_id', publicByItself: 'map_public_ip_on_launch' })
const subnetGroup = type('subnet-group', { subnets: 'subnet_ids' })
const routes = {
  routes: 'route',
  'routes.to': 'cidr_block',
  'routes.to6': 'ipv6_cidr_block',
  'routes.gateway': 'gateway_id',
} as const

/** What gets where: what is let through to a resource is judged at the groups that guard it. */
const NETWORKS: TypeTable = {
  aws_vpc: type('vpc'),
  aws_subnet: subnet,
  aws_db_subnet_group: subnetGroup,
  aws_elasticache_subnet_group: subnetGroup,
  aws_memorydb_subnet_group: subnetGroup,
  aws_redshift_subnet_group: subnetGroup,
  aws_docdb_subnet_group: subnetGroup,
  aws_neptune_subnet_group: subnetGroup,
  aws_dms_replication_subnet_group: type('subnet-group', {
    id: ['replication_subnet_group_id', 'id'],
    subnets: 'subnet_ids',
  }),
  aws_route_table: type('route-table', routes),
  aws_default_route_table: type('main-route-table', { ...routes, vpc: 'default_route_table_id' }),
  aws_route: type('route', {
    table: 'route_table_id',
    to: 'destination_cidr_block',
    to6: 'destination_ipv6_cidr_block',
    gateway: 'gateway_id',
  }),
  aws_route_table_association: type('route-association', { subnet: 'subnet_id', table: 'route_table_id' }),
  aws_main_route_table_association: type('main-route-association', {
    vpc: 'vpc_id',
    table: 'route_table_id',
  }),
  aws_internet_gateway: type('internet-gateway'),
  aws_network_acl: type('network-list', { ...networkList }),
  aws_default_network_acl: type('network-list', { ...networkList, defaultOf: 'default_network_acl_id' }),
  aws_network_acl_rule: type('network-list-rule', {
    list: 'network_acl_id',
    outward: 'egress',
    number: 'rule_number',
    action: 'rule_action',
    protocol: 'protocol',
    from: 'from_port',
    to: 'to_port',
    cidr: 'cidr_block',
    cidr6: 'ipv6_cidr_block',
  }),
  aws_network_acl_association: type('network-list-association', {
    list: 'network_acl_id',
    subnet: 'subnet_id',
  }),
  aws_nat_gateway: nothing,
  aws_eip: nothing,
}

/** Where the attributes of each neutral kind of AWS stand in Terraform. */
export const AWS_TYPES: TypeTable = {
  aws_s3_bucket: type('s3-bucket', {
    name: 'bucket',
    algorithm: `${INLINE}.sse_algorithm`,
    key: `${INLINE}.kms_master_key_id`,
    versioning: 'versioning.enabled',
    lock: ['object_lock_enabled', 'object_lock_configuration.object_lock_enabled'],
    acl: 'acl',
    policy: 'policy',
    logTarget: 'logging.target_bucket',
  }),
  aws_s3_bucket_server_side_encryption_configuration: type('s3-encryption', {
    bucket: 'bucket',
    algorithm: `${RULE}.sse_algorithm`,
    key: `${RULE}.kms_master_key_id`,
  }),
  aws_s3_bucket_versioning: type('s3-versioning', {
    bucket: 'bucket',
    versioning: 'versioning_configuration.status',
  }),
  aws_s3_bucket_public_access_block: type('s3-public-access', {
    bucket: 'bucket',
    ignoreAcls: 'ignore_public_acls',
    restrict: 'restrict_public_buckets',
  }),
  aws_s3_account_public_access_block: type('s3-account-public-access', {
    ignoreAcls: 'ignore_public_acls',
    restrict: 'restrict_public_buckets',
  }),
  aws_s3_bucket_acl: type('s3-acl', { bucket: 'bucket', acl: 'acl' }),
  aws_s3_bucket_policy: type('s3-policy', { bucket: 'bucket', policy: 'policy' }),
  aws_s3_bucket_logging: type('s3-logging', { bucket: 'bucket', logTarget: 'target_bucket' }),
  aws_s3_bucket_object_lock_configuration: type('s3-lock', { bucket: 'bucket', lock: 'object_lock_enabled' }),
  aws_s3_bucket_replication_configuration: type('s3-replication', {
    bucket: 'bucket',
    replicaTarget: 'rule.destination.bucket',
    replicaStatus: 'rule.status',
  }),
  aws_s3_bucket_lifecycle_configuration: nothing,
  aws_s3_bucket_ownership_controls: nothing,
  aws_s3_bucket_notification: nothing,
  aws_s3_object: nothing,
  aws_s3_bucket_object: nothing,
  aws_glacier_vault: type('glacier'),
  aws_ebs_volume: type('ebs-volume', { encrypted: 'encrypted', key: 'kms_key_id' }),
  aws_ebs_encryption_by_default: type('ebs-default', { enabled: 'enabled' }),
  aws_efs_file_system: type('efs', { name: 'creation_token', encrypted: 'encrypted', key: 'kms_key_id' }),
  aws_efs_file_system_policy: type('efs-policy', { fileSystem: 'file_system_id', policy: 'policy' }),
  aws_efs_backup_policy: type('efs-backup', { fileSystem: 'file_system_id', status: 'backup_policy.status' }),
  aws_efs_mount_target: type('efs-mount', { fileSystem: 'file_system_id', subnets: 'subnet_id' }),
  // What the provider sends where nothing is written differs from what AWS does by itself.
  aws_fsx_lustre_file_system: fileSystem(0),
  aws_fsx_windows_file_system: fileSystem(7),
  aws_fsx_ontap_file_system: fileSystem(0),
  aws_fsx_openzfs_file_system: fileSystem(0),

  // The provider sends zero where nothing is written: no automatic backups.
  aws_db_instance: type(
    'rds-instance',
    {
      name: 'identifier',
      id: ['id', 'endpoint', 'address'],
      encrypted: 'storage_encrypted',
      key: 'kms_key_id',
      engine: 'engine',
      version: 'engine_version',
      port: 'port',
      public: 'publicly_accessible',
      backupDays: 'backup_retention_period',
      deletionProtection: 'deletion_protection',
      multiAz: 'multi_az',
      parameterGroup: 'parameter_group_name',
      securityGroups: 'vpc_security_group_ids',
      subnets: 'db_subnet_group_name',
      password: 'password',
      logs: 'enabled_cloudwatch_logs_exports',
      replicaOf: 'replicate_source_db',
    },
    { backupDefault: 0 },
  ),
  aws_rds_cluster: type('rds-cluster', rdsCluster),
  aws_rds_cluster_instance: type('rds-cluster-instance', {
    name: 'identifier',
    cluster: 'cluster_identifier',
    public: 'publicly_accessible',
  }),
  aws_db_parameter_group: type('parameter-group', parameters),
  aws_rds_cluster_parameter_group: type('parameter-group', parameters),
  aws_docdb_cluster_parameter_group: type('parameter-group', parameters),
  aws_redshift_parameter_group: type('parameter-group', parameters),
  aws_docdb_cluster: type('docdb', rdsCluster),
  aws_docdb_cluster_instance: nothing,
  aws_neptune_cluster: type('neptune', {
    ...rdsCluster,
    key: 'kms_key_arn',
    logs: 'enable_cloudwatch_logs_exports',
    parameterGroup: 'neptune_cluster_parameter_group_name',
  }),
  aws_neptune_cluster_instance: nothing,
  aws_redshift_cluster: type('redshift', {
    name: 'cluster_identifier',
    encrypted: 'encrypted',
    key: 'kms_key_id',
    port: 'port',
    public: 'publicly_accessible',
    backupDays: 'automated_snapshot_retention_period',
    logs: 'logging.enable',
    parameterGroup: 'cluster_parameter_group_name',
    securityGroups: 'vpc_security_group_ids',
    subnets: 'cluster_subnet_group_name',
    password: 'master_password',
  }),
  aws_redshift_logging: type('redshift-logging', { cluster: 'cluster_identifier' }),
  aws_elasticache_replication_group: type('elasticache', cache),
  aws_elasticache_cluster: type('elasticache', { ...cache, engine: 'engine' }),
  aws_memorydb_cluster: type('memorydb', { ...cache, transit: 'tls_enabled' }),
  aws_dynamodb_table: type('dynamodb', {
    key: 'server_side_encryption.kms_key_arn',
    pointInTime: 'point_in_time_recovery.enabled',
    deletionProtection: 'deletion_protection_enabled',
  }),
  aws_dax_cluster: type('dax', { name: 'cluster_name', encrypted: 'server_side_encryption.enabled' }),
  aws_elasticsearch_domain: search,
  aws_opensearch_domain: search,
  aws_timestreamwrite_database: type('timestream', { name: 'database_name' }),
  aws_keyspaces_table: type('keyspaces', { name: 'table_name' }),

  aws_sqs_queue: type('queue', {
    id: ['id', 'url'],
    key: 'kms_master_key_id',
    managed: 'sqs_managed_sse_enabled',
    policy: 'policy',
  }),
  aws_sqs_queue_policy: policyOf('queue-policy', 'queue_url'),
  aws_sns_topic: type('topic', { key: 'kms_master_key_id', policy: 'policy' }),
  aws_sns_topic_policy: policyOf('topic-policy', 'arn'),
  aws_sns_topic_subscription: type('subscription', {
    topic: 'topic_arn',
    endpoint: 'endpoint',
    protocol: 'protocol',
  }),
  aws_kinesis_stream: type('kinesis', { encryption: 'encryption_type', key: 'kms_key_id' }),
  aws_kinesis_firehose_delivery_stream: type('firehose', {
    encrypted: 'server_side_encryption.enabled',
    target: ['extended_s3_configuration.bucket_arn', 's3_configuration.bucket_arn'],
    password: 'splunk_configuration.hec_token',
  }),
  aws_msk_cluster: type('msk', {
    name: 'cluster_name',
    subnets: 'broker_node_group_info.client_subnets',
    key: 'encryption_info.encryption_at_rest_kms_key_arn',
    transit: 'encryption_info.encryption_in_transit.client_broker',
    unauthenticated: 'client_authentication.unauthenticated',
    cloudwatch: 'logging_info.broker_logs.cloudwatch_logs.enabled',
    firehose: 'logging_info.broker_logs.firehose.enabled',
    s3: 'logging_info.broker_logs.s3.enabled',
  }),
  aws_mq_broker: type('mq', {
    name: 'broker_name',
    subnets: 'subnet_ids',
    key: 'encryption_options.kms_key_id',
    public: 'publicly_accessible',
    auditLog: 'logs.audit',
    generalLog: 'logs.general',
    users: 'user',
    'users.password': 'password',
  }),

  aws_lb: balancer,
  aws_alb: balancer,
  aws_lb_listener: listener,
  aws_alb_listener: listener,
  aws_lb_target_group: targetGroup,
  aws_alb_target_group: targetGroup,
  aws_lb_target_group_attachment: attachment,
  aws_alb_target_group_attachment: attachment,
  aws_lb_listener_rule: nothing,
  aws_elb: type('elb', {
    subnets: 'subnets',
    internal: 'internal',
    logs: 'access_logs.enabled',
    logTarget: 'access_logs.bucket',
    listeners: 'listener',
    'listeners.protocol': 'lb_protocol',
    'listeners.port': 'lb_port',
  }),
  aws_cloudfront_distribution: type('cloudfront', {
    logTarget: 'logging_config.bucket',
    policy: 'viewer_certificate.minimum_protocol_version',
    defaultCertificate: 'viewer_certificate.cloudfront_default_certificate',
    behaviour: 'default_cache_behavior',
    'behaviour.viewers': 'viewer_protocol_policy',
    behaviours: 'ordered_cache_behavior',
    'behaviours.viewers': 'viewer_protocol_policy',
    origins: 'origin',
    'origins.domain': 'domain_name',
    'origins.protocol': 'custom_origin_config.origin_protocol_policy',
  }),
  aws_api_gateway_rest_api: type('api', { endpointTypes: 'endpoint_configuration.types' }),
  aws_apigatewayv2_api: type('api'),
  aws_api_gateway_stage: type('api-stage', {
    api: 'rest_api_id',
    logTarget: 'access_log_settings.destination_arn',
  }),
  aws_apigatewayv2_stage: type('api-stage', {
    api: 'api_id',
    logTarget: 'access_log_settings.destination_arn',
  }),
  aws_api_gateway_domain_name: type('api-domain', { name: 'domain_name', policy: 'security_policy' }),
  aws_apigatewayv2_domain_name: type('api-domain', {
    name: 'domain_name',
    policy: 'domain_name_configuration.security_policy',
  }),
  aws_api_gateway_method: type('api-method', {
    api: 'rest_api_id',
    authorization: 'authorization',
    apiKey: 'api_key_required',
    verb: 'http_method',
  }),
  aws_api_gateway_method_settings: type('api-cache', {
    caching: 'settings.caching_enabled',
    encrypted: 'settings.cache_data_encrypted',
  }),
  aws_api_gateway_resource: nothing,
  aws_api_gateway_deployment: nothing,

  aws_instance: type('instance', launch),
  aws_launch_configuration: type('launch', launch),
  aws_launch_template: type('launch', launch),
  aws_security_group: type('security-group', { rules: 'ingress', ...rules }),
  aws_default_security_group: type('security-group', { rules: 'ingress', ...rules }),
  aws_security_group_rule: type('security-group-rule', {
    group: 'security_group_id',
    direction: 'type',
    from: 'from_port',
    to: 'to_port',
    protocol: 'protocol',
    cidrs: 'cidr_blocks',
    cidrs6: 'ipv6_cidr_blocks',
    sources: 'source_security_group_id',
  }),
  aws_vpc_security_group_ingress_rule: type('security-group-ingress', {
    group: 'security_group_id',
    from: 'from_port',
    to: 'to_port',
    protocol: 'ip_protocol',
    cidrs: 'cidr_ipv4',
    cidrs6: 'cidr_ipv6',
    sources: 'referenced_security_group_id',
  }),
  aws_vpc_security_group_egress_rule: nothing,
  aws_lambda_function: type('lambda', {
    name: 'function_name',
    environment: 'environment.variables',
    subnets: 'vpc_config.subnet_ids',
  }),
  aws_lambda_permission: type('lambda-permission', {
    function: 'function_name',
    principal: 'principal',
    sourceArn: 'source_arn',
    sourceAccount: 'source_account',
    organisation: 'principal_org_id',
  }),
  aws_lambda_function_url: type('lambda-url', {
    function: 'function_name',
    authorization: 'authorization_type',
  }),
  aws_lambda_event_source_mapping: type('event-source', {
    function: 'function_name',
    events: 'event_source_arn',
  }),
  aws_ecs_task_definition: type('ecs-task', {
    name: 'family',
    containers: 'container_definitions',
    network: 'network_mode',
    volumes: 'volume',
    'volumes.fileSystem': 'efs_volume_configuration.file_system_id',
    'volumes.transit': 'efs_volume_configuration.transit_encryption',
  }),
  aws_ecs_service: type('ecs-service', {
    task: 'task_definition',
    subnets: 'network_configuration.subnets',
    balancers: 'load_balancer',
    'balancers.group': 'target_group_arn',
  }),
  aws_ecs_cluster: nothing,
  aws_batch_job_definition: type('batch-job', { container: 'container_properties' }),
  aws_eks_cluster: type('eks', {
    subnets: 'vpc_config.subnet_ids',
    public: 'vpc_config.endpoint_public_access',
    publicNetworks: 'vpc_config.public_access_cidrs',
    logs: 'enabled_cluster_log_types',
    key: 'encryption_config.provider.key_arn',
  }),
  aws_eks_node_group: nothing,
  aws_workspaces_workspace: type('workspace', {
    rootEncrypted: 'root_volume_encryption_enabled',
    userEncrypted: 'user_volume_encryption_enabled',
  }),
  aws_transfer_server: type('transfer', { protocols: 'protocols', endpointType: 'endpoint_type' }),
  aws_sagemaker_notebook_instance: type('notebook', { key: 'kms_key_id' }),
  aws_sagemaker_endpoint_configuration: type('sagemaker-endpoint', { key: 'kms_key_arn' }),

  aws_kms_key: type('kms-key', {
    id: ['key_id', 'id'],
    rotation: 'enable_key_rotation',
    rotationDays: 'rotation_period_in_days',
    spec: 'customer_master_key_spec',
    usage: 'key_usage',
    policy: 'policy',
  }),
  aws_kms_alias: type('kms-alias', { key: 'target_key_id' }),
  aws_kms_key_policy: nothing,
  aws_cloudtrail: type('cloudtrail', {
    key: 'kms_key_id',
    bucket: 's3_bucket_name',
    validation: 'enable_log_file_validation',
    logging: 'enable_logging',
    selectors: 'event_selector',
    'selectors.events': 'read_write_type',
    'selectors.management': 'include_management_events',
    'selectors.data': 'data_resource',
    'selectors.data.type': 'type',
    'selectors.data.values': 'values',
    advancedEvents: 'advanced_event_selector',
  }),
  aws_cloudwatch_log_group: type('log-group', { key: 'kms_key_id', days: 'retention_in_days' }),
  aws_cloudwatch_log_delivery_source: type('log-delivery-source', { resource: 'resource_arn' }),
  aws_cloudwatch_log_delivery: type('log-delivery', {
    from: 'delivery_source_name',
    to: 'delivery_destination_arn',
  }),
  aws_cloudwatch_log_delivery_destination: type('log-delivery-target', {
    store: 'delivery_destination_configuration.destination_resource_arn',
  }),
  aws_cloudwatch_log_stream: nothing,
  aws_cloudwatch_log_metric_filter: nothing,
  aws_cloudwatch_metric_alarm: nothing,
  aws_backup_plan: type('backup-plan', {
    rules: 'rule',
    'rules.vault': 'target_vault_name',
    'rules.schedule': 'schedule',
    'rules.deleteAfter': 'lifecycle.delete_after',
    'rules.copies': 'copy_action',
    'rules.copies.vault': 'destination_vault_arn',
  }),
  aws_backup_selection: type('backup-selection', {
    plan: 'plan_id',
    resources: 'resources',
    excepted: 'not_resources',
    conditions: 'condition',
    tags: 'selection_tag',
    'tags.key': 'key',
    'tags.value': 'value',
  }),
  aws_backup_vault: type('backup-vault', { key: 'kms_key_arn' }),
  aws_backup_vault_lock_configuration: type('backup-lock', {
    vault: 'backup_vault_name',
    graceDays: 'changeable_for_days',
  }),
  aws_guardduty_detector: type('guardduty', { enabled: 'enable' }),

  aws_iam_account_password_policy: type('password-policy', {
    minLength: 'minimum_password_length',
    maxAge: 'max_password_age',
  }),
  aws_iam_policy: type('iam-policy', { policy: 'policy' }),
  aws_iam_role_policy: type('iam-policy', { policy: 'policy' }),
  aws_iam_group_policy: type('iam-policy', { policy: 'policy' }),
  aws_iam_user_policy: type('iam-user-policy', { policy: 'policy' }),
  aws_iam_user_policy_attachment: type('iam-attachment', { user: 'user', arn: 'policy_arn' }),
  aws_iam_role_policy_attachment: type('iam-attachment', { arn: 'policy_arn' }),
  aws_iam_group_policy_attachment: type('iam-attachment', { arn: 'policy_arn' }),
  aws_iam_access_key: type('iam-access-key', { user: 'user' }),
  aws_iam_role: nothing,
  aws_iam_user: type('iam-user'),
  aws_iam_group: nothing,
  aws_iam_group_membership: nothing,
  aws_iam_instance_profile: nothing,

  aws_athena_workgroup: type('athena', {
    encryption: 'configuration.result_configuration.encryption_configuration.encryption_option',
    key: 'configuration.result_configuration.encryption_configuration.kms_key_arn',
  }),
  aws_athena_database: type('athena', {
    encryption: 'encryption_configuration.encryption_option',
    key: 'encryption_configuration.kms_key',
  }),
  aws_emr_cluster: type('emr', {
    kerberos: 'kerberos_attributes',
    security: 'security_configuration',
    subnets: ['ec2_attributes.subnet_id', 'ec2_attributes.subnet_ids'],
  }),
  aws_emr_security_configuration: type('emr-security', { configuration: 'configuration' }),
  aws_secretsmanager_secret: type('secret', { key: 'kms_key_id' }),
  aws_dms_replication_instance: type('dms', {
    name: 'replication_instance_id',
    key: 'kms_key_arn',
    public: 'publicly_accessible',
    subnets: 'replication_subnet_group_id',
  }),
  aws_codebuild_project: type('codebuild', {
    variables: 'environment.environment_variable',
    'variables.name': 'name',
    'variables.value': 'value',
    'variables.kind': 'type',
    sources: 'source',
    'sources.location': 'location',
    otherSources: 'secondary_sources',
    'otherSources.location': 'location',
  }),
  ...NETWORKS,
}
