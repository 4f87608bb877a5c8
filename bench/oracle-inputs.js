// Labels of others, and the input that each of them speaks of.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isScalar, isSeq, parseAllDocuments, parseDocument } from 'yaml'

/** A tree of YAML as plain data, with `!Sub x` as `{ "Fn::Sub": x }`. */
const plain = (node) => {
  if (node === null || node === undefined) return null
  const word = /^!(.+)/.exec(node.tag ?? '')?.[1]
  const value = isMap(node)
    ? Object.fromEntries(node.items.map(({ key, value: one }) => [String(key.value ?? key), plain(one)]))
    : isSeq(node)
      ? node.items.map(plain)
      : isScalar(node)
        ? node.value
        : null
  if (word === undefined) return value
  return { [word === 'Ref' || word === 'Condition' ? word : `Fn::${word}`]: value }
}

const given = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

const refused = (problem) => {
  process.stderr.write(`${problem}\n`)
  process.exit(2)
}

const HEADINGS = 'oracle\tplatform\tcheck\t'

/** Every label of a corpus, by its folder or by the folder that holds LABELS.tsv itself. */
export const labelsIn = (corpus) => {
  const text = ['oracles', '.'].map((folder) => given(join(corpus, folder, 'LABELS.tsv'))).find(Boolean)
  if (text === undefined) refused(`there is neither LABELS.tsv nor oracles/LABELS.tsv in ${corpus}`)
  const [headings, ...lines] = text.split(/\r?\n/)
  if (!headings.startsWith(HEADINGS))
    refused(`LABELS.tsv of ${corpus} does not begin with ${HEADINGS.trim()}`)
  return lines.filter((line) => line !== '').map(labelIn)
}

const labelIn = (line) => {
  const [oracle, platform, check, name = '', topics = '', file = '', target = '', expected, extra] =
    line.split('\t')
  const topic = topics.split(',').find((one) => one !== '' && one !== 'HIPAA') ?? 'other'
  return { oracle, platform, check, name, topic, file, target, expected, extra }
}

const texts = new Map()
/** The text of a file that a label names, from the corpus or from its folder of oracles. */
const textOf = (corpus, file) => {
  if (!texts.has(file)) {
    const text = given(join(corpus, file)) ?? given(join(corpus, file.replace(/^oracles\//, '')))
    texts.set(file, text ?? refused(`LABELS.tsv names ${file}, which is not in ${corpus}`))
  }
  return texts.get(file)
}

const guardCases = new Map()
const guardCase = (text, { file, target, name }) => {
  if (!guardCases.has(file))
    guardCases.set(
      file,
      parseAllDocuments(text, { logLevel: 'silent' }).flatMap(({ contents }) => plain(contents) ?? []),
    )
  const all = guardCases.get(file)
  const numbered = all[Number(target.replace('case ', '')) - 1]
  // Where a name stands twice in a file, the numbers of the labels no longer count what stands there.
  const { input } =
    (numbered?.name === name ? numbered : all.find((one) => one.name === name)) ?? numbered ?? {}
  return { name: 'template.json', text: JSON.stringify(input ?? {}, null, 1), template: input ?? {} }
}

const template = (text) => ({
  name: 'template.yaml',
  text,
  template: plain(parseDocument(text, { logLevel: 'silent' }).contents) ?? {},
})

const trivyCase = (file, { platform, target }) => {
  const [, verdict, index] = /^(good|bad)\[(\d+)\]$/.exec(target) ?? []
  const text = parseDocument(file).toJS()?.[platform]?.[verdict]?.[Number(index)]
  if (text === undefined) return 'no-verdict'
  if (platform === 'terraform') return { name: 'main.tf', text }
  return platform === 'kubernetes' ? { name: 'manifest.yaml', text } : template(text)
}

const KICS_FILES = { dockerCompose: 'compose.yaml', k8s: 'manifest.yaml', terraform: 'main.tf' }

const kicsCase = (text, { platform }) => {
  if (/^cloudformation$/i.test(platform)) return template(text)
  const name = KICS_FILES[platform]
  return name === undefined ? undefined : { name, text }
}

/** A plan, and the resource that the label speaks of; how many resources pass and fail is no verdict of one. */
const checkovCase = (text, { target }) =>
  target.startsWith('(') ? 'no-verdict' : { name: 'plan.json', text, address: target }

const receivedCase = (text, { check, target }) => {
  const test = JSON.parse(text).find((one) => one.class === check && one.test === target)
  return test === undefined ? 'no-verdict' : { headers: test.received, asserts: test.asserts }
}

const CASES = {
  'cfn-guard': guardCase,
  checkov: checkovCase,
  kics: kicsCase,
  'mail-parser-received': receivedCase,
  'trivy-checks': trivyCase,
}

/**
 * The input of a label: `undefined` where it is none that this comparison runs, `no-verdict` where the label speaks of
 * no input.
 */
export const inputOf = (corpus, label) => CASES[label.oracle]?.(textOf(corpus, label.file), label)
