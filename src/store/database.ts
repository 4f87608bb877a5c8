/** What a column holds: numbers are whole. */
export type Value = number | string | Uint8Array

/** A row, by the names of its columns. */
export type Row = Readonly<Record<string, Value>>

/** Statements in one transaction. Parameters are `$1`, `$2` and so on, each used once and in this order. */
export interface Session {
  all(sql: string, values?: readonly Value[]): Promise<readonly Row[]>
  run(sql: string, values?: readonly Value[]): Promise<void>
}

/** A database that holds a history. What befalls it comes as a {@link StoreError}. */
export interface Database {
  /** Where it is, for people: never with a password. */
  readonly location: string
  /** Whether there is a history in it. */
  exists(): Promise<boolean>
  /** Asks, outside of any transaction. Each answer is of one moment. */
  read(sql: string, values?: readonly Value[]): Promise<readonly Row[]>
  /** Does work that alone may append: all of it is kept, or nothing. The table is made where there is none. */
  append<T>(work: (session: Session) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * Why a store does not serve. `unreachable`: it is not there, or does not answer, or refuses; `none`: there is no
 * history in it; `damaged`: its bytes make no sense; `busy`: somebody else holds it for too long; `newer`: a later
 * version of this tool wrote it.
 */
export type StoreFault = 'unreachable' | 'none' | 'damaged' | 'busy' | 'newer'

/** A store that does not serve, and what can be done. */
export class StoreError extends Error {
  readonly fault: StoreFault
  readonly advice: string | undefined

  constructor(fault: StoreFault, message: string, advice?: string) {
    super(message)
    this.name = 'StoreError'
    this.fault = fault
    this.advice = advice
  }
}
