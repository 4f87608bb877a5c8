import type { Finding, Report } from '../engine/report.js'
import { acceptedParts, idleWaivers, isFindingLetThrough, partWords, STAYS_A_FAILURE } from './acceptance.js'
import { markdownCode, markdownProse, markdownText, xmlText } from './escape.js'
import { gateWords } from './gate-words.js'
import type { Reporter } from './reporter.js'
import { counted } from './words.js'

/** GitHub refuses the summary of a step that has more bytes. */
const MOST_BYTES = 1024 * 1024

const CUT =
  '\n**Cut here**: GitHub takes 1 MiB of a step. The JSON, SARIF and Markdown reports have everything.\n'

/** For `$GITHUB_STEP_SUMMARY`: the verdict, the numbers, every failure in a line, the worst in full. */
export const githubSummary: Reporter = {
  id: 'github-summary',
  title: 'Markdown for the summary of a GitHub job',
  extension: 'md',
  *render(report) {
    yield* within(pieces(report), MOST_BYTES, CUT)
  },
}

/** Lets whole pieces through until so many bytes are full, and then says so. */
function* within(texts: Iterable<string>, most: number, cut: string): Generator<string> {
  let left = most - Buffer.byteLength(cut)
  for (const text of texts) {
    left -= Buffer.byteLength(text)
    if (left < 0) return yield cut
    yield text
  }
}

function* pieces(report: Report): Generator<string> {
  const failed = report.findings.filter(({ outcome }) => outcome === 'fail')
  const open = failed.filter((finding) => !isFindingLetThrough(finding))
  const accepted = failed.filter(isFindingLetThrough)
  yield heading(report)
  yield numbers(report)
  yield* required(failed)
  for (const words of idleWaivers(report)) yield `> [!WARNING]\n> ${markdownText(words)}\n\n`
  if (report.baseline !== undefined)
    yield `Baseline: ${report.baseline.known} known, ${report.baseline.fixed.length} of them fixed.\n\n`
  yield* list('Failures', open)
  yield* list('Accepted failures', accepted)
  yield* inFull(open.slice(0, MOST_IN_FULL))
  yield* leftOut(report)
  yield* next(report)
}

const heading = (report: Report): string => {
  const { system, gate, asOf, profile } = report
  return [
    `## HIPAA Security Rule: ${markdownText(system.name)}`,
    `${gate.exitCode === 0 ? '✅ **Passes**' : '❌ **Fails**'}: ${gateWords(report)}.`,
    `Judged on ${markdownText(asOf)} by profile ${markdownText(profile)}, on what was described. This is no legal advice.`,
    '',
  ].join('\n\n')
}

const numbers = ({ summary: { outcomes, findingsBySeverity, findings } }: Report): string => {
  const { critical, high, medium, low, info } = findingsBySeverity
  return [
    '| critical | high | medium | low | info | unproven | covered by an alternative | answers that pass |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    `| ${[critical, high, medium, low, info, findings.unproven, findings.alternative, outcomes.pass].join(' | ')} |`,
    '',
    '',
  ].join('\n')
}

/** GitHub shows a caution in red. */
function* required(failed: readonly Finding[]): Generator<string> {
  for (const finding of failed)
    for (const part of acceptedParts(finding).filter(({ acceptance }) => acceptance.required))
      yield `> [!CAUTION]\n> ${markdownText(finding.message)}: **${markdownText(partWords(finding, part))}**, and this is **${STAYS_A_FAILURE}**.\n\n`
}

function* list(title: string, findings: readonly Finding[]): Generator<string> {
  if (findings.length === 0) return
  yield `### ${title}: ${findings.length}\n\n| Severity | Finding | Ground | Where |\n| --- | --- | --- | --- |\n`
  for (const finding of findings) yield row(finding)
  yield '\n'
}

const row = (finding: Finding): string => {
  const { severity, message, ground, place } = finding
  const words = acceptedParts(finding).map((part) => `; ${markdownText(partWords(finding, part))}`)
  const where = place === undefined ? '' : markdownCode(`${place.file}:${place.line}`)
  return `| ${severity} | ${markdownText(message)}${words.join('')} | ${markdownProse(`${ground.citation} (${ground.basis})`)} | ${where} |\n`
}

const MOST_IN_FULL = 20

function* inFull(findings: readonly Finding[]): Generator<string> {
  for (const { severity, title, rule, why, fix, ground, notes } of findings) {
    yield [
      `<details><summary>${severity}: ${xmlText(title)}</summary>`,
      markdownProse(why),
      `**What to do**: ${markdownProse(fix)}`,
      `**Ground**: ${markdownProse(`${ground.citation}, ${ground.label}`)}`,
      ...notes.map(markdownProse),
      `**Rule**: ${markdownCode(rule)}`,
      '</details>\n\n',
    ].join('\n\n')
  }
}

/** A report in which nobody asked looks like one in which all is well. */
function* leftOut({ leftOut: list }: Report): Generator<string> {
  if (list.length === 0) return
  const required = list.filter((one) => one.required).length
  yield `**Left out by the configuration**: ${counted(list.length, 'rule')}, ${counted(required, 'asks', 'ask')} what the law requires.\n\n`
}

const MOST_QUESTIONS = 5

function* next({ questions, summary }: Report): Generator<string> {
  const top = questions.slice(0, MOST_QUESTIONS)
  if (top.length === 0) return
  yield `### What to state first\n\n${counted(summary.findings.unproven, 'finding is', 'findings are')} unproven: nobody stated the fact, which is neither a pass nor a failure.\n\n`
  for (const [index, { asks, place, settles }] of top.entries())
    yield `${index + 1}. ${markdownProse(asks)} Once, in ${markdownText(place)}: settles ${settles}.\n`
}
