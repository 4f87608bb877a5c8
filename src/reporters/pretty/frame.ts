import { type Finding, firstSubjects } from '../../engine/report.js'
import { visible, visibleLine } from '../escape.js'
import type { Paint } from '../terminal.js'
import { line, type Page } from './page.js'

/** The place, and the line with a mark below what is meant. */
export function* frame(finding: Finding, { columns, paint }: Page): Generator<string> {
  const { place, excerpt } = finding
  if (!place) return
  yield line()
  yield line(`  ${paint('accent', `${visible(place.file)}:${place.line}:${place.column}`)}`)
  const width = String(place.line + 1).length
  for (const { number, text } of excerpt ?? []) {
    const room = columns - width - 7
    const from = number === place.line && place.column > room ? place.column - Math.floor(room / 2) : 0
    const shown = clipped(visibleLine(text), from, room)
    yield line(`  ${paint('quiet', `${String(number).padStart(width)} │`)} ${shown}`)
    if (number === place.line)
      yield line(`  ${' '.repeat(width)} ${paint('quiet', '│')} ${markOf(place, from, room, paint)}`)
  }
  for (const { place: other, words } of firstSubjects(finding).first[0]?.also ?? []) {
    yield line(
      `  ${' '.repeat(width)} ${paint('quiet', '=')} ${visible(words)} (${visible(other.file)}:${other.line})`,
    )
  }
  yield line()
}

const clipped = (text: string, from: number, room: number): string => {
  const characters = [...text].slice(from)
  return characters.length > room ? `${characters.slice(0, room - 1).join('')}…` : characters.join('')
}

const markOf = (place: NonNullable<Finding['place']>, from: number, room: number, paint: Paint): string => {
  const start = Math.max(0, place.column - 1 - from)
  const length = place.endLine === place.line ? Math.max(1, place.endColumn - place.column) : 3
  return ' '.repeat(start) + paint('critical', '^'.repeat(Math.max(1, Math.min(length, room - start))))
}
