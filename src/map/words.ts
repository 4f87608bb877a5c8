import type { DataFlowMap, Protection } from '../engine/report.js'

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

/** Why a flow exists that nobody wrote. */
export const IMPLIED_WORDS: Readonly<Record<string, string>> = {
  replica: 'replica',
  copy: 'backup copy',
  'audit-log': 'audit log',
  archive: 'archive',
  script: 'third-party script',
  derived: 'derived data',
  mail: 'mail',
}

/** What a thing is, as one says it: `relational database`, `business associate`. */
export const whatWords = (kind: string, what: string | undefined): string => {
  if (what === undefined) return kind
  return what === 'none' ? 'no relationship' : what.replaceAll('-', ' ')
}
