import type { Finding, Report } from '../engine/report.js'
import { acceptedParts, idleWaivers, isFindingLetThrough, partWords, STAYS_A_FAILURE } from './acceptance.js'
import { repositoryPath, workflowCommand } from './escape.js'
import { gateWords } from './gate-words.js'
import type { Reporter } from './reporter.js'
import { shownPlace } from './subjects.js'
import { counted } from './words.js'

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
    for (const words of idleWaivers(report))
      yield workflowCommand('warning', { title: 'hipaacheck' }, [words])
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

const closing = (report: Report): string => {
  const { findings, summary, gate } = report
  const accepted = findings.filter((one) => one.outcome === 'fail' && isFindingLetThrough(one)).length
  const { fail, unproven, alternative } = summary.findings
  return workflowCommand('notice', { title: 'hipaacheck' }, [
    `${counted(fail, 'finding fails', 'findings fail')}${accepted === 0 ? '' : `, ${accepted} of them accepted`}; ${unproven} unproven, which is neither a pass nor a failure; ${alternative} covered by a documented alternative.`,
    `${gate.exitCode === 0 ? 'Passes' : 'Fails'}: ${gateWords(report)}.`,
  ])
}
