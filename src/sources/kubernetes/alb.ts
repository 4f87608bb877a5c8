import { UNNAMED_ELB_POLICY } from '../../knowledge/cloud-tls-policies.js'
import { isPlain } from '../../model/merge.js'
import type { AssetDraft, EntryDraft } from '../resources/draft.js'
import { type Claim, claim, defaultOf } from '../workloads/claim.js'
import type { Part } from '../workloads/part.js'
import type { Exposure } from '../workloads/workload.js'
import type { Cluster } from './cluster.js'
import { classOf, exposureByRanges } from './ingress-class.js'
import type { Manifest } from './manifest.js'

const ALB = 'AWS Load Balancer Controller'
const PREFIX = 'alb.ingress.kubernetes.io/'

/** Claims an application load balancer of AWS that an ingress asks for, by annotations and the parameters of its class. */
export const claimAlb = (ingress: Manifest, asset: AssetDraft, cluster: Cluster): void => {
  const annotations = ingress.part.at('metadata', 'annotations')
  const parameters = parametersOf(ingress, cluster)
  const exposure = exposureOf(ingress, annotations, parameters)
  const redirect = annotations.at(`${PREFIX}ssl-redirect`)
  for (const { port, isSecure, part } of listenersOf(ingress, annotations, parameters)) {
    const endpoint = asset.endpoint(port, isSecure ? 'https' : 'http', part.source)
    claim(endpoint, 'exposure', exposure)
    claimLogin(annotations, endpoint)
    if (isSecure) claimPolicy(annotations, parameters, endpoint, part)
    else
      endpoint.set(
        'encryption',
        redirect.text === undefined ? 'none' : 'required',
        redirect.isThere ? redirect.source : part.source,
      )
  }
  claimLog(annotations, parameters, asset, ingress.part)
}

/** Parameters that a class of ingresses shares. */
const parametersOf = (ingress: Manifest, cluster: Cluster): Part | undefined => {
  const ingressClass = cluster.named('IngressClass', '', classOf(ingress).text)
  const name = ingressClass?.part.at('spec', 'parameters', 'name').text
  return cluster.named('IngressClassParams', '', name)?.part.at('spec')
}

const exposureOf = ({ part }: Manifest, annotations: Part, parameters: Part | undefined): Claim<Exposure> => {
  const scheme = [parameters?.at('scheme'), annotations.at(`${PREFIX}scheme`)].find(
    (one) => one?.text !== undefined,
  )
  if (scheme?.text === 'internal') return { value: 'internal', source: scheme.source }
  if (scheme?.text === 'internet-facing')
    return (
      exposureByRanges(annotations.at(`${PREFIX}inbound-cidrs`)) ?? { value: 'public', source: scheme.source }
    )
  return { value: 'internal', source: part.source, note: defaultOf(ALB, 'a load balancer is internal') }
}

interface Listener {
  readonly port: number
  readonly isSecure: boolean
  readonly part: Part
}

/** Without a list it is HTTPS where a certificate is named, else HTTP. */
const listenersOf = (
  { part }: Manifest,
  annotations: Part,
  parameters: Part | undefined,
): readonly Listener[] => {
  const listed = annotations.at(`${PREFIX}listen-ports`)
  if (listed.isThere) return listedIn(listed)
  const certificate = [
    annotations.at(`${PREFIX}certificate-arn`),
    parameters?.at('certificateARNs'),
    part.at('spec', 'tls'),
  ].find((one) => one?.isThere)
  return certificate
    ? [{ port: 443, isSecure: true, part: certificate }]
    : [{ port: 80, isSecure: false, part: part.at('spec') }]
}

const listedIn = (part: Part): readonly Listener[] => {
  try {
    const list: unknown = JSON.parse(part.text ?? '')
    return (Array.isArray(list) ? list : [])
      .filter(isPlain)
      .flatMap((one) =>
        Object.entries(one).flatMap(([protocol, port]) =>
          typeof port === 'number' && /^HTTPS?$/.test(protocol)
            ? [{ port, isSecure: protocol === 'HTTPS', part }]
            : [],
        ),
      )
  } catch {
    return []
  }
}

const claimPolicy = (
  annotations: Part,
  parameters: Part | undefined,
  endpoint: EntryDraft,
  part: Part,
): void => {
  const policy = [parameters?.at('sslPolicy'), annotations.at(`${PREFIX}ssl-policy`)].find(
    (one) => one?.isThere,
  )
  if (policy?.text !== undefined) endpoint.set('tls.providerPolicy', policy.text, policy.source)
  if (!policy)
    endpoint.assume(
      'tls.providerPolicy',
      UNNAMED_ELB_POLICY.policy,
      part.source,
      defaultOf(ALB, `where no policy is named it is ${UNNAMED_ELB_POLICY.policy}`),
    )
}

const claimLogin = (annotations: Part, endpoint: EntryDraft): void => {
  const how = annotations.at(`${PREFIX}auth-type`)
  if (how.text === 'oidc' || how.text === 'cognito') endpoint.set('auth', 'sso', how.source)
}

const claimLog = (annotations: Part, parameters: Part | undefined, asset: AssetDraft, part: Part): void => {
  const attributes = annotations.at(`${PREFIX}load-balancer-attributes`)
  const shared = parameters?.at('loadBalancerAttributes').items() ?? []
  const listed = shared.find((one) => one.at('key').text === 'access_logs.s3.enabled')?.at('value')
  const own = /access_logs\.s3\.enabled\s*=\s*(true|false)/.exec(attributes.text ?? '')?.[1]
  if (own !== undefined) asset.set('audit.enabled', own === 'true', attributes.source)
  else if (listed?.truth !== undefined) asset.set('audit.enabled', listed.truth, listed.source)
  else if (!attributes.isThere && shared.length === 0)
    asset.assume(
      'audit.enabled',
      false,
      part.source,
      defaultOf('AWS', 'a load balancer keeps no log of requests'),
    )
}
