import type { Finding } from '../../engine/report.js'
import { xmlLine } from '../escape.js'
import { drawn, type Markup, markup, NOTHING } from './markup.js'

/** The line of a finding and its neighbours, with a mark on what is meant. */
export const sourceFrame = ({ place, excerpt = [] }: Pick<Finding, 'place' | 'excerpt'>): Markup => {
  if (!place || excerpt.length === 0) return NOTHING
  const lines = excerpt.map(({ number, text }) => {
    const here = number === place.line
    const code = here ? marked(text, place) : drawn(xmlLine(text))
    return markup`<span class="line${here ? ' here' : ''}"><span class="at">${number}</span><span class="code">${code}\n</span></span>`
  })
  return markup`<pre class="source">${lines}</pre>\n`
}

const marked = (
  text: string,
  { line, column, endLine, endColumn }: NonNullable<Finding['place']>,
): Markup => {
  const characters = [...text]
  const end = endLine === line ? endColumn - 1 : characters.length
  const part = (from: number, to: number) => drawn(xmlLine(characters.slice(from, to).join('')))
  return markup`${part(0, column - 1)}<mark>${part(column - 1, end)}</mark>${part(Math.max(end, column - 1), characters.length)}`
}
