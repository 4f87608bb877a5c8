import type { RecordType, TypeTable } from '../resources/record.js'

const NAMED = { id: ['id', 'self_link'], name: 'name', tags: ['labels'] } as const

const type = (kind: string, attributes: RecordType['attributes'] = {}): RecordType => ({
  kind: `google.${kind}`,
  attributes: { ...NAMED, ...attributes },
})

const nothing = type('nothing')

const grant = { role: 'role', member: 'member', members: 'members' } as const
const projectAccess = type('project-access', grant)
const auditConfig = type('audit-config', {
  service: 'service',
  logs: 'audit_log_config',
  'logs.type': 'log_type',
})
const bucketAccess = type('bucket-access', { ...grant, bucket: 'bucket' })
const keyAccess = type('key-access', { ...grant, key: 'crypto_key_id' })

/** Where the attributes of each neutral kind of Google Cloud stand in Terraform. */
export const GOOGLE_TYPES: TypeTable = {
  google_storage_bucket: type('bucket', {
    key: 'encryption.default_kms_key_name',
    versioning: 'versioning.enabled',
    locked: 'retention_policy.is_locked',
    prevention: 'public_access_prevention',
    logTarget: 'logging.log_bucket',
  }),
  google_storage_bucket_iam_member: bucketAccess,
  google_storage_bucket_iam_binding: bucketAccess,
  google_storage_bucket_access_control: type('bucket-access', { member: 'entity', bucket: 'bucket' }),
  google_sql_database_instance: type('sql', {
    version: 'database_version',
    key: 'encryption_key_name',
    backup: 'settings.backup_configuration.enabled',
    tls: 'settings.ip_configuration.require_ssl',
    tlsMode: 'settings.ip_configuration.ssl_mode',
    publicAddress: 'settings.ip_configuration.ipv4_enabled',
    networks: 'settings.ip_configuration.authorized_networks',
    'networks.value': 'value',
    flags: 'settings.database_flags',
    'flags.name': 'name',
    'flags.value': 'value',
    replicaOf: 'master_instance_name',
    deletionProtection: 'deletion_protection',
  }),
  google_sql_database: nothing,
  google_sql_user: nothing,
  google_compute_disk: type('disk', {
    key: ['disk_encryption_key.kms_key_self_link', 'disk_encryption_key.raw_key'],
    rawKey: 'disk_encryption_key.raw_key',
  }),
  google_compute_instance: type('instance', {
    key: ['boot_disk.kms_key_self_link', 'boot_disk.disk_encryption_key_raw'],
    rawKey: 'boot_disk.disk_encryption_key_raw',
    disks: 'attached_disk',
    'disks.rawKey': 'disk_encryption_key_raw',
    interfaces: 'network_interface',
    'interfaces.address': 'access_config',
    'interfaces.address6': 'ipv6_access_config',
  }),
  google_compute_firewall: type('firewall', {
    direction: 'direction',
    disabled: 'disabled',
    sources: 'source_ranges',
    allow: 'allow',
    'allow.protocol': 'protocol',
    'allow.ports': 'ports',
  }),
  google_container_cluster: type('cluster', {
    privateEndpoint: 'private_cluster_config.enable_private_endpoint',
    networks: 'master_authorized_networks_config',
    networkList: 'master_authorized_networks_config.cidr_blocks',
    'networkList.cidr': 'cidr_block',
    logs: 'logging_service',
    basicPassword: 'master_auth.password',
    legacyAccess: 'enable_legacy_abac',
  }),
  google_container_node_pool: nothing,
  google_compute_ssl_policy: type('tls-policy', { minTls: 'min_tls_version' }),
  google_kms_crypto_key: type('key', { rotation: 'rotation_period', purpose: 'purpose' }),
  google_kms_key_ring: nothing,
  google_kms_crypto_key_iam_member: keyAccess,
  google_kms_crypto_key_iam_binding: keyAccess,
  google_bigquery_dataset: type('dataset', {
    name: 'dataset_id',
    key: 'default_encryption_configuration.kms_key_name',
    access: 'access',
    'access.group': 'special_group',
  }),
  google_bigquery_table: nothing,
  google_bigtable_instance: type('bigtable'),
  google_spanner_database: type('spanner', { key: 'encryption_config.kms_key_name' }),
  google_firestore_database: type('firestore'),
  google_redis_instance: type('redis', {
    key: 'customer_managed_key',
    transit: 'transit_encryption_mode',
    auth: 'auth_enabled',
  }),
  google_pubsub_topic: type('topic', { key: 'kms_key_name' }),
  google_cloudfunctions_function: type('function', {
    connector: 'vpc_connector',
    egress: 'vpc_connector_egress_settings',
  }),
  google_cloudfunctions2_function: type('function', {
    connector: ['service_config.vpc_connector', 'service_config.direct_vpc_network_interface'],
    egress: ['service_config.vpc_connector_egress_settings', 'service_config.direct_vpc_egress'],
  }),
  google_cloud_run_service: type('run-service'),
  google_logging_project_bucket_config: type('log-bucket', {
    days: 'retention_days',
    key: 'cmek_settings.kms_key_name',
  }),
  google_secret_manager_secret: type('secret', { name: 'secret_id' }),
  google_project_iam_member: projectAccess,
  google_project_iam_binding: projectAccess,
  google_folder_iam_member: projectAccess,
  google_folder_iam_binding: projectAccess,
  google_organization_iam_member: projectAccess,
  google_organization_iam_binding: projectAccess,
  google_project_iam_audit_config: auditConfig,
  google_folder_iam_audit_config: auditConfig,
  google_organization_iam_audit_config: auditConfig,
  google_compute_network: nothing,
  google_compute_subnetwork: nothing,
  google_compute_network_peering: nothing,
  google_service_account: nothing,
  google_project: nothing,
  google_project_service: nothing,
}
