import {
  type Acceptance,
  type Finding,
  firstSubjects,
  grouped,
  isLetThrough,
  type Report,
  type ReportedSubject,
  type ReportedWaiver,
} from '../engine/report.js'

import { counted } from './words.js'

export { isLetThrough } from '../engine/report.js'

/** Said wherever somebody accepted what the law requires. */
export const STAYS_A_FAILURE = 'required by law, which nobody can waive: it stays a failure'

/** What was accepted, and of how many subjects of a finding. */
export interface AcceptedPart {
  readonly acceptance: Acceptance
  readonly subjects: number
}

/** The acceptances of a finding, each once. */
export const acceptedParts = (finding: Finding): readonly AcceptedPart[] => {
  if (!firstSubjects(finding).mayBeAccepted) return []
  const { subjects, accepted = [] } = finding
  const parts = new Map<string, AcceptedPart>()
  for (const { accepted: acceptance } of subjects) {
    if (acceptance === undefined) continue
    const key = JSON.stringify(acceptance)
    parts.set(key, { acceptance, subjects: (parts.get(key)?.subjects ?? 0) + 1 })
  }
  if (parts.size > 0) return [...parts.values()]
  return accepted.map((acceptance) => ({ acceptance, subjects: subjects.length }))
}

/** Whether there is anything to say of what was accepted. */
export const hasAccepted = ({ findings, waivers, baseline }: Report): boolean =>
  waivers.length > 0 || baseline !== undefined || findings.some((one) => acceptedParts(one).length > 0)

/** What became of a waiver. */
export const WAIVER_WORDS: Readonly<Record<ReportedWaiver['state'], string>> = {
  'in-force': 'in force',
  expired: 'expired: it gates again',
  unused: 'unused: it matches no failure',
}

/** How many failures were known, and how many of them are gone. */
export const baselineWords = ({ known, fixed }: NonNullable<Report['baseline']>): string =>
  `${counted(known, 'failure was', 'failures were')} known before; ${grouped(fixed.length)} of them ${fixed.length === 1 ? 'is' : 'are'} gone`

/** Whether every subject of a finding is let through. */
export const isFindingLetThrough = (finding: Finding): boolean => {
  if (!firstSubjects(finding).mayBeAccepted) return false
  const { subjects, accepted = [] } = finding
  return (
    (accepted.length > 0 && accepted.every(isLetThrough)) ||
    (subjects.length > 0 && subjects.every(({ accepted: one }) => isLetThrough(one)))
  )
}

/** In words: by what, until when, by whom and why. */
export const acceptanceWords = ({ by, until, owner, reason }: Acceptance): string => {
  const head =
    by === 'baseline'
      ? 'known from the baseline'
      : `waived${until === undefined ? '' : ` until ${until}`}${owner === undefined ? '' : ` by ${owner}`}`
  return reason === undefined ? head : `${head}: ${reason}`
}

/** The same, with what an acceptance cannot change. */
export const wholeAcceptanceWords = (acceptance: Acceptance): string =>
  acceptance.required ? `${acceptanceWords(acceptance)} (${STAYS_A_FAILURE})` : acceptanceWords(acceptance)

/** Of which subjects, where not of all. */
export const partWords = ({ subjects: all }: Finding, { acceptance, subjects }: AcceptedPart): string =>
  subjects === all.length
    ? acceptanceWords(acceptance)
    : `${subjects} of ${all.length} ${acceptanceWords(acceptance)}`

/** The acceptance of a subject, or of its whole finding where it has none of its own. */
export const acceptanceOf = (
  { accepted: ofFinding }: Pick<Finding, 'accepted'>,
  { accepted }: ReportedSubject,
): Acceptance | undefined => accepted ?? ofFinding?.[0]

/** Waivers that do nothing, or no longer. */
export const idleWaivers = ({ waivers }: Pick<Report, 'waivers'>): readonly string[] =>
  waivers
    .filter(({ state }) => state !== 'in-force')
    .map(({ rule, subjects, until, state }) =>
      state === 'expired'
        ? `The waiver of ${rule} for ${subjects} ended on ${until}: it gates again.`
        : `The waiver of ${rule} for ${subjects} matches no failure.`,
    )
