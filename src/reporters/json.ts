import { jsonLine } from './escape.js'
import { jsonPieces } from './json-pieces.js'
import type { Reporter } from './reporter.js'

/** The whole report, as `schemas/report.schema.json` describes it. */
export const json: Reporter = {
  id: 'json',
  title: 'JSON, for programs and for later',
  extension: 'json',
  *render(report) {
    // Down to one subject of a finding, which is one line: a finding may have many thousands.
    yield* jsonPieces(report, 4, jsonLine)
    yield '\n'
  },
}
