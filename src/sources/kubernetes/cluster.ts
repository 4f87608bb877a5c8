import type { Draft } from '../resources/draft.js'
import type { ReadContext } from '../source.js'
import type { Part } from '../workloads/part.js'
import { type Manifest, textsOf } from './manifest.js'

/** All manifests of a unit, and what is made of them. */
export interface Cluster {
  readonly manifests: readonly Manifest[]
  readonly draft: Draft
  readonly context: ReadContext
  /** Manifests of a kind; of any group where none is named. */
  of(kind: string, group?: string): readonly Manifest[]
  /** A manifest by its name. One without a namespace may be meant from any. */
  named(kind: string, namespace: string, name: string | undefined): Manifest | undefined
}

/** Indexes manifests. */
export const clusterOf = (manifests: readonly Manifest[], draft: Draft, context: ReadContext): Cluster => {
  const byKind = new Map<string, Manifest[]>()
  const byName = new Map<string, Manifest>()
  for (const one of manifests) {
    const list = byKind.get(one.kind)
    if (list) list.push(one)
    else byKind.set(one.kind, [one])
    const key = `${one.kind}/${one.namespace}/${one.name}`
    if (!byName.has(key)) byName.set(key, one)
  }
  return {
    manifests,
    draft,
    context,
    of: (kind, group) => (byKind.get(kind) ?? []).filter((one) => group === undefined || one.group === group),
    named: (kind, namespace, name) =>
      name === undefined
        ? undefined
        : (byName.get(`${kind}/${namespace}/${name}`) ?? byName.get(`${kind}//${name}`)),
  }
}

/** Whether labels have all that a selector of equal labels asks for; an empty one is met by all. */
export const meets = (labels: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): boolean =>
  wanted.size === 0 || [...wanted].every(([key, value]) => labels.get(key) === value)

/** Whether labels meet a selector with `matchLabels` and `matchExpressions`. */
export const selects = (selector: Part, labels: ReadonlyMap<string, string>): boolean =>
  selecting(selector)(labels)

/** The same of many labels: the selector is read once. */
export const selecting = (selector: Part): ((labels: ReadonlyMap<string, string>) => boolean) => {
  const wanted = textsOf(selector.at('matchLabels'))
  const expressions = selector.at('matchExpressions').items()
  return (labels) => meets(labels, wanted) && expressions.every((one) => expressionHolds(one, labels))
}

const expressionHolds = (expression: Part, labels: ReadonlyMap<string, string>): boolean => {
  const label = labels.get(expression.at('key').text ?? '')
  const values = expression
    .at('values')
    .items()
    .map(({ text }) => text)
  switch (expression.at('operator').text) {
    case 'In':
      return label !== undefined && values.includes(label)
    case 'NotIn':
      return label === undefined || !values.includes(label)
    case 'Exists':
      return label !== undefined
    case 'DoesNotExist':
      return label === undefined
    default:
      return false
  }
}
