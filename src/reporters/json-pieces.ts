import { jsonText } from './escape.js'

/** Writes what lies deep as one piece of JSON. */
export type PieceOf = (value: unknown) => string

/** A list of more values than this is written value by value, however deep it lies: together they may be megabytes. */
const LONG = 100

/**
 * JSON as `JSON.stringify(value, undefined, 2)` writes it, in pieces: values down to a depth are walked, what lies
 * deeper is one piece. Where a generator stands in place of an array, its values are never all in memory.
 */
export function* jsonPieces(
  value: unknown,
  depth: number,
  pieceOf: PieceOf = jsonText,
  indent = '',
): Generator<string> {
  const whole = asOne(value, depth, pieceOf, indent)
  if (whole !== undefined) return yield whole
  if (Array.isArray(value) || isGenerator(value as object))
    return yield* listed(value as Iterable<unknown>, depth, pieceOf, indent)
  yield* jsonMembers(value as object, () => depth - 1, pieceOf, indent)
}

/** An object whose members are walked down to depths of their own. */
export function* jsonMembers(
  value: object,
  depthOf: (key: string) => number,
  pieceOf: PieceOf,
  indent = '',
): Generator<string> {
  const inner = `${indent}  `
  let before = '{'
  for (const key of Object.keys(value)) {
    const one = (value as Readonly<Record<string, unknown>>)[key]
    if (one === undefined) continue
    yield* behind(`${before}\n${inner}${jsonText(key)}: `, one, depthOf(key), pieceOf, inner)
    before = ','
  }
  yield before === '{' ? '{}' : `\n${indent}}`
}

function* listed(
  values: Iterable<unknown>,
  depth: number,
  pieceOf: PieceOf,
  indent: string,
): Generator<string> {
  const inner = `${indent}  `
  let before = '['
  for (const one of values) {
    yield* behind(`${before}\n${inner}`, one, depth - 1, pieceOf, inner)
    before = ','
  }
  yield before === '[' ? '[]' : `\n${indent}]`
}

/** A value behind what stands before it: there are very many, and each piece costs as much as a long one. */
const behind = (
  before: string,
  value: unknown,
  depth: number,
  pieceOf: PieceOf,
  indent: string,
): Iterable<string> => {
  const whole = asOne(value, depth, pieceOf, indent)
  return whole === undefined ? led(before, jsonPieces(value, depth, pieceOf, indent)) : [before + whole]
}

function* led(before: string, pieces: Iterable<string>): Generator<string> {
  yield before
  yield* pieces
}

/** A value that is written as one piece; `undefined` where it is walked. */
const asOne = (value: unknown, depth: number, pieceOf: PieceOf, indent: string): string | undefined => {
  if (typeof value === 'object' && value !== null && (depth > 0 || holdsLongList(value))) return undefined
  return pieceOf(value).replaceAll('\n', `\n${indent}`)
}

/** Also of what stands in place of one. */
const holdsLongList = (value: object): boolean => {
  if (Array.isArray(value)) return isLong(value)
  if (isGenerator(value)) return true
  for (const key of Object.keys(value)) if (isLong((value as never)[key])) return true
  return false
}

const isLong = (value: unknown): boolean => Array.isArray(value) && value.length > LONG

const isGenerator = (value: object): value is Generator<unknown> =>
  Symbol.iterator in value && 'next' in value
