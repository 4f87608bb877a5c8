import { visible } from './visible.js'

/** Breaks text into lines of so many columns, after a first and a later indent. Words that are too long are kept whole. */
export const wrapped = (text: string, columns: number, first = '', later = first): string[] => {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of visible(text)
    .split(' ')
    .filter((one) => one !== '')) {
    if (!empty && [...line].length + 1 + [...word].length > columns) {
      lines.push(line)
      line = later
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return empty ? lines : [...lines, line]
}
