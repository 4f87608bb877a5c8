import { jsonText } from './escape.js'
import type { Reporter } from './reporter.js'

/** The whole report, as `schemas/report.schema.json` describes it. */
export const json: Reporter = {
  id: 'json',
  title: 'JSON, for programs and for later',
  extension: 'json',
  *render(report) {
    yield `${jsonText(report)}\n`
  },
}
