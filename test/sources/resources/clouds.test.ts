import { describe, expect, it } from 'vitest'
import { claimAt, imported } from '../../imported.js'

type Row = readonly [circumstance: string, hcl: string, path: string, value: unknown, rank?: string]

const one = (type: string, body: string, more = '') => `resource "${type}" "r" {\n${body}\n}\n${more}`
const STORAGE = 'assets/azurerm_storage_account.r'
const TLS10 = ['TLSv1.0', 'TLSv1.1', 'TLSv1.2']
const TLS12 = ['TLSv1.2', 'TLSv1.3']

const AZURE: readonly Row[] = [
  [
    'storage encrypts',
    one('azurerm_storage_account', ''),
    `${STORAGE}/encryptionAtRest/enabled`,
    true,
    'default',
  ],
  [
    'storage takes HTTPS alone',
    one('azurerm_storage_account', ''),
    `${STORAGE}/endpoints/443/encryption`,
    'required',
    'default',
  ],
  [
    'storage takes HTTP',
    one('azurerm_storage_account', 'enable_https_traffic_only = false'),
    `${STORAGE}/endpoints/443/encryption`,
    'optional',
  ],
  [
    'storage with old TLS',
    one('azurerm_storage_account', 'min_tls_version = "TLS1_0"'),
    `${STORAGE}/endpoints/443/tls/versions`,
    TLS10,
  ],
  [
    'storage for chosen networks',
    one('azurerm_storage_account', 'network_rules {\n default_action = "Deny"\n}'),
    `${STORAGE}/endpoints/443/exposure`,
    'partner',
  ],
  [
    'a container that anybody reads',
    one(
      'azurerm_storage_account',
      'name = "s"',
      one(
        'azurerm_storage_container',
        'storage_account_name = azurerm_storage_account.r.name\n container_access_type = "blob"',
      ).replace('"r"', '"c"'),
    ),
    `${STORAGE}/access/anonymous`,
    true,
  ],
  [
    'a container that anybody would read, were it not forbidden',
    one(
      'azurerm_storage_account',
      'name = "s"\n allow_nested_items_to_be_public = false',
      one(
        'azurerm_storage_container',
        'storage_account_name = azurerm_storage_account.r.name\n container_access_type = "blob"',
      ).replace('"r"', '"c"'),
    ),
    `${STORAGE}/access/anonymous`,
    false,
  ],
  [
    'PostgreSQL without TLS',
    one('azurerm_postgresql_server', 'ssl_enforcement_enabled = false'),
    'assets/azurerm_postgresql_server.r/endpoints/5432/encryption',
    'optional',
  ],
  [
    'MySQL made to ask for TLS',
    one(
      'azurerm_mysql_flexible_server',
      'name = "m"',
      one(
        'azurerm_mysql_flexible_server_configuration',
        'server_name = azurerm_mysql_flexible_server.r.name\n name = "require_secure_transport"\n value = "ON"',
      ).replace('"r"', '"c"'),
    ),
    'assets/azurerm_mysql_flexible_server.r/endpoints/3306/encryption',
    'required',
  ],
  [
    'a SQL server open to all',
    one(
      'azurerm_mssql_server',
      '',
      one(
        'azurerm_mssql_firewall_rule',
        'server_id = azurerm_mssql_server.r.id\n start_ip_address = "0.0.0.0"\n end_ip_address = "255.255.255.255"',
      ).replace('"r"', '"f"'),
    ),
    'assets/azurerm_mssql_server.r/endpoints/1433/exposure',
    'public',
  ],
  [
    'copies of a database',
    one('azurerm_postgresql_server', 'backup_retention_days = 14\n geo_redundant_backup_enabled = true'),
    'backupPlans/azurerm_postgresql_server.r-automatic/copies/0',
    { frequency: 'P1D', retention: 'P14D', encrypted: true, offsite: true },
  ],
  [
    'an application over HTTP',
    one('azurerm_linux_web_app', ''),
    'assets/azurerm_linux_web_app.r/endpoints/80/encryption',
    'none',
    'default',
  ],
  [
    'an application over HTTPS alone',
    one('azurerm_linux_web_app', 'https_only = true'),
    'assets/azurerm_linux_web_app.r/endpoints/80/encryption',
    'required',
  ],
  [
    'a cluster without logs',
    one('azurerm_kubernetes_cluster', ''),
    'assets/azurerm_kubernetes_cluster.r/audit/enabled',
    false,
    'default',
  ],
  [
    'Redis with a plain port',
    one('azurerm_redis_cache', 'non_ssl_port_enabled = true'),
    'assets/azurerm_redis_cache.r/endpoints/6380/encryption',
    'optional',
  ],
  [
    'a vault that can be wiped',
    one('azurerm_key_vault', ''),
    'assets/azurerm_key_vault.r/recovery/deletionProtection',
    false,
    'default',
  ],
  [
    'a rule that lets RDP in',
    one(
      'azurerm_network_security_rule',
      'direction = "Inbound"\n access = "Allow"\n protocol = "Tcp"\n source_address_prefix = "*"\n destination_port_range = "3389"',
    ),
    'assets/azurerm_network_security_rule.r/endpoints/3389/exposure',
    'public',
  ],
  [
    'logs sent by a diagnostic setting',
    one(
      'azurerm_key_vault',
      '',
      one('azurerm_monitor_diagnostic_setting', 'target_resource_id = azurerm_key_vault.r.id').replace(
        '"r"',
        '"d"',
      ),
    ),
    'assets/azurerm_key_vault.r/audit/enabled',
    true,
  ],
]

const SQL = 'assets/google_sql_database_instance.r'
const sql = (settings: string) =>
  one('google_sql_database_instance', `database_version = "POSTGRES_15"\n settings {\n ${settings}\n }`)

const COSMOS = 'backupPlans/azurerm_cosmosdb_account.r-automatic/copies/0/frequency'
const BLOBS = (more: string) => one('azurerm_storage_account', `blob_properties {\n${more}\n}`)
const MANAGED = 'azurerm_mssql_managed_instance'

const AZURE_LIMITS: readonly Row[] = [
  ['Cosmos DB copies itself', one('azurerm_cosmosdb_account', ''), COSMOS, 'PT240M', 'default'],
  [
    'Cosmos DB copies itself once a day',
    one('azurerm_cosmosdb_account', 'backup {\n type = "Periodic"\n interval_in_minutes = 1440\n }'),
    COSMOS,
    'PT1440M',
  ],
  [
    'Cosmos DB copies itself all the time',
    one('azurerm_cosmosdb_account', 'backup {\n type = "Continuous"\n }'),
    COSMOS,
    'PT2M',
  ],
  [
    'Cosmos DB copies itself at a time that is not known',
    one('azurerm_cosmosdb_account', 'backup {\n type = "Periodic"\n interval_in_minutes = data.x.y.z\n }'),
    COSMOS,
    undefined,
  ],
  [
    'a key vault of a private network',
    one('azurerm_key_vault', 'public_network_access_enabled = false'),
    'assets/azurerm_key_vault.r/endpoints/443/exposure',
    'internal',
  ],
  [
    'a key vault of which it cannot be told',
    one('azurerm_key_vault', 'public_network_access_enabled = data.x.y.z'),
    'assets/azurerm_key_vault.r/endpoints/443/exposure',
    undefined,
  ],
  [
    'a managed instance',
    one(MANAGED, ''),
    `assets/${MANAGED}.r/endpoints/1433/exposure`,
    'internal',
    'default',
  ],
  [
    'a managed instance with a public endpoint',
    one(MANAGED, 'public_data_endpoint_enabled = true'),
    `assets/${MANAGED}.r/endpoints/1433/exposure`,
    'partner',
  ],
  [
    'blobs that can be undeleted, and not brought back to any moment',
    BLOBS('delete_retention_policy {\n days = 7\n }'),
    `${STORAGE}/recovery/pointInTime`,
    undefined,
  ],
  [
    'blobs that can be undeleted',
    BLOBS('delete_retention_policy {\n days = 7\n }'),
    `${STORAGE}/recovery/deletionProtection`,
    true,
  ],
  [
    'blobs that can be brought back to any moment',
    BLOBS('restore_policy {\n days = 6\n }'),
    `${STORAGE}/recovery/pointInTime`,
    'P6D',
  ],
  [
    'a server that watches for threats, and records nothing',
    one('azurerm_mssql_server', 'threat_detection_policy {\n retention_days = 90\n }'),
    'assets/azurerm_mssql_server.r/audit/enabled',
    false,
    'default',
  ],
]

const everybody = (type: string) =>
  `resource "${type}" "m" {\n bucket = google_storage_bucket.r.name\n role = "x"\n member = "allUsers"\n}`
const flag = (name: string, value: string) => `database_flags {\n name = "${name}"\n value = "${value}"\n }\n`
const [LOGS_ON, PGAUDIT_OFF] = [flag('log_connections', 'on'), flag('cloudsql.enable_pgaudit', 'off')]

const GOOGLE_LIMITS: readonly Row[] = [
  [
    'a bucket for everybody, which is prevented',
    one(
      'google_storage_bucket',
      'public_access_prevention = "enforced"',
      everybody('google_storage_bucket_iam_member'),
    ),
    'assets/google_storage_bucket.r/access/anonymous',
    false,
  ],
  ['a database that records one of two things', sql(LOGS_ON + PGAUDIT_OFF), `${SQL}/audit/enabled`, true],
  ['the same in another order', sql(PGAUDIT_OFF + LOGS_ON), `${SQL}/audit/enabled`, true],
  ['a database that records nothing', sql(PGAUDIT_OFF), `${SQL}/audit/enabled`, false],
  [
    'a database that asks for certificates',
    sql('ip_configuration {\n ssl_mode = "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"\n }'),
    `${SQL}/endpoints/5432/encryption`,
    'required',
  ],
  [
    'a database of a mode that nobody knows',
    sql('ip_configuration {\n ssl_mode = "SSL_MODE_UNSPECIFIED"\n }'),
    `${SQL}/endpoints/5432/encryption`,
    undefined,
  ],
]

const GOOGLE: readonly Row[] = [
  [
    'a bucket encrypts',
    one('google_storage_bucket', ''),
    'assets/google_storage_bucket.r/encryptionAtRest/enabled',
    true,
    'default',
  ],
  [
    'a bucket for everybody',
    one(
      'google_storage_bucket',
      '',
      one(
        'google_storage_bucket_iam_member',
        'bucket = google_storage_bucket.r.name\n role = "roles/storage.objectViewer"\n member = "allUsers"',
      ).replace('"r"', '"m"'),
    ),
    'assets/google_storage_bucket.r/access/anonymous',
    true,
  ],
  [
    'a bucket for nobody else',
    one('google_storage_bucket', ''),
    'assets/google_storage_bucket.r/access/anonymous',
    false,
    'default',
  ],
  ['a database with and without TLS', sql(''), `${SQL}/endpoints/5432/encryption`, 'optional', 'default'],
  [
    'a database with TLS',
    sql('ip_configuration {\n require_ssl = true\n }'),
    `${SQL}/endpoints/5432/encryption`,
    'required',
  ],
  [
    'a database with TLS, said the newer way',
    sql('ip_configuration {\n ssl_mode = "ENCRYPTED_ONLY"\n }'),
    `${SQL}/endpoints/5432/encryption`,
    'required',
  ],
  [
    'a database for all networks',
    sql('ip_configuration {\n authorized_networks {\n value = "0.0.0.0/0"\n }\n }'),
    `${SQL}/endpoints/5432/exposure`,
    'public',
  ],
  [
    'a database inside',
    sql('ip_configuration {\n ipv4_enabled = false\n }'),
    `${SQL}/endpoints/5432/exposure`,
    'internal',
  ],
  [
    'a database without copies',
    sql(''),
    'backupPlans/google_sql_database_instance.r-automatic/copies',
    [],
    'default',
  ],
  [
    'a database with copies',
    sql('backup_configuration {\n enabled = true\n }'),
    'backupPlans/google_sql_database_instance.r-automatic/copies/0/frequency',
    'P1D',
  ],
  [
    'a key that rotates',
    one('google_kms_crypto_key', 'rotation_period = "7776000s"'),
    'keys/google_kms_crypto_key.r/rotation',
    'P90D',
  ],
  [
    'a key that does not',
    one('google_kms_crypto_key', ''),
    'keys/google_kms_crypto_key.r/rotation',
    'never',
    'default',
  ],
  [
    'a firewall that lets SSH in',
    one(
      'google_compute_firewall',
      'source_ranges = ["0.0.0.0/0"]\n allow {\n protocol = "tcp"\n ports = ["20-25"]\n }',
    ),
    'assets/google_compute_firewall.r/endpoints/22/exposure',
    'public',
  ],
  [
    'an old TLS policy',
    one('google_compute_ssl_policy', 'min_tls_version = "TLS_1_1"'),
    'assets/google_compute_ssl_policy.r/endpoints/443/tls/versions',
    ['TLSv1.1', ...TLS12],
  ],
  [
    'a cluster open to all',
    one('google_container_cluster', ''),
    'assets/google_container_cluster.r/endpoints/443/exposure',
    'public',
    'default',
  ],
  [
    'an owner of the project',
    one('google_project_iam_member', 'role = "roles/owner"\n member = "user:a@example.com"'),
    'assets/iam/access/leastPrivilege',
    false,
  ],
]

const diagnostics = (target: string) =>
  `resource "azurerm_monitor_diagnostic_setting" "d" {\n target_resource_id = ${target}\n}`
const gcs = (body = '', more = '') => one('google_storage_bucket', `name = "records"\n${body}`, more)
const audits = (service: string, kind: string) =>
  `resource "google_project_iam_audit_config" "a" {\n service = ${service}\n audit_log_config {\n log_type = "${kind}"\n }\n}`
const BUCKET = 'assets/google_storage_bucket.r'

const LOGGED: readonly Row[] = [
  ['Azure, no setting', one('azurerm_storage_account', ''), `${STORAGE}/audit/enabled`, false, 'default'],
  [
    'Azure, a setting of this',
    one('azurerm_storage_account', '', diagnostics('azurerm_storage_account.r.id')),
    `${STORAGE}/audit/enabled`,
    true,
  ],
  [
    'Azure, a setting of a part of this',
    one('azurerm_storage_account', '', diagnostics('"${azurerm_storage_account.r.id}/blobServices/default"')),
    `${STORAGE}/audit/enabled`,
    true,
  ],
  [
    'Azure, a setting of another',
    one(
      'azurerm_storage_account',
      '',
      `${diagnostics('azurerm_key_vault.v.id')}\nresource "azurerm_key_vault" "v" {}`,
    ),
    `${STORAGE}/audit/enabled`,
    false,
    'default',
  ],
  [
    'Azure, a setting of what cannot be known',
    one('azurerm_storage_account', '', `variable "t" {}\n${diagnostics('var.t')}`),
    `${STORAGE}/audit/enabled`,
    undefined,
  ],
  ['Google, nothing', gcs(), `${BUCKET}/audit/enabled`, false, 'default'],
  ['Google, a log', gcs('logging {\n log_bucket = "logs"\n }'), `${BUCKET}/audit/enabled`, true],
  [
    'Google, data of all services',
    gcs('', audits('"allServices"', 'DATA_READ')),
    `${BUCKET}/audit/enabled`,
    true,
  ],
  [
    'Google, data of storage',
    gcs('', audits('"storage.googleapis.com"', 'DATA_WRITE')),
    `${BUCKET}/audit/enabled`,
    true,
  ],
  [
    'Google, administration of all services',
    gcs('', audits('"allServices"', 'ADMIN_READ')),
    `${BUCKET}/audit/enabled`,
    false,
    'default',
  ],
  [
    'Google, data of another service',
    gcs('', audits('"sqladmin.googleapis.com"', 'DATA_READ')),
    `${BUCKET}/audit/enabled`,
    false,
    'default',
  ],
  [
    'Google, data of what cannot be known',
    gcs('', `variable "s" {}\n${audits('var.s', 'DATA_READ')}`),
    `${BUCKET}/audit/enabled`,
    undefined,
  ],
  [
    'Google, a bucket that takes in logs',
    gcs('', 'resource "google_storage_bucket" "w" {\n logging {\n log_bucket = "records"\n }\n}'),
    `${BUCKET}/audit/enabled`,
    undefined,
  ],
  [
    'Google, what that is for',
    gcs('', 'resource "google_storage_bucket" "w" {\n logging {\n log_bucket = "records"\n }\n}'),
    `${BUCKET}/purpose`,
    'log',
  ],
  [
    'Azure, a role that may do everything',
    one(
      'azurerm_storage_account',
      '',
      'resource "azurerm_role_definition" "d" {\n permissions {\n actions = ["*"]\n }\n}',
    ),
    'assets/rbac/access/leastPrivilege',
    false,
  ],
  [
    'Azure, a role that may read',
    one(
      'azurerm_storage_account',
      '',
      'resource "azurerm_role_definition" "d" {\n permissions {\n actions = ["*/read"]\n }\n}',
    ),
    'assets/rbac/access/leastPrivilege',
    undefined,
  ],
  [
    'AWS, a job with privileges',
    one('aws_batch_job_definition', 'container_properties = jsonencode({ privileged = true })'),
    'assets/aws_batch_job_definition.r/container/privileged',
    true,
  ],
  [
    'AWS, a job without',
    one('aws_batch_job_definition', 'container_properties = jsonencode({ image = "a" })'),
    'assets/aws_batch_job_definition.r/container/privileged',
    false,
  ],
  [
    'AWS, a job that cannot be read',
    one('aws_batch_job_definition', 'container_properties = "{"'),
    'assets/aws_batch_job_definition.r/container/privileged',
    undefined,
  ],
  [
    'Google, rights of one person',
    gcs('', 'resource "google_project_iam_member" "m" {\n member = "user:a@example.com"\n}'),
    'assets/iam/access/roles',
    false,
  ],
  [
    'Google, what these rights are is another matter',
    gcs('', 'resource "google_project_iam_member" "m" {\n member = "user:a@example.com"\n}'),
    'assets/iam/access/leastPrivilege',
    undefined,
  ],
  [
    'Google, rights of a group',
    gcs('', 'resource "google_project_iam_member" "m" {\n member = "group:a@example.com"\n}'),
    'assets/iam/access/roles',
    undefined,
  ],
]

const ranked = ([circumstance, hcl, path, value, rank = 'imported']: Row) =>
  [circumstance, hcl, path, value, rank] as const

describe.each([
  ['Azure', AZURE],
  ['Azure, told more closely', AZURE_LIMITS],
  ['Google Cloud', GOOGLE],
  ['Google Cloud, told more closely', GOOGLE_LIMITS],
  ['logs and rights', LOGGED],
] as const)('%s', (_, rows) => {
  it.each(rows.map(ranked))('%s', (_circumstance, hcl, path, value, rank) => {
    const claim = claimAt(imported({ 'main.tf': hcl }), path)
    expect(claim.value).toEqual(value)
    if (value !== undefined) expect(claim.rank).toBe(rank)
  })
})

describe('every type of resource', () => {
  it('has a kind that is known', async () => {
    const [{ KINDS }, { TERRAFORM_TYPES }] = await Promise.all([
      import('../../../src/sources/resources/assemble.js'),
      import('../../../src/sources/terraform/types.js'),
    ])
    const unknown = Object.entries(TERRAFORM_TYPES).filter(([, { kind }]) => KINDS[kind] === undefined)
    expect(unknown).toEqual([])
  })
})
