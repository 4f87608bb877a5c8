import { exploitedData, isListedProduct } from '../knowledge/known-exploited.js'
import { ephiConnectionsByEnd } from '../model/ends.js'
import type { AssetSubject } from '../model/subjects/asset.js'
import type { PremisesSubject } from '../model/subjects/premises.js'
import { traitsOf } from '../model/traits.js'
import { assets } from './selectors.js'
import { unproven, type Verdict } from './verdict.js'

export { type ExploitedEntry, exploitedVersion } from '../knowledge/known-exploited.js'

/** Until when the list of versions that are known to be exploited knows anything. */
export const exploitedAsOf = (): string => exploitedData().date

/** Assets in scope whose software no vendor keeps up to date alone. */
export const patchedByUs = assets.inScope.where(
  'whose software no vendor keeps up to date alone',
  (asset) => asset.runBy('patching') !== 'vendor',
)

/** Whether anybody on the internet can reach it. */
export const facesInternet = ({ entry }: AssetSubject): boolean =>
  entry.value.endpoints?.some(({ exposure }) => exposure === 'public') === true

/**
 * Machines and servers on which malware may run, no vendor looks after alone, and of which it has to be said: what runs
 * as a program on such a machine is protected with it.
 */
export const openToMalware = patchedByUs.where(
  'and on which programs are installed or opened',
  ({ traits, entry: { value }, infrastructure }) => {
    const host = infrastructure.asset(value.runsOn ?? '')?.value.kind
    const withHost = !traits.hardware && traitsOf(host).programs
    return traits.programs && (value.malwareProtection !== undefined || !withHost)
  },
)

/** Appliances at the edge of our networks, and products in scope that the list of known-exploited versions has. */
export const edgeAppliances = assets.all.where(
  'at the edge of networks or known to be exploited, whose software no vendor keeps up to date alone',
  (asset) => {
    const { traits, reach, controls, entry } = asset
    if (asset.runBy('patching') === 'vendor') return false
    if (!traits.edge && reach === undefined && controls === undefined) return false
    const name = entry.value.product?.name
    return (traits.relays && traits.patchable) || (name !== undefined && isListedProduct(name))
  },
)

/** Hardware of our own that stores ePHI: it is moved, lost and discarded by us. */
export const ownHardware = assets.storingEphi.where(
  'on hardware of our own',
  ({ traits, entry }) => traits.hardware && entry.value.vendor === undefined,
)

/** Devices that people carry or own themselves, and that keep ePHI: what only shows it from elsewhere keeps none. */
export const carriedDevices = assets.storingEphi.where('that people carry or own themselves', (asset) => {
  const { traits, entry } = asset
  const carried = traits.portable || entry.value.ownership === 'personal'
  return traits.hardware && traits.interactive && carried && !onlyShows(asset)
})

/** Whether a device is not said to store ePHI, and all of it that reaches the device comes from virtual desktops. */
const onlyShows = ({ id, entry: { exceptionOf }, saidToStore, infrastructure }: AssetSubject): boolean => {
  if (saidToStore) return false
  const own = exceptionOf ?? id
  const connected = ephiConnectionsByEnd(infrastructure).get(own) ?? []
  const isDesktop = (end: string) => infrastructure.asset(end)?.value.kind === 'vdi'
  return (
    connected.length > 0 && connected.every(({ from, to }) => isDesktop(from.id === own ? to.id : from.id))
  )
}

/** Judges what is stated of a place; where no place is described, it is asked where the hardware stands. */
export const judgePremises = (site: PremisesSubject, check: () => Verdict): Verdict =>
  site.value === undefined ? unproven(site.stated) : check()
