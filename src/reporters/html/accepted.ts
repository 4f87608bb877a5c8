import type { Acceptance, Finding, Report } from '../../engine/report.js'
import { type Markup, markup, NOTHING } from './markup.js'
import { acceptanceWords, table } from './words.js'

interface Accepted {
  readonly acceptance: Acceptance
  readonly subjects: readonly string[]
}

/** Each acceptance of a finding once, with the subjects that it is about. */
const acceptancesOf = ({ subjects }: Finding): readonly Accepted[] => {
  const found = new Map<string, Accepted>()
  for (const { accepted: acceptance, label } of subjects) {
    if (!acceptance) continue
    const key = JSON.stringify(acceptance)
    found.set(key, { acceptance, subjects: [...(found.get(key)?.subjects ?? []), label] })
  }
  return [...found.values()]
}

/** Who accepted a finding: in red where the law requires what is missing, which nobody can waive. */
export const accepted = (finding: Finding): Markup =>
  markup`${acceptancesOf(finding).map(({ acceptance, subjects }) => {
    const part = subjects.length === finding.subjects.length ? '' : ` (${someOf(subjects)})`
    return acceptance.required
      ? markup`<p class="accepted red"><strong>Required by law, and stays a failure.</strong> ${acceptanceWords(acceptance)}${part}</p>`
      : markup`<p class="accepted">${acceptanceWords(acceptance)}${part}. It stays a failure that somebody accepted.</p>`
  })}`

const someOf = (subjects: readonly string[]): string =>
  subjects.length <= 3
    ? subjects.join(', ')
    : `${subjects.slice(0, 2).join(', ')} and ${subjects.length - 2} more`

/** All that somebody accepted, by finding. */
export const acceptedRegister = ({ findings }: Report): Markup => {
  const rows = findings.flatMap((finding) =>
    acceptancesOf(finding).map(
      ({ acceptance, subjects }) =>
        markup`<tr${acceptance.required ? markup` class="red"` : ''}><th scope="row"><a href="#f-${finding.fingerprint}">${finding.title}</a></th><td>${someOf(subjects)}</td><td>${acceptance.by}</td><td>${acceptance.owner ?? ''}</td><td>${acceptance.until === undefined ? '' : markup`<time>${acceptance.until}</time>`}</td><td>${acceptance.reason ?? ''}</td><td>${acceptance.required ? markup`<strong>required by law: stays a failure</strong>` : 'accepted'}</td></tr>`,
    ),
  )
  if (rows.length === 0) return NOTHING
  return table(
    'Accepted failures',
    ['Finding', 'Subjects', 'By', 'Owner', 'Until', 'Reason', 'Standing'],
    rows,
  )
}
