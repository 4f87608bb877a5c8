import type { AssetDraft } from '../draft.js'
import { yesNo } from '../facts.js'
import type { Linked } from '../linked.js'
import type { CloudRecord } from '../record.js'
import type { Given } from '../resource.js'
import { byDefault } from './words.js'

/** The words for a thing that logs nothing unless it is told to. */
export const noRequestLog = (what: string): string =>
  byDefault(false, `${what} keeps no log of requests`).note

/** Whether requests are logged, by an attribute of its own or by a delivery of CloudWatch, and where to. */
export const claimRequestLog = (
  record: CloudRecord,
  linked: Linked,
  asset: AssetDraft,
  what: string,
): void => {
  const [enabled, target] = [record.get('logs'), record.get('logTarget')]
  // Of the load balancers since 2016 a bucket alone turns nothing on; elsewhere to name one is enough.
  const isNamed = target.state !== 'absent' && record.kind !== 'aws.lb'
  const on = enabled.state === 'absent' ? isNamed || undefined : yesNo(enabled.value)
  if (on === true) claimDestination(target, record, linked, asset)
  const delivery = on === true ? undefined : deliveryOf(record, linked)
  if (delivery) claimDelivery(delivery, linked, asset)
  else if (on !== undefined)
    asset.set('audit.enabled', on, enabled.state === 'absent' ? target.source : enabled.source)
  else if (enabled.state === 'absent') asset.assume('audit.enabled', false, record.source, noRequestLog(what))
}

/** A delivery of the logs of a resource: one names the source, which names the resource. */
const deliveryOf = (record: CloudRecord, linked: Linked): CloudRecord | undefined =>
  linked
    .naming('aws.log-delivery-source', 'resource', record)
    .flatMap((source) => linked.naming('aws.log-delivery', 'from', source))[0]

const claimDelivery = (delivery: CloudRecord, linked: Linked, asset: AssetDraft): void => {
  asset.set('audit.enabled', true, delivery.source)
  const [target] = linked
    .named(delivery.get('to'), delivery)
    .filter(({ kind }) => kind === 'aws.log-delivery-target')
  if (target) claimDestination(target.get('store'), target, linked, asset)
}

/** The store that logs go to. */
export const claimDestination = (
  given: Given,
  record: CloudRecord,
  linked: Linked,
  asset: AssetDraft,
): void => {
  const [store] = linked.named(given, record).flatMap((one) => linked.assetOf(one) ?? [])
  if (store && store.id !== asset.id) asset.set('audit.destination', store.id, given.source)
}
