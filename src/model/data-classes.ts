import type { Data } from './description.generated.js'
import { isPlain } from './merge.js'

/** What a list of data names says about ePHI: it is there, it is not, or the claim that it is not is unproven. */
export type PhiClaim = 'phi' | 'no-phi' | 'unproven'

/**
 * Whether all that 164.514(b) asks is stated of a de-identification: the method, the day, who did it and the document.
 * Anything less leaves the data in scope.
 */
export const deidentificationComplete = (data: Data): boolean => {
  const claim = data.deidentification
  if (!isPlain(claim)) return false
  const { method, date, by, document } = claim
  return Boolean(method && date && by && by !== 'none' && document && document !== 'none')
}

/**
 * Judges data names and classes. A limited data set is PHI (164.514(e)); a de-identified one is none only with a
 * complete record, and one that says `none` is PHI.
 */
export const phiClaimOf = (names: readonly string[], data: ReadonlyMap<string, Data>): PhiClaim => {
  let claim: PhiClaim = 'no-phi'
  for (const name of names) {
    const one = claimOfName(name, data.get(name))
    if (one === 'phi') return 'phi'
    if (one === 'unproven') claim = 'unproven'
  }
  return claim
}

const claimOfName = (name: string, data: Data | undefined): PhiClaim => {
  switch (data?.class ?? name) {
    case 'ephi':
    case 'limited-data-set':
      return 'phi'
    case 'deidentified':
      if (!data) return 'unproven'
      if (data.deidentification === 'none') return 'phi'
      return deidentificationComplete(data) ? 'no-phi' : 'unproven'
    default:
      return 'no-phi'
  }
}
