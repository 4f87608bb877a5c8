import type { Report } from '../engine/report.js'
import { type Database, type Row, StoreError } from './database.js'
import {
  chainHash,
  ENTRY_VERSION,
  type Entry,
  entryOf,
  isEntry,
  keptReport,
  NO_HASH,
  openedReport,
  sha256,
} from './entry.js'
import { INSERT, SELECT_BY_SEQUENCE, SELECT_ENTRIES, SELECT_HEAD, SELECT_LIKE_HASH } from './schema.js'

/** An entry and its hash, which stands for it and all before it. */
export interface Link {
  readonly entry: Entry
  readonly hash: string
}

/** Appends a report. `json` is what `--format json` writes of it, `now` the time. */
export const appendReport = async (
  database: Database,
  report: Report,
  json: string,
  now: Date,
): Promise<Link> => {
  const kept = keptReport(json)
  return database.append(async (session) => {
    const [head] = await session.all(SELECT_HEAD)
    const previous = head === undefined ? NO_HASH : String(head['hash'])
    const entry = entryOf(report, kept, Number(head?.['sequence'] ?? 0) + 1, now.toISOString())
    const text = JSON.stringify(entry)
    const hash = chainHash(previous, text)
    await session.run(INSERT, [entry.sequence, previous, hash, text, kept.bytes])
    return { entry, hash }
  })
}

/** So many entries are asked for at once. */
const BATCH = 200

/** All entries, the oldest first, without their reports. */
export async function* allLinks(database: Database): AsyncGenerator<Link> {
  for await (const row of rowsOf(database, SELECT_ENTRIES, BATCH)) yield linkOf(row)
}

/** Rows in the order of their numbers, so many at once. */
export async function* rowsOf(database: Database, sql: string, batch: number): AsyncGenerator<Row> {
  let last = LEAST
  for (;;) {
    const rows = await database.read(sql, [last, batch])
    yield* rows
    if (rows.length < batch) return
    last = Number(rows.at(-1)?.['sequence'])
  }
}

/** The least whole number of 32 bits: a number that somebody altered may be less than 1. */
const LEAST = -2_147_483_648

const linkOf = (row: Row): Link => {
  const entry = parsedEntry(row)
  const hash = String(row['hash'])
  if (entry === undefined || !isTied(row)) throw altered(row)
  return { entry, hash }
}

/** Whether the hash of a row is that of its entry, after the hash before. */
export const isTied = (row: Row): boolean =>
  chainHash(String(row['previous_hash']), String(row['entry'])) === String(row['hash'])

const altered = ({ sequence }: Row): StoreError =>
  new StoreError('damaged', `report ${sequence} was altered`, '`hipaacheck history verify` tells what was')

/** The entry of a row; nothing where it is none. One of a later version is an error. */
export const parsedEntry = (row: Row): Entry | undefined => {
  const value = parsed(String(row['entry']))
  if (typeof value !== 'object' || value === null || !('entryVersion' in value)) return undefined
  if (value.entryVersion !== ENTRY_VERSION)
    throw new StoreError(
      'newer',
      `report ${row['sequence']} was recorded in a form of version ${value.entryVersion}`,
      `version ${ENTRY_VERSION}, which this hipaacheck reads`,
    )
  return isEntry(value as Readonly<Record<string, unknown>>) ? (value as unknown as Entry) : undefined
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The JSON of a report, by its number, the beginning of its hash (at least 4 digits, not all decimal unless longer than
 * a number) or `latest`. Nothing where no report is meant, or more than one.
 */
export const findReport = async (
  database: Database,
  id: string,
): Promise<(Link & { readonly json: string }) | undefined> => {
  const sequence = await sequenceOf(database, id)
  if (sequence === undefined) return undefined
  const [row] = await database.read(SELECT_BY_SEQUENCE, [sequence])
  if (row === undefined) return undefined
  const link = linkOf(row)
  const json = openedReport(row['report'] as Uint8Array)
  if (json === undefined || sha256(json) !== link.entry.reportSha256) throw altered(row)
  return { ...link, json }
}

/** The largest number that a column holds. */
const LARGEST = 2_147_483_647

const sequenceOf = async (database: Database, id: string): Promise<number | undefined> => {
  if (id === 'latest') {
    const [head] = await database.read(SELECT_HEAD)
    return head === undefined ? undefined : Number(head['sequence'])
  }
  if (/^\d{1,10}$/.test(id) && Number(id) <= LARGEST) return Number(id)
  if (!/^[0-9a-f]{4,64}$/.test(id)) return undefined
  const [row, another] = await database.read(SELECT_LIKE_HASH, [`${id}%`])
  return row === undefined || another !== undefined ? undefined : Number(row['sequence'])
}
