import type { Infrastructure } from './infrastructure.js'
import { matchesAsset } from './match.js'
import { type ModelPath, segmentsOf } from './path.js'

/**
 * Which paths somebody has signed for, with a document and in date. An attestation's paths start at its subjects (`system`: the top of the
 * description) and cover all below.
 */
export const attestedPaths = (infrastructure: Infrastructure): ((path: ModelPath) => boolean) => {
  const attestations = (infrastructure.description.attestations ?? []).filter(
    ({ by, date, document, validUntil }) =>
      by !== undefined &&
      by !== 'none' &&
      document !== undefined &&
      document !== 'none' &&
      (date === undefined || date <= infrastructure.asOf) &&
      (validUntil === undefined || validUntil >= infrastructure.asOf),
  )
  if (attestations.length === 0) return () => false
  return (path) => {
    const segments = segmentsOf(path)
    return attestations.some(({ subjects, facts }) => {
      const rest = restBelow(infrastructure, subjects, segments)
      return rest !== undefined && facts.some((fact) => startsWith(rest, fact.split('.')))
    })
  }
}

const restBelow = (
  infrastructure: Infrastructure,
  subjects: Parameters<typeof matchesAsset>[0],
  segments: readonly string[],
): readonly string[] | undefined => {
  const [list, id = '', ...rest] = segments
  const ids = typeof subjects.id === 'string' ? [subjects.id] : (subjects.id ?? [])
  if (ids.includes('system')) return segments
  if (list !== 'assets') return ids.includes(id) ? rest : undefined
  const entry = infrastructure.asset(id)
  if (!entry) return undefined
  return matchesAsset(subjects, { id, asset: entry.value }, infrastructure.dataClasses) ? rest : undefined
}

const startsWith = (path: readonly string[], prefix: readonly string[]): boolean =>
  prefix.every((segment, index) => segment === path[index])
