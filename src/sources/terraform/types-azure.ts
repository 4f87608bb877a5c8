import type { RecordType, TypeTable } from '../resources/record.js'

const NAMED = { id: 'id', name: 'name', tags: 'tags' } as const

const type = (kind: string, attributes: RecordType['attributes'] = {}): RecordType => ({
  kind: `azure.${kind}`,
  attributes: { ...NAMED, ...attributes },
})

const nothing = type('nothing')

const webApp = {
  httpsOnly: 'https_only',
  public: 'public_network_access_enabled',
  minTls: ['site_config.minimum_tls_version', 'site_config.min_tls_version'],
  clientCertificates: ['client_certificate_enabled', 'client_cert_enabled'],
  login: ['auth_settings.enabled', 'auth_settings_v2.auth_enabled'],
  logs: 'logs.http_logs',
} as const

const server = {
  tls: 'ssl_enforcement_enabled',
  minTls: ['ssl_minimal_tls_version_enforced', 'minimum_tls_version', 'minimal_tls_version', 'tls_version'],
  public: 'public_network_access_enabled',
  subnet: 'delegated_subnet_id',
  backupDays: 'backup_retention_days',
  geo: 'geo_redundant_backup_enabled',
  auditing: 'extended_auditing_policy',
  auditingDays: 'extended_auditing_policy.retention_in_days',
} as const

const setting = type('server-setting', { server: ['server_name', 'server_id'], name: 'name', value: 'value' })
const firewall = type('firewall-rule', {
  server: ['server_id', 'server_name'],
  from: 'start_ip_address',
  to: 'end_ip_address',
})
const auditing = type('sql-auditing', {
  server: ['server_id', 'database_id'],
  enabled: 'enabled',
  retention: 'retention_in_days',
})

const rule = {
  direction: 'direction',
  access: 'access',
  protocol: 'protocol',
  source: 'source_address_prefix',
  sources: 'source_address_prefixes',
  ports: 'destination_port_range',
  portList: 'destination_port_ranges',
  priority: 'priority',
  sourcePorts: 'source_port_range',
  sourcePortList: 'source_port_ranges',
  target: 'destination_address_prefix',
  targets: 'destination_address_prefixes',
  targetGroups: 'destination_application_security_group_ids',
} as const

const machine = type('server', { passwordsOff: 'disable_password_authentication' })

/** Where the attributes of each neutral kind of Azure stand in Terraform. */
export const AZURE_TYPES: TypeTable = {
  azurerm_storage_account: type('storage', {
    httpsOnly: ['https_traffic_only_enabled', 'enable_https_traffic_only'],
    minTls: 'min_tls_version',
    public: 'public_network_access_enabled',
    networkDefault: 'network_rules.default_action',
    anonymous: ['allow_nested_items_to_be_public', 'allow_blob_public_access'],
    key: 'customer_managed_key.key_vault_key_id',
    versioning: 'blob_properties.versioning_enabled',
    softDelete: 'blob_properties.delete_retention_policy.days',
    restoreDays: 'blob_properties.restore_policy.days',
    queueLogging: 'queue_properties.logging.read',
  }),
  azurerm_storage_account_network_rules: type('storage-network', {
    account: ['storage_account_id', 'storage_account_name'],
    networkDefault: 'default_action',
  }),
  azurerm_storage_account_customer_managed_key: type('storage-key', {
    account: 'storage_account_id',
    key: ['key_vault_key_id', 'key_name'],
  }),
  azurerm_storage_container: type('container', {
    account: ['storage_account_id', 'storage_account_name'],
    access: 'container_access_type',
  }),
  azurerm_storage_share: nothing,
  azurerm_storage_queue: type('storage-queue', { account: 'storage_account_name' }),
  azurerm_data_lake_store: type('data-lake', { encryption: 'encryption_state' }),
  azurerm_mssql_server: type('sql-server', server),
  azurerm_sql_server: type('sql-server', server),
  azurerm_mssql_managed_instance: {
    ...type('sql-server', { ...server, public: 'public_data_endpoint_enabled' }),
    fixed: { publicByItself: false },
  },
  azurerm_mssql_server_extended_auditing_policy: auditing,
  azurerm_mssql_database_extended_auditing_policy: auditing,
  azurerm_mssql_database: type('sql-database', {
    server: 'server_id',
    encrypted: 'transparent_data_encryption_enabled',
  }),
  azurerm_sql_database: type('sql-database', { server: 'server_name' }),
  azurerm_mssql_firewall_rule: firewall,
  azurerm_sql_firewall_rule: firewall,
  azurerm_postgresql_firewall_rule: firewall,
  azurerm_mysql_firewall_rule: firewall,
  azurerm_postgresql_flexible_server_firewall_rule: firewall,
  azurerm_mysql_flexible_server_firewall_rule: firewall,
  azurerm_mariadb_firewall_rule: firewall,
  azurerm_postgresql_server: type('postgres', server),
  azurerm_postgresql_flexible_server: type('postgres', server),
  azurerm_mysql_server: type('mysql', server),
  azurerm_mysql_flexible_server: type('mysql', server),
  azurerm_mariadb_server: type('mysql', server),
  azurerm_postgresql_configuration: setting,
  azurerm_postgresql_flexible_server_configuration: setting,
  azurerm_mysql_configuration: setting,
  azurerm_mysql_flexible_server_configuration: setting,
  azurerm_cosmosdb_account: type('cosmos', {
    public: 'public_network_access_enabled',
    filtered: ['is_virtual_network_filter_enabled', 'ip_range_filter'],
    key: 'key_vault_key_id',
    backup: 'backup.type',
    backupMinutes: 'backup.interval_in_minutes',
  }),
  azurerm_redis_cache: type('redis', {
    plainPort: ['non_ssl_port_enabled', 'enable_non_ssl_port'],
    minTls: 'minimum_tls_version',
    public: 'public_network_access_enabled',
  }),
  azurerm_search_service: type('search'),
  azurerm_synapse_workspace: type('synapse'),
  azurerm_data_factory: type('data-factory'),
  azurerm_eventhub_namespace: type('event-hub'),
  azurerm_servicebus_namespace: type('service-bus'),
  azurerm_app_service: type('web-app', webApp),
  azurerm_linux_web_app: type('web-app', webApp),
  azurerm_windows_web_app: type('web-app', webApp),
  azurerm_function_app: type('function', webApp),
  azurerm_linux_function_app: type('function', webApp),
  azurerm_windows_function_app: type('function', webApp),
  azurerm_application_gateway: type('gateway', {
    ports: 'frontend_port',
    'ports.name': 'name',
    'ports.port': 'port',
    listeners: 'http_listener',
    'listeners.protocol': 'protocol',
    'listeners.port': 'frontend_port_name',
    addresses: 'frontend_ip_configuration',
    'addresses.public': 'public_ip_address_id',
    minTls: 'ssl_policy.min_protocol_version',
  }),
  azurerm_kubernetes_cluster: type('aks', {
    private: ['private_cluster_enabled', 'private_link_enabled'],
    ranges: ['api_server_access_profile.authorized_ip_ranges', 'api_server_authorized_ip_ranges'],
    logs: ['oms_agent.log_analytics_workspace_id', 'oms_agent'],
    oldLogs: 'addon_profile.oms_agent.enabled',
    roles: ['role_based_access_control_enabled', 'role_based_access_control.enabled'],
  }),
  azurerm_managed_disk: type('disk', {
    encrypted: 'encryption_settings.enabled',
    key: 'disk_encryption_set_id',
  }),
  azurerm_virtual_machine: type('server', {
    passwordsOff: 'os_profile_linux_config.disable_password_authentication',
  }),
  azurerm_linux_virtual_machine: machine,
  azurerm_windows_virtual_machine: type('server'),
  azurerm_linux_virtual_machine_scale_set: machine,
  azurerm_windows_virtual_machine_scale_set: type('server'),
  azurerm_key_vault: type('vault', {
    purgeProtection: 'purge_protection_enabled',
    public: 'public_network_access_enabled',
    networkDefault: 'network_acls.default_action',
  }),
  azurerm_key_vault_key: type('key', {
    expires: 'expiration_date',
    rotation: [
      'rotation_policy.automatic.time_after_creation',
      'rotation_policy.automatic.time_before_expiry',
    ],
  }),
  azurerm_key_vault_secret: type('secret'),
  azurerm_monitor_diagnostic_setting: type('diagnostics', {
    target: 'target_resource_id',
    workspace: 'log_analytics_workspace_id',
    storage: 'storage_account_id',
  }),
  azurerm_log_analytics_workspace: type('log-workspace', { days: 'retention_in_days' }),
  azurerm_recovery_services_vault: type('backup-vault'),
  azurerm_backup_policy_vm: type('backup-policy', {
    vault: 'recovery_vault_name',
    daily: 'retention_daily.count',
    frequency: 'backup.frequency',
  }),
  azurerm_backup_protected_vm: type('protected-server', {
    server: 'source_vm_id',
    policy: 'backup_policy_id',
  }),
  azurerm_network_security_group: type('security-group', {
    resourceGroup: 'resource_group_name',
    rules: 'security_rule',
    ...Object.fromEntries(Object.entries(rule).map(([key, path]) => [`rules.${key}`, path])),
  }),
  azurerm_network_security_rule: type('security-rule', {
    ...rule,
    group: 'network_security_group_name',
    resourceGroup: 'resource_group_name',
  }),
  azurerm_resource_group: nothing,
  azurerm_virtual_network: nothing,
  azurerm_subnet: nothing,
  azurerm_network_interface: nothing,
  azurerm_public_ip: nothing,
  azurerm_role_definition: type('role', {
    permissions: 'permissions',
    'permissions.actions': 'actions',
    'permissions.without': 'not_actions',
  }),
  azurerm_user_assigned_identity: nothing,
  azurerm_private_endpoint: nothing,
}
