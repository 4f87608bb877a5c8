import { isEverywhere, isPrivate } from '../workloads/addresses.js'
import type { Claim } from '../workloads/claim.js'
import type { Part } from '../workloads/part.js'
import type { Exposure } from '../workloads/workload.js'
import type { Manifest } from './manifest.js'

/** The class of an ingress, by its field or by the annotation that was there before it. */
export const classOf = ({ part }: Manifest): Part => {
  const field = part.at('spec', 'ingressClassName')
  return field.isThere ? field : part.at('metadata', 'annotations', 'kubernetes.io/ingress.class')
}

/** What a list of networks says of who gets in; `undefined` where that is everybody or cannot be told. */
export const exposureByRanges = (part: Part): Claim<Exposure> | undefined => {
  const ranges = (part.text ?? '').split(/[,\s]+/).filter((one) => one !== '')
  if (ranges.length === 0 || ranges.some(isEverywhere)) return undefined
  return { value: ranges.every(isPrivate) ? 'internal' : 'partner', source: part.source }
}
