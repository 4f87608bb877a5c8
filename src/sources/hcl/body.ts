import { type Cursor, deeper, expectText, SyntaxFault, skip, take, takeWord } from './cursor.js'
import { readExpression } from './expression.js'
import type { Attribute, Block, Body } from './syntax.js'

/** Reads a whole file of HCL's native syntax (HCL 2). A fault of it is thrown as `SyntaxFault`. */
export const readBody = (text: string): Body => {
  const cursor: Cursor = { text, at: 0, depth: 0 }
  const body = statements(cursor)
  if (cursor.at < text.length) throw new SyntaxFault(cursor.at, 'this stands outside of every block')
  return body
}

const statements = (cursor: Cursor): Body => {
  const attributes: Attribute[] = []
  const blocks: Block[] = []
  for (;;) {
    skip(cursor, true)
    const start = cursor.at
    const name = takeWord(cursor)
    if (name === undefined) return { attributes, blocks }
    skip(cursor, false)
    if (cursor.text[cursor.at] === '=' && cursor.text[cursor.at + 1] !== '=') {
      cursor.at++
      skip(cursor, false)
      const value = readExpression(cursor, false)
      attributes.push({ name, value, start, end: value.end })
      endOfLine(cursor)
    } else blocks.push(block(cursor, name, start))
  }
}

/** Something else on the line of an attribute is a fault; a brace that closes its block is not. */
const endOfLine = (cursor: Cursor): void => {
  skip(cursor, false)
  const next = cursor.text[cursor.at]
  if (next !== undefined && next !== '\n' && next !== '\r' && next !== '}')
    throw new SyntaxFault(cursor.at, 'this attribute goes on where it should not', 'a new line')
}

const block = (cursor: Cursor, type: string, start: number): Block => {
  const labels: string[] = []
  for (;;) {
    skip(cursor, false)
    if (take(cursor, '{')) break
    const label = take(cursor, '"') ? quotedLabel(cursor) : takeWord(cursor)
    if (label === undefined)
      throw new SyntaxFault(cursor.at, `\`${type}\` is neither a block nor given a value`, '`=` or `{`')
    labels.push(label)
  }
  const headEnd = cursor.at
  const body = deeper(cursor, () => statements(cursor))
  skip(cursor, true)
  expectText(cursor, '}')
  return { type, labels, body, start, end: cursor.at, headEnd }
}

const quotedLabel = (cursor: Cursor): string => {
  const end = cursor.text.indexOf('"', cursor.at)
  const label = cursor.text.slice(cursor.at, Math.max(end, cursor.at))
  if (end < 0 || label.includes('\n')) throw new SyntaxFault(cursor.at - 1, 'this label has no end', '`"`')
  cursor.at = end + 1
  return label
}
