import type { Finding, Report } from '../engine/report.js'
import { acceptedParts, isFindingLetThrough, partWords, STAYS_A_FAILURE } from './acceptance.js'
import { repositoryPath, workflowCommand } from './escape.js'
import type { Reporter } from './reporter.js'
import { shownPlace } from './subjects.js'

const COMMANDS = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
  info: 'notice',
} as const satisfies Record<Finding['severity'], string>

/**
 * One annotation for each finding that fails and that nobody accepted. GitHub shows the first ten of a kind, and a report
 * is worst first; the rest, and what is not shown, is one line with numbers.
 */
export const github: Reporter = {
  id: 'github',
  title: 'Annotations by workflow commands of GitHub',
  extension: 'txt',
  *render(report) {
    for (const finding of report.findings)
      if (finding.outcome === 'fail' && !isFindingLetThrough(finding)) yield annotation(finding)
    yield closing(report)
  },
}

const annotation = (finding: Finding): string => {
  const { severity, title, rule, message, fix, ground, notes, subjects } = finding
  const place = (subjects[0] === undefined ? undefined : shownPlace(subjects[0]).place) ?? finding.place
  const properties = {
    title: `${title} (${rule})`,
    ...(place === undefined ? {} : placeProperties(place)),
  }
  return workflowCommand(COMMANDS[severity], properties, [
    `${severity}: ${message}`,
    fix,
    `Ground: ${ground.citation}, ${ground.label}`,
    ...acceptedParts(finding).map(
      (part) =>
        `${partWords(finding, part)}${part.acceptance.required ? `; this is ${STAYS_A_FAILURE}` : ''}`,
    ),
    ...notes,
  ])
}

/** GitHub takes columns only where the whole lies on one line. */
const placeProperties = ({ file, line, column, endLine, endColumn }: NonNullable<Finding['place']>) => ({
  file: repositoryPath(file),
  line: Math.max(1, line),
  endLine: Math.max(1, line, endLine),
  ...(line === endLine ? { col: Math.max(1, column), endColumn: Math.max(1, column, endColumn) } : {}),
})

const closing = ({ findings, summary, gate }: Report): string => {
  const accepted = findings.filter((one) => one.outcome === 'fail' && isFindingLetThrough(one)).length
  const { fail, unproven, alternative } = summary.findings
  return workflowCommand('notice', { title: 'hipaacheck' }, [
    `${fail} ${fail === 1 ? 'finding fails' : 'findings fail'}${accepted === 0 ? '' : `, ${accepted} of them accepted`}; ${unproven} unproven, which is neither a pass nor a failure; ${alternative} covered by a documented alternative.`,
    gate.exitCode === 0
      ? `Passes: no finding at or above ${gate.failOn}.`
      : `Fails: ${gate.gating} at or above ${gate.failOn}.`,
  ])
}
