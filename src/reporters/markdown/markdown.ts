import type { Report } from '../../engine/report.js'
import { grouped } from '../../engine/report.js'
import { markdownCode, markdownText } from '../escape.js'
import { gateWords } from '../gate-words.js'
import type { Reporter } from '../reporter.js'
import { counted } from '../words.js'
import { acceptedSection } from './accepted.js'
import { evidence } from './evidence.js'
import { failures } from './failures.js'
import { alternatives, dueDates, remarks, vendors } from './registers.js'
import { map, matrix, scope } from './scope.js'
import { line, table } from './table.js'
import { unproven } from './unproven.js'

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
    ['Individuals', system.individuals === undefined ? 'not stated' : grouped(system.individuals)],
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

function* summary(report: Report): Generator<string> {
  const { outcomes, passesByRank, findings, findingsBySeverity } = report.summary
  yield line('## Summary')
  yield line()
  yield line(`**${report.gate.exitCode === 0 ? 'Passes' : 'Fails'}**: ${markdownText(gateWords(report))}.`)
  yield line()
  const { critical, high, medium, low, info } = findingsBySeverity
  yield* table(
    ['Findings', 'critical', 'high', 'medium', 'low', 'info'],
    [['that fail', critical, high, medium, low, info]],
  )
  yield line(
    `${counted(findings.unproven, 'finding is', 'findings are')} *unproven* (nobody stated the fact), ${counted(findings.alternative, 'is', 'are')} covered by a documented alternative.`,
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
