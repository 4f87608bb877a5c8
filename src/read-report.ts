import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { REPORT_VERSION, type Report } from './engine/report.js'
import { isPlain } from './model/merge.js'
import type { Problem } from './model/problem.js'
import { schemaText } from './schemas.js'

/** Reads a stored report. One that is torn, of another version or of another shape is a problem. */
export const readReport = async (
  path: string,
  cwd = process.cwd(),
): Promise<{ readonly report: Report } | { readonly problems: readonly Problem[] }> => {
  const text = await readFile(resolve(cwd, path), 'utf8').catch(() => undefined)
  return text === undefined
    ? { problems: [{ code: 'missing-file', message: `there is no report ${path}`, expected: EXPECTED }] }
    : parseReport(path, text)
}

const EXPECTED = 'a report that `hipaacheck audit --format json` wrote'

/** Reads the text of a report; `name` is what problems call it. */
export const parseReport = (
  name: string,
  text: string,
): { readonly report: Report } | { readonly problems: readonly Problem[] } => {
  const value = parsed(text)
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

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
