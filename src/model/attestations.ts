import type { Infrastructure } from './infrastructure.js'
import { matchesAsset } from './match.js'
import { type ModelPath, segmentsOf } from './path.js'
import { matchesGlob } from './scalars/glob.js'

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
  const ids = [subjects.id ?? []].flat()
  const [list, id = '', ...rest] = belowMail(segments)
  if (ids.includes('system')) return segments
  if (list !== 'assets') return ids.some((glob) => matchesGlob(glob, id)) ? rest : undefined
  const entry = infrastructure.asset(id)
  if (!entry) return undefined
  return matchesAsset(subjects, { id, asset: entry.value }, infrastructure.dataClasses) ? rest : undefined
}

/** Streams of mail have ids of their own, though they stand further in. */
const belowMail = (segments: readonly string[]): readonly string[] =>
  segments[0] === 'email' && segments[1] === 'streams' ? segments.slice(1) : segments

const startsWith = (path: readonly string[], prefix: readonly string[]): boolean =>
  prefix.every((segment, index) => segment === path[index])
