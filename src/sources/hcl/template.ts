import { type Cursor, SyntaxFault, skip } from './cursor.js'
import type { Expression, TemplatePart } from './syntax.js'

/** Reads an expression; given as a parameter, because expressions hold templates and templates hold expressions. */
export type ReadExpression = (cursor: Cursor, lines: boolean) => Expression

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/** A quoted text that begins here, behind its quote. */
export const quoted = (cursor: Cursor, read: ReadExpression): readonly TemplatePart[] => {
  const start = cursor.at - 1
  const parts: TemplatePart[] = []
  let plain = ''
  const flush = () => {
    if (plain !== '') parts.push(plain)
    plain = ''
  }
  for (;;) {
    const char = cursor.text[cursor.at]
    if (char === undefined || char === '\n') throw new SyntaxFault(start, 'this text has no end', '`"`')
    if (char === '"') {
      cursor.at++
      flush()
      return parts
    }
    if (char === '\\') plain += escaped(cursor)
    else if (isMarker(cursor)) plain += marker(cursor)
    else if (isInterpolation(cursor)) {
      flush()
      parts.push(interpolation(cursor, read))
    } else {
      plain += char
      cursor.at++
    }
  }
}

const escaped = (cursor: Cursor): string => {
  const next = cursor.text[cursor.at + 1] ?? ''
  const hex = /^\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(cursor.text.slice(cursor.at, cursor.at + 10))
  if (hex) {
    cursor.at += hex[0].length
    const code = Number.parseInt(hex[1] ?? hex[2] ?? '', 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  }
  cursor.at += 2
  return ESCAPES[next] ?? next
}

/** `$${` and `%%{` stand for themselves. */
const isMarker = ({ text, at }: Cursor): boolean => text.startsWith('$${', at) || text.startsWith('%%{', at)

const marker = (cursor: Cursor): string => {
  const plain = cursor.text.slice(cursor.at + 1, cursor.at + 3)
  cursor.at += 3
  return plain
}

const isInterpolation = ({ text, at }: Cursor): boolean =>
  text.charCodeAt(at + 1) === 0x7b && (text[at] === '$' || text[at] === '%')

const interpolation = (cursor: Cursor, read: ReadExpression): TemplatePart => {
  const start = cursor.at
  const directive = cursor.text[cursor.at] === '%'
  cursor.at += 2
  if (cursor.text[cursor.at] === '~') cursor.at++
  if (directive) return skipDirective(cursor, start)
  skip(cursor, true)
  const value = read(cursor, true)
  skip(cursor, true)
  if (cursor.text[cursor.at] === '~') cursor.at++
  if (cursor.text[cursor.at] !== '}') throw new SyntaxFault(start, 'this `${` has no end', '`}`')
  cursor.at++
  return { value }
}

/** `%{ if … }` decides what text there will be; it is not followed. */
const skipDirective = (cursor: Cursor, start: number): TemplatePart => {
  const end = cursor.text.indexOf('}', cursor.at)
  if (end < 0) throw new SyntaxFault(start, 'this `%{` has no end', '`}`')
  cursor.at = end + 1
  return { directive: true }
}

const HEREDOC = /<<(-?)([\p{L}_][\p{L}\p{N}_-]*)[ \t]*\r?\n/uy

/** A heredoc that begins here; `undefined` where none does. */
export const heredoc = (cursor: Cursor, read: ReadExpression): readonly TemplatePart[] | undefined => {
  HEREDOC.lastIndex = cursor.at
  const head = HEREDOC.exec(cursor.text)
  if (!head) return undefined
  const [whole, indented, word] = head
  const start = cursor.at
  const from = cursor.at + whole.length
  const end = new RegExp(`^[ \\t]*${word}[ \\t]*\\r?$`, 'mgu')
  end.lastIndex = from
  const tail = end.exec(cursor.text)
  if (!tail) throw new SyntaxFault(start, `this text has no end`, `a line with \`${word}\` alone`)
  const inner: Cursor = { text: cursor.text.slice(0, tail.index), at: from, depth: cursor.depth }
  const parts = templateUntilEnd(inner, read)
  cursor.at = tail.index + tail[0].replace(/\r$/, '').length
  return indented === '-' ? unindented(parts) : parts
}

/** The rest of a text, in which nothing but interpolations and what stands for their beginning means anything else. */
export const templateUntilEnd = (cursor: Cursor, read: ReadExpression): readonly TemplatePart[] => {
  const parts: TemplatePart[] = []
  let plain = ''
  while (cursor.at < cursor.text.length) {
    if (isMarker(cursor)) plain += marker(cursor)
    else if (isInterpolation(cursor)) {
      if (plain !== '') parts.push(plain)
      plain = ''
      parts.push(interpolation(cursor, read))
    } else {
      plain += cursor.text[cursor.at]
      cursor.at++
    }
  }
  return plain === '' ? parts : [...parts, plain]
}

/** What all lines have in common before them is taken away. */
const unindented = (parts: readonly TemplatePart[]): readonly TemplatePart[] => {
  const text = parts.map((part) => (typeof part === 'string' ? part : 'x')).join('')
  const indents = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length)
  const common = indents.length === 0 ? 0 : Math.min(...indents)
  const pattern = new RegExp(`(^|\\n)[ \\t]{0,${common}}`, 'g')
  return parts.map((part, index) =>
    typeof part === 'string'
      ? index === 0
        ? part.replace(pattern, '$1')
        : part.replace(new RegExp(`\\n[ \\t]{0,${common}}`, 'g'), '\n')
      : part,
  )
}
