// Renders the HTML report of 5,000 and 50,000 findings, the latter in a heap of 512 MB, and measures how long the former
// takes to open and to filter in a browser, where one is installed. Run after a build:
//   node bench/html.js
// With --render N, it writes a report of N findings to standard output, and says on standard error what it took.
import { spawnSync } from 'node:child_process'
import { existsSync, openSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AS_OF, inFolder, isMain } from './measure.js'
import { row, tableText } from './table.js'

const BROWSER = '/usr/bin/chromium'
const BLOCK = 64 * 1024

/** The report of an example, with so many findings: each about an asset of its own. */
const reportOf = async (count) => {
  const { audit } = await import('../dist/src/audit.js')
  const bytes = readFileSync(new URL('../examples/clinic.yaml', import.meta.url))
  const { report } = audit([{ file: 'clinic.yaml', bytes }], { asOf: AS_OF })
  const findings = Array.from({ length: count }, (_, index) => {
    const finding = report.findings[Math.floor((index * report.findings.length) / count)]
    const [subject] = finding.subjects
    const id = `asset-${index}`
    return {
      ...finding,
      fingerprint: index.toString(16).padStart(24, '0'),
      message: `${id}: ${finding.message}`,
      subjects: [{ ...subject, id, label: id, path: `/assets/${id}/audit` }],
    }
  })
  const nodes = findings.map(({ subjects: [{ id }] }) => ({ ...report.map.nodes[0], id }))
  return { ...report, findings, map: { ...report.map, nodes: [...report.map.nodes, ...nodes] } }
}

const render = async (count) => {
  const report = await reportOf(count)
  const { html: reporter } = await import('../dist/src/reporters/html/html.js')
  const started = performance.now()
  let block = ''
  for (const piece of reporter.render(report, { color: false, columns: 80 })) {
    block += piece
    if (block.length < BLOCK) continue
    process.stdout.write(block)
    block = ''
  }
  process.stdout.write(block)
  const megabytes = process.resourceUsage().maxRSS / 1024
  process.stderr.write(JSON.stringify({ milliseconds: performance.now() - started, megabytes }))
}

const rendered = (count, file) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=512', fileURLToPath(import.meta.url), '--render', String(count)],
    { encoding: 'utf8', stdio: ['ignore', openSync(file, 'w'), 'pipe'] },
  )
  if (status !== 0) throw new Error(stderr)
  const { milliseconds, megabytes } = JSON.parse(stderr)
  const what = `${count} findings, ${(statSync(file).size / 1e6).toFixed(1)} MB`
  return [
    row('html', `${what}: rendered`, milliseconds / 1000, 's'),
    row('html', `${what}: memory`, megabytes, 'MB'),
  ]
}

/** Milliseconds from an input to the picture after it. */
const filtered = (page, name, value) =>
  page.evaluate(
    async ([field, text]) => {
      const input = document.querySelector(`#filters [name="${field}"]`)
      const before = document.getElementById('shown').textContent
      const started = performance.now()
      input.value = text
      input.dispatchEvent(new Event('input', { bubbles: true }))
      while (document.getElementById('shown').textContent === before)
        await new Promise((done) => setTimeout(done, 1))
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
      return performance.now() - started
    },
    [name, value],
  )

const FILTERS = [
  ['text', 'encrypt'],
  ['text', 'encrypted network'],
  ['thing', 'asset-123'],
  ['text', ''],
]

const inBrowser = async (file) => {
  // Where there is no browser, opening and filtering are not measured.
  if (!existsSync(BROWSER)) return []
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage()
  const started = performance.now()
  await page.goto(`file://${file}`)
  const rows = [row('html', '5000 findings: opened', (performance.now() - started) / 1000, 's')]
  for (const [name, value] of FILTERS)
    rows.push(
      row('html', `5000 findings: filtered by ${name} "${value}"`, await filtered(page, name, value), 'ms'),
    )
  await browser.close()
  return rows
}

export const html = () =>
  inFolder(async (folder) => [
    ...rendered(50_000, join(folder, 'large.html')),
    ...rendered(5_000, join(folder, 'report.html')),
    ...(await inBrowser(join(folder, 'report.html'))),
  ])

if (isMain(import.meta.url)) {
  if (process.argv[2] === '--render') await render(Number(process.argv[3]))
  else console.log(tableText(await html()))
}
