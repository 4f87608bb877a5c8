import { jsonPieces } from './json-pieces.js'
import type { Reporter } from './reporter.js'

/** The whole report, as `schemas/report.schema.json` describes it. */
export const json: Reporter = {
  id: 'json',
  title: 'JSON, for programs and for later',
  extension: 'json',
  *render(report) {
    yield* jsonPieces(report, 2)
    yield '\n'
  },
}
