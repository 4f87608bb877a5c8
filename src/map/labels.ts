/** The size of text in the picture, in pixels. */
export const TEXT = { title: 13, detail: 11, group: 12, edge: 10.5 } as const

/**
 * Breaks text into lines of so many characters, at blanks first and else after `-`, `_`, `.`, `/` and `,`; what does
 * not fit into so many lines ends with an ellipsis.
 */
export const labelLines = (text: string, columns: number, most: number): readonly string[] => {
  const lines: string[] = ['']
  for (const piece of text.split(/(?<=[\s\-_./,])/u).flatMap((one) => cut(one, columns))) {
    const line = lines.at(-1) as string
    if (line !== '' && widthOf(`${line}${piece.trimEnd()}`) > columns) lines.push(piece)
    else lines[lines.length - 1] = line + piece
  }
  const shown = lines.slice(0, most).map((line) => line.trimEnd())
  const last = shown.at(-1) as string
  return lines.length > most ? [...shown.slice(0, -1), `${[...last].slice(0, columns - 1).join('')}…`] : shown
}

const cut = (word: string, columns: number): readonly string[] => {
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (widthOf(piece + character.trimEnd()) > columns) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return piece === '' ? pieces : [...pieces, piece]
}

/** Columns of a text: the characters of East Asia take two. */
export const widthOf = (text: string): number => {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : 1
  return width
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u

/** How wide a line is at most, in pixels, in any of the common fonts without serifs. */
export const pixels = (text: string, size: number): number => Math.ceil(widthOf(text) * size * 0.61)
