import { jsonLine } from './escape.js'
import { jsonMembers } from './json-pieces.js'
import type { Reporter } from './reporter.js'

/** The whole report, as `schemas/report.schema.json` describes it. */
export const json: Reporter = {
  id: 'json',
  title: 'JSON, for programs and for later',
  extension: 'json',
  *render(report) {
    // One subject of a finding, one asset and one flow are a line each: there may be many thousands of them.
    yield* jsonMembers(report, (key) => (key === 'findings' ? 3 : 2), jsonLine)
    yield '\n'
  },
}
