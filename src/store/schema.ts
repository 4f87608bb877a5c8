/** The one table, the same in every database. SQLite takes a type that it does not know as it comes: bytes stay bytes. */
export const TABLE = 'hipaacheck_history'

/** Makes the table. `entry` is JSON in the very characters that were hashed, `report` is gzip. */
export const CREATE_TABLE = `CREATE TABLE ${TABLE} (
  sequence INTEGER PRIMARY KEY,
  previous_hash TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL UNIQUE,
  entry TEXT NOT NULL,
  report BYTEA NOT NULL
)`

export const SELECT_HEAD = `SELECT sequence, hash FROM ${TABLE} ORDER BY sequence DESC LIMIT 1`

export const INSERT = `INSERT INTO ${TABLE} (sequence, previous_hash, hash, entry, report) VALUES ($1, $2, $3, $4, $5)`

/** Entries after a sequence number, in order, without their reports. */
export const SELECT_ENTRIES = `SELECT sequence, previous_hash, hash, entry FROM ${TABLE} WHERE sequence > $1 ORDER BY sequence LIMIT $2`

/** The same with the reports. */
export const SELECT_WHOLE = `SELECT sequence, previous_hash, hash, entry, report FROM ${TABLE} WHERE sequence > $1 ORDER BY sequence LIMIT $2`

export const SELECT_BY_SEQUENCE = `SELECT sequence, previous_hash, hash, entry, report FROM ${TABLE} WHERE sequence = $1`

/** At most two whose hash is like a pattern: one is meant, two are ambiguous. */
export const SELECT_LIKE_HASH = `SELECT sequence FROM ${TABLE} WHERE hash LIKE $1 ORDER BY sequence LIMIT 2`

/** What refuses to change or remove an entry: no proof, which the chain is, but a guard against mistakes. */
export const SQLITE_GUARDS: readonly string[] = ['UPDATE', 'DELETE'].map(
  (deed) => `CREATE TRIGGER ${TABLE}_no_${deed.toLowerCase()} BEFORE ${deed} ON ${TABLE}
  BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END`,
)

/** The same for PostgreSQL. */
export const POSTGRES_GUARDS: readonly string[] = [
  `CREATE OR REPLACE FUNCTION ${TABLE}_append_only() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN RAISE EXCEPTION 'the history is append-only'; END $$`,
  `CREATE TRIGGER ${TABLE}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${TABLE}
  FOR EACH STATEMENT EXECUTE FUNCTION ${TABLE}_append_only()`,
]
