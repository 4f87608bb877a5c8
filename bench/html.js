// Renders the HTML report of 5,000 and 50,000 findings, the latter in a heap of 512 MB, and measures how long the former
// takes to open and to filter in a browser, where one is installed. Run after a build:
//   node bench/html.js
// With --render N, it writes a report of N findings to standard output, and says on standard error what it took.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const BROWSER = '/usr/bin/chromium'
const BLOCK = 64 * 1024

/** The report of an example, with so many findings: each about an asset of its own. */
const reportOf = async (count) => {
  const { audit } = await import('../dist/src/audit.js')
  const bytes = readFileSync(new URL('../examples/clinic.yaml', import.meta.url))
  const { report } = audit([{ file: 'clinic.yaml', bytes }], { asOf: '2026-11-24' })
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
  const { html } = await import('../dist/src/reporters/html/html.js')
  const started = performance.now()
  let block = ''
  for (const piece of html.render(report, { color: false, columns: 80 })) {
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
  const size = (statSync(file).size / 1e6).toFixed(1)
  console.log(
    `${count} findings rendered in ${(milliseconds / 1000).toFixed(2)} s, ${megabytes.toFixed(0)} MB, to ${size} MB of HTML`,
  )
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

const inBrowser = async (file) => {
  if (!existsSync(BROWSER))
    return console.log(`No browser at ${BROWSER}: opening and filtering were not measured`)
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage()
  const started = performance.now()
  await page.goto(`file://${file}`)
  console.log(`opened in ${((performance.now() - started) / 1000).toFixed(2)} s`)
  for (const [name, value] of [
    ['text', 'encrypt'],
    ['text', 'encrypted network'],
    ['thing', 'asset-123'],
    ['text', ''],
  ])
    console.log(`filtered by ${name} "${value}" in ${(await filtered(page, name, value)).toFixed(0)} ms`)
  await browser.close()
}

if (process.argv[2] === '--render') await render(Number(process.argv[3]))
else {
  const folder = mkdtempSync(join(tmpdir(), 'hipaacheck-bench-'))
  try {
    rendered(50_000, join(folder, 'large.html'))
    rendered(5_000, join(folder, 'report.html'))
    await inBrowser(join(folder, 'report.html'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
