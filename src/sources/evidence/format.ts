import { SCANNERS } from '../../evidence/scanners/index.js'
import type { Scanner } from '../../evidence/scanners/scanner.js'
import { isPlain } from '../../model/merge.js'
import type { Candidate } from '../candidate.js'

/** How a file of evidence is written: as our own schema says, or as another scanner does. */
export type EvidenceFormat = 'own' | Scanner

/** The format of a file of evidence, by its content; `undefined` for what is none. */
export const evidenceFormatOf = (candidate: Candidate): EvidenceFormat | undefined => {
  const { json, keys } = candidate
  if (keys.has('evidenceVersion')) return 'own'
  if (isPlain(json) || Array.isArray(json))
    return SCANNERS.find((scanner) => scanner.format === 'json' && scanner.recognises(json))
  return undefined
}
