import { isPlain } from '../../model/merge.js'
import type { Problem } from '../../model/problem.js'
import type { Candidate } from '../candidate.js'
import type { Document, Route } from '../documents/document.js'
import { importedJson } from '../documents/imported-json.js'
import { yamlStream } from '../documents/yaml.js'
import { tooLong, unquoted } from '../workloads/manifest-text.js'
import { type Part, partOf } from '../workloads/part.js'

/** A resource of Kubernetes as a file writes it. */
export interface Manifest {
  readonly kind: string
  /** `apps` of `apps/v1`; empty for the core. */
  readonly group: string
  readonly name: string
  /** Empty where none is written: then whoever applies it chooses. */
  readonly namespace: string
  /** `Deployment/openemr/openemr`, without the id of the source. */
  readonly address: string
  readonly part: Part
}

/** What a file holds, before it is known which document it becomes and what its source is called. */
export interface ManifestFile {
  readonly document: Document
  readonly found: readonly FoundManifest[]
}

/** A manifest, and the route to it. */
export interface FoundManifest {
  readonly value: Readonly<Record<string, unknown>>
  readonly route: Route
  readonly address: string
}

const KNOWN = new WeakMap<Candidate, ManifestFile | { readonly problem: Problem }>()

/** Reads a file, once. */
export const manifestsIn = (candidate: Candidate): ManifestFile | { readonly problem: Problem } => {
  const known = KNOWN.get(candidate) ?? read(candidate)
  KNOWN.set(candidate, known)
  return known
}

const read = (candidate: Candidate): ManifestFile | { readonly problem: Problem } => {
  const { file, bytes, text, json } = candidate
  if ('problem' in text) return { problem: text.problem }
  if (isPlain(json)) return { document: importedJson(text.source), found: flattened(json, [], 0) }
  const long = tooLong(file, bytes.length)
  if (long)
    return { problem: { ...long, expected: `${long.expected}; or JSON, as \`kubectl -o json\` writes it` } }
  const stream = unquoted(yamlStream(text.source))
  if ('problems' in stream) return { problem: stream.problems[0] as Problem }
  const values = stream.document.value as readonly unknown[]
  return {
    document: stream.document,
    found: values.flatMap((value, index) => flattened(value, [index], 0)),
  }
}

/** Lists may hold lists; nobody nests them deeper. */
const DEEPEST = 3

/** The manifests of a document: itself, or the items of a list. */
const flattened = (value: unknown, route: Route, depth: number): readonly FoundManifest[] => {
  if (!isPlain(value) || typeof value['kind'] !== 'string') return []
  const { kind, items } = value
  if (kind.endsWith('List') && Array.isArray(items) && depth < DEEPEST)
    return items.flatMap((item, index) =>
      // Items of a typed list may leave out what the list says.
      flattened(typed(item, kind, value['apiVersion']), [...route, 'items', index], depth + 1),
    )
  return [{ value, route, address: addressOf(value) }]
}

const typed = (item: unknown, list: string, apiVersion: unknown): unknown =>
  isPlain(item) && item['kind'] === undefined && list !== 'List'
    ? { apiVersion, kind: list.slice(0, -'List'.length), ...item }
    : item

const textIn = (value: unknown, key: string): string => {
  const found = isPlain(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : ''
}

const addressOf = (value: Readonly<Record<string, unknown>>): string => {
  const metadata = value['metadata']
  const name = textIn(metadata, 'name') || textIn(metadata, 'generateName') || 'unnamed'
  const namespace = textIn(metadata, 'namespace')
  return [kindOf(value), ...(namespace === '' ? [] : [namespace]), name].join('/')
}

/** Kinds that several groups have; the group tells them apart. */
const SHARED: ReadonlySet<string> = new Set([
  'Gateway',
  'Service',
  'Cluster',
  'Ingress',
  'Backup',
  'Certificate',
])
const USUAL: ReadonlySet<string> = new Set([
  '',
  'networking.k8s.io',
  'extensions',
  'gateway.networking.k8s.io',
  'cert-manager.io',
])

const kindOf = (value: Readonly<Record<string, unknown>>): string => {
  const [kind, group] = [textIn(value, 'kind'), groupOf(value)]
  return SHARED.has(kind) && !USUAL.has(group) ? `${kind}.${group}` : kind
}

const groupOf = (value: unknown): string => {
  const version = textIn(value, 'apiVersion')
  return version.includes('/') ? version.slice(0, version.indexOf('/')) : ''
}

/** A variable that some tool will fill in later: what stands there cannot be told. */
const UNRENDERED = /\$\{|\{\{|\$\(/

/** A manifest with its place, as a part that can be read. */
export const manifestOf = (
  { value, route, address }: FoundManifest,
  document: number,
  sourceAddress: string,
): Manifest => ({
  kind: textIn(value, 'kind'),
  group: groupOf(value),
  name: textIn(value['metadata'], 'name'),
  namespace: textIn(value['metadata'], 'namespace'),
  address,
  part: partOf(value, route, {
    document,
    address: sourceAddress,
    textOf: (text) => (UNRENDERED.test(text) ? undefined : text),
  }),
})

/** The texts of an object by their keys: labels, annotations, selectors. What cannot be told is left out. */
export const textsOf = (part: Part): ReadonlyMap<string, string> =>
  new Map(part.entries().flatMap(([key, { text }]) => (text === undefined ? [] : [[key, text] as const])))
