import { isPlain } from '../../model/merge.js'
import type { Problem } from '../../model/problem.js'
import type { Candidate } from '../candidate.js'
import type { Document } from '../documents/document.js'
import { jsonDocument } from '../documents/json.js'
import { type SourceText, startOf } from '../documents/text.js'
import { yamlDocument } from '../documents/yaml.js'

type Json = Readonly<Record<string, unknown>>

/** The sections of a template that say something of its resources. */
export interface Template {
  readonly document: Document
  readonly parameters: Json
  readonly mappings: Json
  readonly conditions: Json
  readonly globals: Json
  readonly resources: Json
  /** Macros that CloudFormation would run over it. */
  readonly transforms: readonly string[]
}

/** Functions that have a short form in YAML: `!Sub` for `Fn::Sub`. */
const FUNCTIONS = [
  'And',
  'Base64',
  'Cidr',
  'Contains',
  'EachMemberEquals',
  'EachMemberIn',
  'Equals',
  'FindInMap',
  'ForEach',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'RefAll',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
  'ValueOf',
  'ValueOfAll',
] as const

const TAGS = {
  words: [
    'Ref',
    'Condition',
    'Rain::Embed',
    'Rain::Include',
    'Rain::Module',
    'Rain::S3',
    'Rain::S3Http',
    ...FUNCTIONS,
  ],
  keyOf: (word: string) => (word === 'Ref' || word === 'Condition' ? word : `Fn::${word}`),
}

/** CloudFormation takes templates of one megabyte at most; this leaves room for what is packed before. */
const LONGEST = 16 * 1024 * 1024

const A_TYPE = /["']?\bType["']?[ \t]*:[ \t]*["']?(?:AWS|Alexa|Custom)::/

/** Whether a text is a template, by its sections: names of files say nothing. */
export const isTemplate = ({ keys, json, text }: Candidate): boolean => {
  if (keys.has('AWSTemplateFormatVersion')) return true
  if (!keys.has('Resources') || !('source' in text)) return false
  if (json === undefined) return A_TYPE.test(text.source.text)
  return isPlain(json) && isPlain(json['Resources']) && Object.values(json['Resources']).some(hasType)
}

const hasType = (resource: unknown): boolean =>
  isPlain(resource) && /^(AWS|Alexa|Custom)::/.test(String(resource['Type']))

/** Reads a template; what it cannot be is a problem. */
export const readTemplate = ({ text }: Candidate): Template | { readonly problems: readonly Problem[] } => {
  if ('problem' in text) return { problems: [text.problem] }
  const { source } = text
  if (source.text.length > LONGEST) return { problems: [tooLong(source)] }
  const read = /^\s*\{/.test(source.text)
    ? (jsonDocument(source) ?? yamlDocument(source, TAGS))
    : yamlDocument(source, TAGS)
  // Of several faults the first one is told: the others often follow from it.
  if ('problems' in read) return { problems: read.problems.slice(0, 1).map(inTemplate) }
  return sectionsOf(read.document)
}

const inTemplate = (problem: Problem): Problem =>
  problem.code === 'unknown-tag'
    ? { ...problem, expected: 'the functions of CloudFormation: `!Ref`, `!Sub`, `!GetAtt` and so on' }
    : problem

const tooLong = ({ file }: SourceText): Problem => ({
  code: 'file-too-big',
  message: 'the template is too big',
  expected: `at most ${LONGEST / 1024 / 1024} MB; CloudFormation itself takes one`,
  place: startOf(file),
})

const sectionsOf = (document: Document): Template | { readonly problems: readonly Problem[] } => {
  const root = document.value
  const resources = isPlain(root) ? root['Resources'] : undefined
  if (!isPlain(root) || !isPlain(resources))
    return {
      problems: [
        {
          code: 'unknown-format',
          message: 'this is a template of CloudFormation without `Resources`',
          expected: 'a template as CloudFormation deploys it, with resources by name under `Resources`',
          place: document.locate(['Resources']),
        },
      ],
    }
  const section = (name: string): Json => (isPlain(root[name]) ? (root[name] as Json) : {})
  return {
    // Templates may hold secrets: no report quotes them.
    document: { ...document, line: () => undefined },
    parameters: section('Parameters'),
    mappings: section('Mappings'),
    conditions: section('Conditions'),
    globals: section('Globals'),
    resources,
    transforms: [root['Transform']].flat().flatMap(transformName),
  }
}

const transformName = (transform: unknown): string[] => {
  if (typeof transform === 'string') return [transform]
  const name = isPlain(transform) ? (transform['Name'] ?? transform['Fn::Transform']) : undefined
  return typeof name === 'string' ? [name] : []
}
