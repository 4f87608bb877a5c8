import { basename, posix } from 'node:path'
import type { Candidate } from '../candidate.js'
import { draft } from '../resources/draft.js'
import type { Imported, ReadContext, Source, Unit } from '../source.js'
import { claimWorkloads } from '../workloads/claim-workloads.js'
import { projectOf } from './project.js'
import { servicesOf } from './services.js'
import { claimVolumes } from './volumes.js'
import { workloadsOf } from './workloads.js'

/** Files of Docker Compose (Compose specification; what is before version 2 has no `services`). */
export const compose: Source = {
  id: 'compose',
  title: 'Docker Compose',
  types: ['compose'],
  // What an override changes of a service may be anything, and its image need not be there.
  recognises: ({ file, keys, text }) =>
    keys.has('services') &&
    !keys.has('apiVersion') &&
    'source' in text &&
    (OVERRIDE.test(file) || /["']?(?:image|build|extends|container_name)["']?\s*:/.test(text.source.text)),
  units: (files) => unitsOf(files),
  read: readProject,
}

/** A file stands alone, with the overrides that Compose lays over it by itself. */
const unitsOf = (files: readonly Candidate[]): readonly Unit[] => {
  const overrides = new Map(
    files.flatMap((file) => {
      const found = OVERRIDE.exec(file.file)
      return found ? [[`${found[1]}${found[2]}`, file] as const] : []
    }),
  )
  const bases = files.filter(({ file }) => overrides.has(withoutExtension(file)))
  const taken = new Set(bases.map(({ file }) => overrides.get(withoutExtension(file))))
  return files
    .filter((file) => !taken.has(file))
    .map((file) => {
      const over = bases.includes(file) ? overrides.get(withoutExtension(file.file)) : undefined
      return { name: nameOf(file.file), files: over ? [file, over] : [file] }
    })
}

const OVERRIDE = /^(.*?)((?:docker-)?compose)\.override\.ya?ml$/

const withoutExtension = (file: string): string => file.replace(/\.ya?ml$/, '')

/** The folder is the name of a project, unless its file has a name of its own. */
const nameOf = (file: string): string => {
  const name = basename(file).replace(/\.[^.]+$/, '')
  const folder = basename(posix.dirname(file))
  if (!/^(?:docker-)?compose$/.test(name)) return name.replace(/^(?:docker-)?compose[.-]/, '')
  return folder === '' || folder === '.' ? 'compose' : folder
}

function readProject({ files }: Unit, context: ReadContext): Imported {
  const project = projectOf(context)
  const read = files.flatMap((file) => project.given(file) ?? [])
  const services = servicesOf(read, project)
  const documents = project.documents.documents
  if (project.problems.length > 0)
    return { documents, layers: [], notRead: project.notRead, problems: project.problems }
  const own = draft()
  const placement = claimWorkloads(workloadsOf(services, project), own, context)
  claimVolumes(
    services.map((service) => ({ service, placed: placement.get(service.address)?.[0] })),
    read,
    own,
    context,
  )
  return {
    documents,
    layers: own.layers('imported', 0),
    notRead: project.notRead,
    problems: project.problems,
  }
}
