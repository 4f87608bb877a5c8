import { xmlText } from '../escape.js'

/** Text that is mark-up already. Only `markup` and `drawn` make it, so that nothing unescaped gets in by mistake. */
export interface Markup {
  readonly text: string
}

/** What may stand in a template: text and numbers, which are escaped, and mark-up, which is not. */
export type Part = string | number | undefined | Markup | readonly Part[]

/** A template of HTML: everything that is put in is escaped, unless it is mark-up itself. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => {
  let text = strings[0] ?? ''
  for (const [index, part] of parts.entries()) text += `${textOf(part)}${strings[index + 1] ?? ''}`
  return { text }
}

const textOf = (part: Part): string => {
  if (part === undefined) return ''
  if (typeof part === 'string') return xmlText(part)
  if (typeof part === 'number') return String(part)
  return 'text' in part ? part.text : part.map(textOf).join('')
}

/** A picture that was drawn, and escaped, elsewhere. */
export const drawn = (svg: string): Markup => ({ text: svg })

/** Nothing. */
export const NOTHING: Markup = { text: '' }

/** Text with code spans of its own, as those of the rules have. */
export const prose = (text: string): Markup => {
  const parts = text.split('`')
  // A mark without its partner is no code span.
  const last = parts.length % 2 === 0 ? parts.length - 1 : parts.length
  return markup`${parts.map((part, index) =>
    index % 2 === 0 ? part : index < last ? markup`<code>${part}</code>` : `\`${part}`,
  )}`
}

/** Parts with a word between. */
export const joined = (parts: readonly Part[], between: string): Markup =>
  markup`${parts.map((part, index) => (index === 0 ? part : [between, part]))}`
