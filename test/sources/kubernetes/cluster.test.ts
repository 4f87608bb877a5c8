import { describe, expect, it } from 'vitest'
import { imported, refused } from '../manifests.js'

const pod = (name: string, namespace: string, image = 'a') => `apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: ${namespace}, labels: { app: ${name} } }
spec: { containers: [{ name: a, image: ${image} }] }
---
`
const policy = (name: string, namespace: string, spec: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: ${namespace} }
spec: ${spec}
---
`

describe('network policies', () => {
  const zones = (...texts: readonly string[]) =>
    imported({ 'n.yaml': texts.join('') }).infrastructure.description

  it('that deny all make zones of namespaces', () => {
    const { asset, infrastructure, place } = imported({
      'n.yaml': [
        pod('api', 'front'),
        pod('db', 'data', 'postgres'),
        policy(
          'deny',
          'front',
          '{ podSelector: {}, policyTypes: [Ingress, Egress], egress: [{ to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: data } } }], ports: [{ port: 5432 }] }] }',
        ),
        policy('deny', 'data', '{ podSelector: {}, policyTypes: [Ingress, Egress] }'),
        policy(
          'in',
          'data',
          '{ podSelector: { matchLabels: { app: db } }, ingress: [{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: front } } }], ports: [{ port: 5432 }, { port: 6000, endPort: 6010, protocol: UDP }] }] }',
        ),
      ].join(''),
    })
    expect(infrastructure.description.zones).toEqual([
      { id: 'Namespace-front', trust: 'internal' },
      { id: 'Namespace-data', trust: 'internal' },
    ])
    expect(infrastructure.description.zonePolicy).toEqual({
      default: 'deny',
      rules: [
        { from: 'internet', to: 'Namespace-front', allow: [] },
        { from: 'Namespace-front', to: 'Namespace-data', allow: ['tcp/5432'] },
        { from: 'Namespace-front', to: 'internet', allow: [] },
        { from: 'Namespace-front', to: 'Namespace-data', allow: ['tcp/5432', 'udp/6000-6010'] },
        { from: 'internet', to: 'Namespace-data', allow: [] },
        { from: 'Namespace-data', to: 'internet', allow: [] },
      ],
    })
    expect(asset('Pod-data-db')).toMatchObject({
      zone: 'Namespace-data',
      access: { reachableFrom: ['Namespace-front'] },
    })
    expect(place('/zonePolicy/rules/1')).toBe('n.yaml:14:67')
  })

  it('that are nowhere say nothing', () => {
    expect(zones(pod('a', 'x'))).not.toHaveProperty('zonePolicy')
  })

  it('that leave out a namespace leave it open, by default', () => {
    const { infrastructure } = imported({
      'n.yaml': [
        pod('a', 'x'),
        pod('b', 'y'),
        policy('deny', 'x', '{ podSelector: {}, policyTypes: [Ingress] }'),
      ].join(''),
    })
    expect(infrastructure.description.zonePolicy?.default).toBe('allow')
    expect(infrastructure.rankOf('/zonePolicy/default')).toBe('default')
    expect(infrastructure.description.zones).toHaveLength(1)
  })

  it('that let everything out say so', () => {
    const { zonePolicy } = zones(
      pod('a', 'x'),
      policy(
        'p',
        'x',
        '{ podSelector: {}, policyTypes: [Ingress, Egress], egress: [{}], ingress: [{ from: [{ ipBlock: { cidr: 0.0.0.0/0 } }], ports: [{ port: 443 }] }] }',
      ),
    )
    expect(zonePolicy?.rules).toEqual([
      { from: 'internet', to: 'Namespace-x', allow: ['tcp/443'] },
      { from: 'Namespace-x', to: 'any', allow: ['any'] },
    ])
  })

  it('with peers that cannot be told say no more than is known', () => {
    const { infrastructure, asset } = imported({
      'n.yaml': [
        pod('a', 'x'),
        policy(
          'p',
          'x',
          '{ podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: 198.51.100.0/24 } }] }] }',
        ),
      ].join(''),
    })
    expect(infrastructure.description.zonePolicy).toBeUndefined()
    expect(asset('Pod-x-a')).not.toHaveProperty('access')
  })
})

describe('the control plane', () => {
  const cluster = (...texts: readonly string[]) =>
    imported({ 'c.yaml': texts.join('---\n') }).asset('Cluster')
  const binding = (role: string, subject: string, more = '') => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: b }
roleRef: { kind: ClusterRole, name: ${role} }
subjects: [${subject}]
${more}`
  const wide = `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: wide }
rules: [{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }]
`
  const robot = '{ kind: ServiceAccount, name: s, namespace: x }'

  it.each([
    ['a program that is an administrator', binding('cluster-admin', robot), { leastPrivilege: false }],
    ['a program that may do everything', binding('wide', robot, wide), { leastPrivilege: false }],
    ['strangers', binding('view', '{ kind: Group, name: "system:unauthenticated" }'), { anonymous: true }],
  ])('is claimed: %s', (_, text, access) => {
    expect(cluster(text)).toMatchObject({ kind: 'cluster', administers: { source: ['c'] }, access })
  })

  it('is not claimed for people who administer', () => {
    const { infrastructure } = imported({
      'c.yaml': `${binding('cluster-admin', '{ kind: Group, name: admins }')}---\n${pod('a', 'x')}`,
    })
    expect(infrastructure.asset('Cluster')).toBeUndefined()
  })

  it.each([
    ['aescbc', '{ aescbc: { keys: [] } }, { identity: {} }', { enabled: true, algorithm: 'AES-CBC' }],
    ['nothing first', '{ identity: {} }, { aescbc: { keys: [] } }', { enabled: false }],
    ['a key store', '{ kms: { name: k } }', { enabled: true }],
  ])('encrypts secrets by %s', (_, providers, expected) => {
    const text = `apiVersion: apiserver.config.k8s.io/v1\nkind: EncryptionConfiguration\nresources: [{ resources: [secrets], providers: [${providers}] }]\n`
    expect(cluster(text).encryptionAtRest).toEqual(expected)
  })

  it('records what a policy of audit names, and speaks TLS as its options say', () => {
    const audit = 'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: [{ level: LEVEL }]\n'
    expect(cluster(audit.replace('LEVEL', 'Metadata')).audit).toEqual({ enabled: true })
    expect(cluster(audit.replace('LEVEL', 'None')).audit).toEqual({ enabled: false })
    const server = `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver, namespace: kube-system }
spec: { containers: [{ name: a, image: registry.k8s.io/kube-apiserver:v1.31.0, command: [kube-apiserver, --tls-min-version=VersionTLS12, --audit-log-path=/x, --audit-log-maxage=30, --anonymous-auth=false] }] }
`
    expect(cluster(server)).toMatchObject({
      audit: { enabled: true, retention: 'P30D' },
      access: { anonymous: false },
      endpoints: [{ port: 6443, protocol: 'https', tls: { versions: ['TLSv1.2', 'TLSv1.3'] } }],
    })
  })
})

describe('secrets', () => {
  const encoded = Buffer.from('hunter2hunter').toString('base64')

  it('that stand in manifests are named, and go no further', () => {
    const { asset, infrastructure, place } = imported({
      's.yaml': `apiVersion: v1
kind: Secret
metadata: { name: s, namespace: x }
data:
  password: ${encoded}
  user: YWRtaW4=
  empty-password: ""
stringData:
  key.pem: "-----BEGIN PRIVATE KEY-----abc"
`,
    })
    expect(asset('Secret-x-s').tags).toEqual({
      namespace: 'x',
      password: '‹masked: a value that its name calls a secret›',
      'key-pem': '‹masked: a private key›',
    })
    expect(place('/assets/Secret-x-s/tags/password')).toBe('s.yaml:5:13')
    expect(JSON.stringify(infrastructure.description)).not.toContain(encoded)
  })

  it('are found in settings too', () => {
    const { infrastructure } = imported({
      's.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata: { url: "postgres://u:hunter2@db/a", plain: x }\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: d }\ndata: { plain: x }\n',
    })
    expect(infrastructure.assets.map(({ id, value }) => [id, value.tags])).toEqual([
      ['ConfigMap-c', { url: '‹masked: a password in an address›' }],
    ])
  })
})

describe('backups', () => {
  const service =
    'apiVersion: v1\nkind: Service\nmetadata: { name: db, namespace: x }\nspec: { selector: { app: db }, ports: [{ port: 5432 }] }\n---\n'
  const job = (schedule: string, script: string) => `apiVersion: batch/v1
kind: CronJob
metadata: { name: dump, namespace: x }
spec: { schedule: "${schedule}", jobTemplate: { spec: { template: { spec: { containers: [{ name: d, image: "postgres:16", command: [sh, -c, "${script}"] }] } } } } }
`
  const plans = (text: string) =>
    imported({ 'b.yaml': pod('db', 'x', 'postgres') + service + text }).infrastructure.description.backupPlans

  it('are jobs that dump a store, as often as they run', () => {
    expect(
      plans(job('0 2 * * *', 'pg_dump -h db app | gpg -e > /b/x && find /b -mtime +30 -delete')),
    ).toEqual([
      {
        id: 'CronJob-x-dump-copies',
        covers: { id: ['Pod-x-db'] },
        copies: [{ frequency: 'P1D', retention: 'P30D', encrypted: true }],
      },
    ])
  })

  it('are not jobs that do something else, or copy what nobody knows', () => {
    expect(plans(job('0 2 * * *', 'psql -h db -c vacuum'))).toBeUndefined()
    expect(plans(job('0 2 * * *', 'pg_dump -h elsewhere app'))).toBeUndefined()
  })

  it('are schedules of Velero for the stores of their namespaces', () => {
    const velero = (spec: string) =>
      plans(
        `apiVersion: velero.io/v1\nkind: Schedule\nmetadata: { name: v, namespace: velero }\nspec: ${spec}\n`,
      )
    expect(
      velero('{ schedule: "0 */6 * * *", template: { includedNamespaces: [x], ttl: 720h0m0s } }'),
    ).toEqual([
      {
        id: 'Schedule-velero-v',
        covers: { id: ['Pod-x-db'] },
        copies: [{ frequency: 'PT6H', retention: 'P30D' }],
      },
    ])
    expect(velero('{ schedule: "@daily", template: { includedNamespaces: [y] } }')).toBeUndefined()
    expect(velero('{ schedule: "@daily", template: { excludedNamespaces: [x] } }')).toBeUndefined()
    // Each of these leaves out volumes, or may.
    expect(velero('{ schedule: "@daily", template: { snapshotVolumes: false } }')).toBeUndefined()
    expect(velero('{ schedule: "@daily", template: { includedResources: [configmaps] } }')).toBeUndefined()
    expect(
      velero('{ schedule: "@daily", template: { labelSelector: { matchExpressions: [{ key: a }] } } }'),
    ).toBeUndefined()
    expect(velero('{ schedule: "@daily", template: { includedResources: ["*"] } }')).toBeDefined()
    expect(
      velero('{ schedule: "@daily", template: { snapshotVolumes: false, defaultVolumesToFsBackup: true } }'),
    ).toBeDefined()
  })
})

describe('stores that operators make', () => {
  it('are known by their resources and by the services that come with them', () => {
    const { asset, infrastructure } = imported({
      'o.yaml': `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: pg, namespace: x }
spec: { instances: 3, backup: { retentionPolicy: 30d } }
---
apiVersion: postgresql.cnpg.io/v1
kind: ScheduledBackup
metadata: { name: nightly, namespace: x }
spec: { schedule: "0 0 2 * * *", cluster: { name: pg } }
---
apiVersion: kafka.strimzi.io/v1beta2
kind: Kafka
metadata: { name: k, namespace: x }
spec: { kafka: { replicas: 3, listeners: [{ name: plain, port: 9092, type: internal, tls: false }, { name: tls, port: 9093, type: internal, tls: true, authentication: { type: tls } }] } }
---
apiVersion: elasticsearch.k8s.elastic.co/v1
kind: Elasticsearch
metadata: { name: es, namespace: x }
spec: { http: { tls: { selfSignedCertificate: { disabled: true } } } }
---
apiVersion: v1
kind: Pod
metadata: { name: p, namespace: x }
spec: { containers: [{ name: a, image: a, env: [{ name: URL, value: "postgres://pg-rw/app?sslmode=verify-full" }] }] }
`,
    })
    expect(asset('Cluster.postgresql.cnpg.io-x-pg')).toMatchObject({
      kind: 'relational-database',
      availability: { instances: 3 },
      endpoints: [{ port: 5432, protocol: 'postgresql', encryption: 'optional' }],
    })
    expect(asset('Kafka-x-k').endpoints).toMatchObject([
      { port: 9092, encryption: 'none', auth: 'none' },
      { port: 9093, encryption: 'required', auth: 'certificate' },
    ])
    expect(asset('Elasticsearch-x-es').endpoints).toMatchObject([{ port: 9200, protocol: 'http' }])
    expect(infrastructure.flows).toEqual([
      {
        from: 'Pod-x-p',
        to: 'Cluster.postgresql.cnpg.io-x-pg/5432',
        protocol: 'postgresql',
        encryption: { enabled: true, protocol: 'tls' },
        client: { verify: 'full' },
      },
    ])
    expect(infrastructure.description.backupPlans).toMatchObject([
      {
        covers: { id: ['Cluster.postgresql.cnpg.io-x-pg'] },
        copies: [{ frequency: 'P1D', retention: 'P30D' }],
      },
    ])
  })
})

describe('hostile manifests', () => {
  it.each([
    ['too deep', `apiVersion: v1\nkind: Pod\nspec: ${'['.repeat(5000)}${']'.repeat(5000)}\n`, 'too-deep'],
    ['too many documents', `apiVersion: v1\nkind: Pod\n${'---\n'.repeat(30_000)}`, 'several-documents'],
    ['a reserved key', 'apiVersion: v1\nkind: Pod\nmetadata: { __proto__: { a: 1 } }\n', 'reserved-key'],
    ['a tag', 'apiVersion: v1\nkind: Pod\nmetadata: !!js/function "x"\n', 'unknown-tag'],
    ['too long', `apiVersion: v1\nkind: Pod\n${'# remark\n'.repeat(2_000_000)}`, 'file-too-big'],
  ])('%s', (_, text, code) => {
    const problems = refused({ 'h.yaml': text })
    expect(problems.map((one) => one.code)).toEqual([code])
  })

  it('with a bomb of aliases', () => {
    const lines = ['x0: &x0 [a, a, a, a, a, a, a, a, a, a]']
    for (let level = 1; level < 9; level++)
      lines.push(
        `x${level}: &x${level} [${Array(10)
          .fill(`*x${level - 1}`)
          .join(', ')}]`,
      )
    expect(refused({ 'h.yaml': `apiVersion: v1\nkind: Pod\n${lines.join('\n')}\n` })[0]?.code).toBe(
      'too-many-aliases',
    )
  })

  it('with very many entries are read in a bounded time', () => {
    const start = performance.now()
    const items = Array.from({ length: 50_000 }, (_, index) => `  k${index}: v`).join('\n')
    const { infrastructure } = imported({
      'h.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata:\n${items}\n---\n${pod('a', 'x')}`,
    })
    expect(infrastructure.assets).toHaveLength(1)
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})

describe('a cluster of many', () => {
  const manifests = (length: number, made: (index: number) => string) =>
    Array.from({ length }, (_, index) => made(index)).join('---\n')

  it.each([
    [
      'policies for all of many pods',
      manifests(
        1000,
        (index) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: p${index} }
spec: { podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] }
---
apiVersion: v1
kind: Pod
metadata: { name: d${index}, labels: { app: x } }
spec: { containers: [{ name: a, image: postgres }] }
`,
      ),
    ],
    [
      'services that lead to many pods each',
      manifests(
        1200,
        (index) => `apiVersion: v1
kind: Service
metadata: { name: s${index} }
spec: { selector: { app: x }, ports: [{ port: 5432 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: d${index}, labels: { app: x } }
spec: { containers: [{ name: a, image: postgres }] }
`,
      ),
    ],
  ])('is read in time: %s', { timeout: 60_000 }, (_, text) => {
    const started = performance.now()
    const { infrastructure } = imported({ 'k8s.yaml': text })
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(infrastructure.assets.length).toBeGreaterThanOrEqual(1000)
  })
})
