import type { Place } from '../../model/problem.js'
import { maskedLine } from '../../model/value-text.js'
import { visibleLine } from '../../model/visible.js'

const WIDTH = 76

/** The line of a place with a mark below what is meant, fit for 80 columns; nothing unseen gets through. */
export const codeFrame = (line: string, { line: number, column, endLine, endColumn }: Place): string => {
  const gutter = `${number} | `
  const room = WIDTH - gutter.length
  const from = column > room ? column - Math.floor(room / 2) : 0
  const whole = visibleLine(maskedLine(line))
  const shown = whole.slice(from, from + room)
  const length = endLine === number ? Math.max(1, endColumn - column) : 3
  const start = Math.max(0, column - 1 - from)
  const mark = '^'.repeat(Math.max(1, Math.min(length, room - start)))
  return `  ${gutter}${shown}\n  ${' '.repeat(gutter.length - 2)}| ${' '.repeat(start)}${mark}`
}
