import { type ProposedTopic, proposalStatus, proposedCitation } from './proposal-2025.js'
import { type Citation, safeguardOf } from './safeguards.js'
import type { Profile } from './terms.js'

/** What kind of authority a rule has. Only `addressable` leaves an alternative open. */
export type Basis =
  | 'required'
  | 'addressable'
  | 'standard'
  | 'guidance'
  | 'practice'
  | 'proposed'
  | 'state'
  | 'other-federal'
  | 'own-policy'
  | 'not-implemented'

/** A ground outside 45 CFR Part 164. */
export interface OtherGround {
  readonly basis: Exclude<Basis, 'required' | 'addressable' | 'standard'>
  /** The source as one cites it. */
  readonly source: string
  /** The paragraph that it supports. */
  readonly supports?: Citation
  /** Its authority in words, where those of its basis do not say it. */
  readonly label?: string
}

/** The one citation that decides: a paragraph of the law, or something else that says what it is. */
export type Ground = Citation | OtherGround

/** What HHS or NIST says of how to meet a paragraph, or of what no paragraph is about. */
export const guidance = (source: string, supports?: Citation): OtherGround => ({
  basis: 'guidance',
  source,
  ...(supports === undefined ? {} : { supports }),
})

/** What the trade holds to be good; no authority asks it, and some of it no paragraph is about. */
export const practice = (supports?: Citation, source = 'Good practice'): OtherGround => ({
  basis: 'practice',
  source,
  ...(supports === undefined ? {} : { supports }),
})

/** The law of a state. */
export const state = (source: string): OtherGround => ({ basis: 'state', source })

/** Federal law beside HIPAA. */
export const federal = (source: string): OtherGround => ({ basis: 'other-federal', source })

/** What the organisation promised itself or others; `source` says where. */
export const ownPolicy = (source: string, supports?: Citation): OtherGround => ({
  basis: 'own-policy',
  source,
  ...(supports === undefined ? {} : { supports }),
})

/** The proposal of 2025, 90 FR 898, which is no law: what it would ask, by topic. */
export const proposed = (...topics: readonly ProposedTopic[]): OtherGround => ({
  basis: 'proposed',
  source: proposedCitation(topics),
})

/** Law with which nobody has to comply yet; `why` says what keeps it from taking effect. */
export const notImplemented = (source: string, supports: Citation, why: string): OtherGround => ({
  basis: 'not-implemented',
  source,
  supports,
  label: why,
})

/** The authority of a ground in a profile, in a word and in words. */
export interface Standing {
  readonly basis: Basis
  readonly label: string
}

const LABELS: Readonly<Record<OtherGround['basis'], string>> = {
  guidance: 'guidance, by which the law is judged',
  practice: 'good practice, not law',
  proposed: proposalStatus(),
  state: 'state law; verify with counsel',
  'other-federal': 'federal law beside HIPAA',
  'own-policy': 'your own policy or contract',
  'not-implemented': 'law with which nobody has to comply yet',
}

/** Looks up what kind of authority a ground has. Nothing is ever written on a rule. */
export const standingOf = (ground: Ground, profile: Profile): Standing => {
  if (typeof ground !== 'string') return { basis: ground.basis, label: ground.label ?? LABELS[ground.basis] }
  const kind = safeguardOf(ground)?.kind ?? 'required'
  if (kind === 'standard')
    return { basis: 'standard', label: 'standard, which is mandatory; what meets it is our reading' }
  if (kind === 'required') return { basis: 'required', label: requiredLabel(ground) }
  return profile === 'hipaa-2025-proposed'
    ? { basis: 'addressable', label: 'addressable today; the proposal of 2025 would require it' }
    : { basis: 'addressable', label: 'addressable implementation specification' }
}

const requiredLabel = (citation: string): string => {
  const section = Number(/^164\.(\d+)/.exec(citation)?.[1])
  if (section >= 500) return 'required by the Privacy Rule'
  if (section >= 400) return 'required by the Breach Notification Rule'
  return section >= 308 ? 'required implementation specification' : 'required'
}

/** A ground as one cites it. */
export const citationText = (ground: Ground): string => {
  if (typeof ground === 'string') return `45 CFR ${ground}`
  return ground.supports === undefined
    ? ground.source
    : `${ground.source}, which supports 45 CFR ${ground.supports}`
}

/** The paragraphs that a rule bears on: its ground, what that supports, and what is related. */
export const paragraphsOf = (ground: Ground, related: readonly Citation[]): readonly Citation[] => {
  const own = typeof ground === 'string' ? ground : ground.supports
  return [...new Set([...(own === undefined ? [] : [own]), ...related])]
}
