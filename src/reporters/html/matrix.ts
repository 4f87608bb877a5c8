import type { MatrixRow, Report } from '../../engine/report.js'
import { counted, statusWords } from '../words.js'
import type { ReportIndex } from './index-of.js'
import { type Markup, markup } from './markup.js'
import { STATUS_SIGNS } from './words.js'

/** One row a paragraph, under the section of the law that it belongs to. */
export const matrix = ({ matrix: rows }: Report, index: ReportIndex): Markup => {
  const sections = new Map<string, MatrixRow[]>()
  for (const row of rows) {
    const section = partOf(row.citation)
    sections.set(section, [...(sections.get(section) ?? []), row])
  }
  return markup`<p>What the rules say of each paragraph. A rule of guidance or practice supports a paragraph; only a rule of the law contradicts one.</p>
<div class="scroll" tabindex="0" role="group" aria-label="Coverage by paragraph"><table class="matrix"><thead><tr><th scope="col">Paragraph</th><th scope="col">Safeguard</th><th scope="col">Kind</th><th scope="col">Status</th><th scope="col" class="number">pass</th><th scope="col" class="number">fail</th><th scope="col" class="number">unproven</th><th scope="col" class="number">alternative</th><th scope="col">Findings</th></tr></thead>${[
    ...sections,
  ].map(
    ([section, list]) =>
      markup`<tbody><tr class="section"><th scope="rowgroup" colspan="9">${section}</th></tr>${list.map((row) => paragraph(row, index))}</tbody>`,
  )}</table></div>\n`
}

/** The parts of Part 164 by the beginning of a citation. */
const PARTS: readonly (readonly [begins: string, words: string])[] = [
  ['164.1', 'Subpart A, general provisions'],
  ['164.306', '164.306 General rules'],
  ['164.308', '164.308 Administrative safeguards'],
  ['164.310', '164.310 Physical safeguards'],
  ['164.312', '164.312 Technical safeguards'],
  ['164.314', '164.314 Organizational requirements'],
  ['164.316', '164.316 Policies, procedures and documentation'],
  ['164.4', 'Subpart D, notification in the case of breach'],
  ['164.5', 'Subpart E, privacy'],
]

const partOf = (citation: string): string =>
  PARTS.find(([begins]) => citation.startsWith(begins))?.[1] ?? 'Other paragraphs'

/** A nought says nothing, and hides what does. */
const numberCell = (number: number): Markup => markup`<td class="number">${number === 0 ? '' : number}</td>`

const paragraph = (row: MatrixRow, index: ReportIndex): Markup => {
  const { citation, name, kind, status, counts } = row
  const number = index.countOn(citation, 'fail') + index.countOn(citation, 'unproven')
  const link =
    number === 0
      ? ''
      : markup`<a href="#findings" data-filter="paragraph" data-value="${citation}">${counted(number, 'finding')}<span class="unseen"> on ${citation}</span></a>`
  return markup`<tr><th scope="row">${citation}</th><td>${name}</td><td>${kind}</td><td class="status ${status}"><span aria-hidden="true">${STATUS_SIGNS[status]}</span> ${statusWords(row)}</td>${numberCell(counts.pass)}${numberCell(counts.fail)}${numberCell(counts.unproven)}${numberCell(counts.alternative)}<td>${link}</td></tr>\n`
}
