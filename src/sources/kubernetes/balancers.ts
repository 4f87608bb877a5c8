import { UNNAMED_ELB_POLICY } from '../../knowledge/cloud-tls-policies.js'
import { claim, defaultOf } from '../workloads/claim.js'
import type { Part } from '../workloads/part.js'
import { beginAsset, claimBackend, type Edge } from './edge.js'
import { exposureBy } from './services.js'

const PREFIX = 'service.beta.kubernetes.io/aws-load-balancer-'

/** Claims services whose load balancer ends TLS itself; of all others the pods behind them are what is reached. */
export const claimBalancers = (edge: Edge): void => {
  for (const { service } of edge.services.all) {
    const annotations = service.part.at('metadata', 'annotations')
    const certificate = annotations.at(`${PREFIX}ssl-cert`)
    if (!certificate.isThere || service.part.at('spec', 'type').text !== 'LoadBalancer') continue
    const asset = beginAsset(service, 'load-balancer', edge.cluster)
    const exposure = exposureBy(service)
    const secure = annotations.at(`${PREFIX}ssl-ports`)
    const spoken = annotations.at(`${PREFIX}backend-protocol`)
    for (const port of service.part.at('spec', 'ports').items()) {
      const number = port.at('port').number
      if (number === undefined) continue
      const ends = isSecure(port, secure)
      const isWeb = /^https?$/.test(spoken.text ?? '')
      const protocol = ends
        ? isWeb || number === 443
          ? 'https'
          : 'other'
        : isWeb || number === 80
          ? 'http'
          : 'other'
      const endpoint = asset.endpoint(number, protocol, port.source)
      if (exposure) claim(endpoint, 'exposure', exposure)
      if (ends && protocol === 'other') endpoint.set('encryption', 'required', certificate.source)
      if (ends) claimPolicy(annotations, endpoint, certificate)
      claimBackend(
        asset,
        {
          namespace: service.namespace,
          name: service.name,
          port: number,
          source: spoken.isThere ? spoken.source : port.source,
          ...(spoken.text === 'https' || spoken.text === 'ssl' ? { encrypted: true } : {}),
        },
        edge,
      )
    }
  }
}

/** Without a list, or with `*` in it, every port is encrypted. */
const isSecure = (port: Part, listed: Part): boolean => {
  if (!listed.isThere) return true
  const names = (listed.text ?? '').split(',').map((one) => one.trim())
  return (
    names.includes('*') ||
    names.includes(String(port.at('port').number)) ||
    names.includes(port.at('name').text ?? '')
  )
}

const claimPolicy = (annotations: Part, endpoint: Parameters<typeof claim>[0], certificate: Part): void => {
  const policy = annotations.at(`${PREFIX}ssl-negotiation-policy`)
  if (policy.text !== undefined) endpoint.set('tls.providerPolicy', policy.text, policy.source)
  else
    endpoint.assume(
      'tls.providerPolicy',
      UNNAMED_ELB_POLICY.policy,
      certificate.source,
      defaultOf('AWS', `where no policy is named it is ${UNNAMED_ELB_POLICY.policy}`),
    )
}
