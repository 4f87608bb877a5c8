import type { Finding, MatrixRow, Question, Report } from '../../engine/report.js'
import { xmlLine } from '../escape.js'
import { questionsText } from '../questions-text.js'
import { counted } from '../words.js'
import type { ReportIndex } from './index-of.js'
import { drawn, joined, type Markup, markup, NOTHING, prose } from './markup.js'

/** So many findings of one paragraph are named; the filter has them all. */
const MOST_NAMED = 8

/** What to ask for, paragraph by paragraph: the questions that settle it, and the findings that wait for them. */
export const evidence = (report: Report, index: ReportIndex): Markup => {
  const numbers = new Map(report.questions.map(({ id }, at) => [id, at + 1]))
  const unproven = new Map<string, Finding[]>()
  for (const finding of report.findings)
    if (finding.outcome === 'unproven')
      unproven.set(finding.rule, [...(unproven.get(finding.rule) ?? []), finding])
  const asked = report.matrix.filter(({ citation }) => index.countOn(citation, 'unproven') > 0)
  if (asked.length === 0) return markup`<p>Nothing is unproven.</p>\n`
  return markup`<p>What is unproven, by paragraph, and what would show it: state it in the description, or hand in the document that does.</p>
${asked.map((row) => request(row, report.questions, numbers, unproven))}<div class="screen"><h3>Ready to paste</h3>
<p>The questions in order of worth, and what to state as one piece of a description. Values in <code>&lt;…&gt;</code> are to be filled in.</p>
<ol class="questions">${report.questions.map(question)}</ol>
<details><summary>What to state, as YAML</summary><pre>${drawn(questionsText(report.questions).split('\n').map(xmlLine).join('\n'))}</pre></details></div>`
}

const request = (
  { citation, name, kind, rules, evidence: shown }: MatrixRow,
  questions: readonly Question[],
  numbers: ReadonlyMap<string, number>,
  unproven: ReadonlyMap<string, readonly Finding[]>,
): Markup => {
  const own = new Set(rules)
  const asked = questions.filter((one) => one.rules.some((rule) => own.has(rule)))
  const waiting = rules.flatMap((rule) => unproven.get(rule) ?? [])
  const more =
    shown === 'yes'
      ? NOTHING
      : markup`<li>The document itself, and how people act on it: a description shows this ${shown === 'no' ? 'not at all' : 'only in part'}.</li>`
  return markup`<section class="request"><h3>${citation} ${name} <span class="kind">${kind}</span></h3>
<ul>${asked.map(({ id, asks, place }) => markup`<li><a href="#q-${numbers.get(id)}">Question ${numbers.get(id)}</a>: ${prose(asks)} In <code>${place}</code>.</li>`)}${more}</ul>
<p class="quiet">${counted(waiting.length, 'finding waits', 'findings wait')} for it: ${titles(waiting)}${
    waiting.length <= MOST_NAMED
      ? ''
      : markup`, <a href="#findings" data-filter="paragraph" data-value="${citation}">and more<span class="unseen"> on ${citation}</span></a>`
  }.</p></section>\n`
}

/** The titles of the first findings; several of one title are one link. */
const titles = (findings: readonly Finding[]): Markup => {
  const byTitle = new Map<string, Finding[]>()
  for (const finding of findings.slice(0, MOST_NAMED))
    byTitle.set(finding.title, [...(byTitle.get(finding.title) ?? []), finding])
  const links = [...byTitle].map(([title, [first, ...others]]) => [
    markup`<a href="#f-${first?.fingerprint}">${title}</a>`,
    others.length === 0 ? '' : ` (${others.length + 1})`,
  ])
  return joined(links, ', ')
}

const question = ({ asks, place, settles }: Question, at: number): Markup =>
  markup`<li id="q-${at + 1}">${prose(asks)} Once, in <code>${place}</code>: settles ${settles}.</li>\n`
