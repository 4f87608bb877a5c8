import type { Finding, Report } from '../../engine/report.js'
import {
  acceptanceWords,
  acceptedParts,
  baselineWords,
  partWords,
  STAYS_A_FAILURE,
  WAIVER_WORDS,
} from '../acceptance.js'
import { type Markup, markup, NOTHING } from './markup.js'
import { table } from './words.js'

/** Who accepted a finding: in red where the law requires what is missing, which nobody can waive. */
export const accepted = (finding: Finding): Markup =>
  markup`${acceptedParts(finding).map((part) => {
    const words = partWords(finding, part)
    return part.acceptance.required
      ? markup`<p class="accepted red">Accepted: ${words}. <strong>This is ${STAYS_A_FAILURE}.</strong></p>`
      : markup`<p class="accepted">Accepted: ${words}. It stays a failure that somebody accepted.</p>`
  })}`

/** All that somebody accepted: by finding, the waivers with what became of them, and what is gone of the baseline. */
export const acceptedRegister = (report: Report): Markup =>
  markup`<p>They stay what they are: no acceptance makes a pass of a failure.</p>
${acceptedFindings(report)}${waivers(report)}${baseline(report)}`

const acceptedFindings = ({ findings }: Report): Markup => {
  const rows = findings.flatMap((finding) =>
    acceptedParts(finding).map(
      ({ acceptance, subjects }) =>
        markup`<tr${acceptance.required ? RED : ''}><th scope="row"><a href="#f-${finding.fingerprint}">${finding.title}</a></th><td>${subjects} of ${finding.subjects.length}</td><td>${acceptanceWords(acceptance)}</td><td>${acceptance.required ? markup`<strong>${STAYS_A_FAILURE}</strong>` : 'accepted'}</td></tr>\n`,
    ),
  )
  return rows.length === 0
    ? NOTHING
    : table('Accepted failures', ['Finding', 'Subjects', 'By whom and why', 'Standing'], rows)
}

const RED = markup` class="red"`

const waivers = ({ waivers: list }: Report): Markup =>
  list.length === 0
    ? NOTHING
    : markup`<h3>Waivers</h3>
${table(
  'Waivers',
  ['Rule', 'Subjects', 'State', 'Failures', 'Owner', 'Until', 'Reason'],
  list.map(
    ({ rule, subjects, state, failures, owner, until, reason, required }) =>
      markup`<tr${required || state === 'expired' ? RED : ''}><th scope="row"><code>${rule}</code></th><td>${subjects}</td><td>${WAIVER_WORDS[state]}${required ? markup`<br><strong>${STAYS_A_FAILURE}</strong>` : ''}</td><td class="number">${failures}</td><td>${owner}</td><td><time>${until}</time></td><td>${reason}</td></tr>\n`,
  ),
)}`

const baseline = ({ baseline: known }: Report): Markup =>
  known === undefined
    ? NOTHING
    : markup`<h3>Baseline</h3>
<p>${baselineWords(known)}.</p>
${
  known.fixed.length === 0
    ? NOTHING
    : table(
        'Known failures that are gone',
        ['Rule', 'Subject', 'It said'],
        known.fixed.map(
          ({ rule, subject, message }) =>
            markup`<tr><th scope="row"><code>${rule}</code></th><td>${subject}</td><td>${message}</td></tr>\n`,
        ),
      )
}`
