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
  const inner = `${indent}  `
  if (isGenerator(value)) return yield* listed(value, depth, pieceOf, indent)
  if (typeof value !== 'object' || value === null || (depth <= 0 && !holdsLongList(value)))
    return yield pieceOf(value).replaceAll('\n', `\n${indent}`)
  if (Array.isArray(value)) return yield* listed(value, depth, pieceOf, indent)
  let before = '{'
  for (const [key, one] of Object.entries(value)) {
    if (one === undefined) continue
    yield `${before}\n${inner}${jsonText(key)}: `
    yield* jsonPieces(one, depth - 1, pieceOf, inner)
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
    yield `${before}\n${inner}`
    yield* jsonPieces(one, depth - 1, pieceOf, inner)
    before = ','
  }
  yield before === '[' ? '[]' : `\n${indent}]`
}

const holdsLongList = (value: object): boolean =>
  isLong(value) || (!Array.isArray(value) && Object.values(value).some(isLong))

const isLong = (value: unknown): boolean => Array.isArray(value) && value.length > LONG

const isGenerator = (value: unknown): value is Generator<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value && 'next' in value
