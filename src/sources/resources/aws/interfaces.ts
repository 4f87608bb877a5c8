import { type Also, type KindTable, yesNo } from '../facts.js'
import type { CloudRecord } from '../record.js'
import { claimDestination, noRequestLog } from './request-logs.js'
import { byDefault } from './words.js'

const apiDomain: Also = (record, _linked, asset) => {
  const policy = record.get('policy')
  const versions =
    policy.value === 'TLS_1_0'
      ? ['TLSv1.0', 'TLSv1.1', 'TLSv1.2']
      : policy.value === 'TLS_1_2'
        ? ['TLSv1.2', 'TLSv1.3']
        : undefined
  const endpoint = asset?.endpoint(443, 'https', record.source)
  if (versions && policy.state === 'known') endpoint?.set('tls.versions', versions, policy.source)
}

/** Browsers ask by OPTIONS what they may do, before anybody can have logged in. */
const isOpen = (method: CloudRecord): boolean => {
  const [how, key, verb] = ['authorization', 'apiKey', 'verb'].map((name) => method.get(name))
  return how?.value === 'NONE' && yesNo(key?.value ?? false) === false && verb?.value !== 'OPTIONS'
}

/** A method that anybody may call stands for its interface where that is described elsewhere. */
const looseMethod: Also = (record, { draft, context }, asset) => {
  if (asset || !isOpen(record)) return
  const own = draft.asset(context.idOf(record.address), record.source)
  own.set('kind', 'api', record.source)
  own.set('address', context.address(record.address), record.source)
  const how = record.get('authorization')
  own.endpoint(443, 'https', record.source).set('auth', 'none', how.source)
}

const api: Also = (record, linked, asset) => {
  if (!asset) return
  const endpoint = asset.endpoint(443, 'https', record.source)
  const types = record.get('endpointTypes')
  const inside = types.state === 'known' && [types.value].flat().includes('PRIVATE')
  if (inside) endpoint.set('exposure', 'internal', types.source)
  else if (types.state !== 'unknown')
    endpoint.assume('exposure', 'public', record.source, byDefault('', 'API Gateway faces the internet').note)
  const open = linked.naming('aws.api-method', 'api', record).find(isOpen)
  if (open) endpoint.set('auth', 'none', open.get('authorization').source)
}

const stage: Also = (record, linked, asset) => {
  if (!asset) return
  const logs = record.get('logTarget')
  if (logs.state === 'absent')
    asset.assume('audit.enabled', false, record.source, noRequestLog('a stage of API Gateway'))
  else if (logs.state === 'known' || logs.refs.length > 0) asset.set('audit.enabled', true, logs.source)
  claimDestination(logs, record, linked, asset)
}

/** API Gateway: interfaces, their stages, methods, domains and caches. */
export const INTERFACES: KindTable = {
  'aws.api': { asset: 'api', vendor: 'aws', also: api },
  'aws.api-stage': { partOf: 'api', standsFor: 'api', vendor: 'aws', also: stage },
  'aws.api-domain': { asset: 'api', vendor: 'aws', also: apiDomain },
  'aws.api-method': { partOf: 'api', also: looseMethod },
  'aws.api-cache': {
    also: (record, linked) => {
      const [on, encrypted] = [record.get('caching'), record.get('encrypted')]
      if (yesNo(on.value) !== true) return
      const cache = linked.draft.asset(linked.context.idOf(record.address), record.source)
      cache.set('kind', 'cache', record.source)
      cache.set('address', linked.context.address(record.address), record.source)
      const said = yesNo(encrypted.value)
      if (encrypted.state === 'absent')
        cache.assume(
          'encryptionAtRest.enabled',
          false,
          record.source,
          byDefault('', 'API Gateway does not encrypt what it caches').note,
        )
      else if (said !== undefined) cache.set('encryptionAtRest.enabled', said, encrypted.source)
    },
  },
}
