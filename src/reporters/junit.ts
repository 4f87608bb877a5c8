import {
  type Acceptance,
  type Finding,
  messageFor,
  type Report,
  type ReportedSubject,
} from '../engine/report.js'
import { acceptanceOf, isLetThrough, wholeAcceptanceWords } from './acceptance.js'
import { xmlText } from './escape.js'
import type { Reporter } from './reporter.js'

/**
 * One suite for each rule that had something to ask, one case for each subject with an outcome other than a pass, and one
 * for those that pass. What is unproven, covered or accepted is skipped: neither a pass nor a failure.
 */
export const junit: Reporter = {
  id: 'junit',
  title: 'JUnit XML, by the schema of Jenkins',
  extension: 'xml',
  *render(report) {
    const suites = suitesOf(report)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield `<testsuites${attributes({
      name: `hipaacheck ${report.tool.version}: ${report.system.name}`,
      tests: sum(suites, ({ cases, passes }) => cases.length + (passes > 0 ? 1 : 0)),
      failures: sum(suites, failuresOf),
      errors: 0,
    })}>\n`
    for (const suite of suites) yield* suiteText(suite, report.asOf)
    yield '</testsuites>\n'
  },
}

interface Case {
  readonly finding: Finding
  readonly subject: ReportedSubject
  readonly is: 'failure' | 'skipped'
  readonly acceptance: Acceptance | undefined
}

interface Suite {
  readonly rule: string
  readonly passes: number
  readonly cases: readonly Case[]
}

const suitesOf = ({ rules, findings }: Report): readonly Suite[] => {
  const byRule = new Map<string, Case[]>()
  for (const finding of findings) {
    const cases = byRule.get(finding.rule) ?? []
    byRule.set(finding.rule, cases)
    for (const subject of finding.subjects) cases.push(caseOf(finding, subject))
  }
  const passes = new Map(rules.map((rule) => [rule.id, rule.counts.pass]))
  return [...new Set([...passes.keys(), ...byRule.keys()])]
    .map((rule) => ({ rule, passes: passes.get(rule) ?? 0, cases: byRule.get(rule) ?? [] }))
    .filter(({ passes: passing, cases }) => passing > 0 || cases.length > 0)
}

const caseOf = (finding: Finding, subject: ReportedSubject): Case => {
  const acceptance = acceptanceOf(finding, subject)
  const is = finding.outcome === 'fail' && !isLetThrough(acceptance) ? 'failure' : 'skipped'
  return { finding, subject, is, acceptance }
}

const sum = <T>(values: readonly T[], numberOf: (value: T) => number): number =>
  values.reduce((total, value) => total + numberOf(value), 0)

const failuresOf = ({ cases }: Suite): number => cases.filter(({ is }) => is === 'failure').length

function* suiteText(suite: Suite, asOf: string): Generator<string> {
  const { rule, passes, cases } = suite
  const failures = failuresOf(suite)
  yield `  <testsuite${attributes({
    name: rule,
    tests: cases.length + (passes > 0 ? 1 : 0),
    failures,
    errors: 0,
    skipped: cases.length - failures,
    timestamp: `${asOf}T00:00:00`,
  })}>\n`
  for (const one of cases) yield caseText(one)
  if (passes > 0) yield passText(rule, passes)
  yield '  </testsuite>\n'
}

/** Jenkins makes packages of what stands before the last full stop. */
const classOf = (rule: string): string => rule.replace(/\//g, '.')

/** The name tells history apart: it has the ids and the fact, and no number that moves. */
const nameOf = ({ subject: { id, path, environment } }: Case): string =>
  `${environment === undefined ? '' : `${environment}: `}${id} (${path})`

const caseText = (one: Case): string => {
  const { finding, subject, is, acceptance } = one
  const accepted = acceptance === undefined ? '' : ` [${wholeAcceptanceWords(acceptance)}]`
  const message = `${WORDS[finding.outcome]}${messageFor(finding, subject)}${accepted}`
  const type = finding.outcome === 'fail' ? finding.severity : finding.outcome
  return [
    `    <testcase${attributes({ name: nameOf(one), classname: classOf(finding.rule) })}>\n`,
    `      <${is}${attributes({ type, message })}>${detailsOf(one).map(xmlText).join('\n')}</${is}>\n`,
    '    </testcase>\n',
  ].join('')
}

const WORDS: Readonly<Record<Finding['outcome'], string>> = {
  fail: '',
  unproven: '',
  alternative: 'covered by a documented alternative: ',
}

const detailsOf = ({ finding, subject: { place } }: Case): readonly string[] => [
  ...(place === undefined ? [] : [`At: ${place.file}:${place.line}:${place.column}`]),
  `Why: ${finding.why}`,
  `What to do: ${finding.fix}`,
  `Ground: ${finding.ground.citation}, ${finding.ground.label}`,
  ...finding.notes.map((note) => `Note: ${note}`),
]

const passText = (rule: string, passes: number): string =>
  [
    `    <testcase${attributes({ name: 'what passes', classname: classOf(rule) })}>\n`,
    `      <system-out>${passes} ${passes === 1 ? 'passes' : 'pass'}</system-out>\n`,
    '    </testcase>\n',
  ].join('')

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('')
