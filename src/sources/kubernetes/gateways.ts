import type { AssetDraft } from '../resources/draft.js'
import { type Claim, claim, defaultOf } from '../workloads/claim.js'
import type { Part } from '../workloads/part.js'
import type { Exposure } from '../workloads/workload.js'
import { claimCertificate } from './certificates.js'
import { beginAsset, claimBackend, type Edge } from './edge.js'
import type { Manifest } from './manifest.js'

const GATEWAY_API = 'gateway.networking.k8s.io'

/** Claims gateways (Gateway API): their listeners, certificates, and where their routes lead. */
export const claimGateways = (edge: Edge): void => {
  const { cluster } = edge
  for (const gateway of cluster.of('Gateway', GATEWAY_API)) {
    const asset = beginAsset(gateway, 'load-balancer', cluster)
    const routes = ROUTES.flatMap((kind) => cluster.of(kind, GATEWAY_API)).filter((route) =>
      isOf(route, gateway),
    )
    for (const listener of gateway.part.at('spec', 'listeners').items())
      claimListener(listener, gateway, routes, asset, edge)
    for (const route of routes) claimRoute(route, asset, edge)
  }
}

const ROUTES = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'] as const

const parentsOf = (route: Manifest): readonly Part[] => route.part.at('spec', 'parentRefs').items()

const isOf = (route: Manifest, gateway: Manifest): boolean =>
  parentsOf(route).some(
    (parent) =>
      parent.at('name').text === gateway.name &&
      (parent.at('namespace').text ?? route.namespace) === gateway.namespace,
  )

const claimListener = (
  listener: Part,
  gateway: Manifest,
  routes: readonly Manifest[],
  asset: AssetDraft,
  { cluster }: Edge,
): void => {
  const [port, protocol] = [listener.at('port').number, listener.at('protocol')]
  const spoken = SPOKEN[protocol.text ?? '']
  if (port === undefined || spoken === undefined) return
  const endpoint = asset.endpoint(port, spoken, listener.source)
  claim(endpoint, 'exposure', exposureOf(gateway))
  if (protocol.text === 'TLS') endpoint.set('encryption', 'required', protocol.source)
  if (protocol.text === 'HTTP')
    endpoint.set('encryption', redirects(listener, routes, gateway) ? 'required' : 'none', protocol.source)
  const tls = listener.at('tls')
  const name = tls.at('certificateRefs').items()[0]?.at('name')
  if (name) claimCertificate(endpoint, name, gateway.namespace, cluster)
  const clients = tls.at('frontendValidation')
  if (clients.isThere) endpoint.set('tls.clientCertificates', 'required', clients.source)
}

const SPOKEN: Readonly<Record<string, string>> = { HTTP: 'http', HTTPS: 'https', TLS: 'other', TCP: 'other' }

/** Whether every route of a listener only leads to HTTPS. */
const redirects = (listener: Part, routes: readonly Manifest[], gateway: Manifest): boolean => {
  const name = listener.at('name').text
  const own = routes.filter((route) =>
    parentsOf(route).some((parent) => {
      const section = parent.at('sectionName').text
      return parent.at('name').text === gateway.name && (section === undefined || section === name)
    }),
  )
  const rules = own.flatMap((route) => route.part.at('spec', 'rules').items())
  return (
    rules.length > 0 &&
    rules.every((rule) =>
      rule
        .at('filters')
        .items()
        .some((filter) => filter.at('requestRedirect', 'scheme').text === 'https'),
    )
  )
}

const exposureOf = ({ part }: Manifest): Claim<Exposure> => {
  const named = part.at('spec', 'gatewayClassName')
  return /internal|private|(?:^|-)rilb(?:-|$)/.test(named.text ?? '')
    ? { value: 'internal', source: named.source }
    : {
        value: 'public',
        source: named.isThere ? named.source : part.source,
        note: defaultOf('Kubernetes', 'a gateway leads in from outside of the cluster'),
      }
}

const claimRoute = ({ part, namespace }: Manifest, asset: AssetDraft, edge: Edge): void => {
  for (const rule of part.at('spec', 'rules').items()) {
    for (const backend of rule.at('backendRefs').items()) {
      if ((backend.at('kind').text ?? 'Service') !== 'Service') continue
      claimBackend(
        asset,
        {
          namespace: backend.at('namespace').text ?? namespace,
          name: backend.at('name').text,
          port: backend.at('port').number,
          source: backend.source,
        },
        edge,
      )
    }
  }
}

const ISTIO = 'networking.istio.io'

/** Claims gateways of Istio and what virtual services lead from them to. */
export const claimIstioGateways = (edge: Edge): void => {
  const { cluster } = edge
  for (const gateway of cluster.of('Gateway', ISTIO)) {
    const asset = beginAsset(gateway, 'load-balancer', cluster)
    for (const server of gateway.part.at('spec', 'servers').items()) claimServer(server, gateway, asset, edge)
    for (const route of cluster.of('VirtualService', ISTIO)) {
      const names = route.part
        .at('spec', 'gateways')
        .items()
        .map(({ text }) => text)
      if (names.includes(gateway.name) || names.includes(`${gateway.namespace}/${gateway.name}`))
        claimVirtual(route, asset, edge)
    }
  }
}

const VERSIONS = ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']
const LEAST: Readonly<Record<string, number>> = { TLSV1_0: 0, TLSV1_1: 1, TLSV1_2: 2, TLSV1_3: 3 }

const claimServer = (server: Part, gateway: Manifest, asset: AssetDraft, { cluster }: Edge): void => {
  const [port, protocol, tls] = [
    server.at('port', 'number').number,
    server.at('port', 'protocol'),
    server.at('tls'),
  ]
  const spoken = SPOKEN[(protocol.text ?? '').toUpperCase().replace(/2$/, '')]
  if (port === undefined || spoken === undefined) return
  const endpoint = asset.endpoint(port, spoken, server.source)
  claim(endpoint, 'exposure', {
    value: 'public',
    source: server.source,
    note: defaultOf('Istio', 'the gateway for what comes in is a service of type LoadBalancer'),
  })
  const mode = tls.at('mode')
  if (spoken === 'http') {
    const leads = tls.at('httpsRedirect')
    endpoint.set(
      'encryption',
      leads.truth === true ? 'required' : 'none',
      leads.isThere ? leads.source : protocol.source,
    )
  }
  if (spoken === 'other' && mode.isThere) endpoint.set('encryption', 'required', mode.source)
  if (mode.text === 'MUTUAL') endpoint.set('tls.clientCertificates', 'required', mode.source)
  const least = LEAST[tls.at('minProtocolVersion').text ?? '']
  if (least !== undefined)
    endpoint.set('tls.versions', VERSIONS.slice(least), tls.at('minProtocolVersion').source)
  claimCertificate(endpoint, tls.at('credentialName'), gateway.namespace, cluster)
}

const claimVirtual = ({ part, namespace }: Manifest, asset: AssetDraft, edge: Edge): void => {
  for (const kind of ['http', 'tls', 'tcp']) {
    for (const rule of part.at('spec', kind).items()) {
      for (const route of rule.at('route').items()) {
        const [name, other] = (route.at('destination', 'host').text ?? '').split('.')
        claimBackend(
          asset,
          {
            namespace: other ?? namespace,
            name,
            port: route.at('destination', 'port', 'number').number,
            source: route.source,
          },
          edge,
        )
      }
    }
  }
}

/** Claims routes of OpenShift. */
export const claimRoutes = (edge: Edge): void => {
  for (const route of edge.cluster.of('Route', 'route.openshift.io')) {
    const asset = beginAsset(route, 'load-balancer', edge.cluster)
    const tls = route.part.at('spec', 'tls')
    const [ends, plain] = [tls.at('termination'), tls.at('insecureEdgeTerminationPolicy')]
    const exposure: Claim<Exposure> = {
      value: 'public',
      source: route.part.source,
      note: defaultOf('OpenShift', 'a route leads in from outside of the cluster'),
    }
    if (tls.isThere) claim(asset.endpoint(443, 'https', tls.source), 'exposure', exposure)
    if (!tls.isThere || plain.text === 'Allow' || plain.text === 'Redirect') {
      const source = plain.isThere ? plain.source : route.part.at('spec').source
      const endpoint = asset.endpoint(80, 'http', source)
      endpoint.set('encryption', plain.text === 'Redirect' ? 'required' : 'none', source)
      claim(endpoint, 'exposure', exposure)
    }
    const port = route.part.at('spec', 'port', 'targetPort')
    claimBackend(
      asset,
      {
        namespace: route.namespace,
        name: route.part.at('spec', 'to', 'name').text,
        port: port.number ?? port.text,
        ...(ends.text === 'reencrypt' || ends.text === 'passthrough' ? { encrypted: true } : {}),
        source: ends.isThere ? ends.source : route.part.source,
      },
      edge,
    )
  }
}
