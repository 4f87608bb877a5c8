/** A text that is not HCL, and where that shows. */
export class SyntaxFault extends Error {
  constructor(
    readonly offset: number,
    message: string,
    readonly expected?: string,
  ) {
    super(message)
  }
}

/** Expressions and blocks nest less deeply than this wherever people write them. */
export const DEEPEST_HCL = 100

/** A place in a text that moves forward. */
export interface Cursor {
  readonly text: string
  at: number
  depth: number
}

const WORD = /[\p{L}_][\p{L}\p{N}_-]*/uy
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/** Skips spaces and comments; line ends too where they mean nothing. */
export const skip = (cursor: Cursor, lines: boolean): void => {
  const { text } = cursor
  for (;;) {
    const code = text.charCodeAt(cursor.at)
    if (code === 0x20 || code === 0x09 || code === 0xfeff || (lines && (code === 0x0a || code === 0x0d)))
      cursor.at++
    else if (code === 0x0d && text.charCodeAt(cursor.at + 1) === 0x0a && !lines) return
    else if (code === 0x23 || text.startsWith('//', cursor.at)) skipTo(cursor, '\n', false)
    else if (text.startsWith('/*', cursor.at)) skipTo(cursor, '*/', true)
    else return
  }
}

const skipTo = (cursor: Cursor, end: string, behind: boolean): void => {
  const found = cursor.text.indexOf(end, cursor.at + (behind ? 2 : 0))
  if (found < 0 && behind) throw new SyntaxFault(cursor.at, 'this comment has no end', '`*/`')
  cursor.at = found < 0 ? cursor.text.length : found + (behind ? end.length : 0)
}

/** Whether a text stands here; if so it is passed. */
export const take = (cursor: Cursor, wanted: string): boolean => {
  if (!cursor.text.startsWith(wanted, cursor.at)) return false
  cursor.at += wanted.length
  return true
}

/** Passes a text that has to stand here. */
export const expectText = (cursor: Cursor, wanted: string): void => {
  if (!take(cursor, wanted))
    throw new SyntaxFault(cursor.at, `\`${wanted}\` is missing here`, `\`${wanted}\``)
}

/** A name, if one stands here. */
export const takeWord = (cursor: Cursor): string | undefined => takeMatch(cursor, WORD)

/** A number, if one stands here. */
export const takeNumber = (cursor: Cursor): number | undefined => {
  const found = takeMatch(cursor, NUMBER)
  return found === undefined ? undefined : Number(found)
}

const takeMatch = (cursor: Cursor, pattern: RegExp): string | undefined => {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)?.[0]
  if (found !== undefined) cursor.at += found.length
  return found
}

/** Goes one level down, for as long as something is read. */
export const deeper = <T>(cursor: Cursor, read: () => T): T => {
  if (++cursor.depth > DEEPEST_HCL)
    throw new SyntaxFault(cursor.at, `this is nested more than ${DEEPEST_HCL} levels deep`)
  const result = read()
  cursor.depth--
  return result
}
