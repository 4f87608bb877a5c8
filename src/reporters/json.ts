import type { Report } from '../engine/report.js'
import { jsonLine, jsonText } from './escape.js'
import { jsonPieces } from './json-pieces.js'
import type { Reporter } from './reporter.js'

/** The whole report, as `schemas/report.schema.json` describes it. */
export const json: Reporter = {
  id: 'json',
  title: 'JSON, for programs and for later',
  extension: 'json',
  *render(report) {
    // One subject of a finding, one asset and one flow are a line each: there may be many thousands of them.
    let before = '{'
    for (const key of Object.keys(report) as (keyof Report)[]) {
      if (report[key] === undefined) continue
      yield `${before}\n  ${jsonText(key)}: `
      yield* jsonPieces(report[key], key === 'findings' ? 3 : 2, jsonLine, '  ')
      before = ','
    }
    yield '\n}\n'
  },
}
