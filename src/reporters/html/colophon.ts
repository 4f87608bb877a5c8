import type { Report } from '../../engine/report.js'
import { grouped } from '../../engine/report.js'
import { type Markup, markup, NOTHING } from './markup.js'
import { table } from './words.js'

/** What holds, and what a reader should know of it all the same. */
export const remarks = ({ remarks: list }: Report): Markup =>
  table(
    'What holds, with a word',
    ['Rule', 'Of', 'To know'],
    list.map(
      ({ rule, subjects, note }) =>
        markup`<tr><th scope="row"><code>${rule}</code></th><td>${subjects.join(', ')}</td><td>${note}</td></tr>\n`,
    ),
  )

/** What nobody looked at, and of what was read what nothing was made of. */
export const notChecked = ({ notChecked: list, notRead, summary: { passesByRank } }: Report): Markup =>
  markup`<ul>${list.map((one) => markup`<li>${one}</li>\n`)}${passesByRank.observed === 0 ? markup`<li>Whether what is described is what really runs: nothing that was observed is behind any answer.</li>` : ''}</ul>
${
  notRead.length === 0
    ? NOTHING
    : markup`<h3>What was not read</h3>
${table(
  'What was not read',
  ['What', 'Number', 'Why', 'File'],
  notRead.map(
    ({ what, count, why, file }) =>
      markup`<tr><th scope="row">${what}</th><td class="number">${grouped(count)}</td><td>${why}</td><td>${file}</td></tr>\n`,
  ),
)}`
}`

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
