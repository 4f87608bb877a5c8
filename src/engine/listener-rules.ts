import { UNNAMED_ELB_POLICY } from '../knowledge/cloud-tls-policies.js'
import { remembered } from '../model/remembered.js'
import type { EndpointSubject } from '../model/subjects/endpoint.js'
import { endpointsOfEphi, hopsOfEphi, tlsEndpoints } from './selectors.js'

export { UNNAMED_ELB_POLICY }

/** By its vendor, or by the type of the resource that it was imported from. */
const OF_AWS = /\b(?:aws|amazon)\b|\baws_(?:lb|alb|elb)|\bAWS::ElasticLoadBalancing/i

const isElb = ({ asset: { entry, vendor } }: EndpointSubject): boolean =>
  entry.value.kind === 'load-balancer' &&
  OF_AWS.test([entry.value.address, vendor?.id, vendor?.name].filter(Boolean).join(' '))

/** Listeners whose TLS nobody stated otherwise, of a provider whose policy is weak where none is named. */
export const listenersByPolicy = tlsEndpoints.where(
  'of AWS load balancers, whose versions and suites are not stated',
  (endpoint) =>
    isElb(endpoint) &&
    endpoint.tls('versions').value === undefined &&
    endpoint.tls('cipherSuites').value === undefined &&
    endpoint.tls('cipherString').value === undefined,
)

/** Whether configuration as code, or a probe, says what an endpoint is: what is absent there is absent. */
export const isImported = ({ infrastructure, path }: EndpointSubject): boolean => {
  const rank = infrastructure.rankOf(path)
  return rank === 'imported' || rank === 'observed'
}

/** Whether the same asset also serves HTTPS to somebody else than itself. */
export const servesHttps = ({ asset }: EndpointSubject): boolean =>
  (asset.entry.value.endpoints ?? []).some(
    ({ protocol, exposure }) => protocol === 'https' && exposure !== 'loopback',
  )

/** What is not said to face the internet is asked about only where browsers come. */
const mayBePublic = (endpoint: EndpointSubject): boolean =>
  endpoint.value.exposure === 'public' ||
  (endpoint.value.exposure === undefined && (endpoint.asset.traits.browsed || servesHttps(endpoint)))

/** The endpoints to which a flow of ePHI is said to go in clear, by their paths. */
const inClear = remembered(
  (infrastructure): ReadonlySet<string> =>
    new Set(
      hopsOfEphi
        .of(infrastructure)
        .flatMap(({ endpoint, encryption }) =>
          endpoint !== undefined && encryption.value === 'none' ? [endpoint.path] : [],
        ),
    ),
)

/** Plain web servers that may face the internet, and over which no flow of ePHI is said to go in clear. */
export const plainWebEndpoints = endpointsOfEphi
  .where(
    'over plain HTTP that may face the internet, to which no flow of ePHI is said to go in clear',
    (web) => web.value.protocol === 'http' && mayBePublic(web) && !inClear(web.infrastructure).has(web.path),
  )
  .unlessVendor('transmission', ({ asset }) => asset)
