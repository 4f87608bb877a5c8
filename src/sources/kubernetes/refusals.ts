import { basename, dirname } from 'node:path'
import type { Problem } from '../../model/problem.js'
import type { Candidate } from '../candidate.js'
import { DEEPEST } from '../documents/document.js'
import { startOf } from '../documents/text.js'
import { manifestsIn } from './manifest.js'

/** What only a template of Helm says. */
const HELM =
  /\{\{-?\s*(?:\(\s*)?(?:[a-z]\w*\s+)*(?:\(\s*)?(?:\.(?:Values|Release|Chart|Capabilities|Files)\b|(?:include|template|define|tpl)\s+["(])/

/** Whether a text is a template of Helm that nobody rendered, as far as a glance tells. */
export const looksLikeTemplate = ({ file, text }: Candidate): boolean =>
  /\.(?:ya?ml|json)$/.test(file) && 'source' in text && HELM.test(text.source.text)

/** Files of a chart that are no manifests: what it is, and the values that it takes. */
export const isOfChart = ({ file, keys }: Candidate): boolean => {
  const name = basename(file)
  if (/^Chart\.ya?ml$/.test(name)) return keys.has('apiVersion') && !keys.has('kind')
  // Values have no shape of their own: only their name, and that they are nothing else, tells them.
  return (
    /(?:^|[-.])values(?:[-.][\w.-]*)?\.ya?ml$/.test(name) &&
    !keys.has('version') &&
    !keys.has('kind') &&
    !keys.has('services')
  )
}

/** A kustomization names manifests and what to change in them. */
export const isKustomization = ({ file, keys }: Candidate): boolean =>
  /^kustomization\.ya?ml$/.test(basename(file)) &&
  ['resources', 'bases', 'patches', 'components', 'patchesStrategicMerge', 'generators'].some((key) =>
    keys.has(key),
  )

/** Why a file cannot be read as it is, and what to give instead. */
export const refusalOf = (candidate: Candidate): Problem | undefined => {
  const { file } = candidate
  if (isKustomization(candidate))
    return notRendered(
      file,
      'this is a kustomization, and Kustomize is not rendered here',
      `\`kubectl kustomize ${dirname(file)} > manifests.yaml\`, and that file`,
    )
  if (isOfChart(candidate))
    return notRendered(
      file,
      'this belongs to a Helm chart, and says nothing without its templates',
      HELM_ADVICE,
    )
  const read = manifestsIn(candidate)
  if ('problem' in read)
    return looksLikeTemplate(candidate) ? notRendered(file, TEMPLATE, HELM_ADVICE) : read.problem
  const isTemplate =
    looksLikeTemplate(candidate) &&
    (read.found.length === 0 ||
      read.found.some(({ value }) => !HOLDS_TEXTS.has(String(value['kind'])) && holdsTemplate(value)))
  if (isTemplate) return notRendered(file, TEMPLATE, HELM_ADVICE)
  return read.found.length > 0
    ? undefined
    : {
        code: 'unknown-format',
        message: 'no manifest of Kubernetes stands here',
        expected: '`apiVersion` and `kind`',
        place: startOf(file),
      }
}

/** Kinds whose texts may be templates for something else. */
const HOLDS_TEXTS: ReadonlySet<string> = new Set([
  'ConfigMap',
  'Secret',
  'CustomResourceDefinition',
  'PrometheusRule',
])

/** Whether a text or a key of a value is a template; what lies deeper than any manifest is not searched. */
const holdsTemplate = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'string') return HELM.test(value)
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return false
  return Object.entries(value).some(([key, one]) => HELM.test(key) || holdsTemplate(one, depth + 1))
}

const TEMPLATE = 'this is a template of Helm that nobody rendered'
const HELM_ADVICE = '`helm template NAME CHART > manifests.yaml`, and that file'

const notRendered = (file: string, message: string, expected: string): Problem => ({
  code: 'not-rendered',
  message,
  expected,
  place: startOf(file),
})
