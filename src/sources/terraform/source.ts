import { posix } from 'node:path'
import type { Rank } from '../../knowledge/terms.js'
import type { Problem } from '../../model/problem.js'
import type { Candidate } from '../candidate.js'
import { importedJson } from '../documents/imported-json.js'
import { assemble } from '../resources/assemble.js'
import type { Imported, NotRead, ReadContext, Source, Unit } from '../source.js'
import { readConfiguration } from './configuration.js'
import { hclPlaces } from './hcl-places.js'
import { type HclPlace, planResources } from './plan-resources.js'
import { refusalOf } from './refusals.js'
import { TERRAFORM_TYPES } from './types.js'
import { isHcl, isShown, isState, unitsOf } from './units.js'

type Json = Readonly<Record<string, unknown>>

/** Terraform and OpenTofu: the JSON of a plan or a state, and folders of configuration. */
export const terraform: Source = {
  id: 'terraform',
  title: 'Terraform',
  types: ['terraform-plan', 'terraform'],
  // What only lies in a folder and cannot be read is listed as not read; what somebody names is refused with a reason.
  recognises: (candidate) => {
    if (isHcl(candidate)) return true
    return refusalOf(candidate) === undefined ? isShown(candidate) : candidate.named
  },
  units: (files) => unitsOf(files),
  read: ({ files }: Unit, context) => {
    const code = files.filter(isHcl)
    const shown = files.filter((file) => !isHcl(file))
    const [root] = code
    if (shown.length === 0 && root) return readConfiguration(posix.dirname(root.file), code, context)
    return joined(shown, code, context)
  },
}

/** A plan, a state, or both of the same configuration, whose lines are shown where its folder is at hand. */
const joined = (shown: readonly Candidate[], code: readonly Candidate[], context: ReadContext): Imported => {
  const problems = shown.flatMap((file) => refusalOf(file) ?? textProblem(file))
  if (problems.length > 0) return { documents: [], layers: [], notRead: [], problems }
  const places = hclPlaces(code, context, shown.length)
  const read = shown.map((file, index) => readShown(file, index, places?.place, context))
  return {
    documents: [...read.map(({ document }) => document), ...(places?.documents ?? [])],
    layers: read.flatMap(({ layers }) => layers),
    notRead: read.flatMap(({ notRead }) => notRead),
    problems: [],
  }
}

const textProblem = ({ text }: Candidate): Problem[] => ('problem' in text ? [text.problem] : [])

const readShown = (file: Candidate, document: number, hcl: HclPlace | undefined, context: ReadContext) => {
  const source = 'source' in file.text ? file.text.source : undefined
  const state = isState(file)
  const tooDeep: NotRead[] = []
  const resources = planResources(file.json as Json, state ? 'values' : 'planned_values', {
    document,
    address: context.address,
    notRead: tooDeep,
    ...(hcl ? { hcl } : {}),
  })
  const rank: Rank = state ? 'observed' : 'imported'
  const { layers, notRead } = assemble(resources, TERRAFORM_TYPES, { rank, document, context })
  return {
    document: importedJson(source as NonNullable<typeof source>),
    layers,
    notRead: [...tooDeep, ...notRead].map((one) => ({ ...one, file: file.file })),
  }
}
