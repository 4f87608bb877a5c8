import { type Cursor, DEEPEST_HCL, SyntaxFault } from './cursor.js'
import type { Span } from './syntax.js'

/** A value of JSON, with its place. */
export type Json = Span &
  (
    | { readonly is: 'plain'; readonly value: string | number | boolean | null }
    | { readonly is: 'list'; readonly items: readonly Json[] }
    | { readonly is: 'object'; readonly members: readonly Member[] }
  )

/** A name, with its place, and its value. One that stands twice is there twice. */
export type Member = Span & { readonly name: string; readonly value: Json }

/** Reads a whole text as JSON. A fault is thrown as `SyntaxFault`. */
export const readJson = (text: string): Json => {
  const cursor: Cursor = { text, at: text.charCodeAt(0) === 0xfeff ? 1 : 0, depth: 0 }
  const root = valueIn(cursor)
  space(cursor)
  if (cursor.at < text.length) throw new SyntaxFault(cursor.at, 'this stands behind the end of the JSON')
  return root
}

const SPACE = /[ \t\r\n]*/y
const OTHER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

const taken = (cursor: Cursor, pattern: RegExp): string | undefined => {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)?.[0]
  cursor.at += found?.length ?? 0
  return found
}

/** A text with its quotes and escapes; a pattern would exhaust the stack on a long one. */
const quotedText = (cursor: Cursor): string | undefined => {
  const { text, at: start } = cursor
  if (text[start] !== '"') return undefined
  let end = start + 1
  while (text[end] !== '"') {
    if (end >= text.length || text[end] === '\n') return undefined
    end += text[end] === '\\' ? 2 : 1
  }
  cursor.at = end + 1
  return text.slice(start, cursor.at)
}

const space = (cursor: Cursor): void => void taken(cursor, SPACE)

const valueIn = (cursor: Cursor): Json => {
  space(cursor)
  const start = cursor.at
  const next = cursor.text[cursor.at]
  if (next === '{' || next === '[') {
    if (++cursor.depth > DEEPEST_HCL)
      throw new SyntaxFault(cursor.at, `this is nested more than ${DEEPEST_HCL} levels deep`)
    cursor.at++
    const inner = next === '{' ? membersIn(cursor) : itemsIn(cursor)
    cursor.depth--
    return { ...inner, start, end: cursor.at }
  }
  const text = next === '"' ? quotedText(cursor) : taken(cursor, OTHER)
  if (text === undefined) throw new SyntaxFault(start, 'a value is missing here', 'a value of JSON')
  return { is: 'plain', value: plain(text, start), start, end: cursor.at }
}

const plain = (text: string, start: number): string | number | boolean | null => {
  try {
    return JSON.parse(text) as string | number | boolean | null
  } catch {
    throw new SyntaxFault(start, 'this is no text of JSON', 'a text whose escapes JSON has')
  }
}

const membersIn = (cursor: Cursor) => {
  const members: Member[] = []
  separated(cursor, '}', () => {
    const start = cursor.at
    const name = quotedText(cursor)
    if (name === undefined) throw new SyntaxFault(start, 'a name is missing here', 'a name in quotes')
    const end = cursor.at
    space(cursor)
    if (cursor.text[cursor.at] !== ':') throw new SyntaxFault(cursor.at, '`:` is missing here', '`:`')
    cursor.at++
    members.push({ name: String(plain(name, start)), value: valueIn(cursor), start, end })
  })
  return { is: 'object', members } as const
}

const itemsIn = (cursor: Cursor) => {
  const items: Json[] = []
  separated(cursor, ']', () => void items.push(valueIn(cursor)))
  return { is: 'list', items } as const
}

const separated = (cursor: Cursor, close: string, read: () => void): void => {
  for (let first = true; ; first = false) {
    space(cursor)
    if (cursor.text[cursor.at] === close && first) break
    read()
    space(cursor)
    if (cursor.text[cursor.at] === close) break
    if (cursor.text[cursor.at] !== ',')
      throw new SyntaxFault(cursor.at, `\`,\` or \`${close}\` is missing here`, `\`,\` or \`${close}\``)
    cursor.at++
  }
  cursor.at++
}
