import { audit, type Finding, type Loaded, load } from '../src/audit.js'
import { problemText } from '../src/sources/documents/problem-text.js'
import { dedented } from './infrastructure-of.js'

/** Files by name, as they would lie in a folder. */
export type Files = Readonly<Record<string, string>>

const inputsOf = (files: Files) =>
  Object.entries(files).map(([file, text]) => ({
    file,
    bytes: new TextEncoder().encode(dedented(text)),
    // What nobody would name on a command line only lies there.
    named: !file.endsWith('.txt'),
  }))

/** Reads files as an audit does, with nothing else at hand; what is refused fails the test. */
export const imported = (files: Files): Loaded => {
  const loaded = load(inputsOf(files), '2026-11-24')
  if ('problems' in loaded) throw new Error(loaded.problems.map((one) => problemText(one)).join('\n'))
  return loaded
}

/** What an audit of files finds; what is refused fails the test. */
export const findingsOf = (files: Files, asOf = '2026-11-24'): readonly Finding[] => {
  const result = audit(inputsOf(files), { asOf })
  if ('problems' in result) throw new Error(result.problems.map((one) => problemText(one)).join('\n'))
  return result.report.findings
}

/** What reading refuses, as `file:line:column code: message`. */
export const refused = (files: Files): readonly string[] => {
  const loaded = load(inputsOf(files), '2026-11-24')
  if (!('problems' in loaded)) return []
  return loaded.problems.map(
    ({ code, message, place }) => `${place?.file}:${place?.line}:${place?.column} ${code}: ${message}`,
  )
}

/** A value of an asset or another entry by its path, with the rank and the place of who claims it. */
export const claimAt = (
  { infrastructure, documents }: Loaded,
  path: string,
): { value: unknown; rank: string; line: number; address?: string } => {
  const [list = '', id = '', ...keys] = path.split('/')
  const entry =
    list === 'assets'
      ? infrastructure.asset(id)?.value
      : list === 'keys'
        ? infrastructure.keys.get(id)
        : (infrastructure.description[list as 'backupPlans'] ?? []).find((one) => one.id === id)
  let value: unknown = entry
  for (const key of keys) {
    value = Array.isArray(value)
      ? (value.find((one: { port?: number; id?: string }) => String(one.port ?? one.id) === key) ??
        value[Number(key)])
      : (value as Record<string, unknown> | undefined)?.[key]
  }
  const { document, route, rank, address } = infrastructure.origin(`/${path}`)
  const place = documents[document]?.locate(route)
  return { value, rank, line: place?.line ?? 0, ...(address === undefined ? {} : { address }) }
}
