import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { imported } from '../manifests.js'

const BEHIND = `apiVersion: v1
kind: Pod
metadata: { name: p, namespace: x, labels: { app: p } }
spec: { containers: [{ name: a, image: a, ports: [{ containerPort: 8080, name: http }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: x }
spec: { selector: { app: p }, ports: [{ port: 80, name: main, targetPort: 8080 }] }
---
`
const RULES =
  'rules: [{ host: a.example.org, http: { paths: [{ backend: { service: { name: web, port: { number: 80 } } } }] } }]'

const ingress = (spec: string, annotations = '{}', more = '') =>
  imported({
    'i.yaml': `${BEHIND}${more}apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: i, namespace: x, annotations: ${annotations} }
spec: { ${spec}, ${RULES} }
`,
  })
const I = 'Ingress-x-i'

const TLS = 'tls: [{ hosts: [a.example.org], secretName: cert }]'
const NGINX = 'ingressClassName: nginx'

describe('an ingress', () => {
  it.each([
    ['without TLS', NGINX, '{}', [{ port: 80, protocol: 'http', exposure: 'public', encryption: 'none' }]],
    [
      'with TLS, by nginx',
      `${NGINX}, ${TLS}`,
      '{}',
      [
        { port: 443, protocol: 'https', exposure: 'public', tls: { versions: ['TLSv1.2', 'TLSv1.3'] } },
        { port: 80, protocol: 'http', encryption: 'required' },
      ],
    ],
    [
      'that does not redirect',
      `${NGINX}, ${TLS}`,
      '{ nginx.ingress.kubernetes.io/ssl-redirect: "false" }',
      [{ port: 443 }, { port: 80, encryption: 'none' }],
    ],
    [
      'for a host that no certificate covers',
      `${NGINX}, tls: [{ hosts: [b.example.org], secretName: cert }]`,
      '{}',
      [{ port: 443 }, { port: 80, encryption: 'none' }],
    ],
    [
      'for a host that a wildcard covers',
      `${NGINX}, tls: [{ hosts: ["*.example.org"], secretName: cert }]`,
      '{}',
      [{ port: 443 }, { port: 80, encryption: 'required' }],
    ],
    [
      'for some networks',
      NGINX,
      '{ nginx.ingress.kubernetes.io/whitelist-source-range: "10.0.0.0/8" }',
      [{ port: 80, exposure: 'internal' }],
    ],
    [
      'that asks for a log-in',
      `${NGINX}, ${TLS}`,
      '{ nginx.ingress.kubernetes.io/auth-url: "https://auth", nginx.ingress.kubernetes.io/auth-tls-secret: ca }',
      [{ port: 443, auth: 'sso', tls: { clientCertificates: 'required' } }, { port: 80 }],
    ],
    ['of an internal class', 'ingressClassName: nginx-internal', '{}', [{ port: 80, exposure: 'internal' }]],
    [
      'of Google that closes port 80',
      `ingressClassName: gce, ${TLS}`,
      '{ kubernetes.io/ingress.allow-http: "false" }',
      [{ port: 443 }],
    ],
    [
      'of AWS, silent',
      'ingressClassName: alb',
      '{}',
      [{ port: 80, protocol: 'http', exposure: 'internal', encryption: 'none' }],
    ],
    [
      'of AWS with a certificate',
      'ingressClassName: alb',
      '{ alb.ingress.kubernetes.io/scheme: internet-facing, alb.ingress.kubernetes.io/certificate-arn: "arn:x" }',
      [{ port: 443, exposure: 'public', tls: { providerPolicy: 'ELBSecurityPolicy-2016-08' } }],
    ],
    [
      'of AWS with a policy and a redirect',
      'ingressClassName: alb',
      `{ alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]', alb.ingress.kubernetes.io/ssl-redirect: "443", alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-TLS13-1-2-2021-06 }`,
      [
        { port: 80, encryption: 'required' },
        { port: 443, tls: { providerPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06' } },
      ],
    ],
  ])('%s', (_, spec, annotations, endpoints) => {
    const found = ingress(spec, annotations).asset(I).endpoints
    expect(found).toHaveLength(endpoints.length)
    expect(found).toMatchObject(endpoints)
  })

  it('leads to the pods behind its services', () => {
    expect(ingress(NGINX).infrastructure.flows).toEqual([{ from: I, to: 'Pod-x-p/8080' }])
    expect(
      ingress(NGINX, '{ nginx.ingress.kubernetes.io/backend-protocol: HTTPS }').infrastructure.flows,
    ).toEqual([
      { from: I, to: 'Pod-x-p/8080', protocol: 'https', encryption: { enabled: true, protocol: 'tls' } },
    ])
  })

  it('stands at its own line', () => {
    const read = ingress(NGINX)
    expect(read.place(`/assets/${I}/endpoints/80/encryption`)).toBe('i.yaml:14:7')
    expect(read.place('/flows/0')).toBe('i.yaml:14:92')
  })

  it('has the certificate of its secret, and says what renews it', () => {
    const pem = readFileSync(new URL('../../fixtures/tls/test-only.certificate.pem', import.meta.url))
    const secret = `apiVersion: v1
kind: Secret
metadata: { name: cert, namespace: x }
type: kubernetes.io/tls
data: { tls.crt: ${pem.toString('base64')}, tls.key: "" }
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: c, namespace: x }
spec: { secretName: cert, privateKey: { algorithm: ECDSA, size: 256 } }
---
`
    expect(ingress(`${NGINX}, ${TLS}`, '{}', secret).asset(I).endpoints?.[0]?.tls).toMatchObject({
      certificate: {
        renewal: 'automatic',
        subject: expect.stringContaining('CN=localhost'),
        notAfter: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        keyType: 'ECDSA',
        keyBits: 256,
      },
    })
  })
})

describe('gateways', () => {
  it('of the Gateway API have listeners and routes', () => {
    const { asset, infrastructure } = imported({
      'g.yaml': `${BEHIND}apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: g, namespace: x }
spec:
  gatewayClassName: external
  listeners:
    - { name: plain, port: 80, protocol: HTTP }
    - { name: tls, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: cert }] } }
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: leads, namespace: x }
spec:
  parentRefs: [{ name: g, sectionName: plain }]
  rules: [{ filters: [{ type: RequestRedirect, requestRedirect: { scheme: https } }] }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: serves, namespace: x }
spec:
  parentRefs: [{ name: g, sectionName: tls }]
  rules: [{ backendRefs: [{ name: web, port: 80 }] }]
`,
    })
    expect(asset('Gateway-x-g').endpoints).toMatchObject([
      { port: 80, protocol: 'http', encryption: 'required', exposure: 'public' },
      { port: 443, protocol: 'https' },
    ])
    expect(infrastructure.flows).toEqual([{ from: 'Gateway-x-g', to: 'Pod-x-p/8080' }])
  })

  it('of Istio have servers, virtual services and what the mesh seals', () => {
    const { asset, infrastructure } = imported({
      'g.yaml': `${BEHIND}apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: g, namespace: x }
spec:
  servers:
    - { port: { number: 80, protocol: HTTP, name: a } }
    - { port: { number: 443, protocol: HTTPS, name: b }, tls: { mode: MUTUAL, minProtocolVersion: TLSV1_2 } }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: v, namespace: x }
spec: { gateways: [g], http: [{ route: [{ destination: { host: web, port: { number: 80 } } }] }] }
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: x }
spec: { mtls: { mode: STRICT } }
`,
    })
    expect(asset('Gateway.networking.istio.io-x-g').endpoints).toMatchObject([
      { port: 80, encryption: 'none' },
      { port: 443, tls: { versions: ['TLSv1.2', 'TLSv1.3'], clientCertificates: 'required' } },
    ])
    expect(asset('Pod-x-p').endpoints?.[0]).toMatchObject({ port: 8080, encryption: 'required' })
    expect(infrastructure.flows[0]).toMatchObject({ to: 'Pod-x-p/8080' })
  })

  it('of OpenShift are routes', () => {
    const { asset } = imported({
      'r.yaml': `${BEHIND}apiVersion: route.openshift.io/v1
kind: Route
metadata: { name: r, namespace: x }
spec: { to: { kind: Service, name: web }, tls: { termination: edge, insecureEdgeTerminationPolicy: Allow } }
`,
    })
    expect(asset('Route-x-r').endpoints).toMatchObject([
      { port: 443, protocol: 'https' },
      { port: 80, protocol: 'http', encryption: 'none' },
    ])
  })
})

describe('storage', () => {
  const storage = (storageClass: string, spec = 'storageClassName: s', image = 'a') =>
    imported({
      's.yaml': `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: s, annotations: { storageclass.kubernetes.io/is-default-class: "true" } }
${storageClass}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: c, namespace: x }
spec: { ${spec} }
---
apiVersion: v1
kind: Pod
metadata: { name: p, namespace: x }
spec: { containers: [{ name: a, image: ${image} }], volumes: [{ name: v, persistentVolumeClaim: { claimName: c } }] }
`,
    })
  const C = 'PersistentVolumeClaim-x-c'

  it.each([
    ['encrypted', 'provisioner: ebs.csi.aws.com\nparameters: { encrypted: "true" }', true, 'imported'],
    ['not encrypted', 'provisioner: ebs.csi.aws.com\nparameters: { encrypted: "false" }', false, 'imported'],
    ['of AWS, silent', 'provisioner: ebs.csi.aws.com', false, 'default'],
    ['of Google', 'provisioner: pd.csi.storage.gke.io', true, 'default'],
    ['of Azure', 'provisioner: disk.csi.azure.com', true, 'default'],
  ])('a class %s', (_, storageClass, enabled, rank) => {
    const { asset, infrastructure } = storage(storageClass)
    expect(asset(C)).toMatchObject({
      kind: 'block-volume',
      derivedFrom: 'Pod-x-p',
      encryptionAtRest: { enabled },
    })
    expect(infrastructure.rankOf(`/assets/${C}/encryptionAtRest/enabled`)).toBe(rank)
  })

  it('of a store alone is the disk of that store', () => {
    const { asset, infrastructure } = storage(
      'provisioner: ebs.csi.aws.com\nparameters: { encrypted: "true" }',
      'resources: {}',
      'postgres',
    )
    expect(asset('Pod-x-p').encryptionAtRest).toEqual({ enabled: true, layer: 'volume' })
    expect(infrastructure.assets).toHaveLength(1)
  })

  it('that many nodes mount is a share, over TLS where it says so', () => {
    const { asset, infrastructure } = storage('provisioner: efs.csi.aws.com\nmountOptions: [tls]')
    expect(asset(C)).toMatchObject({
      kind: 'file-share',
      endpoints: [{ port: 2049, protocol: 'nfs', encryption: 'required' }],
    })
    expect(infrastructure.flows).toEqual([{ from: 'Pod-x-p', to: `${C}/2049`, protocol: 'nfs' }])
    expect(storage('provisioner: efs.csi.aws.com').asset(C).endpoints?.[0]).not.toHaveProperty('encryption')
  })
})
