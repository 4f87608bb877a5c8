import { basename } from 'node:path'
import type { Problem } from '../../model/problem.js'
import type { Candidate } from '../candidate.js'
import { importedJson } from '../documents/imported-json.js'
import type { SourceText } from '../documents/text.js'
import { assemble } from '../resources/assemble.js'
import type { Imported, ReadContext, Source, Unit } from '../source.js'
import { member } from './plan-json.js'
import { planResources } from './plan-resources.js'
import { refusalOf } from './refusals.js'
import { TERRAFORM_TYPES } from './types.js'

type Json = Readonly<Record<string, unknown>>

/** Terraform and OpenTofu: the JSON of a plan or a state, and folders of configuration. */
export const terraform: Source = {
  id: 'terraform',
  title: 'Terraform',
  types: ['terraform-plan', 'terraform'],
  recognises: (candidate) => isShown(candidate) || refusalOf(candidate) !== undefined,
  units: (files) => files.map((file) => ({ name: nameOf(file), files: [file] })),
  read: (unit, context) => readUnit(unit, context),
}

/** The output of `terraform show -json`: only that has `format_version`. */
const isShown = ({ json, keys }: Candidate): boolean =>
  keys.has('format_version') && typeof (json as Json | undefined)?.['format_version'] === 'string'

const nameOf = ({ file }: Candidate): string => basename(file).replace(/(\.out|\.plan|\.state)?\.[^.]+$/, '')

const readUnit = ({ files }: Unit, context: ReadContext): Imported => {
  const [file] = files as [Candidate]
  const refusal = refusalOf(file)
  if (refusal) return nothing([refusal])
  if ('problem' in file.text) return nothing([file.text.problem])
  return readShown(file.json as Json, file.text.source, context)
}

const nothing = (problems: readonly Problem[]): Imported => ({
  documents: [],
  layers: [],
  notRead: [],
  problems,
})

const readShown = (root: Json, source: SourceText, context: ReadContext): Imported => {
  const document = importedJson(source)
  const isState = member(root, 'planned_values') === undefined && root['resource_changes'] === undefined
  const resources = planResources(root, isState ? 'values' : 'planned_values', {
    document: 0,
    address: context.address,
  })
  const rank = isState ? 'observed' : 'imported'
  const { layers, notRead } = assemble(resources, TERRAFORM_TYPES, { rank, document: 0, context })
  return {
    documents: [document],
    layers,
    notRead: notRead.map((one) => ({ ...one, file: source.file })),
    problems: [],
  }
}
