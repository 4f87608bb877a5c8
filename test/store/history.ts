import type { Report } from '../../src/audit.js'
import { json } from '../../src/reporters/json.js'
import type { Database } from '../../src/store/database.js'
import { appendReport, type Link } from '../../src/store/history.js'
import { openDatabase } from '../../src/store/open.js'
import { reportOfOne } from '../reporters/reports.js'

/** A small report on a system of this name. */
export const reportOnSystem = (name = 'A small practice'): Report => {
  const report = reportOfOne()
  return { ...report, system: { ...report.system, name } }
}

/** The JSON of a report, as it is kept. */
export const jsonOf = (report: Report): string =>
  [...json.render(report, { color: false, columns: 80 })].join('')

/** The time at which the n-th report is recorded. */
export const timeOf = (index: number): Date => new Date(Date.UTC(2026, 0, 1 + index))

/** Does work on a store and closes it. */
export const withStore = async <T>(
  location: string,
  work: (database: Database) => Promise<T>,
): Promise<T> => {
  const database = await openDatabase(location)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** Records so many reports, on a system each, a day apart. */
export const recorded = (location: string, count: number): Promise<readonly Link[]> =>
  withStore(location, async (database) => {
    const links: Link[] = []
    for (let index = 1; index <= count; index++) {
      const report = reportOnSystem(`Practice ${index}`)
      links.push(await appendReport(database, report, jsonOf(report), timeOf(index)))
    }
    return links
  })
