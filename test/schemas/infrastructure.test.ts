import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Asset } from '../../src/model/description.generated.js'
import { factOf } from '../../src/model/fact.js'
import { descriptionSchema, type SchemaNode } from '../../src/sources/description/schema-node.js'

const objects = function* (node: unknown, path: string): Generator<[path: string, node: SchemaNode]> {
  if (typeof node !== 'object' || node === null) return
  if ('properties' in node) yield [path, node as SchemaNode]
  for (const [key, value] of Object.entries(node)) yield* objects(value, `${path}/${key}`)
}

const descriptionOf = (node: SchemaNode | undefined): string | undefined =>
  (node as { readonly description?: string } | undefined)?.description

const all = [...objects(descriptionSchema(), '')]

describe('the schema of descriptions', () => {
  it('describes every key', () => {
    for (const [path, { properties = {} }] of all) {
      for (const [key, node] of Object.entries(properties)) {
        const text =
          descriptionOf(node) ?? (node.$ref && descriptionOf(descriptionSchema().$defs?.[node.$ref.slice(8)]))
        expect(text, `${path}/${key}`).toMatch(/\S{3}/)
      }
    }
  })

  it('refuses keys that it does not know, and allows notes and free keys', () => {
    for (const [path, node] of all) {
      expect(node.additionalProperties, path).toBe(false)
      expect(node, path).toHaveProperty('patternProperties')
      expect(node.properties, path).toHaveProperty('notes')
    }
  })

  it('has no key that YAML 1.1 reads as a truth value', () => {
    for (const [path, { properties = {} }] of all) {
      for (const key of Object.keys(properties))
        expect(['on', 'off', 'yes', 'no', 'y', 'n'], path).not.toContain(key)
    }
  })

  it('is what the types are made of', () => {
    const script = fileURLToPath(new URL('../../scripts/generate-types.js', import.meta.url))
    expect(() => execFileSync(process.execPath, [script, '--check'])).not.toThrow()
  })

  it('lets no misspelt key compile', () => {
    const fact = factOf<Asset>('/assets/a', { id: 'a' })
    // @ts-expect-error: the key is `audit`
    expect(fact.at('audti').value).toBeUndefined()
    // @ts-expect-error: the key is `reviewedEvery`
    expect(fact.at('audit', 'reviewdEvery').value).toBeUndefined()
  })
})
