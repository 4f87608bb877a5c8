import type { MatrixRow, Report } from '../../engine/report.js'
import { grouped } from '../../engine/report.js'
import { acceptedParts } from '../acceptance.js'
import { gateWords } from '../gate-words.js'
import { counted, STATUSES } from '../words.js'
import { barRows, stackedBar } from './charts.js'
import { type Markup, markup, NOTHING } from './markup.js'
import { OUTCOME_WORDS } from './words.js'

/** The name of the system, the verdict, and the sums as pictures. */
export const summary = (report: Report): Markup => markup`${verdict(report)}${facts(report)}${charts(report)}`

const verdict = (report: Report): Markup => {
  const {
    gate,
    summary: { findings, outcomes },
    findings: all,
  } = report
  const passes = gate.exitCode === 0
  const words = gateWords(report).replace(/^./, (letter) => letter.toUpperCase())
  const open =
    findings.unproven === 0
      ? NOTHING
      : markup`<p>${counted(outcomes.unproven, 'answer')} in ${counted(findings.unproven, 'finding')} ${findings.unproven === 1 ? 'is' : 'are'} unproven: nobody stated what decides. That is neither a pass nor a failure.</p>`
  return markup`<div class="verdict ${passes ? 'passes' : 'fails'}"><p class="word">${passes ? 'Passes' : 'Fails'}</p><div><p class="lead">${words}.</p>${open}${accepted(all)}</div></div>\n`
}

/** What somebody accepted stays a failure; what the law requires nobody can accept. */
const accepted = (findings: Report['findings']): Markup => {
  const failures = findings.filter(({ outcome }) => outcome === 'fail').map(acceptedParts)
  const some = failures.filter((parts) => parts.length > 0)
  if (some.length === 0) return NOTHING
  const required = some.filter((parts) => parts.some(({ acceptance }) => acceptance.required))
  const red =
    required.length === 0
      ? NOTHING
      : markup` <strong class="red">${counted(required.length, 'of them concerns', 'of them concern')} what the law requires, which nobody can waive.</strong>`
  return markup`<p><a href="#accepted">${counted(some.length, 'failure')} ${some.length === 1 ? 'is' : 'are'} accepted</a>, wholly or in part, and ${some.length === 1 ? 'stays one' : 'stay failures'}.${red}</p>`
}

const facts = ({ system, asOf, profile, summary: { assets } }: Report): Markup => {
  const rows: readonly (readonly [string, string])[] = [
    ['Judged on', asOf],
    ['Described as of', system.describedAsOf ?? 'not stated'],
    ['Profile', profile],
    ['Entity', system.entity ?? 'not stated'],
    ['Kind of provider', system.providerType ?? 'not stated'],
    ['Jurisdictions', system.jurisdictions.join(', ') || 'not stated'],
    ['Individuals', system.individuals === undefined ? 'not stated' : grouped(system.individuals)],
    [
      'Assets',
      `${assets.described} described; ePHI declared on ${assets.declared}, inferred on ${assets.inferred}, assumed on ${assets.assumed}; ${counted(assets.administering, 'system controls', 'systems control')} such assets`,
    ],
  ]
  return markup`<dl class="facts">${rows.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>\n`
}

const charts = ({
  summary: { outcomes, passesByRank, findingsBySeverity, findings },
  matrix,
}: Report): Markup => {
  const bySeverity = Object.entries(findingsBySeverity).map(([name, number]) => ({
    name,
    number,
    look: name,
  }))
  const byOutcome = (['pass', 'alternative', 'unproven', 'fail'] as const).map((outcome) => ({
    name: outcome === 'pass' ? 'pass' : OUTCOME_WORDS[outcome],
    number: outcomes[outcome],
    look: outcome,
  }))
  const byRank = Object.entries(passesByRank).map(([name, number]) => ({
    name,
    number,
    look: `rank-${name}`,
  }))
  return markup`<div class="charts">
${barRows(`${counted(findings.fail, 'finding fails', 'findings fail')}`, bySeverity)}${stackedBar('Answers of the rules', byOutcome)}${stackedBar('Paragraphs of 45 CFR Part 164', paragraphs(matrix))}${stackedBar('Passes by what they rest on', byRank)}</div>
<p class="quiet">HIPAA names no technology: where a threshold is not in the law, the finding says whose it is. An addressable specification may be met by a documented alternative (45 CFR 164.306(d)(3)). This is a report on what was described and read. It is not legal advice, and no proof of compliance.</p>\n`
}

const paragraphs = (matrix: readonly MatrixRow[]) =>
  STATUSES.map(([status, words]) => ({
    name: words,
    number: matrix.filter((row) => row.status === status).length,
    look: status,
  }))
