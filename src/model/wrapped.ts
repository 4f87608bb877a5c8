import { visible } from './visible.js'

/** Breaks text into lines of so many columns, after a first and a later indent. Words that are too long are kept whole. */
export const wrapped = (text: string, columns: number, first = '', later = first): string[] => {
  const lines: string[] = []
  let line = first
  let width = columnsOf(first)
  let empty = true
  for (const word of visible(text).split(' ')) {
    if (word === '') continue
    const its = columnsOf(word)
    if (!empty && width + 1 + its > columns) {
      lines.push(line)
      line = later
      width = columnsOf(later)
      empty = true
    }
    line += empty ? word : ` ${word}`
    width += empty ? its : 1 + its
    empty = false
  }
  return empty ? lines : [...lines, line]
}

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g

/** A character of two units is one column. */
const columnsOf = (text: string): number => text.length - (text.match(PAIR)?.length ?? 0)
