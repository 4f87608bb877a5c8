import type { Place, Problem } from '../../model/problem.js'
import { jsonDocument } from './json.js'
import { sourceText } from './text.js'
import { yamlDocument } from './yaml.js'
import type { TagKeys } from './yaml-tags.js'

/** Keys and indices that lead to a value. */
export type Route = readonly (string | number)[]

/** A text that became a value, and still knows where each part of it stands. */
export interface Document {
  /** As places show it. */
  readonly file: string
  /** SHA-256 of its bytes, in hex; worked out when it is first asked for. */
  digest(): string
  readonly format: 'yaml' | 'json' | 'hcl' | 'xml'
  /** Plain data: aliases and merge keys are resolved. */
  readonly value: unknown
  /** Where a value stands, or the nearest value above it that does; worked out only when asked. */
  locate(route: Route, part?: 'key' | 'value'): Place
  /** A scalar as it was written, without its quotes: `1.0` where the value is the number 1. */
  sourceText(route: Route): string | undefined
  /** Where an alias or a merge key brought in a value that stands elsewhere. */
  usedAt(route: Route): Place | undefined
  /** A line of the text without its end, counted from 1. */
  line(number: number): string | undefined
}

/** What came of reading one text. */
export type ReadDocument = { readonly document: Document } | { readonly problems: readonly Problem[] }

/** Reads bytes as JSON if that is what they are, else as YAML 1.2. All that input can cause is a problem. */
export const readDocument = (file: string, bytes: Uint8Array, tags?: TagKeys): ReadDocument => {
  const decoded = sourceText(file, bytes)
  if ('problem' in decoded) return { problems: [decoded.problem] }
  const { source } = decoded
  return /^\s*[{[]/.test(source.text)
    ? (jsonDocument(source) ?? yamlDocument(source, tags))
    : yamlDocument(source, tags)
}

/** Keys that are no data: an object that has them is an attack, or a mistake. */
export const RESERVED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** A description is a few levels deep; what is deeper is an attack. */
export const DEEPEST = 64

export const reservedKey = (key: string, place: Place): Problem => ({
  code: 'reserved-key',
  message: `\`${key}\` cannot be a key`,
  place,
})

export const tooDeep = (place: Place): Problem => ({
  code: 'too-deep',
  message: `this is nested more than ${DEEPEST} levels deep`,
  expected: 'a description, which has a few levels',
  place,
})
