import type { ProviderDefault } from '../facts.js'

/** The day on which the defaults of AWS were last compared with its documentation. */
export const CHECKED = '2026-11-23'

/** The day on which those were read that came later. */
export const LATER = '2026-11-25'

/** What AWS does where nothing is written. */
export const byDefault = (value: unknown, what: string, read = CHECKED): ProviderDefault => ({
  value,
  note: `default of AWS: ${what} (as documented on ${read})`,
})
