import { grouped } from '../../engine/report.js'
import { type Markup, markup } from './markup.js'

/** One part of a bar: its name and number, and the look that the style sheet gives it. */
export interface BarPart {
  readonly name: string
  readonly number: number
  readonly look: string
}

const share = (number: number, total: number): string =>
  total === 0 ? '0' : String(Math.round((number / total) * 10_000) / 100)

/** One bar of several parts, with each part and its number in words below it. */
export const stackedBar = (title: string, parts: readonly BarPart[]): Markup => {
  const total = parts.reduce((sum, { number }) => sum + number, 0)
  let from = 0
  const drawn = parts
    .filter(({ number }) => number > 0)
    .map(({ number, look }) => {
      const rectangle = markup`<rect class="part ${look}" x="${share(from, total)}%" width="${share(number, total)}%" height="100%"/>`
      from += number
      return rectangle
    })
  return markup`<figure class="chart"><figcaption>${title}</figcaption>
<svg class="bar" width="100%" height="14" aria-hidden="true">${drawn}</svg>
<ul class="key">${parts.map(
    ({ name, number, look }) =>
      markup`<li${number === 0 ? markup` class="zero"` : ''}><svg class="swatch" width="10" height="10" aria-hidden="true"><rect class="part ${look}" width="10" height="10"/></svg> <b>${grouped(number)}</b> ${name}</li>`,
  )}</ul></figure>\n`
}

/** One bar a row, all to the same scale. */
export const barRows = (title: string, parts: readonly BarPart[]): Markup => {
  const most = Math.max(1, ...parts.map(({ number }) => number))
  return markup`<figure class="chart"><figcaption>${title}</figcaption><table class="bars"><tbody>${parts.map(
    ({ name, number, look }) =>
      markup`<tr><th scope="row">${name}</th><td class="number">${grouped(number)}</td><td class="room"><svg class="bar" width="100%" height="12" aria-hidden="true"><rect class="part ${look}" width="${share(number, most)}%" height="100%"/></svg></td></tr>`,
  )}</tbody></table></figure>\n`
}
