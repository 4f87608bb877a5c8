import type { Problem } from '../../model/problem.js'
import type { Document, Route } from '../documents/document.js'
import type { SourceText } from '../documents/text.js'
import { readBody } from './body.js'
import { SyntaxFault } from './cursor.js'
import { readJsonBody } from './json-body.js'
import type { Attribute, Block, Body, Span } from './syntax.js'

/** A file of HCL: its syntax, and a document that finds places in it. */
export interface HclFile {
  readonly document: Document
  readonly body: Body
}

/**
 * Reads a file. A route through it begins with the number of a block and goes on by the names of its attributes and
 * blocks, a number behind a block's name telling which of several.
 */
export const readHcl = (source: SourceText): { readonly file: HclFile } | { readonly problem: Problem } => {
  try {
    const body = /\.(tf|tofu)\.json$/.test(source.file) ? readJsonBody(source.text) : readBody(source.text)
    return { file: { body, document: hclDocument(source, body) } }
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    return {
      problem: {
        code: 'not-hcl',
        message: error.message,
        ...(error.expected === undefined ? {} : { expected: error.expected }),
        place: source.placeAt(error.offset),
      },
    }
  }
}

const hclDocument = (source: SourceText, body: Body): Document => ({
  file: source.file,
  digest: source.digest,
  format: 'hcl',
  value: undefined,
  locate: (route) => {
    const { start, end } = spanAt(body, route)
    return source.placeAt(start, end)
  },
  sourceText: () => undefined,
  usedAt: () => undefined,
  line: source.line,
})

/** A block is shown by the line that begins it. */
const headOf = ({ start, headEnd }: Block): Span => ({ start, end: headEnd })

const spanAt = (body: Body, route: Route): Span => {
  const [first, ...rest] = route
  const block = typeof first === 'number' ? body.blocks[first] : undefined
  if (!block) return { start: 0, end: 1 }
  let inner: Body = block.body
  let found = headOf(block)
  for (let index = 0; index < rest.length; index++) {
    const name = rest[index]
    const attribute = inner.attributes.find((one) => one.name === name)
    if (attribute) return withinValue(attribute, rest.slice(index + 1))
    const named = inner.blocks.filter(
      ({ type, labels }) => type === name || (type === 'dynamic' && labels[0] === name),
    )
    const number = rest[index + 1]
    const next = named[typeof number === 'number' ? Math.min(number, named.length - 1) : 0]
    if (!next) continue
    if (typeof number === 'number') index++
    found = headOf(next)
    inner =
      next.type === 'dynamic'
        ? (next.body.blocks.find(({ type }) => type === 'content')?.body ?? next.body)
        : next.body
  }
  return found
}

/** A key of an object that is written out stands at a line of its own. */
const withinValue = (attribute: Attribute, rest: Route): Span => {
  const [name, ...more] = rest
  const { value } = attribute
  if (name === undefined || value.is !== 'object') return attribute
  const entry = value.items.find(([key]) => key.is === 'literal' && key.value === name)
  if (!entry) return attribute
  const [key, inner] = entry
  return withinValue({ name: String(name), value: inner, start: key.start, end: inner.end }, more)
}
