import { styleText } from 'node:util'
import { visible } from './escape.js'

/** Colours by meaning. */
export type Tone = 'critical' | 'high' | 'medium' | 'low' | 'info' | 'good' | 'quiet' | 'strong' | 'accent'

type Format = Parameters<typeof styleText>[0]

const TONES: Readonly<Record<Tone, Format>> = {
  critical: ['bold', 'red'],
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
  info: 'blue',
  good: 'green',
  quiet: 'gray',
  strong: 'bold',
  accent: 'magenta',
}

/** Gives text a colour, or leaves it as it is. */
export type Paint = (tone: Tone, text: string) => string

/** A painter for a terminal with colours, or for one without. */
export const painter = (color: boolean): Paint =>
  color ? (tone, text) => styleText(TONES[tone], text, { validateStream: false } as never) : (_, text) => text

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
