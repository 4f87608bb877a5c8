import type { Asset } from '../../model/description.generated.js'

/** What a check of a scanner shows of an asset: by passing, by failing, or by both. */
export interface CheckFact {
  readonly pass?: Partial<Asset>
  readonly fail?: Partial<Asset>
}

const flag = (pass: Partial<Asset>, fail: Partial<Asset>): CheckFact => ({ pass, fail })

/** Whether what is stored is encrypted. */
export const ENCRYPTED = flag(
  { encryptionAtRest: { enabled: true } },
  { encryptionAtRest: { enabled: false } },
)
/** Whether access is written down. */
export const LOGGED = flag({ audit: { enabled: true } }, { audit: { enabled: false } })
/** Whether earlier versions are kept. */
export const VERSIONED = flag({ recovery: { versioning: true } }, { recovery: { versioning: false } })
/** Whether it can be deleted in one step. */
export const DELETION_PROTECTED = flag(
  { recovery: { deletionProtection: true } },
  { recovery: { deletionProtection: false } },
)
/** Whether anyone can read it. That one way is closed does not show that none is open. */
export const PUBLIC: CheckFact = { fail: { access: { anonymous: true } } }
/** Whether it can be put back to a point in time: how far back is not shown. */
export const POINT_IN_TIME: CheckFact = { fail: { recovery: { pointInTime: 'none' } } }
/** Whether one zone may fail. */
export const SEVERAL_ZONES: CheckFact = { fail: { availability: { availabilityZones: 1 } } }
