import type { Scanner } from './scanner.js'

/** Every scanner whose results can be read. The first that recognises a result reads it. */
export const SCANNERS: readonly Scanner[] = []
