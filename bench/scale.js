// 20,000 assets, audited with a report in JSON, against the parser of `yaml` alone on the same file; each as a process.
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { descriptionTexts } from './generate.js'
import { AS_OF, CLI, inFolder, inTurn, median, ROOT, runNode } from './measure.js'
import { row } from './table.js'

const ASSETS = 20_000
const TIMES = 3

const PARSE = `
  import { readFileSync } from 'node:fs'
  import { parseDocument } from 'yaml'
  parseDocument(readFileSync(process.argv[1], 'utf8'))`

/** Audits what lies at a path, and writes the report beside it. */
export const auditToFile = (path) =>
  runNode([
    CLI,
    ...['audit', path, '--format', 'json', '--output', `${path}.json`, '--no-config', '--as-of', AS_OF],
  ])

export const scale = () =>
  inFolder((folder) =>
    [false, true].flatMap((sparse) => {
      const path = join(folder, 'infra.yaml')
      const [text] = descriptionTexts({ assets: ASSETS, sparse })
      writeFileSync(path, text)
      const [audits, parses] = inTurn(TIMES, [
        () => auditToFile(path),
        () => runNode(['--input-type=module', '-e', PARSE, path], { cwd: ROOT }),
      ])
      const of = (runs, key) => median(runs.map((one) => one[key]))
      const kind = sparse ? 'sparse: ' : ''
      const bar = (limit) => (sparse ? {} : { limit })
      return [
        row('scale', `${kind}description`, statSync(path).size / 1e6, 'MB'),
        row('scale', `${kind}report`, statSync(`${path}.json`).size / 1e6, 'MB'),
        row('scale', `${kind}parseDocument alone`, of(parses, 'wall') / 1000, 's'),
        row('scale', `${kind}audit`, of(audits, 'wall') / 1000, 's'),
        row(
          'scale',
          `${kind}audit against parseDocument`,
          of(audits, 'wall') / of(parses, 'wall'),
          'times',
          bar(0.5),
        ),
        row('scale', `${kind}the same, CPU`, of(audits, 'cpu') / of(parses, 'cpu'), 'times'),
        row('scale', `${kind}memory of the audit`, of(audits, 'memory'), 'MB', bar(600)),
      ]
    }),
  )
