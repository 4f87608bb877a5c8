import { type DataFlowMap, IMPLIED_WORDS, type Protection } from '../engine/report.js'

/** How a flow is protected, in the words of every picture and table. */
export const PROTECTION_WORDS: Readonly<Record<Protection, string>> = {
  encrypted: 'encrypted',
  partly: 'encrypted in part',
  'not-encrypted': 'in clear',
  unproven: 'not proven',
  'no-network': 'crosses no network',
}

/** How ePHI came to a place; nothing is said where there is none. */
export const REACH_WORDS: Readonly<Record<DataFlowMap['nodes'][number]['reach'], string>> = {
  declared: 'ePHI',
  inferred: 'ePHI, inferred',
  assumed: 'ePHI, assumed',
  none: '',
}

/** Why a flow exists that nobody wrote; a word of a later version stays as it is. */
export const impliedWords = (implied: string): string =>
  (IMPLIED_WORDS as Readonly<Record<string, string>>)[implied] ?? implied

/** What a thing is, as one says it: `relational database`, `business associate`. */
export const whatWords = (kind: string, what: string | undefined): string => {
  if (what === undefined) return kind
  return what === 'none' ? 'no relationship' : what.replaceAll('-', ' ')
}
