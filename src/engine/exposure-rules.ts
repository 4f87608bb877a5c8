import type { EndpointSubject } from '../model/subjects/endpoint.js'
import { fail, pass, unproven, type Verdict } from './verdict.js'
import { reachableZones } from './zone-rules.js'

/**
 * Whether a port keeps away from the internet: by its own exposure, or because all zones that reach its asset are known
 * and none of them is public (an allow-list).
 */
export const judgeExposure = (endpoint: EndpointSubject): Verdict => {
  const exposure = endpoint.at('exposure')
  if (exposure.value !== undefined && exposure.value !== 'public') return pass(exposure)
  const stated = exposure.value === undefined ? unproven(exposure) : fail(exposure)
  const zones = reachableZones(endpoint.asset)
  if (endpoint.asset.access('reachableFrom').value === undefined) return stated
  if (zones.some(({ value }) => value === 'public')) return stated
  const unknown = zones.find(({ value }) => value === undefined)
  return unknown === undefined ? pass(endpoint.asset.access('reachableFrom')) : unproven(unknown)
}
