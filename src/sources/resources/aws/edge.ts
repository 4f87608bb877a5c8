import { UNNAMED_ELB_POLICY } from '../../../knowledge/cloud-tls-policies.js'
import type { AssetDraft, EntryDraft } from '../draft.js'
import { type Also, asText, type KindFacts, type KindTable, numberOf, yesNo } from '../facts.js'
import type { Linked } from '../linked.js'
import type { CloudRecord } from '../record.js'
import { INTERFACES } from './interfaces.js'
import { claimRequestLog } from './request-logs.js'
import { byDefault } from './words.js'

const { policy: UNNAMED, checked } = UNNAMED_ELB_POLICY
const UNNAMED_NOTE = `default of AWS: a listener that no policy is named for takes ${UNNAMED} (as documented on ${checked})`
/** Whether a load balancer has an address of the internet. */
const claimExposure = (record: CloudRecord, endpoint: EntryDraft): void => {
  const internal = record.get('internal')
  const said =
    internal.value === 'internet-facing'
      ? false
      : internal.value === 'internal'
        ? true
        : yesNo(internal.value)
  if (internal.state === 'known' && said !== undefined)
    endpoint.set('exposure', said ? 'internal' : 'public', internal.source)
  if (internal.state === 'absent')
    endpoint.assume(
      'exposure',
      'public',
      record.source,
      byDefault('', 'a load balancer faces the internet').note,
    )
}

const SPOKEN: Readonly<Record<string, { protocol: string; encryption?: 'required' }>> = {
  HTTPS: { protocol: 'https' },
  HTTP: { protocol: 'http' },
  TLS: { protocol: 'other', encryption: 'required' },
  SSL: { protocol: 'other', encryption: 'required' },
  TCP: { protocol: 'other' },
}

/** A listener that only leads to HTTPS serves nothing in clear; so an endpoint says by `encryption: required`. */
const redirects = (listener: CloudRecord): boolean =>
  listener.each('actions').length > 0 &&
  listener
    .each('actions')
    .every(
      (action) => action.get('type').value === 'redirect' && action.get('redirectProtocol').value === 'HTTPS',
    )

const listener: Also = (record, linked, asset) => {
  const protocol = String(record.get('protocol').value ?? '').toUpperCase()
  const spoken = SPOKEN[protocol]
  const port = numberOf(record.get('port').value) ?? (protocol === 'HTTPS' ? 443 : 80)
  if (!asset || !spoken) return
  const endpoint = asset.endpoint(port, spoken.protocol, record.source)
  if (spoken.protocol === 'http')
    endpoint.set('encryption', redirects(record) ? 'required' : 'none', record.get('actions').source)
  if (spoken.encryption) endpoint.set('encryption', spoken.encryption, record.get('protocol').source)
  const [balancer] = linked.named(record.get('loadBalancer'), record)
  if (balancer) claimExposure(balancer, endpoint)
  if (protocol === 'HTTPS' || protocol === 'TLS') claimPolicy(record, endpoint)
  claimTargets(record, linked, asset)
}

const claimPolicy = (record: CloudRecord, endpoint: EntryDraft): void => {
  const policy = record.get('policy')
  const named = policy.state === 'known' ? asText(policy.value) : undefined
  if (named !== undefined) endpoint.set('tls.providerPolicy', named, policy.source)
  if (policy.state === 'absent') endpoint.assume('tls.providerPolicy', UNNAMED, record.source, UNNAMED_NOTE)
}

/** From a listener to what its target group sends requests to. */
const claimTargets = (record: CloudRecord, linked: Linked, asset: AssetDraft): void => {
  for (const action of record.each('actions')) {
    const given = action.get('target')
    for (const group of linked.named(given, record)) claimGroup(group, linked, asset)
  }
}

const claimGroup = (group: CloudRecord, linked: Linked, asset: AssetDraft): void => {
  const spoken = SPOKEN[String(group.get('protocol').value ?? '').toUpperCase()]?.protocol
  const attached = linked
    .naming('aws.target-attachment', 'group', group)
    .flatMap((one) => linked.named(one.get('target'), one))
  const services = linked
    .of('aws.ecs-service')
    .filter((service) =>
      service.each('balancers').some((one) => linked.named(one.get('group'), service).includes(group)),
    )
  for (const target of [...attached, ...services]) {
    const behind = linked.assetOf(target)
    if (!behind || behind.id === asset.id) continue
    linked.draft.flow(
      {
        from: asset.id,
        to: behind.id,
        ...(spoken === undefined || spoken === 'other' ? {} : { protocol: spoken as 'http' }),
      },
      group.get('protocol').source,
    )
  }
}

const classic: Also = (record, linked, asset) => {
  if (!asset) return
  claimRequestLog(record, linked, asset, 'a load balancer')
  for (const one of record.each('listeners')) {
    const protocol = String(one.get('protocol').value ?? '').toUpperCase()
    const spoken = SPOKEN[protocol]
    const port = numberOf(one.get('port').value)
    if (!spoken || port === undefined) continue
    const endpoint = asset.endpoint(port, spoken.protocol, record.source)
    const at = one.get('protocol').source
    if (spoken.encryption) endpoint.set('encryption', spoken.encryption, at)
    claimExposure(record, endpoint)
  }
}

/** How people write a policy of CloudFront that it knows by another name. */
const MISNAMED: Readonly<Record<string, string>> = { 'TLSv1.0': 'TLSv1', 'TLSv1.1': 'TLSv1.1_2016' }

/** What CloudFront offers its viewers by the least version that is named. */
const cloudfront: Also = (record, linked, asset) => {
  if (!asset) return
  claimRequestLog(record, linked, asset, 'CloudFront')
  const endpoint = asset.endpoint(443, 'https', record.source)
  endpoint.assume('exposure', 'public', record.source, byDefault('', 'CloudFront faces the internet').note)
  const [ours, policy] = [record.get('defaultCertificate'), record.get('policy')]
  if (ours.state === 'known' && yesNo(ours.value) === true)
    endpoint.set('tls.providerPolicy', 'TLSv1', ours.source)
  else if (policy.state === 'known')
    endpoint.set('tls.providerPolicy', MISNAMED[String(policy.value)] ?? policy.value, policy.source)
  else if (policy.state === 'absent')
    endpoint.assume(
      'tls.providerPolicy',
      'TLSv1',
      record.source,
      byDefault('', 'viewers may speak TLS 1.0').note,
    )
  claimViewers(record, asset)
  claimOrigins(record, linked, asset)
}

const claimViewers = (record: CloudRecord, asset: AssetDraft): void => {
  const behaviours = [...record.each('behaviour'), ...record.each('behaviours')]
  const open = behaviours.map((one) => one.get('viewers')).find(({ value }) => value === 'allow-all')
  if (!open) return
  const plain = asset.endpoint(80, 'http', open.source)
  plain.set('encryption', 'none', open.source)
  plain.assume('exposure', 'public', record.source, byDefault('', 'CloudFront faces the internet').note)
}

const claimOrigins = (record: CloudRecord, linked: Linked, asset: AssetDraft): void => {
  for (const origin of record.each('origins')) {
    const [given, policy] = [origin.get('domain'), origin.get('protocol')]
    for (const behind of linked.named(given, record).flatMap((one) => linked.assetOf(one) ?? [])) {
      if (behind.id === asset.id) continue
      const protocol =
        policy.value === 'http-only' ? 'http' : policy.value === 'https-only' ? 'https' : undefined
      linked.draft.flow(
        { from: asset.id, to: behind.id, ...(protocol === undefined ? {} : { protocol }) },
        policy.state === 'known' ? policy.source : given.source,
      )
    }
  }
}

const balancerPart: KindFacts = { partOf: 'loadBalancer', standsFor: 'load-balancer', vendor: 'aws' }

/** What stands at the edge: load balancers, content networks, gateways of interfaces. */
export const EDGE: KindTable = {
  'aws.lb': {
    asset: 'load-balancer',
    vendor: 'aws',
    also: (record, linked, asset) => {
      if (asset && record.get('type').value !== 'gateway')
        claimRequestLog(record, linked, asset, 'a load balancer')
    },
  },
  'aws.lb-listener': { ...balancerPart, also: listener },
  'aws.target-group': {},
  'aws.target-attachment': {},
  'aws.elb': { asset: 'load-balancer', vendor: 'aws', also: classic },
  'aws.cloudfront': { asset: 'cdn', vendor: 'aws', also: cloudfront },
  ...INTERFACES,
}
