import type { AssetKind } from '../../model/description.generated.js'
import type { AssetDraft } from '../resources/draft.js'
import { defaultOf } from '../workloads/claim.js'
import type { Part } from '../workloads/part.js'
import { intervalOf } from '../workloads/schedule.js'
import type { DeclaredPort, Workload } from '../workloads/workload.js'
import type { Cluster } from './cluster.js'
import type { Edge } from './edge.js'
import type { Manifest } from './manifest.js'

/** A resource of which an operator makes a store. */
interface Operated {
  readonly kind: string
  readonly group: string
  readonly asset: AssetKind
  /** Where it listens, and what that is called. */
  readonly ports: readonly (readonly [port: number, name: string])[]
  /** The services that the operator makes, by the name of the resource. */
  readonly hosts: (name: string) => readonly string[]
  /** Where it says how many of it run. */
  readonly instances: readonly string[]
  /** What it says of TLS and of log-ins. */
  readonly describe: (spec: Part, asset: AssetDraft, part: Part) => void
}

/** Claims for a port whether it is encrypted: by a switch, else by what the operator does by itself. */
const byDefault =
  (
    [port, protocol]: readonly [number, string],
    encryption: 'none' | 'optional' | 'required',
    whose: string,
    what: string,
  ): Operated['describe'] =>
  (_spec, asset, part) =>
    asset
      .endpoint(port, protocol, part.source)
      .assume('encryption', encryption, part.source, defaultOf(whose, what))

const elastic: Operated['describe'] = (spec, asset, part) => {
  const off = spec.at('http', 'tls', 'selfSignedCertificate', 'disabled')
  const own = spec.at('http', 'tls', 'certificate')
  const plain = off.truth === true && !own.isThere
  const source = plain ? off.source : part.source
  const endpoint = asset.endpoint(9200, plain ? 'http' : 'https', source)
  endpoint.assume(
    'auth',
    'password',
    part.source,
    defaultOf('Elastic Cloud on Kubernetes', 'everybody has to log in'),
  )
  endpoint.assume('exposure', 'internal', part.source, INSIDE)
}

const strimzi: Operated['describe'] = (spec, asset) => {
  for (const listener of spec.at('kafka', 'listeners').items()) {
    const [port, tls, type] = [listener.at('port').number, listener.at('tls'), listener.at('type')]
    if (port === undefined) continue
    const endpoint = asset.endpoint(port, 'kafka', listener.source)
    if (tls.truth !== undefined) endpoint.set('encryption', tls.truth ? 'required' : 'none', tls.source)
    const how = listener.at('authentication', 'type')
    endpoint.set(
      'auth',
      how.text === undefined
        ? 'none'
        : how.text === 'tls'
          ? 'certificate'
          : how.text === 'oauth'
            ? 'token'
            : 'password',
      how.isThere ? how.source : listener.source,
    )
    if (type.text === 'internal' || type.text === 'cluster-ip')
      endpoint.set('exposure', 'internal', type.source)
    else if (type.text === 'loadbalancer' || type.text === 'route' || type.text === 'ingress')
      endpoint.assume(
        'exposure',
        'public',
        type.source,
        defaultOf('Strimzi', `a listener of type ${type.text} is reached from outside`),
      )
  }
}

const mongodb: Operated['describe'] = (spec, asset, part) => {
  const enabled = spec.at('security', 'tls', 'enabled')
  const optional = spec.at('security', 'tls', 'optional')
  const endpoint = asset.endpoint(27017, 'mongodb', part.source)
  if (enabled.truth !== undefined)
    endpoint.set(
      'encryption',
      enabled.truth ? (optional.truth === true ? 'optional' : 'required') : 'none',
      enabled.source,
    )
  else if (!enabled.isThere)
    endpoint.assume(
      'encryption',
      'none',
      part.source,
      defaultOf('MongoDB Community Operator', '`security.tls` is off'),
    )
  endpoint.set('auth', 'password', spec.at('users').source)
}

const INSIDE = defaultOf('Kubernetes', 'a service that says no type is reached inside of the cluster')

const OPERATED: readonly Operated[] = [
  {
    kind: 'Cluster',
    group: 'postgresql.cnpg.io',
    asset: 'relational-database',
    ports: [[5432, 'postgres']],
    hosts: (name) => [`${name}-rw`, `${name}-ro`, `${name}-r`],
    instances: ['instances'],
    describe: byDefault([5432, 'postgresql'], 'optional', 'CloudNativePG', 'TLS is on, and not asked for'),
  },
  {
    kind: 'postgresql',
    group: 'acid.zalan.do',
    asset: 'relational-database',
    ports: [[5432, 'postgres']],
    hosts: (name) => [name, `${name}-repl`],
    instances: ['numberOfInstances'],
    describe: byDefault(
      [5432, 'postgresql'],
      'required',
      'the operator of Zalando',
      '`pg_hba` takes `hostssl` alone',
    ),
  },
  {
    kind: 'Elasticsearch',
    group: 'elasticsearch.k8s.elastic.co',
    asset: 'search-index',
    ports: [],
    hosts: (name) => [`${name}-es-http`],
    instances: [],
    describe: elastic,
  },
  {
    kind: 'Kafka',
    group: 'kafka.strimzi.io',
    asset: 'stream',
    ports: [],
    hosts: (name) => [`${name}-kafka-bootstrap`, `${name}-kafka-brokers`],
    instances: ['kafka', 'replicas'],
    describe: strimzi,
  },
  {
    kind: 'MongoDBCommunity',
    group: 'mongodbcommunity.mongodb.com',
    asset: 'document-store',
    ports: [[27017, 'mongodb']],
    hosts: (name) => [`${name}-svc`],
    instances: ['members'],
    describe: mongodb,
  },
]

/** Whether an operator makes a store of a resource of this kind. */
export const isOperated = (kind: string, group: string): boolean =>
  OPERATED.some((one) => one.kind === kind && one.group === group)

const found = (cluster: Cluster): readonly { readonly one: Operated; readonly manifest: Manifest }[] =>
  OPERATED.flatMap((one) => cluster.of(one.kind, one.group).map((manifest) => ({ one, manifest })))

/** The services that operators make, by namespace and name, and what answers there. */
export const operatedHosts = (cluster: Cluster): ReadonlyMap<string, string> =>
  new Map(
    found(cluster).flatMap(({ one, manifest }) =>
      one.hosts(manifest.name).map((host) => [`${manifest.namespace}/${host}`, manifest.address] as const),
    ),
  )

/** Stores that operators make. */
export const operatedWorkloads = (cluster: Cluster): readonly Workload[] =>
  found(cluster).map(({ one, manifest: { address, part } }): Workload => {
    const ports = one.ports.map(
      ([port, name]): DeclaredPort => ({ port, transport: 'tcp', name, source: part.source }),
    )
    return {
      address,
      source: part.source,
      isJob: false,
      kind: one.asset,
      containers: [{ name: 'store', source: part.source, environment: [], words: [], ports }],
      exposure: () => ({ value: 'internal', source: part.source, note: INSIDE }),
      resolve: () => undefined,
      needs: [],
      describe: (asset) => {
        const count = one.instances.length === 0 ? undefined : part.at('spec', ...one.instances)
        if (count?.number !== undefined) asset.set('availability.instances', count.number, count.source)
        one.describe(part.at('spec'), asset, part)
      },
    }
  })

/** Claims the scheduled backups of CloudNativePG. */
export const claimOperatedBackups = ({ cluster, placement }: Edge): void => {
  for (const { part, namespace, address } of cluster.of('ScheduledBackup', 'postgresql.cnpg.io')) {
    const store = cluster.named('Cluster', namespace, part.at('spec', 'cluster', 'name').text)
    const [placed] = placement.get(store?.address ?? '') ?? []
    if (!store || !placed || part.at('spec', 'suspend').truth === true) continue
    const schedule = part.at('spec', 'schedule')
    const frequency = intervalOf(schedule.text ?? '')
    const kept = /^(\d{1,4})([dwm])$/.exec(store.part.at('spec', 'backup', 'retentionPolicy').text ?? '')
    const plan = cluster.draft.entry('backupPlans', cluster.context.idOf(address), part.source)
    plan.set('covers', { id: [placed.id] }, part.source)
    plan.set(
      'copies',
      [
        {
          ...(frequency === undefined ? {} : { frequency }),
          ...(kept ? { retention: `P${kept[1]}${String(kept[2]).toUpperCase()}` } : {}),
        },
      ],
      schedule.source,
    )
  }
}
