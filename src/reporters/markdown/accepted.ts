import type { Finding, Report } from '../../engine/report.js'
import { acceptedParts, partWords, STAYS_A_FAILURE } from '../acceptance.js'
import { markdownCode, markdownText } from '../escape.js'
import { line, table } from './table.js'

/** Who accepted a finding, one text for each acceptance; in bold where the law requires what was accepted. */
export const acceptedDetails = (finding: Finding): readonly string[] =>
  acceptedParts(finding).map((part) => {
    const words = markdownText(partWords(finding, part))
    return part.acceptance.required ? `${words}; **this is ${STAYS_A_FAILURE}**` : words
  })

/** Everything that somebody accepted, for the one who has to agree. */
export function* acceptedSection({ findings, waivers }: Report): Generator<string> {
  const accepted = findings.flatMap((finding) =>
    acceptedParts(finding).map(({ acceptance, subjects }) => ({ finding, acceptance, subjects })),
  )
  const idle = waivers.filter(({ state }) => state !== 'in-force')
  if (accepted.length === 0 && idle.length === 0) return
  yield line('## Accepted by somebody')
  yield line()
  for (const { rule, subjects, until, state } of idle)
    yield line(
      `- The waiver of ${markdownCode(rule)} for ${markdownText(subjects)} ${state === 'expired' ? `ended on ${markdownText(until)}: **it gates again**` : 'matches no failure'}.`,
    )
  if (idle.length > 0) yield line()
  if (accepted.length === 0) return
  yield line('They stay what they are: no acceptance makes a pass of a failure.')
  yield line()
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
