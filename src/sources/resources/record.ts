import { keptByText } from '../../knowledge/kept-by-text.js'
import type { Route, Source } from '../../model/layer.js'
import { rememberedOf } from '../../model/remembered.js'
import { absentAt, type Given, type Resource } from './resource.js'

/**
 * What a type of resource is in one format: the neutral kind, and where each neutral attribute stands. A key with a
 * dot belongs to the blocks of the attribute before it: `rules: 'ingress'`, `rules.from: 'from_port'`.
 */
export interface RecordType {
  readonly kind: string
  /** Neutral name → path in the format, its steps joined by dots; several where older and newer names exist. */
  readonly attributes: Readonly<Record<string, string | readonly string[]>>
  /** What stands there for every resource of this type: `aws_lb` is never a network load balancer by default. */
  readonly fixed?: Readonly<Record<string, unknown>>
}

/** The types of a format that are known. */
export type TypeTable = Readonly<Record<string, RecordType>>

/** A resource in the words that all formats share. */
export interface CloudRecord {
  readonly kind: string
  readonly address: string
  readonly source: Source
  readonly resource: Resource
  /** What is said of an attribute. One that the format does not have is absent. */
  get(attribute: string): Given
  /** The blocks or objects of a list, each to be asked by the names after the dot. */
  each(attribute: string): readonly CloudRecord[]
}

/** Reads a resource by the table of its type. */
export const recordOf = (resource: Resource, type: RecordType): CloudRecord => part(resource, type, '', [])

/**
 * A plan and a state of Terraform show attributes that nobody wrote as an empty text, and blocks as a list of none; to
 * a provider who writes these says nothing either.
 */
const isEmpty = ({ state, value }: Given): boolean =>
  state === 'known' && (value === '' || (Array.isArray(value) && value.length === 0))

/** Where each attribute may stand, in steps: asked for each of thousands of resources. */
const pathsIn = rememberedOf(({ attributes }: RecordType) =>
  keptByText((name): readonly Route[] =>
    [attributes[name] ?? []].flat().map((path) => (path === '' ? [] : path.split('.'))),
  ),
)

const part = (resource: Resource, type: RecordType, prefix: string, base: Route): CloudRecord => {
  const get = (attribute: string): Given => {
    const name = prefix + attribute
    const fixed = type.fixed?.[name]
    if (fixed !== undefined) return { state: 'known', value: fixed, refs: [], source: resource.source }
    let found: Given | undefined
    for (const path of pathsIn(type)(name)) {
      found = resource.read(base.length === 0 ? path : [...base, ...path])
      if (found.state !== 'absent' && !isEmpty(found)) return found
    }
    return found && !isEmpty(found) ? found : absentAt(found ?? resource)
  }
  return {
    kind: type.kind,
    address: resource.address,
    source: resource.source,
    resource,
    get,
    each: (attribute) => {
      const name = prefix + attribute
      for (const path of pathsIn(type)(name)) {
        const route = [...base, ...path]
        const { value, state } = resource.read(route)
        if (state === 'absent' || typeof value !== 'object' || value === null) continue
        if (!Array.isArray(value)) return [part(resource, type, `${name}.`, route)]
        return value.map((_, index) => part(resource, type, `${name}.`, [...route, index]))
      }
      return []
    },
  }
}
