import type { AssetDraft } from '../draft.js'
import { type KindTable, notSo, type ProviderDefault, yesNo } from '../facts.js'
import type { Linked } from '../linked.js'
import { claimManagedBackup } from '../managed-backup.js'
import { refusesCleartext, statementsIn } from '../policy.js'
import type { CloudRecord } from '../record.js'
import { claimKey } from './keys.js'
import { byDefault, LATER } from './words.js'

/** How long FSx keeps automatic copies of itself: each format that makes file systems has its own defaults. */
const copiesByItself = (record: CloudRecord): ProviderDefault | undefined => {
  const kind = String(record.get('kind').value ?? '').toUpperCase()
  const fixed = record.get('backupDefault')
  const number = typeof fixed.value === 'number' ? fixed.value : DAYS_OF_FSX[kind]
  if (number === undefined) return undefined
  const what =
    number === 0 ? 'makes no automatic copies of itself' : `keeps automatic copies for ${number} days`
  return byDefault(number, `a file system of this kind of FSx ${what}`, LATER)
}

const DAYS_OF_FSX: Readonly<Record<string, number>> = { LUSTRE: 0, WINDOWS: 30, ONTAP: 30, OPENZFS: 30 }

const claimFileTransport = (record: CloudRecord, linked: Linked, asset: AssetDraft): void => {
  const endpoint = asset.endpoint(2049, 'nfs', record.source)
  const policies = linked.naming('aws.efs-policy', 'fileSystem', record).map((part) => part.get('policy'))
  const refusing = policies.find((given) => refusesCleartext(statementsIn(given) ?? []))
  endpoint.assume(
    'exposure',
    'internal',
    record.source,
    byDefault('', 'EFS answers inside of a private network').note,
  )
  if (refusing) endpoint.set('encryption', 'required', refusing.source)
  else if (policies.every((given) => statementsIn(given) !== undefined))
    endpoint.assume(
      'encryption',
      'optional',
      record.source,
      byDefault('', 'EFS takes connections with and without TLS').note,
    )
}

/** File systems that are shared over a network. */
export const FILE_SYSTEMS: KindTable = {
  'aws.efs': {
    asset: 'file-share',
    vendor: 'aws',
    facts: [['encryptionAtRest.enabled', 'encrypted', yesNo, byDefault(false, 'EFS does not encrypt')]],
    also: (record, linked, asset) => {
      if (!asset) return
      claimKey(record, 'key', linked, asset)
      claimFileTransport(record, linked, asset)
    },
  },
  'aws.efs-policy': { partOf: 'fileSystem' },
  'aws.efs-backup': {
    partOf: 'fileSystem',
    also: (record, linked, asset) => {
      if (asset)
        claimManagedBackup(asset, record, linked, {
          state: record.get('status'),
          retention: 'P35D',
          every: 'P1D',
        })
    },
  },
  'aws.fsx': {
    asset: 'file-share',
    vendor: 'aws',
    facts: [['encryptionAtRest.enabled', 'none', notSo, byDefault(true, 'FSx always encrypts')]],
    also: (record, linked, asset) => {
      if (!asset) return
      claimKey(record, 'key', linked, asset)
      const kept = copiesByItself(record)
      claimManagedBackup(asset, record, linked, {
        state: record.get('backupDays'),
        every: 'P1D',
        ...(kept === undefined ? {} : { absent: kept }),
      })
    },
  },
}
