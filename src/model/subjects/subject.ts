import type { Reach } from '../ephi-scope.js'
import type { Infrastructure } from '../infrastructure.js'
import type { Origin } from '../layer.js'
import type { ModelPath } from '../path.js'

/** What rules ask about. */
export type SubjectKind =
  | 'asset'
  | 'endpoint'
  | 'hop'
  | 'flow'
  | 'vendor'
  | 'key'
  | 'plan'
  | 'copy'
  | 'stream'
  | 'data'
  | 'alternative'
  | 'attestation'
  | 'domain'
  | 'site'
  | 'group'
  | 'disclosure'
  | 'script'
  | 'contested'
  | 'zone'
  | 'move'
  | 'received'
  | 'message'
  | 'document'
  | 'risk'
  | 'floor'
  | 'text'
  | 'system'

/** What every subject is: a view of the model, made by the model, that names one thing a rule asks about. */
export interface Subject {
  readonly kind: SubjectKind
  /** By ids, never by position: the same after a reordering. */
  readonly id: string
  /** As messages name it. */
  readonly label: string
  readonly path: ModelPath
  /** The assets that it belongs to or runs between; alternatives and waivers for these hold for it. */
  readonly assets: readonly string[]
  /** How many like things it stands for. */
  readonly count: number
  /** How ePHI came to it; `undefined` where it is in scope for another reason. */
  readonly reach: Reach | undefined
  /** Another place that one has to see to understand what is said of it. */
  readonly also?: NonNullable<Origin['also']>
  /** Whether it may add to what another subject is asked: then what it does not state is asked there alone. */
  readonly isAskedElsewhere?: boolean
  readonly infrastructure: Infrastructure
}

/** What every subject has of this one, as plain values: a view keeps none of them as its own. */
export const subjectOf = (subject: Subject): Subject => {
  const { kind, id, label, path, assets, count, reach, also, infrastructure } = subject
  return {
    kind,
    id,
    label,
    path,
    assets,
    count,
    reach,
    ...(also === undefined ? {} : { also }),
    infrastructure,
  }
}
