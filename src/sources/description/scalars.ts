import type { Problem } from '../../model/problem.js'
import { isCidr } from '../../model/scalars/cidr.js'
import { parseDay } from '../../model/scalars/day.js'
import { DURATION_UNITS, parseDuration } from '../../model/scalars/duration.js'
import { parseAllowance } from '../../model/scalars/port-range.js'
import { parseTlsVersion } from '../../model/scalars/tls-version.js'
import type { Document } from '../documents/document.js'
import { nearest } from '../suggest.js'
import type { Scalar, SchemaNode } from './schema-node.js'

interface Grammar {
  readonly code: Problem['code']
  readonly reads: (text: string) => boolean
  readonly expected: string
  readonly suggestion?: (text: string) => string | undefined
}

/** Words that may stand for a duration only where the schema says so. */
const ENDLESS = ['never', 'forever']

const unitSuggestion = (text: string): string | undefined => {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(.*)$/.exec(text)
  if (!match) return undefined
  const [, count = '', rest = ''] = match
  if (rest === '') return `write the unit: ${count} days, ${count} months, ${count} years`
  const unit = nearest(rest.toLowerCase().replace(/s$/, ''), DURATION_UNITS)
  return unit === undefined ? undefined : `${Math.round(Number(count))} ${unit}s`
}

const GRAMMARS: Partial<Record<Scalar, Grammar>> = {
  duration: {
    code: 'bad-duration',
    reads: (text) => !ENDLESS.includes(text) && parseDuration(text) !== undefined,
    expected: 'a whole number with its unit (`35 days`, `6 years`) or ISO 8601 (`P6Y`, `PT15M`)',
    suggestion: unitSuggestion,
  },
  date: {
    code: 'impossible-date',
    reads: (text) => parseDay(text) !== undefined,
    expected: 'a day that exists, as `2026-11-24` (ISO 8601)',
  },
  version: {
    code: 'unknown-value',
    reads: (text) => parseTlsVersion(text) !== undefined,
    expected: 'a version such as `TLSv1.2`, `TLSv1.3`, `1.2` or `SSLv3`',
  },
  percent: {
    code: 'impossible-value',
    reads: (text) => /^\d{1,3}(\.\d+)?%?$/.test(text) && Number(text.replace('%', '')) <= 100,
    expected: 'a share from 0 to 100, as `91` or `91%`',
  },
  cidr: { code: 'impossible-value', reads: isCidr, expected: 'a network such as `10.20.0.0/16`' },
  portRange: {
    code: 'impossible-value',
    reads: (text) => parseAllowance(text) !== undefined,
    expected: 'a port as `tcp/5432`, a range as `udp/500-510`, or a protocol as `https`',
  },
}

/** What is wrong with a text that has a grammar: a bare number for a duration, 30 February. */
export const scalarProblem = (
  value: unknown,
  node: SchemaNode,
  document: Document,
  route: readonly (string | number)[],
): Problem | undefined => {
  const kind = node['x-scalar']
  const grammar = kind === undefined ? undefined : GRAMMARS[kind]
  if (!grammar || (typeof value !== 'string' && typeof value !== 'number')) return undefined
  const text = String(value)
  const also = node['x-also'] ?? []
  if (also.includes(text) || grammar.reads(text)) return undefined
  const suggestion = grammar.suggestion?.(text)
  const key = String(route.filter((one) => typeof one === 'string').at(-1) ?? 'the value')
  return {
    code: grammar.code,
    message: `\`${key}\` cannot be read`,
    found: text === '' ? 'an empty text' : text,
    expected: [grammar.expected, ...also.map((word) => `\`${word}\``)].join(', or '),
    ...(suggestion === undefined ? {} : { suggestion }),
    place: document.locate(route),
  }
}
