import { visible } from './visible.js'

/** Breaks text into lines of so many columns, after a first and a later indent. Words that are too long are kept whole. */
export const wrapped = (text: string, columns: number, first = '', later = first): string[] => {
  const lines: string[] = []
  const seen = charactersOf(spacedOnce(visible(text)))
  let indent = first
  for (let from = 0; from < seen.length; ) {
    const end = endOfLine(seen, from, columns - charactersOf(indent).length)
    const line = seen.slice(from, end)
    lines.push(indent + (typeof line === 'string' ? line : line.join('')))
    indent = later
    from = end + 1
  }
  return lines
}

/** The space at which a line ends that has so many columns, or the end of the text. A word that is too long is kept whole. */
const endOfLine = (seen: string | readonly string[], from: number, room: number): number => {
  if (seen.length - from <= room) return seen.length
  const last = room < 0 ? -1 : seen.lastIndexOf(' ', from + room)
  if (last > from) return last
  const next = seen.indexOf(' ', from)
  return next < 0 ? seen.length : next
}

const spacedOnce = (text: string): string =>
  /^ | {2}| $/.test(text) ? text.replace(/ +/g, ' ').replace(/^ | $/g, '') : text

const PAIR = /[\ud800-\udbff]/

/** A character of two units is one column. */
const charactersOf = (text: string): string | readonly string[] => (PAIR.test(text) ? [...text] : text)
