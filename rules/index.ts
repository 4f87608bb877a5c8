// Generated from the folders by `npm run generate`; changes here are lost.
import type { AnyRule } from '../src/engine/define-rule.js'
import { cryptoErase as deviceAndMediaCryptoErase } from './device-and-media/crypto-erase.js'
import { disposal as deviceAndMediaDisposal } from './device-and-media/disposal.js'
import { reUse as deviceAndMediaReUse } from './device-and-media/re-use.js'
import { algorithmApproved as encryptionAtRestAlgorithmApproved } from './encryption-at-rest/algorithm-approved.js'
import { backupEncrypted as encryptionAtRestBackupEncrypted } from './encryption-at-rest/backup-encrypted.js'
import { portableEncrypted as encryptionAtRestPortableEncrypted } from './encryption-at-rest/portable-encrypted.js'
import { storageEncrypted as encryptionAtRestStorageEncrypted } from './encryption-at-rest/storage-encrypted.js'
import { apartFromData as keyManagementApartFromData } from './key-management/apart-from-data.js'
import { dutiesSeparated as keyManagementDutiesSeparated } from './key-management/duties-separated.js'
import { fipsModule as keyManagementFipsModule } from './key-management/fips-module.js'
import { recoverable as keyManagementRecoverable } from './key-management/recoverable.js'
import { rotation as keyManagementRotation } from './key-management/rotation.js'
import { useRestricted as keyManagementUseRestricted } from './key-management/use-restricted.js'
import { afterTermination as transmissionSecurityAfterTermination } from './transmission-security/after-termination.js'
import { cipherNone as transmissionSecurityCipherNone } from './transmission-security/cipher-none.js'
import { cipherStrength as transmissionSecurityCipherStrength } from './transmission-security/cipher-strength.js'
import { cleartextRefused as transmissionSecurityCleartextRefused } from './transmission-security/cleartext-refused.js'
import { clientVerifies as transmissionSecurityClientVerifies } from './transmission-security/client-verifies.js'
import { flowEncrypted as transmissionSecurityFlowEncrypted } from './transmission-security/flow-encrypted.js'
import { legacyProtocol as transmissionSecurityLegacyProtocol } from './transmission-security/legacy-protocol.js'
import { nativeRequired as transmissionSecurityNativeRequired } from './transmission-security/native-required.js'
import { sslRefused as transmissionSecuritySslRefused } from './transmission-security/ssl-refused.js'
import { tls10Refused as transmissionSecurityTls10Refused } from './transmission-security/tls-1-0-refused.js'
import { tls13Offered as transmissionSecurityTls13Offered } from './transmission-security/tls-1-3-offered.js'

/** Every rule, in the order of modules and slugs. */
export const rules: readonly AnyRule[] = [
  deviceAndMediaCryptoErase,
  deviceAndMediaDisposal,
  deviceAndMediaReUse,
  encryptionAtRestAlgorithmApproved,
  encryptionAtRestBackupEncrypted,
  encryptionAtRestPortableEncrypted,
  encryptionAtRestStorageEncrypted,
  keyManagementApartFromData,
  keyManagementDutiesSeparated,
  keyManagementFipsModule,
  keyManagementRecoverable,
  keyManagementRotation,
  keyManagementUseRestricted,
  transmissionSecurityAfterTermination,
  transmissionSecurityCipherNone,
  transmissionSecurityCipherStrength,
  transmissionSecurityCleartextRefused,
  transmissionSecurityClientVerifies,
  transmissionSecurityFlowEncrypted,
  transmissionSecurityLegacyProtocol,
  transmissionSecurityNativeRequired,
  transmissionSecuritySslRefused,
  transmissionSecurityTls10Refused,
  transmissionSecurityTls13Offered,
]
