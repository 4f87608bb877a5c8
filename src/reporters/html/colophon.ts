import type { Report } from '../../engine/report.js'
import { type Markup, markup } from './markup.js'
import { table } from './words.js'

/** What nobody looked at. */
export const notChecked = ({ notChecked: list }: Report): Markup =>
  markup`<ul>${list.map((one) => markup`<li>${one}</li>\n`)}<li>Whether what is described is what really runs: no system was probed.</li></ul>\n`

/** By what it was made, and of what. */
export const toolAndInputs = ({ tool, inputs, rules }: Report): Markup =>
  markup`<p>hipaacheck ${tool.version}, ${rules.length} rules. The same inputs judged on the same day give the same report.</p>
${table(
  'Inputs',
  ['Input', 'SHA-256'],
  inputs.map(
    ({ file, sha256 }) => markup`<tr><th scope="row">${file}</th><td><code>${sha256}</code></td></tr>\n`,
  ),
)}`
