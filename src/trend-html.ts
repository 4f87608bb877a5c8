import { failureWords, shownTime } from './history-text.js'
import { SEVERITIES } from './knowledge/terms.js'
import { xmlText } from './reporters/escape.js'
import type { Entry } from './store/entry.js'
import { type Series, totalFailures } from './trend.js'

/** Findings over time as one page that needs nothing else: no network, no script. */
export const trendHtml = (series: readonly Series[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Findings over time</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Findings over time</h1>
<p>From the reports that hipaacheck recorded. A level holds until the next report. Times are in UTC.</p>
${series.map(section).join('\n')}
</main>
</body>
</html>
`

const STYLE = `
:root { color-scheme: light dark; --text: #1b1f24; --quiet: #57606a; --back: #fff; --line: #d0d7de;
  --critical: #7d1128; --high: #cf222e; --medium: #d4830f; --low: #2a7fbf; --info: #8c959f; --unproven: #8250df; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --quiet: #9da7b3; --back: #0d1117; --line: #30363d;
  --critical: #ff7b9c; --high: #e5534b; --medium: #d29922; --low: #539bf5; --info: #768390; --unproven: #b083f0; } }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
svg { width: 100%; height: auto; display: block; }
svg text { font-size: 12px; fill: var(--quiet); }
.axis { stroke: var(--line); }
.point { fill: transparent; }
.point:hover { fill: var(--line); fill-opacity: 0.5; }
${[...SEVERITIES, 'unproven'].map((name) => `.${name} { fill: var(--${name}); background: var(--${name}); }`).join('\n')}
.legend { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0; list-style: none; }
.legend span { display: inline-block; width: 0.8em; height: 0.8em; margin-right: 0.4em; print-color-adjust: exact; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: 0.25rem 0.5rem; border-bottom: 1px solid var(--line); text-align: right; }
th:first-child, td:first-child, th:last-child, td:last-child { text-align: left; }
@media print { svg { print-color-adjust: exact; } section { break-inside: avoid-page; } }
`

const section = ({ system, profile, entries }: Series): string => `<section>
<h2>${xmlText(system)}</h2>
<p>Profile ${xmlText(profile)}, ${entries.length} ${entries.length === 1 ? 'report' : 'reports'}. ${xmlText(change(entries))}</p>
<h3>Failures</h3>
${legend}
${chart(
  'Failures by severity over time',
  entries,
  220,
  SEVERITIES.toReversed().map((name) => ({ name, value: ({ failures }) => failures[name] })),
)}
<h3>Not proven</h3>
${chart('Findings that are not proven over time', entries, 110, [{ name: 'unproven', value: ({ findings }) => findings.unproven }])}
${table(entries)}
</section>`

const change = (entries: readonly Entry[]): string => {
  const [first, last] = [entries[0], entries.at(-1)]
  if (first === undefined || last === undefined || entries.length === 1) return ''
  return `From ${totalFailures(first)} to ${totalFailures(last)} failures, from ${first.findings.unproven} to ${last.findings.unproven} findings not proven.`
}

const legend = `<ul class="legend">${SEVERITIES.map((name) => `<li><span class="${name}"></span>${name}</li>`).join('')}</ul>`

interface Layer {
  readonly name: string
  readonly value: (entry: Entry) => number
}

const WIDTH = 900
const MARGIN = { left: 44, right: 8, top: 8, bottom: 24 } as const
/** The last report holds until nobody knows when: so much of the width is left to it. */
const LAST = 0.04

/** Layers upon each other, the last one on top. */
const chart = (
  label: string,
  entries: readonly Entry[],
  height: number,
  layers: readonly Layer[],
): string => {
  const bottom = height - MARGIN.bottom
  const most = Math.max(
    1,
    ...entries.map((entry) => layers.reduce((sum, { value }) => sum + value(entry), 0)),
  )
  const y = (value: number): string => (bottom - (value / most) * (bottom - MARGIN.top)).toFixed(1)
  const edges = edgesOf(entries)
  const below = entries.map(() => 0)
  const areas = layers.map(({ name, value }) => {
    const under = [...below]
    for (const [index, entry] of entries.entries()) below[index] = (below[index] ?? 0) + value(entry)
    return `<path class="${name}" d="${area(edges, under.map(y), below.map(y))}"/>`
  })
  const [first, last] = [entries[0], entries.at(-1)]
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">
<line class="axis" x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${bottom}" y2="${bottom}"/>
${areas.join('\n')}
<text x="${MARGIN.left - 6}" y="${MARGIN.top + 10}" text-anchor="end">${most}</text>
<text x="${MARGIN.left - 6}" y="${bottom}" text-anchor="end">0</text>
<text x="${MARGIN.left}" y="${height - 6}">${day(first)}</text>
<text x="${WIDTH - MARGIN.right}" y="${height - 6}" text-anchor="end">${entries.length === 1 ? '' : day(last)}</text>
${entries.map((entry, index) => point(entry, edges[index] ?? 0, edges[index + 1] ?? 0, bottom)).join('\n')}
</svg>`
}

const day = (entry: Entry | undefined): string => xmlText(entry?.recordedAt.slice(0, 10) ?? '')

/** Where each report begins to hold, and where the last one ends. A clock that was put back stands still. */
const edgesOf = (entries: readonly Entry[]): readonly number[] => {
  const times = entries.map(({ recordedAt }) => Date.parse(recordedAt) || 0)
  for (let index = 1; index < times.length; index++)
    times[index] = Math.max(times[index] ?? 0, times[index - 1] ?? 0)
  const [first = 0, last = 0] = [times[0], times.at(-1)]
  const width = WIDTH - MARGIN.left - MARGIN.right
  const used = last > first ? width * (1 - LAST) : 0
  const span = Math.max(1, last - first)
  return [...times.map((time) => MARGIN.left + ((time - first) / span) * used), MARGIN.left + width]
}

const area = (edges: readonly number[], under: readonly string[], over: readonly string[]): string => {
  const step = (heights: readonly string[], index: number): string[] => {
    const corners = [edges[index], edges[index + 1]].map((x) => `${(x ?? 0).toFixed(1)},${heights[index]}`)
    return corners
  }
  const there = over.flatMap((_, index) => step(over, index))
  const back = under.flatMap((_, index) => step(under, index)).reverse()
  return `M${[...there, ...back].join('L')}Z`
}

/** What a pointer shows: the numbers of the report that holds there. */
const point = (entry: Entry, from: number, to: number, bottom: number): string =>
  `<rect class="point" x="${from.toFixed(1)}" y="${MARGIN.top}" width="${Math.max(0, to - from).toFixed(1)}" height="${bottom - MARGIN.top}"><title>${xmlText(`${shownTime(entry.recordedAt)}: ${failureWords(entry)}; ${entry.findings.unproven} unproven`)}</title></rect>`

const table = (
  entries: readonly Entry[],
): string => `<div class="scroll" tabindex="0" role="group" aria-label="The numbers">
<table>
<thead><tr><th scope="col">Recorded</th>${[...SEVERITIES, 'unproven', 'accepted'].map((name) => `<th scope="col">${name}</th>`).join('')}<th scope="col">Verdict</th></tr></thead>
<tbody>
${entries.toReversed().map(row).join('\n')}
</tbody>
</table>
</div>`

const row = ({ recordedAt, failures, findings, exitCode, failOn, sequence }: Entry): string => {
  const numbers = [...SEVERITIES.map((severity) => failures[severity]), findings.unproven, findings.accepted]
  const verdict = `${exitCode === 0 ? 'passes' : 'fails'} at ${failOn}`
  return `<tr><td>${xmlText(shownTime(recordedAt))}, no. ${sequence}</td>${numbers.map((number) => `<td>${number}</td>`).join('')}<td>${xmlText(verdict)}</td></tr>`
}
