import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { isSound } from '../../../src/sources/description/is-sound.js'
import type { SchemaNode } from '../../../src/sources/description/schema-node.js'

const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8')
const schemaOf = (name: string) => JSON.parse(read(`schemas/${name}.schema.json`)) as SchemaNode
const schema = schemaOf('infrastructure')
const ajv = new Ajv2020({ strict: false, strictNumbers: true, validateFormats: false })
const whole = ajv.compile(schema as object)
const examples = ['compliant', 'clinic', 'openemr-on-eks'].map((name) => parse(read(`examples/${name}.yaml`)))

/** Keywords that it applies, and those that only annotate. */
const KNOWN =
  /^(\$schema|\$id|\$defs|\$ref|title|description|examples|default|type|properties|patternProperties|additionalProperties|required|const|enum|anyOf|items|minItems|minLength|minimum|maximum|pattern|x-.+)$/

const keywordsOf = (node: unknown, named = false): string[] => {
  if (Array.isArray(node)) return node.flatMap((one) => keywordsOf(one))
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => {
    if (named) return keywordsOf(value)
    if (/^(x-|examples|default|enum|const)/.test(key)) return [key]
    return [key, ...keywordsOf(value, /^(properties|patternProperties|\$defs)$/.test(key))]
  })
}

const HOSTILE = fc.oneof(
  fc.constantFrom(
    '',
    'none',
    'never',
    true,
    false,
    null,
    0,
    1,
    -1,
    1.5,
    65536,
    [],
    {},
    [null],
    { id: 'x' },
    'a b',
    '164.312(b)',
  ),
  fc.string({ maxLength: 5 }),
)

/** Replaces, adds or takes away one value somewhere in a description. */
const mutated = (value: unknown, path: readonly number[], by: unknown, how: number): unknown => {
  if (typeof value !== 'object' || value === null) return by
  const keys = Object.keys(value)
  const [step = 0, ...rest] = path
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>
  const key = keys[step % Math.max(1, keys.length)]
  if (key === undefined || rest.length === 0) {
    if (how === 0 && key !== undefined) delete copy[key]
    else if (how === 1) copy[Array.isArray(value) ? String(keys.length) : 'oddKey'] = by
    else if (key !== undefined) copy[key] = by
    return Array.isArray(value) ? Object.values(copy) : copy
  }
  copy[key] = mutated(copy[key], rest, by, how)
  return copy
}

describe('a quick look at the shape', () => {
  it('knows every keyword that the schemas use', () => {
    for (const name of ['infrastructure', 'config'])
      for (const keyword of new Set(keywordsOf(schemaOf(name)))) expect(keyword, name).toMatch(KNOWN)
  })

  it('takes the examples', () => {
    for (const example of examples) expect(isSound(example, schema)).toBe(true)
  })

  it('says what the whole validator says', () => {
    const cases = fc.tuple(
      fc.nat(examples.length - 1),
      fc.array(fc.nat(40), { minLength: 1, maxLength: 7 }),
      HOSTILE,
      fc.nat(2),
    )
    let refused = 0
    fc.assert(
      fc.property(cases, ([index, path, by, how]) => {
        const value = mutated(examples[index], path, by, how)
        const sound = whole(value)
        if (!sound) refused++
        expect(isSound(value, schema)).toBe(sound)
      }),
      { numRuns: 3000 },
    )
    expect(refused).toBeGreaterThan(500)
  })
})
