import type { Asset } from '../../model/description.generated.js'

/** What a check of a scanner shows of an asset: by passing, by failing, or by both. */
export interface CheckFact {
  readonly pass?: Partial<Asset>
  readonly fail?: Partial<Asset>
}

const flag = (pass: Partial<Asset>, fail: Partial<Asset>): CheckFact => ({ pass, fail })

/** What checks show, by what they look at. */
export const SHOWN = {
  /** Whether what is stored is encrypted. */
  encrypted: flag({ encryptionAtRest: { enabled: true } }, { encryptionAtRest: { enabled: false } }),
  /** Whether encryption is asked for of who encrypts all the same (cloud-encryption-defaults): failing shows nothing. */
  encryptionAskedFor: { pass: { encryptionAtRest: { enabled: true } } },
  /** Whether access is written down. */
  logged: flag({ audit: { enabled: true } }, { audit: { enabled: false } }),
  /** Whether earlier versions are kept. */
  versioned: flag({ recovery: { versioning: true } }, { recovery: { versioning: false } }),
  /** Whether it can be deleted in one step. */
  deletionProtected: flag(
    { recovery: { deletionProtection: true } },
    { recovery: { deletionProtection: false } },
  ),
  /** Whether anyone can read it. That one way is closed does not show that none is open. */
  public: { fail: { access: { anonymous: true } } },
  /** Whether it can be put back to a point in time: how far back is not shown. */
  pointInTime: { fail: { recovery: { pointInTime: 'none' } } },
  /** Whether one zone may fail. */
  severalZones: { fail: { availability: { availabilityZones: 1 } } },
} as const satisfies Readonly<Record<string, CheckFact>>

/** What is known of each check of a scanner, by its id. */
export type Checks = ReadonlyMap<string, CheckFact>

/** What a check shows by how it came out; `undefined` where it shows nothing. */
export const shownBy = (
  checks: Checks,
  id: string,
  outcome: 'pass' | 'fail' | undefined,
): Partial<Asset> | undefined => (outcome === undefined ? undefined : checks.get(id)?.[outcome])
