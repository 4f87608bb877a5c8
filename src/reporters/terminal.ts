import { styleText } from 'node:util'

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

export { wrapped } from '../model/wrapped.js'
