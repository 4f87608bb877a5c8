import type { Report } from './engine/report.js'
import type { Problem, ProblemCode } from './model/problem.js'
import { json } from './reporters/json.js'
import { nearest } from './sources/suggest.js'
import { type Database, StoreError, type StoreFault } from './store/database.js'
import { allLinks, appendReport, findReport, type Link } from './store/history.js'
import { openDatabase, shownLocation } from './store/open.js'
import { type Verification, verifyHistory } from './store/verify.js'

type Outcome<T> = T | { readonly problems: readonly Problem[] }

/** Which store, and where paths begin. */
export interface StoreOptions {
  readonly location: string
  readonly cwd?: string
}

/** Keeps a report in a store, which is made where there is none. It is kept whole or not at all. */
export const recordReport = (
  report: Report,
  options: StoreOptions,
  now = new Date(),
): Promise<Outcome<{ readonly link: Link }>> =>
  withDatabase(options, async (database) => {
    const text = [...json.render(report, { color: false, columns: 80 })].join('')
    return { link: await appendReport(database, report, text, now) }
  })

/** The entries of a store, the oldest first; of one system, where one is named. */
export const listHistory = (
  options: StoreOptions,
  system?: string,
): Promise<Outcome<{ readonly links: readonly Link[] }>> =>
  withHistory(options, async (database) => {
    const links: Link[] = []
    for await (const link of allLinks(database)) links.push(link)
    if (system === undefined) return { links }
    const wanted = links.filter(({ entry }) => entry.system === system)
    return wanted.length > 0
      ? { links: wanted }
      : { problems: [unknownSystem(options.location, system, links)] }
  })

/** Whether anything in a store was altered or removed; `expected` is the hash of a report that has to be there. */
export const checkHistory = (
  options: StoreOptions,
  expected?: string,
): Promise<Outcome<{ readonly verification: Verification }>> =>
  withHistory(options, async (database) => ({ verification: await verifyHistory(database, expected) }))

/** The JSON of a stored report, and what to call it. */
export const storedReport = (
  options: StoreOptions,
  id: string,
): Promise<Outcome<{ readonly name: string; readonly json: string }>> =>
  withHistory(options, async (database) => {
    const found = await findReport(database, id)
    return found === undefined
      ? { problems: [unknownReport(options.location, id)] }
      : { name: `report ${found.entry.sequence}`, json: found.json }
  })

const withHistory = <T>(
  options: StoreOptions,
  work: (database: Database) => Promise<Outcome<T>>,
): Promise<Outcome<T>> =>
  withDatabase(options, async (database) => {
    if (!(await database.exists()))
      throw new StoreError(
        'none',
        'nothing was recorded there',
        'a store that `hipaacheck audit --record` made',
      )
    return work(database)
  })

const withDatabase = async <T>(
  { location, cwd }: StoreOptions,
  work: (database: Database) => Promise<Outcome<T>>,
): Promise<Outcome<T>> => {
  try {
    const database = await openDatabase(location, cwd)
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  } catch (error) {
    if (error instanceof StoreError) return { problems: [problemOf(error, location)] }
    throw error
  }
}

const CODES: Readonly<Record<StoreFault, ProblemCode>> = {
  unreachable: 'store-unreachable',
  none: 'no-history',
  damaged: 'store-damaged',
  busy: 'store-busy',
  newer: 'unknown-version',
}

const problemOf = ({ fault, message, advice }: StoreError, location: string): Problem => ({
  code: CODES[fault],
  message: `the history ${shownLocation(location)}: ${message}`,
  ...(advice === undefined ? {} : { expected: advice }),
})

const unknownSystem = (location: string, system: string, links: readonly Link[]): Problem => {
  const near = nearest(system, [...new Set(links.map(({ entry }) => entry.system))])
  return {
    code: 'unknown-report',
    message: `the history ${shownLocation(location)} has no report on a system of this name`,
    found: system,
    ...(near === undefined ? {} : { suggestion: near }),
  }
}

const unknownReport = (location: string, id: string): Problem => ({
  code: 'unknown-report',
  message: `the history ${shownLocation(location)} has no one report that is meant`,
  found: id,
  expected: 'a number or the beginning of a hash that `hipaacheck history` lists, or latest',
})

/** A hash as somebody noted it; what is none is a problem. */
export const expectedHash = (text: string | undefined): Outcome<{ readonly hash?: string }> => {
  if (text === undefined) return {}
  const hash = text.trim().toLowerCase()
  if (/^[0-9a-f]{64}$/.test(hash)) return { hash }
  return {
    problems: [
      {
        code: 'bad-usage',
        message: '`--expect` is no head of a history',
        found: text,
        expected: 'the 64 hexadecimal digits that `hipaacheck history verify` printed',
      },
    ],
  }
}
