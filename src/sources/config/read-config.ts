import { readFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { isPlain } from '../../model/merge.js'
import type { Problem } from '../../model/problem.js'
import { schemaText } from '../../schemas.js'
import { normalise } from '../description/normalise.js'
import type { SchemaNode } from '../description/schema-node.js'
import { validate } from '../description/validate.js'
import { type Document, readDocument } from '../documents/document.js'

/** One configuration file: its values in one spelling, and where they stand. */
export interface ReadConfig {
  readonly document: Document
  readonly tree: Readonly<Record<string, unknown>>
  /** Absolute path of the folder that its paths start from. */
  readonly folder: string
}

/** Names under which a configuration is looked for. */
export const CONFIG_FILES = ['.hipaacheck.yaml', '.hipaacheck.yml', '.hipaacheck.json'] as const

let schema: SchemaNode | undefined

const configSchema = (): SchemaNode => {
  schema ??= JSON.parse(schemaText('config')) as SchemaNode
  return schema
}

/** How deep configurations may rest on others. */
const DEEPEST_CHAIN = 16

/**
 * Reads a configuration and all that it extends, the one below first. What is missing, goes round or has the wrong
 * shape is a problem with its place.
 */
export const readConfig = async (
  path: string,
  cwd: string,
): Promise<{ readonly configs: readonly ReadConfig[] } | { readonly problems: readonly Problem[] }> =>
  readChain(resolve(cwd, path), cwd, [], () => ({
    code: 'missing-file',
    message: `there is no configuration ${path}`,
    expected: `a file such as ${CONFIG_FILES[0]}`,
  }))

const readChain = async (
  path: string,
  cwd: string,
  above: readonly string[],
  missing: () => Problem,
): ReturnType<typeof readConfig> => {
  const bytes = await readFile(path).catch(() => undefined)
  if (bytes === undefined) return { problems: [missing()] }
  const read = readDocument(relative(cwd, path) || path, bytes)
  if ('problems' in read) return read
  const { document } = read
  const { tree, problems: faults } = normalise(document, configSchema())
  const problems = [...validate(document, configSchema()), ...faults]
  if (problems.length > 0 || !isPlain(tree)) return { problems }
  const below: ReadConfig[] = []
  for (const [index, name] of ((tree['extends'] ?? []) as readonly string[]).entries()) {
    const target = resolve(dirname(path), name)
    const place = document.locate(['extends', index])
    const refused = refusedLink(name, target, [...above, path])
    if (refused) return { problems: [{ ...refused, place }] }
    const chain = await readChain(target, cwd, [...above, path], () => ({
      code: 'missing-file',
      message: `\`extends\` names ${name}, which is not there`,
      expected: 'a path from the folder of this file',
      place,
    }))
    if ('problems' in chain) return chain
    below.push(...chain.configs)
  }
  return { configs: [...below, { document, tree, folder: dirname(path) }] }
}

const refusedLink = (name: string, target: string, above: readonly string[]): Problem | undefined => {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name))
    return {
      code: 'bad-usage',
      message: '`extends` names an address on the network: nothing is ever fetched',
      found: name,
      expected: 'a path from the folder of this file',
    }
  if (!above.includes(target) && above.length < DEEPEST_CHAIN) return undefined
  return {
    code: 'self-reference',
    message: above.includes(target)
      ? '`extends` goes round'
      : `more than ${DEEPEST_CHAIN} configurations rest on each other`,
    found: name,
    expected: 'configurations that end somewhere',
  }
}
