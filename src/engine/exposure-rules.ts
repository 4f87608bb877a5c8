import { factOf } from '../model/fact.js'
import { pathOf } from '../model/path.js'
import type { EndpointSubject } from '../model/subjects/endpoint.js'
import { fail, pass, unproven, type Verdict } from './verdict.js'

/**
 * Judges whether the internet reaches an endpoint. What is said to be public is not, where its asset is reachable from
 * zones alone that are not public; a zone of which nobody said whom it holds shows nothing.
 */
export const judgeExposure = (endpoint: EndpointSubject): Verdict => {
  const exposure = endpoint.at('exposure')
  if (exposure.value !== undefined && exposure.value !== 'public') return pass(exposure)
  const zones = endpoint.asset.access('reachableFrom')
  const stated = exposure.value === undefined ? unproven(exposure) : fail(exposure)
  if (zones.value === undefined) return stated
  const { infrastructure } = endpoint
  const trustOf = (id: string) => (id === 'internet' ? 'public' : infrastructure.zones.get(id)?.trust)
  if (zones.value.some((id) => trustOf(id) === 'public')) return stated
  const unknown = zones.value.find((id) => trustOf(id) === undefined)
  return unknown === undefined ? pass(zones) : unproven(factOf(pathOf('/zones', unknown, 'trust'), undefined))
}
