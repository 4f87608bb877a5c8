import { describe, expect, it } from 'vitest'
import { imported, refused, shown } from '../manifests.js'

const CLINIC = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: clinic, labels: { app.kubernetes.io/name: db } }
spec:
  replicas: 2
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers:
        - name: postgres
          image: postgres:15
          args: ["-c", "ssl=on"]
          ports: [{ containerPort: 5432, name: postgres }]
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { storageClassName: fast }
---
apiVersion: v1
kind: Service
metadata: { name: database, namespace: clinic }
spec:
  type: ClusterIP
  selector: { app: db }
  ports: [{ port: 6000, targetPort: postgres }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: clinic }
spec:
  template:
    metadata: { labels: { app: api } }
    spec:
      hostPID: true
      securityContext: { runAsNonRoot: true }
      containers:
        - name: api
          image: our/api:1
          securityContext:
            privileged: true
          env:
            - name: DB_HOST
              valueFrom: { configMapKeyRef: { name: settings, key: host } }
            - { name: DB_SSLMODE, value: disable }
            - { name: DB_PASSWORD, value: hunter2hunter }
            - { name: CACHE_URL, value: "redis://$(CACHE_HOST):6379" }
          ports: [{ containerPort: 8080, name: http }]
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: clinic }
data:
  host: database.clinic.svc.cluster.local:6000
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
parameters: { encrypted: "true", kmsKeyId: "arn:aws:kms:eu-west-1:1:key/a" }
`

const clinic = () => imported({ 'clinic.yaml': CLINIC })
const DB = 'StatefulSet-clinic-db'
const API = 'Deployment-clinic-api'

describe('workloads of Kubernetes', () => {
  it('become assets by what their images hold', () => {
    const { asset } = clinic()
    expect(asset(DB)).toMatchObject({
      kind: 'relational-database',
      address: 'clinic:StatefulSet/clinic/db',
      product: { name: 'postgres', version: '15' },
      availability: { instances: 2 },
      tags: { 'app.kubernetes.io/name': 'db', namespace: 'clinic' },
      encryptionAtRest: { enabled: true, layer: 'volume', key: { manager: 'aws-kms' } },
      endpoints: [
        {
          port: 5432,
          protocol: 'postgresql',
          exposure: 'internal',
          encryption: 'optional',
          auth: 'password',
        },
      ],
    })
    expect(asset(API)).toMatchObject({
      kind: 'container',
      container: { privileged: true, hostAccess: true, runsAsRoot: false },
      tags: { DB_PASSWORD: '‹masked: a value that its name calls a secret›' },
      endpoints: [{ port: 8080, protocol: 'http', exposure: 'internal' }],
    })
  })

  it.each([
    [`/assets/${DB}/kind`, 'clinic.yaml:12:18', 'imported'],
    [`/assets/${DB}/endpoints/5432/encryption`, 'clinic.yaml:13:24', 'imported'],
    [`/assets/${DB}/endpoints/5432/auth`, 'clinic.yaml:14:19', 'default'],
    [`/assets/${DB}/endpoints/5432/exposure`, 'clinic.yaml:23:9', 'imported'],
    [`/assets/${DB}/encryptionAtRest/enabled`, 'clinic.yaml:59:26', 'imported'],
    [`/assets/${DB}/availability/instances`, 'clinic.yaml:5:13', 'imported'],
    [`/assets/${API}/container/privileged`, 'clinic.yaml:40:25', 'imported'],
    [`/assets/${API}/container/hostAccess`, 'clinic.yaml:34:16', 'imported'],
    [`/assets/${API}/container/runsAsRoot`, 'clinic.yaml:35:40', 'imported'],
    [`/assets/${API}/tags/DB_PASSWORD`, 'clinic.yaml:45:43', 'imported'],
    [`/assets/${API}/availability/instances`, 'clinic.yaml:27:1', 'default'],
    ['/flows/0', 'clinic.yaml:44:42', 'imported'],
  ])('%s stands at %s (%s)', (path, place, rank) => {
    const read = clinic()
    expect(read.place(path)).toBe(place)
    expect(read.rank(path)).toBe(rank)
  })

  it('talk to the pods behind services, by what variables and settings say', () => {
    expect(clinic().infrastructure.flows).toEqual([
      { from: API, to: `${DB}/5432`, protocol: 'postgresql', encryption: { enabled: false } },
    ])
  })

  it('hold no secret in the model', () => {
    expect(JSON.stringify(clinic().infrastructure.description)).not.toContain('hunter2')
  })

  it('are the same in a list, and in JSON', () => {
    const deployment = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'a', namespace: 'x' },
      spec: { template: { spec: { hostNetwork: true, containers: [{ name: 'a', image: 'redis:7' }] } } },
    }
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [deployment] }, undefined, 1)
    const { asset, place } = imported({ 'all.json': list })
    expect(asset('Deployment-x-a')).toMatchObject({ kind: 'cache', container: { hostAccess: true } })
    expect(place('/assets/Deployment-x-a/container/hostAccess')).toBe('all.json:15:22')
    const typed = imported({
      'a.yaml':
        'apiVersion: apps/v1\nkind: DeploymentList\nitems:\n  - metadata: { name: a }\n    spec: { template: { spec: { containers: [{ name: a, image: mongo }] } } }\n',
    })
    expect(typed.asset('Deployment-a').kind).toBe('document-store')
  })

  const pod = (spec: string) =>
    imported({ 'p.yaml': `apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: ${spec}\n` }).asset('Pod-p')
      .container

  it.each([
    ['nothing said', '{ containers: [{ name: a, image: a }] }', { privileged: false, hostAccess: false }],
    [
      'root by its number',
      '{ containers: [{ name: a, image: a, securityContext: { runAsUser: 0 } }] }',
      { runsAsRoot: true },
    ],
    [
      'not root, for the pod',
      '{ securityContext: { runAsNonRoot: true }, containers: [{ name: a, image: a }] }',
      { runsAsRoot: false },
    ],
    [
      'one of two as root',
      '{ securityContext: { runAsUser: 1000 }, containers: [{ name: a, image: a }, { name: b, image: b, securityContext: { runAsUser: 0 } }] }',
      { runsAsRoot: true },
    ],
    [
      'privileged at the start',
      '{ initContainers: [{ name: i, image: a, securityContext: { privileged: true } }], containers: [{ name: a, image: a }] }',
      { privileged: true },
    ],
    [
      'all capabilities',
      '{ containers: [{ name: a, image: a, securityContext: { capabilities: { add: [SYS_ADMIN] } } }] }',
      { privileged: true },
    ],
    [
      'some capability',
      '{ containers: [{ name: a, image: a, securityContext: { capabilities: { add: [NET_BIND_SERVICE] } } }] }',
      { privileged: false },
    ],
    [
      'files of the host',
      '{ containers: [{ name: a, image: a }], volumes: [{ name: v, hostPath: { path: /x } }] }',
      { hostAccess: true },
    ],
    [
      'a scratch folder',
      '{ containers: [{ name: a, image: a }], volumes: [{ name: v, emptyDir: {} }] }',
      { hostAccess: false },
    ],
  ])('privileges: %s', (_, spec, expected) => {
    expect(pod(spec)).toMatchObject(expected)
  })

  it('say nothing of root where the image decides', () => {
    expect(
      pod(
        '{ containers: [{ name: a, image: a }, { name: b, image: b, securityContext: { runAsUser: 5 } }] }',
      ),
    ).not.toHaveProperty('runsAsRoot')
  })

  it('keep a store beside a program apart', () => {
    const { infrastructure } = imported({
      'p.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: { containers: [{ name: a, image: a }, { name: r, image: "redis:7" }] }\n',
    })
    expect(infrastructure.assets.map(({ id, value }) => `${id} ${value.kind}`)).toEqual([
      'Pod-p container',
      'Pod-p-r cache',
    ])
  })
})

describe('services', () => {
  const exposed = (spec: string, annotations = '{}') =>
    imported({
      's.yaml': `apiVersion: v1
kind: Pod
metadata: { name: p, labels: { app: p } }
spec: { containers: [{ name: a, image: postgres }] }
---
apiVersion: v1
kind: Service
metadata: { name: s, annotations: ${annotations} }
spec: { selector: { app: p }, ports: [{ port: 5432 }], ${spec} }
`,
    }).asset('Pod-p').endpoints?.[0]?.exposure

  it.each([
    ['no type', 'sessionAffinity: None', '{}', 'internal'],
    ['inside', 'type: ClusterIP', '{}', 'internal'],
    ['at every node', 'type: NodePort', '{}', undefined],
    ['a load balancer', 'type: LoadBalancer', '{}', 'public'],
    [
      'an internal one of AWS',
      'type: LoadBalancer',
      '{ service.beta.kubernetes.io/aws-load-balancer-internal: "true" }',
      'internal',
    ],
    [
      'an internal one of Azure',
      'type: LoadBalancer',
      '{ service.beta.kubernetes.io/azure-load-balancer-internal: "true" }',
      'internal',
    ],
    [
      'an internal one of Google',
      'type: LoadBalancer',
      '{ networking.gke.io/load-balancer-type: Internal }',
      'internal',
    ],
    [
      'one that faces the internet',
      'type: LoadBalancer',
      '{ service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing }',
      'public',
    ],
    [
      'one of the controller of AWS',
      'type: LoadBalancer, loadBalancerClass: service.k8s.aws/nlb',
      '{}',
      'internal',
    ],
    ['for some networks', 'type: LoadBalancer, loadBalancerSourceRanges: [203.0.113.0/24]', '{}', 'partner'],
    ['for private networks', 'type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8]', '{}', 'internal'],
    ['for all networks', 'type: LoadBalancer, loadBalancerSourceRanges: [0.0.0.0/0]', '{}', 'public'],
    ['addresses of its own', 'externalIPs: [203.0.113.1]', '{}', undefined],
    ['the same, its type written out', 'type: ClusterIP, externalIPs: [203.0.113.1]', '{}', undefined],
  ])('%s', (_, spec, annotations, exposure) => {
    expect(exposed(spec, annotations)).toBe(exposure)
  })

  it('end TLS where their load balancer has a certificate', () => {
    const { asset, infrastructure } = imported({
      's.yaml': `apiVersion: v1
kind: Pod
metadata: { name: p, labels: { app: p } }
spec: { containers: [{ name: a, image: a, ports: [{ containerPort: 8080, name: http }] }] }
---
apiVersion: v1
kind: Service
metadata:
  name: s
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn:aws:acm:x
    service.beta.kubernetes.io/aws-load-balancer-backend-protocol: http
    service.beta.kubernetes.io/aws-load-balancer-ssl-ports: "443"
spec: { type: LoadBalancer, selector: { app: p }, ports: [{ port: 443, targetPort: 8080 }, { port: 80, targetPort: 8080 }] }
`,
    })
    expect(asset('Service-s').endpoints).toMatchObject([
      {
        port: 443,
        protocol: 'https',
        exposure: 'public',
        tls: { providerPolicy: 'ELBSecurityPolicy-2016-08' },
      },
      { port: 80, protocol: 'http', exposure: 'public' },
    ])
    expect(infrastructure.flows[0]).toEqual({ from: 'Service-s', to: 'Pod-p/8080' })
  })

  it('stand for hosts outside', () => {
    const { asset, infrastructure } = imported({
      's.yaml': `apiVersion: v1
kind: Service
metadata: { name: db, namespace: x }
spec: { type: ExternalName, externalName: db.abc.rds.amazonaws.com }
---
apiVersion: v1
kind: Pod
metadata: { name: p, namespace: x }
spec: { containers: [{ name: a, image: a, env: [{ name: URL, value: "postgres://db/app?sslmode=require" }] }] }
`,
    })
    expect(asset('Host-db.abc.rds.amazonaws.com')).toMatchObject({ kind: 'relational-database' })
    expect(infrastructure.flows).toEqual([
      {
        from: 'Pod-x-p',
        to: 'Host-db.abc.rds.amazonaws.com',
        protocol: 'postgresql',
        encryption: { enabled: true, protocol: 'tls' },
        client: { verify: 'none' },
      },
    ])
  })

  it('whose host is kept elsewhere leave what turned TLS off', () => {
    const { asset, infrastructure } = imported({
      'p.yaml': `apiVersion: v1
kind: Pod
metadata: { name: p }
spec:
  containers:
    - name: a
      image: a
      env:
        - { name: PGHOST, valueFrom: { secretKeyRef: { name: s, key: h } } }
        - { name: PGSSLMODE, value: disable }
`,
    })
    expect(asset('Pod-p-postgresql').kind).toBe('relational-database')
    expect(infrastructure.flows).toEqual([
      { from: 'Pod-p', to: 'Pod-p-postgresql', protocol: 'postgresql', encryption: { enabled: false } },
    ])
  })
})

describe('what is no manifest that can be read', () => {
  const template = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: {{ include "x.name" . }}\n'

  it.each([
    [
      'a template',
      { 'templates/a.yaml': template },
      'templates/a.yaml:1:1 [not-rendered] this is a template of Helm that nobody rendered (expected `helm template NAME CHART > manifests.yaml`, and that file)',
    ],
    [
      'a template in quotes',
      { 'a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: { name: "{{ .Release.Name }}-a" }\n' },
      'a.yaml:1:1 [not-rendered] this is a template of Helm that nobody rendered',
    ],
    [
      'a template without a kind',
      { 'a.yaml': '{{- include "common.deployment" . }}\n' },
      'a.yaml:1:1 [not-rendered] this is a template of Helm',
    ],
    [
      'a chart',
      { 'Chart.yaml': 'apiVersion: v2\nname: x\nversion: 1.0.0\n' },
      'Chart.yaml:1:1 [not-rendered] this belongs to a Helm chart',
    ],
    [
      'values',
      { 'values.yaml': 'image: { tag: x }\nreplicaCount: 1\n' },
      'values.yaml:1:1 [not-rendered] this belongs to a Helm chart',
    ],
    [
      'a kustomization',
      { 'base/kustomization.yaml': 'resources: [a.yaml]\n' },
      'base/kustomization.yaml:1:1 [not-rendered] this is a kustomization, and Kustomize is not rendered here (expected `kubectl kustomize base > manifests.yaml`, and that file)',
    ],
    ['no YAML', { 'a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {\n' }, 'a.yaml:4:1 [not-yaml]'],
    [
      'written twice',
      {
        'a.yaml':
          'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\n---\napiVersion: v1\nkind: Pod\nmetadata: { name: a }\n',
      },
      'a.yaml:5:1 [imported-twice] `Pod/a` is written twice in this file (expected each resource once)',
    ],
  ])('%s', (_, files, problem) => {
    const problems = refused(files)
    expect(problems.map(shown)).toHaveLength(1)
    expect(problems.map(shown)[0]).toContain(problem)
  })

  it('is left out where it only lay in a folder, and said', () => {
    const { notRead, infrastructure } = imported(
      {
        'k8s/a.yaml':
          'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a, image: a }] }\n',
        'k8s/b.yaml': template,
        'k8s/c.yaml': 'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: h }\n',
      },
      { named: false },
    )
    expect(infrastructure.assets.map(({ id }) => id)).toEqual(['Pod-a'])
    expect(notRead.map(({ what, why }) => `${what}: ${why}`)).toEqual([
      'k8s/b.yaml: this is a template of Helm that nobody rendered; give `helm template NAME CHART > manifests.yaml`, and that file',
      'HorizontalPodAutoscaler.autoscaling: no rule speaks of this kind of resource',
    ])
  })

  it('keeps texts for others that look like templates', () => {
    const { infrastructure } = imported({
      'a.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata: { t: "{{ .Values.x }}" }\n---\napiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a, image: a }] }\n',
    })
    expect(infrastructure.assets).toHaveLength(1)
  })

  it('reads two environments that describe the same as two clusters', () => {
    const one = (image: string) =>
      `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a, image: ${image} }] }\n`
    const { infrastructure } = imported({ 'dev/a.yaml': one('redis'), 'prod/a.yaml': one('mongo') })
    expect(infrastructure.assets.map(({ id, value }) => `${id} ${value.kind}`)).toEqual([
      'a.Pod-a cache',
      'prod-a.Pod-a document-store',
    ])
  })
})
