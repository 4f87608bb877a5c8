import { Ajv2020 } from 'ajv/dist/2020.js'
import { REPORT_VERSION, type Report } from './engine/report.js'
import { isPlain } from './model/merge.js'
import type { Problem } from './model/problem.js'
import { schemaText } from './schemas.js'
import { parsedJson, readStored } from './stored-file.js'

/** Reads a stored report. One that is torn, of another version or of another shape is a problem. */
export const readReport = async (
  path: string,
  cwd = process.cwd(),
): Promise<{ readonly report: Report } | { readonly problems: readonly Problem[] }> => {
  const read = await readStored(path, cwd, { name: 'report', expected: EXPECTED })
  return 'problems' in read ? read : parseReport(path, read.text)
}

const EXPECTED = 'a report that `hipaacheck audit --format json` wrote'

/** Reads the text of a report; `name` is what problems call it. */
export const parseReport = (
  name: string,
  text: string,
): { readonly report: Report } | { readonly problems: readonly Problem[] } => {
  const value = parsedJson(text)
  if (value === undefined)
    return { problems: [{ code: 'not-json', message: `${name} is torn, or no JSON`, expected: EXPECTED }] }
  if (!isPlain(value) || value['reportVersion'] === undefined)
    return { problems: [{ code: 'wrong-type', message: `${name} is no report`, expected: EXPECTED }] }
  if (value['reportVersion'] !== REPORT_VERSION)
    return {
      problems: [
        {
          code: 'unknown-version',
          message: `${name} is a report of another version`,
          found: String(value['reportVersion']),
          expected: `version ${REPORT_VERSION}, which this hipaacheck reads`,
        },
      ],
    }
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  if (ajv.validate(JSON.parse(schemaText('report')) as object, value))
    return { report: value as unknown as Report }
  const [first] = ajv.errors ?? []
  return {
    problems: [
      {
        code: 'wrong-type',
        message: `${name} has not the shape of a report`,
        found: `${first?.instancePath || 'the whole'} ${first?.message ?? ''}`.trim(),
        expected: EXPECTED,
      },
    ],
  }
}
