import { type Database, type Row, StoreError } from './database.js'
import { NO_HASH, openedReport, sha256 } from './entry.js'
import { isTied, parsedEntry, rowsOf } from './history.js'
import { SELECT_WHOLE } from './schema.js'

/** Something that was done to a history. */
export interface Tampering {
  /** The number of the report; absent where it is the whole. */
  readonly sequence?: number
  readonly what: string
}

/** What a history was found to be. */
export interface Verification {
  readonly count: number
  /** The last report; absent where there is none. */
  readonly head?: { readonly sequence: number; readonly hash: string }
  readonly tampering: readonly Tampering[]
}

/** Reports are large: so many are in memory at once. */
const BATCH = 20

/**
 * Looks at every byte that is kept: that each report is what was recorded, and that none is missing between. Whether
 * the last ones were removed shows only against a hash that somebody noted: then it must be that of a report here.
 */
export const verifyHistory = async (database: Database, expected?: string): Promise<Verification> => {
  const tampering: Tampering[] = []
  let count = 0
  let before: Row | undefined
  let isExpectedHere = expected === undefined
  try {
    for await (const row of rowsOf(database, SELECT_WHOLE, BATCH)) {
      tampering.push(...gapBetween(before, row), ...faultsOf(row))
      isExpectedHere ||= String(row['hash']) === expected
      before = row
      count++
    }
  } catch (error) {
    if (!(error instanceof StoreError) || error.fault !== 'damaged') throw error
    tampering.push({ what: `the database is damaged after report ${count}: ${error.message}` })
  }
  if (!isExpectedHere)
    tampering.push({
      what: `no report has the expected hash ${expected}: reports were removed, or all were replaced`,
    })
  return { count, ...headOf(before), tampering }
}

const headOf = (row: Row | undefined): Pick<Verification, 'head'> =>
  row === undefined ? {} : { head: { sequence: Number(row['sequence']), hash: String(row['hash']) } }

const gapBetween = (before: Row | undefined, row: Row): readonly Tampering[] => {
  const sequence = Number(row['sequence'])
  const last = Number(before?.['sequence'] ?? 0)
  if (sequence === last + 2) return [{ sequence: last + 1, what: 'is missing' }]
  if (sequence > last + 2) return [{ what: `reports ${last + 1} to ${sequence - 1} are missing` }]
  if (sequence < 1) return [{ sequence, what: 'has a number that none is given' }]
  return String(row['previous_hash']) === String(before?.['hash'] ?? NO_HASH)
    ? []
    : [
        {
          sequence,
          what: `does not follow ${before === undefined ? 'the beginning' : `report ${last}`}: one of them was replaced`,
        },
      ]
}

/** Of an entry that was altered nothing is believed, not even which report belongs to it. */
const faultsOf = (row: Row): readonly Tampering[] => {
  const sequence = Number(row['sequence'])
  if (!isTied(row)) return [{ sequence, what: 'its entry was altered' }]
  const entry = parsedEntry(row)
  if (entry === undefined) return [{ sequence, what: 'its entry is none that hipaacheck wrote' }]
  const bytes = row['report']
  const faults: string[] = []
  if (entry.sequence !== sequence) faults.push('it was given another number')
  if (!(bytes instanceof Uint8Array) || sha256(bytes) !== entry.keptSha256)
    faults.push('its report was altered')
  else if (sha256(openedReport(bytes) ?? '') !== entry.reportSha256)
    faults.push('its report is not the one that its entry names')
  return faults.map((what) => ({ sequence, what }))
}
