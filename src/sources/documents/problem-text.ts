import type { Place, Problem } from '../../model/problem.js'
import { visible } from '../../model/visible.js'
import { wrapped } from '../../model/wrapped.js'
import { codeFrame } from './code-frame.js'

/** Gives the line of a place, where its file is at hand. */
export type LineOf = (place: Place) => string | undefined

/** A problem as one reads it: place, message, the line, what was found and expected, and what was probably meant. */
export const problemText = (problem: Problem, lineOf: LineOf = () => undefined): string => {
  const { code, message, found, expected, suggestion, place } = problem
  const where = place ? `${oneLine(place.file)}:${place.line}:${place.column}: ` : ''
  const line = place && lineOf(place)
  return [
    ...wrapped(`${where}error: ${oneLine(message)} [${code}]`, COLUMNS, '', '  '),
    ...(place && line !== undefined ? [codeFrame(line, place)] : []),
    ...labelled('found', found),
    ...labelled('expected', expected),
    ...labelled('did you mean', suggestion),
  ].join('\n')
}

const COLUMNS = 80

const labelled = (label: string, text: string | undefined): readonly string[] =>
  text === undefined ? [] : wrapped(`${label}: ${oneLine(text)}`, COLUMNS, '  ', '    ')

const oneLine = (text: string): string => visible(text.replace(/\s+/g, ' ')).slice(0, LONGEST)

const LONGEST = 600
