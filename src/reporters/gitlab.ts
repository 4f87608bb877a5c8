import { type Finding, messageFor, type ReportedSubject } from '../engine/report.js'
import { acceptanceOf, isLetThrough, wholeAcceptanceWords } from './acceptance.js'
import { plainText, repositoryPath } from './escape.js'
import { jsonPieces } from './json-pieces.js'
import type { Reporter } from './reporter.js'
import { shownPlace } from './subjects.js'

/** A Code Quality report of GitLab: merge requests compare it with that of the target branch by fingerprint. */
export const gitlab: Reporter = {
  id: 'gitlab',
  title: 'Code Quality, for merge requests of GitLab',
  extension: 'json',
  *render({ findings }) {
    yield* jsonPieces(issues(findings), 1)
    yield '\n'
  },
}

function* issues(findings: readonly Finding[]): Generator<object> {
  for (const finding of findings) for (const subject of finding.subjects) yield issueOf(finding, subject)
}

const SEVERITIES: Readonly<Record<Finding['severity'], string>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  info: 'info',
}

const issueOf = (finding: Finding, subject: ReportedSubject): object => {
  const { rule, outcome, severity, ground } = finding
  const { place } = shownPlace(subject)
  const acceptance = acceptanceOf(finding, subject)
  const accepted = acceptance === undefined ? '' : ` [${wholeAcceptanceWords(acceptance)}]`
  const counts = outcome === 'fail' && !isLetThrough(acceptance)
  return {
    description: plainText(
      `${WORDS[outcome]}${messageFor(finding, subject)}${accepted} (${ground.citation}, ${ground.basis})`,
    ),
    check_name: plainText(rule),
    fingerprint: plainText(subject.fingerprint),
    severity: counts ? SEVERITIES[severity] : 'info',
    location: {
      path: repositoryPath(place?.file ?? ''),
      lines: { begin: Math.max(1, place?.line ?? 1) },
    },
  }
}

const WORDS: Readonly<Record<Finding['outcome'], string>> = {
  fail: '',
  unproven: 'Unproven: ',
  alternative: 'Covered by a documented alternative: ',
}
