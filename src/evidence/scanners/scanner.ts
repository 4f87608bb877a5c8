import type { Observation } from '../evidence.js'

/** Keys and indices that lead to a value of a scanner's result. */
type Route = readonly (string | number)[]

/** An observation, and where in the result it stands. */
export interface Placed {
  readonly observation: Observation
  readonly at: Route
  /** Where single facts stand, by their keys joined with dots: `tls.versions`. */
  readonly parts?: Readonly<Record<string, Route>>
}

/** What was read of a scanner's result. */
export interface ScanResult {
  readonly tool: { readonly name: string; readonly version?: string }
  readonly observations: readonly Placed[]
  /** How many entries say nothing that a description could say, by what they are. */
  readonly notRead: Readonly<Record<string, number>>
}

/** What a reader needs besides the result. */
export interface ScanContext {
  /** When the file was written, RFC 3339: for results that say nowhere when the scan was made. */
  readonly writtenAt?: string
}

/** Reads the result of a scanner that others wrote. Told apart by content: names of files prove nothing. */
export interface Scanner {
  readonly id: string
  /** As its makers call it: `testssl.sh`. */
  readonly title: string
  readonly format: 'json' | 'xml'
  /** Whether a value is a result of this scanner: JSON, or the root element of XML. */
  recognises(value: unknown): boolean
  /** Makes observations of it. Whatever has not the shape that is expected is passed over, and counted. */
  read(value: unknown, context: ScanContext): ScanResult
}
