import { DEEPEST, RESERVED_KEYS, type Route } from './document.js'

/**
 * Reads the YAML that people write most: block and flow collections of plain and quoted scalars on one line. It gives the
 * same values and places as the whole parser, or nothing at all: whatever is rarer (anchors, tags, block scalars, merge
 * keys, scalars over several lines), and whatever is wrong, is left to that one.
 */
export const quickYaml = (text: string): QuickDocument | undefined => {
  if (RARE.test(text)) return undefined
  const reading: Reading = { text, at: 0, spans: new Map(), indents: [] }
  try {
    const first = nextLine(reading)
    if (first === undefined || first !== 0) return undefined
    const value = readBlock(reading, 0, 1)
    return nextLine(reading) === undefined ? { value, spans: reading.spans, text } : undefined
  } catch (error) {
    if (error === RARER || error instanceof RangeError) return undefined
    throw error
  }
}

/** What was read, and where each part of it stands. */
export interface QuickDocument {
  readonly value: Collection
  readonly spans: Spans
  readonly text: string
}

type Collection = Record<string, unknown> | unknown[]

/**
 * Where a collection stands, and its entries: for each two offsets of the key (of mappings), and two of the value, in
 * their order.
 */
interface Span {
  readonly start: number
  end: number
  readonly entries: number[]
}

/** One for each collection: that many weak references would be slow to collect, and it lives as long as the value. */
type Spans = Map<object, Span>

interface Reading {
  readonly text: string
  at: number
  readonly spans: Spans
  /** Of the blocks around, to see that what is in brackets is indented further. */
  readonly indents: number[]
}

/** Tabs, carriage returns and controls; marks of documents and directives. */
const RARE = /(?!\n)[\p{Cc}\u2028\u2029\ufeff]|^(?:---|\.\.\.|%)/mu

/** Thrown where the whole parser has to read; it never leaves this module. */
const RARER = Symbol('rarer')

const rarer = (): never => {
  throw RARER
}

const NEWLINE = 10
const SPACE = 32

/** Goes to the next line with content and tells its indentation; `undefined` at the end. */
const nextLine = (reading: Reading): number | undefined => {
  const { text } = reading
  let start = reading.at
  for (;;) {
    let at = start
    while (text.charCodeAt(at) === SPACE) at++
    const character = text[at]
    if (character === undefined) {
      reading.at = at
      return undefined
    }
    if (character !== '\n' && character !== '#') {
      reading.at = at
      return at - start
    }
    const end = text.indexOf('\n', at)
    if (end < 0) {
      reading.at = text.length
      return undefined
    }
    start = end + 1
  }
}

/** Looks at the next line without going there. */
const peekLine = (reading: Reading): { readonly indent: number; readonly at: number } | undefined => {
  const before = reading.at
  const indent = nextLine(reading)
  const { at } = reading
  reading.at = before
  return indent === undefined ? undefined : { indent, at }
}

/** Ends a line after a value: spaces, a comment, its end. */
const endLine = (reading: Reading): void => {
  const { text } = reading
  let { at } = reading
  const from = at
  while (text.charCodeAt(at) === SPACE) at++
  const character = text[at]
  if (character === '#' && at > from) at = endOfLine(text, at)
  else if (character !== '\n' && character !== undefined) rarer()
  reading.at = Math.min(at + 1, text.length)
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

/** Reads the block that begins here, at this column. */
const readBlock = (reading: Reading, indent: number, depth: number): Collection => {
  if (depth > DEEPEST) rarer()
  reading.indents.push(indent)
  const block = isDash(reading.text, reading.at)
    ? readSequence(reading, indent, depth)
    : readMapping(reading, indent, depth)
  reading.indents.pop()
  return block
}

const isDash = (text: string, at: number): boolean => {
  const next = text.charCodeAt(at + 1)
  return text[at] === '-' && (next === SPACE || next === NEWLINE || Number.isNaN(next))
}

const readMapping = (reading: Reading, indent: number, depth: number): Record<string, unknown> => {
  const mapping: Record<string, unknown> = {}
  const span: Span = { start: reading.at, end: reading.at, entries: [] }
  reading.spans.set(mapping, span)
  for (;;) {
    const [start, key] = readKey(reading)
    if (Object.hasOwn(mapping, key) || RESERVED_KEYS.has(key)) rarer()
    span.entries.push(start, start + key.length)
    mapping[key] = readValue(reading, span, indent, depth)
    const next = peekLine(reading)
    if (next === undefined || next.indent < indent) {
      takeComment(reading.text, span)
      return mapping
    }
    if (next.indent > indent || isDash(reading.text, next.at)) rarer()
    reading.at = next.at
  }
}

/** A comment behind a block of one line counts to its line. */
const takeComment = (text: string, span: Span): void => {
  const line = endOfLine(text, span.start)
  if (span.end < line) span.end = line
}

const KEY = /[A-Za-z_][\w.-]*(?=:(?:[ \n]|$))/y

const readKey = (reading: Reading): readonly [start: number, key: string] => {
  KEY.lastIndex = reading.at
  const start = reading.at
  const [key] = KEY.exec(reading.text) ?? rarer()
  if (WORDS.has(key)) rarer()
  reading.at += key.length + 1
  return [start, key]
}

/** Keys that are no texts. */
const WORDS: ReadonlySet<string> = new Set([
  'null',
  'Null',
  'NULL',
  'true',
  'True',
  'TRUE',
  'false',
  'False',
  'FALSE',
])

const readValue = (reading: Reading, span: Span, indent: number, depth: number): unknown => {
  const { text } = reading
  while (text.charCodeAt(reading.at) === SPACE) reading.at++
  const character = text[reading.at]
  const isEmpty = character === undefined || character === '\n' || isComment(text, reading.at)
  return isEmpty ? readBelow(reading, span, indent, depth) : readInLine(reading, span, indent, depth)
}

const isComment = (text: string, at: number): boolean => text[at] === '#' && text.charCodeAt(at - 1) === SPACE

/** A block on the lines below; a list may stand at the column of its key. */
const readBelow = (reading: Reading, span: Span, indent: number, depth: number): Collection => {
  endLine(reading)
  const next = nextLine(reading) ?? rarer()
  const isList = isDash(reading.text, reading.at)
  const isItsOwn = next > indent || (next === indent && isList && !isWithinList(reading, indent))
  if (!isItsOwn) rarer()
  const character = reading.text[reading.at]
  if (character === '{' || character === '[') return readInLine(reading, span, indent, depth) as Collection
  return placed(reading, span, readBlock(reading, next, depth + 1))
}

/** Whether the block around is a list at this column: then a dash is its next entry. */
const isWithinList = ({ indents }: Reading, indent: number): boolean => indents.at(-1) !== indent

const placed = (reading: Reading, span: Span, block: Collection): Collection => {
  const { start, end } = reading.spans.get(block) as Span
  span.entries.push(start, end)
  span.end = end
  return block
}

const readInLine = (reading: Reading, span: Span, indent: number, depth: number): unknown => {
  const character = reading.text[reading.at]
  if (character === '{' || character === '[') {
    const flow = readFlow(reading, depth + 1)
    endLine(reading)
    const after = peekLine(reading)
    if (after !== undefined && after.indent > indent) rarer()
    return placed(reading, span, flow)
  }
  const start = reading.at
  const scalar = character === '"' || character === "'" ? readQuoted(reading) : readPlain(reading)
  span.entries.push(start, reading.at)
  span.end = reading.at
  endLine(reading)
  const next = peekLine(reading)
  // A scalar may go on below.
  if (next !== undefined && next.indent > indent) rarer()
  return scalar
}

const readSequence = (reading: Reading, indent: number, depth: number): unknown[] => {
  const list: unknown[] = []
  const span: Span = { start: reading.at, end: reading.at, entries: [] }
  reading.spans.set(list, span)
  for (;;) {
    reading.at++
    list.push(readItem(reading, span, indent, depth))
    const next = peekLine(reading)
    const isOver = next === undefined || next.indent < indent
    // A list at the column of its key ends with the next key.
    if (isOver || (!isDash(reading.text, next.at) && reading.indents.at(-2) === indent)) {
      takeComment(reading.text, span)
      return list
    }
    if (next.indent > indent || !isDash(reading.text, next.at)) rarer()
    reading.at = next.at
  }
}

const readItem = (reading: Reading, span: Span, indent: number, depth: number): unknown => {
  const { text } = reading
  const dash = reading.at - 1
  while (text.charCodeAt(reading.at) === SPACE) reading.at++
  const character = text[reading.at]
  if (character === undefined || character === '\n' || isComment(text, reading.at)) {
    endLine(reading)
    const next = nextLine(reading)
    if (next === undefined || next <= indent) rarer()
    return placed(reading, span, readBlock(reading, next as number, depth + 1))
  }
  if (isDash(text, reading.at)) rarer()
  KEY.lastIndex = reading.at
  if (!KEY.test(text)) return readInLine(reading, span, indent, depth)
  return placed(reading, span, readBlock(reading, indent + reading.at - dash, depth + 1))
}

const readQuoted = (reading: Reading): string => {
  const { text, at } = reading
  const quote = text[at] as string
  let end = text.indexOf(quote, at + 1)
  while (quote === "'" && text[end + 1] === "'" && end > 0) end = text.indexOf(quote, end + 2)
  if (end < 0) rarer()
  const inner = text.slice(at + 1, end)
  if (inner.includes('\n') || (quote === '"' && inner.includes('\\'))) rarer()
  reading.at = end + 1
  return quote === "'" ? inner.replaceAll("''", "'") : inner
}

/** What no plain scalar begins with. */
const INDICATORS = /[\][{},#&*!|>'"%@`]|[-?:](?:[ \n]|$)/y

const readPlain = (reading: Reading): unknown => {
  const { text, at } = reading
  INDICATORS.lastIndex = at
  if (INDICATORS.test(text)) rarer()
  const line = endOfLine(text, at)
  // Looked for in the line alone: most files have no comment further down.
  const mark = text.slice(at, line).indexOf(' #')
  let end = mark < 0 ? line : at + mark
  while (text.charCodeAt(end - 1) === SPACE) end--
  const source = text.slice(at, end)
  if (/:(?: |$)/.test(source)) rarer()
  reading.at = end
  return scalarOf(source)
}

const NULL = /^(?:~|[Nn]ull|NULL)$/
const TRUE = /^(?:[Tt]rue|TRUE)$/
const FALSE = /^(?:[Ff]alse|FALSE)$/
/** Whatever may be a number in some spelling. */
const NUMERIC =
  /^[-+]?(?:0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+|(?:[0-9]*\.[0-9]*|[0-9]+)(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF))$|^\.(?:nan|NaN|NAN)$/
/** Numbers in the spelling that everybody reads alike. */
const PLAIN_NUMBER = /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?$/

/** The core schema of YAML 1.2. */
const scalarOf = (source: string): unknown => {
  const code = source.charCodeAt(0)
  const isLetter = code > 57 && code !== 126
  if (!isLetter) {
    if (PLAIN_NUMBER.test(source)) return Number(source)
    if (NUMERIC.test(source) || source === '~') rarer()
    return source
  }
  if (source.length > 5) return source
  if (TRUE.test(source)) return true
  if (FALSE.test(source)) return false
  return NULL.test(source) ? rarer() : source
}

/** Reads what stands in brackets, over one line or several. */
const readFlow = (reading: Reading, depth: number): Collection => {
  if (depth > DEEPEST) rarer()
  const isList = reading.text[reading.at] === '['
  const collection: Collection = isList ? [] : {}
  const span: Span = { start: reading.at, end: reading.at, entries: [] }
  reading.spans.set(collection, span)
  const closing = isList ? ']' : '}'
  reading.at++
  for (;;) {
    skipInFlow(reading)
    if (reading.text[reading.at] === closing) break
    if (isList) (collection as unknown[]).push(readFlowValue(reading, span, depth))
    else readFlowPair(reading, collection as Record<string, unknown>, span, depth)
    skipInFlow(reading)
    if (reading.text[reading.at] === ',') reading.at++
    else if (reading.text[reading.at] !== closing) rarer()
  }
  reading.at++
  span.end = reading.at
  return collection
}

const readFlowPair = (
  reading: Reading,
  mapping: Record<string, unknown>,
  span: Span,
  depth: number,
): void => {
  const [start, key] = readKey(reading)
  if (Object.hasOwn(mapping, key) || RESERVED_KEYS.has(key)) rarer()
  span.entries.push(start, start + key.length)
  skipInFlow(reading)
  mapping[key] = readFlowValue(reading, span, depth)
}

const readFlowValue = (reading: Reading, span: Span, depth: number): unknown => {
  const character = reading.text[reading.at]
  if (character === '{' || character === '[') return placed(reading, span, readFlow(reading, depth + 1))
  const start = reading.at
  const scalar = character === '"' || character === "'" ? readQuoted(reading) : readFlowPlain(reading)
  span.entries.push(start, reading.at)
  return scalar
}

/** Up to a mark of the collection around; a colon before a space would make a pair of it. */
const FLOW_PLAIN = /[^\][{},\n#:]+(?:(?:(?<! )#|:(?![ \n\][{},]|$))[^\][{},\n#:]*)*/y

const readFlowPlain = (reading: Reading): unknown => {
  const { text, at } = reading
  INDICATORS.lastIndex = at
  if (INDICATORS.test(text) || /[-?:][\][{},]/y.test(text.slice(at, at + 2))) rarer()
  FLOW_PLAIN.lastIndex = at
  const [source] = FLOW_PLAIN.exec(text) ?? rarer()
  const trimmed = source.trimEnd()
  reading.at = at + trimmed.length
  if (text[at + source.length] === ':') rarer()
  return scalarOf(trimmed)
}

/** Spaces, ends of lines and comments; each line is indented further than the block around. */
const skipInFlow = (reading: Reading): void => {
  const { text, indents } = reading
  let lineStart = -1
  for (;;) {
    const code = text.charCodeAt(reading.at)
    if (code === NEWLINE) lineStart = reading.at + 1
    else if (code !== SPACE) {
      if (!isFlowComment(text, reading.at)) break
      reading.at = endOfLine(text, reading.at) - 1
    }
    reading.at++
  }
  if (lineStart >= 0 && reading.at - lineStart <= (indents.at(-1) ?? 0)) rarer()
  if (reading.at >= text.length) rarer()
}

const isFlowComment = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1)
  return text[at] === '#' && (before === SPACE || before === NEWLINE)
}

/** Where something stands: two offsets, and whether it is a scalar. */
export interface QuickPlace {
  readonly start: number
  readonly end: number
  readonly isScalar: boolean
  readonly value: unknown
}

/** What a route leads to, or the nearest above it, with the last key on the way. */
export const walkQuick = (
  { value, spans }: QuickDocument,
  route: Route,
): { readonly node: QuickPlace; readonly key: QuickPlace | undefined; readonly complete: boolean } => {
  let node = collectionPlace(value, spans)
  let key: QuickPlace | undefined
  for (const segment of route) {
    const found = childOf(node.value, segment, spans)
    if (!found) return { node, key, complete: false }
    node = found.node
    key = found.key ?? key
  }
  return { node, key, complete: true }
}

const collectionPlace = (value: unknown, spans: Spans): QuickPlace => {
  const { start, end } = spans.get(value as object) as Span
  return { start, end, isScalar: false, value }
}

const childOf = (
  value: unknown,
  segment: string | number,
  spans: Spans,
): { readonly node: QuickPlace; readonly key?: QuickPlace } | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const { entries } = spans.get(value) as Span
  if (Array.isArray(value)) {
    const index = Number(segment)
    return index in value ? { node: valuePlace(value[index], entries, 2 * index, spans) } : undefined
  }
  const index = Object.keys(value).indexOf(String(segment))
  if (index < 0) return undefined
  const [start = 0, end = 0] = [entries[4 * index], entries[4 * index + 1]]
  return {
    node: valuePlace((value as Record<string, unknown>)[String(segment)], entries, 4 * index + 2, spans),
    key: { start, end, isScalar: true, value: segment },
  }
}

const valuePlace = (value: unknown, entries: readonly number[], at: number, spans: Spans): QuickPlace =>
  typeof value === 'object' && value !== null
    ? collectionPlace(value, spans)
    : { start: entries[at] ?? 0, end: entries[at + 1] ?? 0, isScalar: true, value }
