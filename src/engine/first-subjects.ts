import type { Finding, ReportedSubject } from './reported-finding.js'

/** What is enough for most readers of a finding: there may be thousands of subjects, and a terminal shows six. */
export interface FirstSubjects {
  /** All of them, or at least the first six. */
  readonly first: readonly ReportedSubject[]
  readonly count: number
  /** Whether any of them may be accepted; where nothing was accepted none is. */
  readonly mayBeAccepted: boolean
}

const known = new WeakMap<Finding, FirstSubjects>()

/** Remembers the first subjects of a finding, which are worked out without all others. */
export const withFirstSubjects = (finding: Finding, first: FirstSubjects): Finding => {
  known.set(finding, first)
  return finding
}

/** The first subjects of a finding. A finding that was read from a file, or copied, has them all at hand. */
export const firstSubjects = (finding: Finding): FirstSubjects =>
  known.get(finding) ?? {
    first: finding.subjects,
    count: finding.subjects.length,
    mayBeAccepted: true,
  }
