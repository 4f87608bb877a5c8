import { jsonText } from './escape.js'

/** Writes what lies deep as one piece of JSON. */
export type PieceOf = (value: unknown) => string

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
  if (depth <= 0 || typeof value !== 'object' || value === null)
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

const isGenerator = (value: unknown): value is Generator<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value && 'next' in value
