import type { Database } from './database.js'
import { shownUrl } from './postgres-url.js'

/** Where a history is kept unless somebody says otherwise. */
export const DEFAULT_STORE = '.hipaacheck-history.db'

/** Opens the store at a location: a URL of PostgreSQL, or the path of a file. What serves it is loaded now. */
export const openDatabase = async (location: string, cwd = process.cwd()): Promise<Database> => {
  if (isUrl(location)) return (await import('./postgres.js')).postgresDatabase(location)
  return (await import('./sqlite.js')).sqliteDatabase(location, cwd)
}

/** A location as people may see it: never with a password. */
export const shownLocation = (location: string): string => (isUrl(location) ? shownUrl(location) : location)

const isUrl = (location: string): boolean => /^postgres(?:ql)?:/i.test(location)
