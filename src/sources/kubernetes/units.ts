import { basename, posix } from 'node:path'
import type { Candidate } from '../candidate.js'
import type { Unit } from '../source.js'
import { manifestsIn } from './manifest.js'

interface Growing {
  readonly files: Candidate[]
  readonly addresses: Set<string>
}

/**
 * Manifests that were given together are one cluster, also from several folders. Where two files describe the same
 * resource they are two clusters: those of two environments, for example.
 */
export const unitsOf = (files: readonly Candidate[]): readonly Unit[] => {
  const units: Growing[] = []
  for (const file of files) {
    const read = manifestsIn(file)
    const addresses = 'problem' in read ? [] : read.found.map(({ address }) => address)
    const fits = (unit: Growing): boolean => !addresses.some((address) => unit.addresses.has(address))
    const near = units.find((unit) => isNear(unit, file) && fits(unit)) ?? units.find(fits)
    const unit = near ?? { files: [], addresses: new Set<string>() }
    if (!near) units.push(unit)
    unit.files.push(file)
    for (const address of addresses) unit.addresses.add(address)
  }
  return units.map(({ files: own }) => ({ name: nameOf(own), files: own }))
}

const isNear = ({ files }: Growing, { file }: Candidate): boolean =>
  files.some((one) => posix.dirname(one.file) === posix.dirname(file))

/** A file alone goes by its name, several by the folder that they have in common. */
const nameOf = (files: readonly Candidate[]): string => {
  const [first, ...others] = files
  const name = basename(first?.file ?? '').replace(/\.[^.]+$/, '')
  if (others.length === 0) return name
  const folders = files.map(({ file }) => posix.dirname(file).split('/'))
  const common = (folders[0] ?? []).filter((part, index) => folders.every((one) => one[index] === part))
  const folder = common.at(-1) ?? ''
  return folder === '' || folder === '.' ? 'kubernetes' : folder
}
