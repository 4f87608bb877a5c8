import { type Paint, type Tone, wrapped } from '../terminal.js'

/** How wide a text is, and what gives it colours. */
export interface Page {
  readonly columns: number
  readonly paint: Paint
}

/** A line of text; without a text, the blank one that ends a part. */
export const line = (text = ''): string => `${text}\n`

/** A text of several lines with its label before the first. */
export function* labelled(
  label: string,
  text: string,
  { columns, paint }: Page,
  tone?: Tone,
): Generator<string> {
  const painted = (part: string): string => (tone === undefined ? part : paint(tone, part))
  const [first = '', ...rest] = wrapped(text, columns, ' '.repeat(8))
  yield line(`  ${paint('quiet', label.padEnd(4))}  ${painted(first.trimStart())}`)
  for (const more of rest) yield line(painted(more))
}
