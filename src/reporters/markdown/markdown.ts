import { type Finding, type MatrixRow, type Report, wayWords } from '../engine/report.js'
import { mermaidMap } from '../map/mermaid.js'
import { dueWords } from './due.js'
import { markdownBlock, markdownCode, markdownProse, markdownText } from './escape.js'
import { acceptedDetails, acceptedSection } from './markdown-accepted.js'
import { line, table } from './markdown-table.js'
import type { Reporter } from './reporter.js'
import { thresholdText } from './threshold.js'

/** For an auditor: what was looked at, what was found paragraph by paragraph, and what was not looked at. */
export const markdown: Reporter = {
  id: 'markdown',
  title: 'Markdown, for auditors',
  extension: 'md',
  *render(report) {
    yield* heading(report)
    yield* summary(report)
    yield* scope(report)
    yield* map(report)
    yield* matrix(report)
    yield* failures(report)
    yield* acceptedSection(report)
    yield* alternatives(report)
    yield* vendors(report)
    yield* unproven(report)
    yield* remarks(report)
    yield* evidence(report)
    yield* dueDates(report)
    yield* notChecked(report)
    yield* colophon(report)
  },
}

function* heading({ system, asOf, profile }: Report): Generator<string> {
  yield line(`# HIPAA Security Rule: ${markdownText(system.name)}`)
  yield line()
  const facts: (readonly [string, string])[] = [
    ['Judged on', asOf],
    ['Profile', profile],
    ['Described as of', system.describedAsOf ?? 'not stated'],
    ['Entity', system.entity ?? 'not stated'],
    ['Kind of provider', system.providerType ?? 'not stated'],
    ['Jurisdictions', system.jurisdictions.length === 0 ? 'not stated' : system.jurisdictions.join(', ')],
    [
      'Individuals',
      system.individuals === undefined ? 'not stated' : system.individuals.toLocaleString('en-US'),
    ],
  ]
  yield* table(
    ['', ''],
    facts.map(([name, value]) => [name, markdownText(value)]),
  )
  yield line(
    'This is a report on what was described and read, not legal advice. HIPAA names no technology: where a threshold is not in the law, the finding says whose it is. An *addressable* specification may be met by a documented alternative (45 CFR 164.306(d)(3)).',
  )
  yield line()
}

function* summary({
  summary: { outcomes, passesByRank, findings, findingsBySeverity },
  gate,
}: Report): Generator<string> {
  yield line('## Summary')
  yield line()
  yield line(
    gate.exitCode === 0
      ? `**Passes**: no finding at or above \`${gate.failOn}\`.`
      : `**Fails**: ${gate.gating} ${gate.gating === 1 ? 'finding' : 'findings'} at or above \`${gate.failOn}\`${gate.strict ? ', or not proven' : ''}.`,
  )
  yield line()
  const { critical, high, medium, low, info } = findingsBySeverity
  yield* table(
    ['Findings', 'critical', 'high', 'medium', 'low', 'info'],
    [['that fail', critical, high, medium, low, info]],
  )
  yield line(
    `${findings.unproven} findings are *unproven* (nobody stated the fact), ${findings.alternative} are covered by a documented alternative.`,
  )
  yield line()
  yield* table(
    ['Answers', 'number', 'meaning'],
    [
      [
        'pass',
        outcomes.pass,
        `shown: ${Object.entries(passesByRank)
          .map(([rank, number]) => `${number} ${rank}`)
          .join(', ')}`,
      ],
      ['fail', outcomes.fail, 'a stated fact contradicts it'],
      ['unproven', outcomes.unproven, 'nobody stated what decides it'],
      ['alternative', outcomes.alternative, 'fails, and a valid documented alternative covers it'],
      ['not applicable', outcomes['not-applicable'], 'rules that had nothing to ask about'],
    ],
  )
}

function* scope({ scope: { reached, administering }, summary: { assets } }: Report): Generator<string> {
  yield line('## Where ePHI is')
  yield line()
  yield line(
    `${assets.described} assets are described. ${assets.declared} are declared to hold ePHI, it reaches ${assets.inferred} more along flows, and is assumed on ${assets.assumed}. ${assets.administering} ${assets.administering === 1 ? 'system controls' : 'systems control'} assets with ePHI.`,
  )
  yield line()
  yield* table(
    ['Place', 'What', 'How', 'Way'],
    reached.map(({ id, kind, assetKind, reach, way, stepsLeftOut, place }) => [
      markdownCode(id),
      markdownText(assetKind ?? kind),
      reach,
      way.length === 0
        ? place === undefined
          ? ''
          : `stated at ${at(place)}`
        : markdownText(wayWords({ way, ...(stepsLeftOut === undefined ? {} : { stepsLeftOut }) })),
    ]),
  )
  if (administering.length === 0) return
  yield* table(
    ['System', 'In scope because it'],
    administering.map(({ id, target, how }) => [
      markdownCode(id),
      `${CONTROL_WORDS[how] ?? how} ${markdownCode(target)}`,
    ]),
  )
}

function* map({ map: data, system }: Report): Generator<string> {
  if (data.flows.length === 0) return
  yield line('## Where it flows')
  yield line()
  yield line(
    'Boxes are assets, hexagons vendors, rounded ends other parties. What ePHI reaches by inference is dashed, by assumption dotted. A flow in clear is red and dashed, one that is not proven dotted.',
  )
  yield line()
  yield line(markdownBlock(mermaidMap(data, system.name).trimEnd().split('\n'), 'mermaid'))
  yield line()
}

const CONTROL_WORDS: Readonly<Record<string, string>> = {
  administers: 'administers',
  hosts: 'hosts',
  identifies: 'identifies the users of',
}

const at = ({ file, line: number, column }: { file: string; line: number; column: number }): string =>
  markdownCode(`${file}:${number}:${column}`)

function* matrix({ matrix: rows }: Report): Generator<string> {
  yield line('## By paragraph of 45 CFR Part 164')
  yield line()
  yield* table(
    ['Paragraph', 'Safeguard', 'Kind', 'Status', 'pass', 'fail', 'unproven', 'alternative', 'Rules'],
    rows.map((one) => [
      markdownText(one.citation),
      markdownText(one.name),
      one.kind,
      statusWords(one),
      one.counts.pass,
      one.counts.fail,
      one.counts.unproven,
      one.counts.alternative,
      one.rules.map(markdownText).join(', '),
    ]),
  )
}

const STATUS_WORDS: Readonly<Record<MatrixRow['status'], string>> = {
  pass: 'shown',
  fail: '**contradicted**',
  unproven: 'unproven',
  alternative: 'covered by an alternative',
  'not-applicable': 'nothing to ask about',
  'below-practice': 'below guidance or practice',
  'not-checked': 'not checked',
}

/** What no description can show is said to be so: a paragraph that is not there looks like one that was met. */
const statusWords = ({ status, evidence }: MatrixRow): string =>
  status === 'not-checked' && evidence === 'no'
    ? 'outside what infrastructure can show'
    : STATUS_WORDS[status]

function* failures({ findings }: Report): Generator<string> {
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
        'yaml',
      ),
    )
    yield line()
  }
  for (const [name, text] of detailsOf(finding)) yield line(`- **${name}**: ${text}`)
  yield line(`- **Rule**: ${markdownCode(rule)}, fingerprint ${markdownCode(fingerprint)}`)
  yield line()
  if (subjects.length > 1) yield* subjectTable(subjects)
}

function* detailsOf(finding: Finding): Generator<readonly [name: string, text: string]> {
  const { ground, related, thresholds, why, fix, notes, severityChanged, references } = finding
  const open = ground.alternativeOpen ? '; a documented alternative would satisfy it' : ''
  yield ['Ground', markdownText(`${ground.citation}, ${ground.label}${open}`)]
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

function* alternatives({ alternatives: list }: Report): Generator<string> {
  if (list.length === 0) return
  yield line('## Documented alternatives (45 CFR 164.306(d)(3))')
  yield line()
  for (const one of list) {
    const {
      specification,
      subjects,
      state,
      decision,
      measure,
      approvedBy,
      approvedOn,
      reviewBy,
      faults,
      covers,
    } = one
    yield line(`### ${markdownText(specification)} for ${markdownText(subjects)}: ${state}`)
    yield line()
    yield line(`- **Decision**: ${markdownText(decision)}`)
    if (measure !== undefined) yield line(`- **Measure**: ${markdownText(measure)}`)
    yield line(
      `- **Approved**: ${markdownText(approvedBy ?? 'by nobody stated')}${approvedOn === undefined ? '' : ` on ${markdownText(approvedOn)}`}; to be reviewed by ${markdownText(reviewBy ?? 'a day not stated')}`,
    )
    for (const fault of faults) yield line(`- **Void because**: ${markdownText(fault)}`)
    yield line(`- **Covers**: ${covers.length === 0 ? 'no finding' : covers.map(markdownCode).join(', ')}`)
    if (covers.length > 0 && ENCRYPTION.has(specification))
      yield line('- **Note**: the breach safe harbor of 45 CFR 164.402 is lost for these assets.')
    yield line()
  }
}

const ENCRYPTION: ReadonlySet<string> = new Set(['164.312(a)(2)(iv)', '164.312(e)(2)(ii)'])

function* vendors({ vendors: list }: Report): Generator<string> {
  if (list.length === 0) return
  yield line('## Vendors and their assurance')
  yield line()
  yield* table(
    ['Vendor', 'Relationship', 'Gets ePHI', 'Agreement', 'Assurances', 'Runs'],
    list.map(({ name, relationship, reached, agreement, executedOn, expiresOn, assurances, runs }) => [
      markdownText(name),
      markdownText(relationship ?? 'not stated'),
      reached ? 'yes' : 'no',
      markdownText(
        [
          agreement,
          executedOn === undefined ? '' : `on ${executedOn}`,
          expiresOn === undefined ? '' : `until ${expiresOn}`,
        ]
          .filter((part) => part !== '')
          .join(' '),
      ),
      assurances.length === 0
        ? 'none stated'
        : markdownText(
            assurances
              .map(({ kind, validUntil }) =>
                validUntil === undefined ? kind : `${kind} until ${validUntil}`,
              )
              .join('; '),
          ),
      runs.map(markdownCode).join(', '),
    ]),
  )
}

function* unproven({ findings, questions }: Report): Generator<string> {
  const open = findings.filter(({ outcome }) => outcome === 'unproven')
  if (open.length === 0) return
  yield line('## Unproven')
  yield line()
  yield line(
    'Nobody stated these facts. That is neither a pass nor a failure; it says what to state or to show next.',
  )
  yield line()
  yield* table(
    ['Severity', 'Rule', 'What is not shown', 'Ground'],
    open.map(({ severity, rule, message, ground }) => [
      severity,
      markdownCode(rule),
      markdownText(message),
      markdownText(`${ground.citation} (${ground.basis})`),
    ]),
  )
  yield line('### What to state first')
  yield line()
  for (const [index, { asks, place, settles, yaml }] of questions.slice(0, 10).entries()) {
    yield line(`${index + 1}. ${markdownProse(asks)} Once, in ${markdownText(place)}: settles ${settles}.`)
    yield line()
    yield line(markdownBlock(yaml.split('\n'), 'yaml').replace(/^/gm, '   '))
    yield line()
  }
}

function* evidence({ evidence: its }: Report): Generator<string> {
  if (!its) return
  const { used, maxAge, cleared, notProven, notUsed } = its
  yield line('## Evidence')
  yield line()
  yield line(
    `${used} ${used === 1 ? 'observation' : 'observations'} of what really runs made facts. What is older than ${markdownText(maxAge)} was not used. What could not be seen is no fact.`,
  )
  yield line()
  if (cleared.length > 0)
    yield* table(
      ['Cleared by evidence', 'Rule', 'Without it', 'Seen at'],
      cleared.map(({ subject, rule, was, place }) => [
        markdownText(subject),
        markdownCode(rule),
        was,
        markdownText(at(place)),
      ]),
    )
  const others = [
    ...notProven.map((one) => ['not proven', one] as const),
    ...notUsed.map((one) => ['not used', one] as const),
  ]
  if (others.length > 0)
    yield* table(
      ['Observation', 'When', 'How', 'What became of it', 'Where'],
      others.map(([what, { about, observedAt, how, why, place }]) => [
        markdownText(about),
        markdownText(observedAt),
        markdownText(how),
        markdownText(`${what}: ${why}`),
        markdownText(at(place)),
      ]),
    )
}

function* dueDates({ dueDates: list }: Report): Generator<string> {
  if (list.length === 0) return
  yield line('## Calendar')
  yield line()
  yield* table(
    ['Day', 'When', 'Subject', 'What'],
    list.map((due) => [
      markdownText(due.date),
      dueWords(due),
      markdownCode(due.subject),
      markdownText(due.what),
    ]),
  )
}

/** What holds, and what a reader should know of it all the same. */
function* remarks({ remarks: list }: Report): Generator<string> {
  if (list.length === 0) return
  yield line('## What holds, with a word')
  yield line()
  yield* table(
    ['Rule', 'Of', 'To know'],
    list.map(({ rule, subjects, note }) => [
      markdownText(rule),
      subjects.map(markdownText).join(', '),
      markdownText(note),
    ]),
  )
}

function* notChecked({ notChecked: list, notRead, summary: { passesByRank } }: Report): Generator<string> {
  yield line('## What was not checked')
  yield line()
  for (const one of list) yield line(`- ${markdownText(one)}`)
  if (passesByRank.observed === 0)
    yield line(
      '- Whether what is described is what really runs: nothing that was observed is behind any answer.',
    )
  yield line()
  if (notRead.length === 0) return
  yield line('Of these resources and files no verdict speaks:')
  yield line()
  yield* table(
    ['What', 'How many', 'Why', 'File'],
    notRead.map(({ what, count, why, file }) => [
      markdownCode(what),
      count,
      markdownText(why),
      file === undefined ? '' : markdownCode(file),
    ]),
  )
}

function* colophon({ tool, inputs, rules }: Report): Generator<string> {
  yield line('## Tool and inputs')
  yield line()
  yield line(`hipaacheck ${markdownText(tool.version)}, ${rules.length} rules.`)
  yield line()
  yield* table(
    ['Input', 'SHA-256'],
    inputs.map(({ file, sha256 }) => [markdownCode(file), markdownCode(sha256)]),
  )
}
