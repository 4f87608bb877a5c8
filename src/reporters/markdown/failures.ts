import type { Finding, Report } from '../../engine/report.js'
import { markdownBlock, markdownCode, markdownProse, markdownText } from '../escape.js'
import { thresholdText } from '../threshold.js'
import { groundWords } from '../words.js'
import { acceptedDetails } from './accepted.js'
import { at, line, table } from './table.js'

/** What stated facts contradict, the worst first, each with its line and what to do. */
export function* failures({ findings }: Report): Generator<string> {
  yield line('## Findings')
  yield line()
  const failed = findings.filter(({ outcome }) => outcome === 'fail')
  if (failed.length === 0) yield line('No stated fact contradicts a rule.\n')
  for (const [index, finding] of failed.entries()) yield* failure(index + 1, finding)
}

function* failure(number: number, finding: Finding): Generator<string> {
  const { severity, title, rule, message, place, excerpt = [], subjects, fingerprint } = finding
  yield line(`### ${number}. ${severity}: ${markdownText(title)}`)
  yield line()
  yield line(markdownText(message))
  yield line()
  if (place) {
    yield line(`At ${at(place)}:`)
    yield line()
    yield line(
      markdownBlock(
        excerpt.map(({ text }) => text),
        languageOf(place.file),
      ),
    )
    yield line()
  }
  for (const [name, text] of detailsOf(finding)) yield line(`- **${name}**: ${text}`)
  yield line(`- **Rule**: ${markdownCode(rule)}, fingerprint ${markdownCode(fingerprint)}`)
  yield line()
  if (subjects.length > 1) yield* subjectTable(subjects)
}

/** What colours a line of a file. */
const languageOf = (file: string): string => {
  if (/\.(?:tf|tofu|tfvars)$/.test(file)) return 'hcl'
  return file.endsWith('.json') ? 'json' : 'yaml'
}

function* detailsOf(finding: Finding): Generator<readonly [name: string, text: string]> {
  const { ground, related, thresholds, why, fix, notes, severityChanged, references } = finding
  yield ['Ground', markdownText(groundWords(ground))]
  if (related.length > 0) yield ['Bears on', markdownText(related.join(', '))]
  for (const threshold of thresholds) yield ['Threshold', markdownText(thresholdText(threshold))]
  yield ['Why it matters', markdownProse(why)]
  yield ['What to do', markdownProse(fix)]
  if (severityChanged !== undefined) yield ['Note', markdownText(`severity ${severityChanged}`)]
  for (const note of notes) yield ['Note', markdownProse(note)]
  for (const words of acceptedDetails(finding)) yield ['Accepted', words]
  if (references.length > 0) yield ['See', markdownText(references.join('; '))]
}

function* subjectTable(subjects: Finding['subjects']): Generator<string> {
  yield* table(
    ['Subject', 'Fact', 'Found', 'Claim', 'Place'],
    subjects.map(({ label, path, found, rank, place }) => [
      markdownText(label),
      markdownCode(path),
      found === undefined ? 'not stated' : markdownCode(found),
      rank ?? '',
      place === undefined ? '' : at(place),
    ]),
  )
}
