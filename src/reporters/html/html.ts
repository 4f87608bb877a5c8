import type { Report } from '../../engine/report.js'
import { hasAccepted } from '../acceptance.js'
import type { Reporter } from '../reporter.js'
import { acceptedRegister } from './accepted.js'
import { calendar } from './calendar.js'
import { notChecked, remarks, toolAndInputs } from './colophon.js'
import { evidence } from './evidence.js'
import { findings } from './findings.js'
import { indexOf, type ReportIndex } from './index-of.js'
import { inventory } from './inventory.js'
import { mapSection } from './map-section.js'
import { drawn, type Markup, markup } from './markup.js'
import { matrix } from './matrix.js'
import { observed } from './observed.js'
import { POLICY, SCRIPT, STYLE } from './page-assets.js'
import { alternatives, vendors } from './registers.js'
import { summary } from './summary.js'

/** One page that stands alone: it opens from disk, asks no network, prints, and works without its script. */
export const html: Reporter = {
  id: 'html',
  title: 'HTML, one page for auditors and for the team',
  extension: 'html',
  *render(report) {
    const index = indexOf(report)
    const sections = SECTIONS.filter(({ applies }) => applies?.(report) ?? true)
    yield head(report).text
    yield navigation(sections).text
    yield markup`<main id="main" tabindex="-1"${isLarge(report) ? markup` class="large"` : ''}>\n`.text
    for (const { id, title, render } of sections) {
      yield markup`<section class="part" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>\n`
        .text
      yield* render(report, index)
      yield '</section>\n'
    }
    yield `</main>\n<script>${SCRIPT}</script>\n</body>\n</html>\n`
  },
}

/** From here on one notices how long a browser takes to lay everything out. */
const MANY = 500

const isLarge = ({ findings: list, map }: Report): boolean => list.length + map.nodes.length > MANY

interface Section {
  readonly id: string
  readonly title: string
  /** Whether there is anything to tell; always, unless it says so. */
  applies?(report: Report): boolean
  render(report: Report, index: ReportIndex): Iterable<string>
}

const whole = (make: (report: Report, index: ReportIndex) => Markup): Section['render'] =>
  function* (report, index) {
    yield make(report, index).text
  }

const SECTIONS: readonly Section[] = [
  { id: 'summary', title: 'Summary', render: whole(summary) },
  { id: 'paragraphs', title: 'By paragraph of the law', render: whole(matrix) },
  { id: 'findings', title: 'Findings', render: findings },
  {
    id: 'accepted',
    title: 'Accepted by somebody',
    applies: hasAccepted,
    render: whole(acceptedRegister),
  },
  { id: 'evidence', title: 'Evidence to ask for', render: whole(evidence) },
  {
    id: 'observed',
    title: 'What was observed',
    applies: ({ evidence: its }) => its !== undefined,
    render: whole(observed),
  },
  { id: 'map', title: 'Where ePHI flows', render: whole(mapSection) },
  { id: 'inventory', title: 'Inventory', render: whole(inventory) },
  { id: 'vendors', title: 'Vendors', render: whole(vendors) },
  { id: 'alternatives', title: 'Documented alternatives', render: whole(alternatives) },
  { id: 'calendar', title: 'Calendar', render: whole(calendar) },
  {
    id: 'remarks',
    title: 'What holds, with a word',
    applies: ({ remarks: list }) => list.length > 0,
    render: whole(remarks),
  },
  { id: 'not-checked', title: 'What was not checked', render: whole(notChecked) },
  { id: 'tool', title: 'Tool and inputs', render: whole(toolAndInputs) },
]

const head = ({ system, asOf, tool }: Report): Markup => markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${drawn(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="hipaacheck ${tool.version}">
<title>${system.name}: HIPAA Security Rule, ${asOf}</title>
<style>${drawn(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header class="top"><div><p class="over">HIPAA Security Rule, 45 CFR Part 164 Subpart C</p><h1>${system.name}</h1></div><button type="button" id="theme" hidden>Theme: system</button></header>\n`

const navigation = (sections: readonly Section[]): Markup =>
  markup`<nav class="contents" aria-label="Contents"><ul>${sections.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>\n`
