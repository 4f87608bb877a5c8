import { basename } from 'node:path'
import type { Candidate } from '../candidate.js'
import { assemble } from '../resources/assemble.js'
import type { Resource } from '../resources/resource.js'
import type { Imported, NotRead, ReadContext, Source } from '../source.js'
import { type Declared, declaredIn } from './declared.js'
import { resourcesOf } from './resources.js'
import { type Scope, scopeOf } from './scope.js'
import { isTemplate, readTemplate, type Template } from './template.js'
import { CLOUDFORMATION_TYPES } from './types.js'

/** CloudFormation, and what becomes of it: SAM before it is transformed, and the output of the CDK. */
export const cloudformation: Source = {
  id: 'cloudformation',
  title: 'CloudFormation',
  types: ['cloudformation'],
  recognises: (candidate) => isTemplate(candidate),
  // What is exported by one template and imported by another only exists once both are deployed.
  units: (files) => files.map((file) => ({ name: nameOf(file.file), files: [file] })),
  read: ({ files }, context) => readOne(files[0] as Candidate, context),
}

const nameOf = (file: string): string => basename(file).replace(/(\.template)?\.[^.]+$/, '')

const readOne = (file: Candidate, context: ReadContext): Imported => {
  const template = readTemplate(file)
  if ('problems' in template) return { documents: [], layers: [], notRead: [], problems: template.problems }
  const scope = scopeOf(template)
  const notRead = [...unreadMacros(template)]
  const { layers, notRead: unmapped } = assemble(resourcesIn(scope, context, notRead), CLOUDFORMATION_TYPES, {
    rank: 'imported',
    document: 0,
    context,
  })
  return {
    documents: [template.document],
    layers,
    notRead: [...notRead, ...unmapped].map((one) => ({ ...one, file: file.file })),
    problems: [],
  }
}

/** How many resources are made of one template; CloudFormation itself takes 500. */
const MOST_RESOURCES = 20_000

const resourcesIn = function* (scope: Scope, context: ReadContext, notRead: NotRead[]): Generator<Resource> {
  let left = MOST_RESOURCES
  for (const one of declaredIn(scope)) {
    const tooMany = left-- > 0 ? undefined : 'more resources than are read of one template, and all after it'
    const why = tooMany ?? ('why' in one ? one.why : unfetched(one))
    if (why === undefined) yield* resourcesOf(one as Declared, context.address)
    else notRead.push({ what: one.name, count: 1, why })
    if (tooMany !== undefined) return
  }
}

const NESTED = 'a stack of its own, whose template is not fetched: give that file as well'

const unfetched = ({ type }: Declared): string | undefined => {
  if (/^AWS::CloudFormation::(Stack|StackSet)$/.test(type) || type === 'AWS::Serverless::Application')
    return NESTED
  return type.endsWith('::MODULE')
    ? 'a module of the registry of CloudFormation, which is not fetched'
    : undefined
}

/** Macros of AWS whose effect is known, or is none on what is asked here. */
const KNOWN_MACROS: readonly string[] = [
  'AWS::Serverless-2016-10-31',
  'AWS::LanguageExtensions',
  'AWS::CodeDeployBlueGreen',
  'AWS::SecretsManager-2020-07-23',
  'AWS::SecretsManager-2024-09-16',
]

const unreadMacros = ({ transforms }: Template): NotRead[] =>
  transforms
    .filter((name) => !KNOWN_MACROS.includes(name))
    .map((name) => ({
      what: name,
      count: 1,
      why: 'a macro, which is not run: import the template as it was deployed to have what the macro makes',
    }))
