import {
  type Also,
  assetIn,
  days,
  isSet,
  type KindFacts,
  type KindTable,
  notSo,
  numberOf,
  oneOf,
  yesNo,
} from '../facts.js'
import { ALWAYS, byDefault, claimDiagnostics } from './claims.js'
import { cluster, disk, gateway, server, webApp } from './compute.js'
import { auditingPart, cosmos, database, firewallRule, redis } from './databases.js'
import { role, vault, vaultKey } from './guards.js'
import { securityGroup, securityRule } from './security-rules.js'
import { container, storage } from './storage.js'

const part = (owner: string, standsFor?: KindFacts['standsFor']): KindFacts => ({
  partOf: owner,
  vendor: 'azure',
  ...(standsFor ? { standsFor } : {}),
})

const asset = assetIn('azure')

const watched: Also = (record, linked, its) => {
  if (its) claimDiagnostics(record, linked, its)
}

/** What is made of each neutral kind of resource of Azure. */
export const AZURE_KINDS: KindTable = {
  'azure.storage': asset('object-store', storage, [
    ALWAYS('Azure Storage'),
    ['recovery.versioning', 'versioning', yesNo, byDefault(false, 'blobs keep no former versions')],
    ['recovery.pointInTime', 'restoreDays', days],
    ['recovery.deletionProtection', 'softDelete', isSet],
  ]),
  'azure.storage-network': part('account'),
  'azure.storage-key': part('account'),
  'azure.container': { ...part('account', 'object-store'), also: container },
  'azure.data-lake': asset('object-store', watched, [
    [
      'encryptionAtRest.enabled',
      'encryption',
      oneOf({ Enabled: true, Disabled: false }),
      byDefault(true, 'a data lake encrypts'),
    ],
  ]),
  'azure.sql-server': asset(
    'relational-database',
    database({ protocol: 'mssql', port: 1433, service: 'Azure SQL' }),
    [ALWAYS('Azure SQL')],
  ),
  'azure.sql-auditing': { ...part('server', 'relational-database'), also: auditingPart },
  'azure.sql-database': {
    partOf: 'server',
    standsFor: 'relational-database',
    vendor: 'azure',
    facts: [['encryptionAtRest.enabled', 'encrypted', yesNo]],
  },
  'azure.postgres': asset(
    'relational-database',
    database({ protocol: 'postgresql', port: 5432, service: 'PostgreSQL' }),
    [ALWAYS('Azure Database')],
  ),
  'azure.mysql': asset('relational-database', database({ protocol: 'mysql', port: 3306, service: 'MySQL' }), [
    ALWAYS('Azure Database'),
  ]),
  'azure.server-setting': { partOf: 'server' },
  'azure.firewall-rule': { ...part('server', 'relational-database'), also: firewallRule },
  'azure.cosmos': asset('document-store', cosmos, [ALWAYS('Cosmos DB')]),
  'azure.redis': asset('cache', redis, [ALWAYS('Azure Cache')]),
  'azure.search': asset('search-index', watched, [ALWAYS('Azure AI Search')]),
  'azure.synapse': asset('data-warehouse', watched, [ALWAYS('Synapse')]),
  'azure.data-factory': asset('integration-engine', watched, [ALWAYS('Data Factory')]),
  'azure.event-hub': asset('stream', watched, [ALWAYS('Event Hubs')]),
  'azure.service-bus': asset('queue', watched, [ALWAYS('Service Bus')]),
  'azure.storage-queue': { partOf: 'account' },
  'azure.web-app': asset('web-app', webApp),
  'azure.function': asset('function', webApp),
  'azure.gateway': asset('load-balancer', gateway),
  'azure.aks': asset('cluster', cluster),
  'azure.disk': asset('block-volume', disk),
  'azure.server': asset('server', server),
  'azure.vault': asset('key-store', vault, [
    [
      'recovery.deletionProtection',
      'purgeProtection',
      yesNo,
      byDefault(false, 'a key vault can be wiped at once'),
    ],
  ]),
  'azure.key': { also: vaultKey },
  'azure.secret': {},
  'azure.diagnostics': {},
  'azure.log-workspace': asset('log-store', undefined, [
    ['keeps', 'days', days, byDefault('P30D', 'logs are kept for 30 days')],
    ['encryptionAtRest.enabled', 'never', notSo, byDefault(true, 'Log Analytics always encrypts')],
  ]),
  'azure.backup-vault': asset('backup-vault', undefined, [
    ['encryptionAtRest.enabled', 'never', notSo, byDefault(true, 'Azure Backup always encrypts')],
  ]),
  'azure.backup-policy': {},
  'azure.protected-server': {
    also: (record, linked) => {
      const [target] = linked.named(record.get('server'), record).flatMap((one) => linked.assetOf(one) ?? [])
      const [policy] = linked.named(record.get('policy'), record)
      const [store] = policy
        ? linked.named(policy.get('vault'), policy).flatMap((one) => linked.assetOf(one) ?? [])
        : []
      if (!target) return
      const plan = linked.draft.entry('backupPlans', linked.context.idOf(record.address), record.source)
      const kept = numberOf(policy?.get('daily').value)
      plan.set('covers', { id: [target.id] }, record.source)
      const copy = {
        ...(store ? { to: store.id } : {}),
        encrypted: true,
        ...(kept === undefined ? {} : { retention: `P${kept}D` }),
      }
      plan.set(
        'copies',
        [{ ...copy, ...(policy?.get('frequency').value === 'Daily' ? { frequency: 'P1D' } : {}) }],
        record.source,
      )
    },
  },
  'azure.security-group': { also: securityGroup },
  'azure.security-rule': { also: securityRule },
  'azure.role': { also: role },
  'azure.nothing': {},
}
