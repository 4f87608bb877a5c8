import { distance } from 'fastest-levenshtein'

/** Longer words are nobody's slip of the pen. */
const LONGEST = 64

/** The candidate that was probably meant: a slip or two apart, or one that begins so. `undefined` if none is near. */
export const nearest = (word: string, candidates: readonly string[]): string | undefined => {
  if (word === '' || word.length > LONGEST) return undefined
  const plain = folded(word)
  let best: { candidate: string; far: number } | undefined
  for (const candidate of candidates) {
    const other = folded(candidate)
    if (candidate.length > LONGEST) continue
    const begins =
      plain.length >= 3 && (other.startsWith(plain) || plain.startsWith(other)) && other.length >= 3
    const far = plain === other ? 0 : begins ? 1.5 : distance(plain, other)
    if (far <= allowed(Math.max(plain.length, other.length)) && (!best || far < best.far)) {
      best = { candidate, far }
    }
  }
  return best?.candidate
}

/** `patient_db` and `PatientDB` are slips for `patient-db`. */
const folded = (word: string): string => word.toLowerCase().replace(/[-_. ]/g, '')

/** How many slips a word of this length may have. */
const allowed = (length: number): number => (length <= 3 ? 1 : Math.max(2, Math.floor(length / 3)))
