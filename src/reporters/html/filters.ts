import type { Report } from '../../engine/report.js'
import type { ReportIndex } from './index-of.js'
import { type Markup, markup } from './markup.js'
import { moduleOf, OUTCOME_WORDS } from './words.js'

/** The form by which findings are chosen. It is hidden until the script runs: without it, everything shows. */
export const filters = ({ findings, matrix, summary }: Report, index: ReportIndex): Markup => {
  const severities = Object.keys(summary.findingsBySeverity).filter((severity) =>
    findings.some((finding) => finding.severity === severity),
  )
  const outcomes = (['fail', 'unproven', 'alternative'] as const).filter(
    (outcome) => summary.findings[outcome] > 0,
  )
  const modules = [...new Set(findings.map(({ rule }) => moduleOf(rule)))].sort()
  const used = new Set(
    [...new Set(findings.map(({ rule }) => rule))].flatMap((rule) => index.paragraphsOf(rule)),
  )
  const paragraphs = matrix.filter(({ citation }) => used.has(citation))
  return markup`<form id="filters" class="filters" role="search" aria-label="Findings" hidden>
<label class="search">Search <input type="search" name="text" autocomplete="off" spellcheck="false"></label>
<label>Asset, vendor or party <input type="search" name="thing" list="things" autocomplete="off" spellcheck="false"></label><datalist id="things"></datalist>
${choices(
  'Severity',
  'severity',
  severities.map((severity) => [severity, severity]),
)}${choices(
  'Outcome',
  'outcome',
  outcomes.map((outcome) => [outcome, OUTCOME_WORDS[outcome]]),
)}<label>Module <select name="module"><option value="">all</option>${modules.map((name) => markup`<option value="${name}">${name}</option>`)}</select></label>
<label>Paragraph <select name="paragraph"><option value="">all</option>${paragraphs.map(({ citation, name }) => markup`<option value="${citation}">${citation} ${name}</option>`)}</select></label>
<p class="wide actions"><span id="shown" role="status"></span> <button type="reset">Show all</button></p>
</form>\n`
}

const choices = (title: string, name: string, list: readonly (readonly [string, string])[]): Markup =>
  markup`<fieldset><legend>${title}</legend>${list.map(([value, words]) => markup`<label><input type="checkbox" name="${name}" value="${value}" checked> ${words}</label> `)}</fieldset>\n`
