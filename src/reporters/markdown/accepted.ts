import type { Finding, Report } from '../../engine/report.js'
import {
  acceptedParts,
  baselineWords,
  hasAccepted,
  partWords,
  STAYS_A_FAILURE,
  WAIVER_WORDS,
} from '../acceptance.js'
import { markdownCode, markdownText } from '../escape.js'
import { line, table } from './table.js'

/** Who accepted a finding, one text for each acceptance; in bold where the law requires what was accepted. */
export const acceptedDetails = (finding: Finding): readonly string[] =>
  acceptedParts(finding).map((part) => {
    const words = markdownText(partWords(finding, part))
    return part.acceptance.required ? `${words}; **this is ${STAYS_A_FAILURE}**` : words
  })

/** Everything that somebody accepted, for the one who has to agree. */
export function* acceptedSection(report: Report): Generator<string> {
  if (!hasAccepted(report)) return
  yield line('## Accepted by somebody')
  yield line()
  yield line('They stay what they are: no acceptance makes a pass of a failure.')
  yield line()
  yield* acceptedFindings(report)
  yield* waivers(report)
  yield* baseline(report)
}

function* acceptedFindings({ findings }: Report): Generator<string> {
  const accepted = findings.flatMap((finding) =>
    acceptedParts(finding).map(({ acceptance, subjects }) => ({ finding, acceptance, subjects })),
  )
  if (accepted.length === 0) return
  yield* table(
    ['Rule', 'What', 'Outcome', 'Subjects', 'By', 'Owner', 'Until', 'Reason', 'Law'],
    accepted.map(({ finding, acceptance: { by, owner, until, reason, required }, subjects }) => [
      markdownCode(finding.rule),
      markdownText(finding.message),
      finding.outcome,
      `${subjects} of ${finding.subjects.length}`,
      by,
      markdownText(owner ?? 'not stated'),
      markdownText(until ?? ''),
      markdownText(reason ?? 'not stated'),
      required ? `**${STAYS_A_FAILURE}**` : '',
    ]),
  )
}

function* waivers({ waivers: list }: Report): Generator<string> {
  if (list.length === 0) return
  yield line('### Waivers')
  yield line()
  yield* table(
    ['Rule', 'Subjects', 'State', 'Failures', 'Owner', 'Until', 'Reason', 'Law'],
    list.map(({ rule, subjects, state, failures, owner, until, reason, required }) => [
      markdownCode(rule),
      markdownText(subjects),
      state === 'expired' ? `**${WAIVER_WORDS[state]}**` : WAIVER_WORDS[state],
      failures,
      markdownText(owner),
      markdownText(until),
      markdownText(reason),
      required ? `**${STAYS_A_FAILURE}**` : '',
    ]),
  )
}

function* baseline({ baseline: known }: Report): Generator<string> {
  if (known === undefined) return
  yield line('### Baseline')
  yield line()
  yield line(`${baselineWords(known)}.`)
  yield line()
  if (known.fixed.length === 0) return
  yield* table(
    ['Rule', 'Subject', 'It said'],
    known.fixed.map(({ rule, subject, message }) => [
      markdownCode(rule),
      markdownText(subject),
      markdownText(message),
    ]),
  )
}
