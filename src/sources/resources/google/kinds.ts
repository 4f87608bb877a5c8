import { assetIn, days, type KindTable, yesNo } from '../facts.js'
import { claimOpenings } from '../openings.js'
import { ALWAYS, byDefault, claimKey, note } from './claims.js'
import {
  cloudFunction,
  cluster,
  dataset,
  key,
  openingsOf,
  projectGrant,
  server,
  tlsPolicy,
} from './guards.js'
import { bucket, disk, looseGrant, sql } from './stores.js'

const asset = assetIn('gcp')

/** What is made of each neutral kind of resource of Google Cloud. */
export const GOOGLE_KINDS: KindTable = {
  'google.bucket': asset('object-store', bucket, [
    ALWAYS,
    ['recovery.versioning', 'versioning', yesNo, byDefault(false, 'a bucket keeps no former versions')],
    ['integrity.writeOnce', 'locked', yesNo],
  ]),
  'google.bucket-access': { partOf: 'bucket', standsFor: 'object-store', vendor: 'gcp', also: looseGrant },
  'google.sql': asset('relational-database', sql, [
    ALWAYS,
    ['recovery.deletionProtection', 'deletionProtection', yesNo],
  ]),
  'google.disk': asset('block-volume', disk, [ALWAYS]),
  'google.instance': asset('server', server, [ALWAYS]),
  'google.firewall': { also: (record, linked) => claimOpenings(record, openingsOf(record), linked) },
  'google.cluster': asset('cluster', cluster),
  'google.tls-policy': asset('load-balancer', tlsPolicy),
  'google.key': { also: key },
  'google.key-access': {},
  'google.dataset': asset('data-warehouse', dataset, [ALWAYS]),
  'google.bigtable': asset('key-value-store', disk, [ALWAYS]),
  'google.spanner': asset('relational-database', disk, [ALWAYS]),
  'google.firestore': asset('document-store', undefined, [ALWAYS]),
  'google.redis': asset(
    'cache',
    (record, linked, its) => {
      if (!its) return
      claimKey(record, 'key', linked, its)
      const endpoint = its.endpoint(6379, 'redis', record.source)
      const [transit, auth] = [record.get('transit'), record.get('auth')]
      if (transit.state === 'known')
        endpoint.set(
          'encryption',
          transit.value === 'SERVER_AUTHENTICATION' ? 'required' : 'none',
          transit.source,
        )
      if (transit.state === 'absent')
        endpoint.assume('encryption', 'none', record.source, note('Memorystore speaks no TLS'))
      const said = auth.state === 'known' ? yesNo(auth.value) : undefined
      if (said !== undefined) endpoint.set('auth', said ? 'password' : 'none', auth.source)
      if (auth.state === 'absent')
        endpoint.assume('auth', 'none', record.source, note('Memorystore asks nobody to log in'))
      endpoint.assume(
        'exposure',
        'internal',
        record.source,
        note('Memorystore answers inside of a private network'),
      )
    },
    [ALWAYS],
  ),
  'google.topic': asset('queue', disk, [ALWAYS]),
  'google.function': asset('function', cloudFunction),
  'google.run-service': asset('function', undefined),
  'google.log-bucket': asset('log-store', disk, [
    ALWAYS,
    ['keeps', 'days', days, byDefault('P30D', 'logs are kept for 30 days')],
  ]),
  'google.secret': asset('secret-store', undefined, [ALWAYS]),
  'google.project-access': { also: projectGrant },
  'google.audit-config': {},
  'google.nothing': {},
}
