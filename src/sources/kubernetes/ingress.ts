import type { AssetDraft, EntryDraft } from '../resources/draft.js'
import { type Claim, claim, defaultOf } from '../workloads/claim.js'
import type { Part } from '../workloads/part.js'
import type { Exposure } from '../workloads/workload.js'
import { claimAlb } from './alb.js'
import { claimCertificate, claimRenewal } from './certificates.js'
import type { Cluster } from './cluster.js'
import { beginAsset, claimBackend, type Edge } from './edge.js'
import { classOf, exposureByRanges } from './ingress-class.js'
import type { Manifest } from './manifest.js'

/** Which program answers for an ingress, as far as it can be told. */
export type Controller = 'nginx' | 'alb' | 'gce' | 'traefik' | undefined

/** Claims the entries to a cluster: who reaches them, whether over TLS, and where they lead. */
export const claimIngresses = (edge: Edge): void => {
  const { cluster } = edge
  for (const ingress of cluster.of('Ingress')) {
    if (ingress.group !== 'networking.k8s.io' && ingress.group !== 'extensions') continue
    const asset = beginAsset(ingress, 'load-balancer', cluster)
    const controller = controllerOf(ingress, cluster)
    if (controller === 'alb') claimAlb(ingress, asset, cluster)
    else claimPorts(ingress, controller, asset, cluster)
    claimBackends(ingress, asset, edge)
  }
}

const controllerOf = (ingress: Manifest, cluster: Cluster): Controller => {
  const name = classOf(ingress).text
  const ingressClass = cluster.named('IngressClass', '', name)
  const controller = ingressClass?.part.at('spec', 'controller').text ?? ''
  const keys = ingress.part
    .at('metadata', 'annotations')
    .entries()
    .map(([key]) => key)
  const has = (prefix: string): boolean => keys.some((key) => key.startsWith(prefix))
  if (/^(?:alb|aws)$/.test(name ?? '') || controller.endsWith('/alb') || has('alb.ingress.kubernetes.io/'))
    return 'alb'
  if (/nginx/.test(`${name} ${controller}`) || has('nginx.ingress.kubernetes.io/')) return 'nginx'
  if (/^gce/.test(name ?? '')) return 'gce'
  return /traefik/.test(`${name} ${controller}`) || has('traefik.') ? 'traefik' : undefined
}

const NGINX = 'ingress-nginx'

const claimPorts = (ingress: Manifest, controller: Controller, asset: AssetDraft, cluster: Cluster): void => {
  const { part, namespace } = ingress
  const annotations = part.at('metadata', 'annotations')
  const exposure = exposureOf(ingress, controller)
  const tls = part.at('spec', 'tls')
  const encrypts = tls.items().length > 0 || managedByGoogle(annotations)
  if (encrypts) {
    const source = tls.isThere ? tls.source : annotations.source
    const secure = asset.endpoint(443, 'https', source)
    claim(secure, 'exposure', exposure)
    claimRenewal(secure, annotations)
    for (const one of tls.items().slice(0, 1))
      claimCertificate(secure, one.at('secretName'), namespace, cluster)
    claimLogin(annotations, secure)
    if (controller === 'nginx') claimNginx(annotations, secure, source)
  }
  claimPlain(ingress, controller, encrypts, exposure, asset)
}

const managedByGoogle = (annotations: Part): boolean =>
  ['networking.gke.io/managed-certificates', 'ingress.gcp.kubernetes.io/pre-shared-cert'].some(
    (name) => annotations.at(name).isThere,
  )

/** What ingress-nginx offers where its settings say nothing else (its documentation, `ConfigMaps`). */
const claimNginx = (annotations: Part, secure: EntryDraft, source: Part['source']): void => {
  secure.assume(
    'tls.versions',
    ['TLSv1.2', 'TLSv1.3'],
    source,
    defaultOf(NGINX, 'TLS 1.2 and 1.3 are offered'),
  )
  secure.assume(
    'tls.hsts',
    { maxAge: 'P365D', includeSubDomains: true },
    source,
    defaultOf(NGINX, 'HSTS holds for a year, for subdomains too'),
  )
  const ca = annotations.at('nginx.ingress.kubernetes.io/auth-tls-secret')
  const verify = annotations.at('nginx.ingress.kubernetes.io/auth-tls-verify-client')
  if (ca.isThere)
    secure.set(
      'tls.clientCertificates',
      verify.text === 'off' ? 'none' : /^optional/.test(verify.text ?? '') ? 'optional' : 'required',
      verify.isThere ? verify.source : ca.source,
    )
}

/** What is asked of whoever comes, before a request is passed on. */
const LOGINS: readonly (readonly [name: string, auth: (value: string) => string | undefined])[] = [
  [
    'nginx.ingress.kubernetes.io/auth-type',
    (value) => (value === 'basic' || value === 'digest' ? 'password' : undefined),
  ],
  ['nginx.ingress.kubernetes.io/auth-url', () => 'sso'],
  ['nginx.ingress.kubernetes.io/auth-signin', () => 'sso'],
]

const claimLogin = (annotations: Part, endpoint: EntryDraft): void => {
  for (const [name, auth] of LOGINS) {
    const said = annotations.at(name)
    const value = said.text === undefined ? undefined : auth(said.text)
    if (value !== undefined) endpoint.set('auth', value, said.source)
  }
}

/** Port 80: closed, leading to HTTPS alone, or serving in clear. */
const claimPlain = (
  { part }: Manifest,
  controller: Controller,
  encrypts: boolean,
  exposure: Claim<Exposure>,
  asset: AssetDraft,
): void => {
  const annotations = part.at('metadata', 'annotations')
  if (annotations.at('kubernetes.io/ingress.allow-http').text === 'false') return
  if (/^websecure$/.test(annotations.at('traefik.ingress.kubernetes.io/router.entrypoints').text ?? ''))
    return
  const bare = encrypts ? uncovered(part) : undefined
  const source = bare?.source ?? part.at('spec').source
  const plain = asset.endpoint(80, 'http', source)
  claim(plain, 'exposure', exposure)
  claimLogin(annotations, plain)
  const redirect = annotations.at('nginx.ingress.kubernetes.io/ssl-redirect')
  const forced = annotations.at('nginx.ingress.kubernetes.io/force-ssl-redirect')
  if (forced.truth === true) plain.set('encryption', 'required', forced.source)
  else if (redirect.truth === false) plain.set('encryption', 'none', redirect.source)
  else if (bare || !encrypts) plain.set('encryption', 'none', source)
  else if (controller === 'nginx')
    plain.assume(
      'encryption',
      'required',
      part.at('spec', 'tls').source,
      defaultOf(NGINX, 'where there is TLS, HTTP leads to HTTPS'),
    )
}

/** A rule for a host for which no certificate is named, where certificates name hosts. */
const uncovered = (part: Part): Part | undefined => {
  const tls = part
    .at('spec', 'tls')
    .items()
    .map((one) =>
      one
        .at('hosts')
        .items()
        .map(({ text }) => text),
    )
  if (tls.length === 0 || tls.some((hosts) => hosts.length === 0 || hosts.includes(undefined)))
    return undefined
  const covered = tls.flat()
  return part
    .at('spec', 'rules')
    .items()
    .map((rule) => rule.at('host'))
    .find(
      ({ text }) =>
        text !== undefined &&
        !covered.some((one) => one === text || (one?.startsWith('*.') && text.endsWith(one.slice(1)))),
    )
}

const RANGES = [
  'nginx.ingress.kubernetes.io/whitelist-source-range',
  'nginx.ingress.kubernetes.io/allowlist-source-range',
]

const exposureOf = (ingress: Manifest, controller: Controller): Claim<Exposure> => {
  const { part } = ingress
  const annotations = part.at('metadata', 'annotations')
  const ranges = RANGES.map((name) => annotations.at(name)).find(({ text }) => text !== undefined)
  const listed = ranges && exposureByRanges(ranges)
  if (listed) return listed
  const named = classOf(ingress)
  if (/internal|private/.test(named.text ?? '')) return { value: 'internal', source: named.source }
  const note = defaultOf(
    controller === 'gce' ? 'Google Kubernetes Engine' : 'Kubernetes',
    'an ingress leads in from outside of the cluster',
  )
  return { value: 'public', source: named.isThere ? named.source : part.source, note }
}

const claimBackends = ({ part, namespace }: Manifest, asset: AssetDraft, edge: Edge): void => {
  const annotations = part.at('metadata', 'annotations')
  const said = [
    annotations.at('nginx.ingress.kubernetes.io/backend-protocol'),
    annotations.at('alb.ingress.kubernetes.io/backend-protocol'),
  ].find(({ text }) => text !== undefined)
  const encrypted = said === undefined ? undefined : /^(?:HTTPS|GRPCS)$/i.test(said.text ?? '')
  const backends = [
    part.at('spec', 'defaultBackend'),
    part.at('spec', 'backend'),
    ...part
      .at('spec', 'rules')
      .items()
      .flatMap((rule) =>
        rule
          .at('http', 'paths')
          .items()
          .map((path) => path.at('backend')),
      ),
  ]
  const seen = new Set<string>()
  for (const backend of backends) {
    const name = backend.at('service', 'name').text ?? backend.at('serviceName').text
    const port =
      backend.at('service', 'port', 'number').number ??
      backend.at('service', 'port', 'name').text ??
      backend.at('servicePort').number ??
      backend.at('servicePort').text
    if (name === undefined || seen.has(`${name} ${port}`)) continue
    seen.add(`${name} ${port}`)
    const source = encrypted === true && said ? said.source : backend.source
    claimBackend(asset, { namespace, name, port, source, ...(encrypted === true ? { encrypted } : {}) }, edge)
  }
}
