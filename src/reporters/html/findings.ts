import type { Finding, Report, ReportedSubject } from '../../engine/report.js'
import { thresholdText } from '../threshold.js'
import { counted, groundWords } from '../words.js'
import { accepted } from './accepted.js'
import { filters } from './filters.js'
import type { ReportIndex } from './index-of.js'
import { type Markup, markup, NOTHING, prose } from './markup.js'
import { sourceFrame } from './source-frame.js'
import { moduleOf, OUTCOME_WORDS, placeText, table } from './words.js'

/** All findings, the worst first. Those of one rule that say why and how to mend alike share the explanation. */
export function* findings(report: Report, index: ReportIndex): Generator<string> {
  if (report.findings.length === 0) {
    yield markup`<p>No stated fact contradicts a rule, and everything that was asked is shown.</p>\n`.text
    return
  }
  yield filters(report, index).text
  for (const group of groupsOf(report.findings)) yield* groupMarkup(group, index)
}

type Group = readonly [Finding, ...Finding[]]

function* groupsOf(list: readonly Finding[]): Generator<Group> {
  let group: [Finding, ...Finding[]] | undefined
  for (const finding of list) {
    if (group && explanationOf(group[0]) === explanationOf(finding)) group.push(finding)
    else {
      if (group) yield group
      group = [finding]
    }
  }
  if (group) yield group
}

const explanationOf = ({ rule, outcome, severity, severityChanged, why, fix, thresholds }: Finding): string =>
  [rule, outcome, severity, severityChanged ?? '', why, fix, ...thresholds.map(({ value }) => value)].join(
    '\n',
  )

function* groupMarkup(group: Group, index: ReportIndex): Generator<string> {
  const [first] = group
  const { rule, title, outcome, severity, ground } = first
  const number = group.length === 1 ? '' : `, ${counted(group.length, 'finding')}`
  yield markup`<section class="rule ${outcome}" data-severity="${severity}" data-outcome="${outcome}" data-module="${moduleOf(rule)}" data-paragraphs="${index.paragraphsOf(rule).join(' ')}">
<h3><span class="tag ${severity}">${severity}</span> ${outcome === 'fail' ? '' : markup`<span class="tag outcome">${OUTCOME_WORDS[outcome]}</span> `}${title}</h3>
<p class="meta">${groundWords(ground)}. <code>${rule}</code>${number}</p>\n`.text
  // What is open in print is closed on the screen where there is much of it.
  for (const finding of group)
    yield findingMarkup(finding, index, group.length <= 3 && outcome === 'fail').text
  yield markup`${explanation(first)}</section>\n`.text
}

const findingMarkup = (finding: Finding, index: ReportIndex, open: boolean): Markup => {
  const { fingerprint, message, notes, alternative, place, subjects, outcome } = finding
  const more = subjects.length > 1 ? `, ${counted(subjects.length, 'subject')}` : ''
  const where = place === undefined ? 'Details' : `${place.file}:${place.line}:${place.column}`
  const source = place?.source === undefined ? '' : ` (${place.source})`
  const covered = alternative === undefined ? NOTHING : markup`<p class="note">Covered by: ${alternative}</p>`
  return markup`<article class="finding" id="f-${fingerprint}" data-things="${index.thingsOf(finding).join(' ')}">
<p class="message">${message}</p>
${accepted(finding)}${covered}${notes.map((note) => markup`<p class="note">${prose(note)}</p>`)}<details${outcome === 'unproven' ? '' : PAPER}${open ? markup` open` : ''}><summary>${where}${source}${more}</summary>
${sourceFrame(finding)}${also(subjects)}<p class="quiet">${claim(subjects)}Fingerprint <code>${fingerprint}</code></p>${subjects.length > 1 ? subjectTable(subjects) : ''}</details></article>\n`
}

/** What is closed on the screen and open on paper. */
const PAPER = markup` class="paper"`

const also = ([first]: readonly ReportedSubject[]): Markup =>
  markup`${(first?.also ?? []).map(({ words, place }) => markup`<p class="quiet">${words} (${placeText(place)})</p>`)}`

/** Who claims what decided it, and how ePHI came there; of several subjects the table tells it. */
const claim = ([subject, ...others]: readonly ReportedSubject[]): Markup => {
  if (!subject || others.length > 0) return NOTHING
  const { path, found, rank, reach } = subject
  const words = [
    path === '' ? '' : markup`<code>${path}</code> `,
    found === undefined ? 'is not stated' : markup`is <code>${found}</code>`,
    rank === undefined ? '' : `, ${rank}`,
    reach === undefined ? '' : `; ePHI is ${reach} there`,
  ]
  return markup`${words}. `
}

const subjectTable = (subjects: readonly ReportedSubject[]): Markup =>
  table(
    'Subjects',
    ['Subject', 'Fact', 'Found', 'Claim', 'ePHI', 'Place'],
    subjects.map(
      ({ label, path, found, rank, reach, place, accepted: acceptance }) =>
        markup`<tr><th scope="row">${label}${acceptance === undefined ? '' : markup` <span class="tag${acceptance.required ? ' red-tag' : ''}">accepted</span>`}</th><td><code>${path}</code></td><td>${found === undefined ? 'not stated' : markup`<code>${found}</code>`}</td><td>${rank}</td><td>${reach}</td><td>${place && placeText(place)}</td></tr>`,
    ),
  )

/** Of what is unproven the explanation waits: it asks for a fact, and mends nothing. */
const explanation = (finding: Finding): Markup =>
  finding.outcome === 'unproven'
    ? markup`<details class="screen"><summary>Why it matters, and what is asked</summary>${explained(finding)}</details>`
    : explained(finding)

const explained = ({ why, fix, related, thresholds, severityChanged, references }: Finding): Markup => {
  const rows: (readonly [string, Markup])[] = [
    ['Why it matters', prose(why)],
    ['What to do', prose(fix)],
    ...thresholds.map((threshold) => ['Threshold', markup`${thresholdText(threshold)}`] as const),
  ]
  if (severityChanged !== undefined) rows.push(['Severity', markup`${severityChanged}`])
  if (related.length > 0) rows.push(['Bears on', markup`${related.join(', ')}`])
  if (references.length > 0) rows.push(['See', markup`${references.join('; ')}`])
  return markup`<dl class="explanation">${rows.map(([name, text]) => markup`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>\n`
}
