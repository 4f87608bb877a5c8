import type { AssetDraft } from './draft.js'
import { numberOf, yesNo } from './facts.js'
import type { Linked } from './linked.js'
import type { CloudRecord } from './record.js'
import type { Given } from './resource.js'

/** What a managed store says of the copies that it makes by itself. */
export interface ManagedBackup {
  /** A number of days, a truth value, or `ENABLED`; zero and false mean none. */
  readonly state: Given
  /** For how long copies are kept, where the state does not say. */
  readonly retention?: string
  readonly every: string
  /** What the provider does where nothing is written. */
  readonly absent?: { readonly value: unknown; readonly note: string }
}

/** Claims the plan by which a managed store copies itself, or that it makes no copies. */
export const claimManagedBackup = (
  asset: AssetDraft,
  record: CloudRecord,
  { draft }: Linked,
  { state, retention, every, absent }: ManagedBackup,
): void => {
  if (state.state === 'unknown') return
  const said = state.state === 'known'
  if (!said && absent === undefined) return
  const value = said ? state.value : absent?.value
  const kept = keptFor(value, retention)
  if (kept === undefined) return
  const source = said ? state.source : record.source
  const plan = draft.entry('backupPlans', `${asset.id}-automatic`, source)
  const copies =
    kept === 'none'
      ? []
      : [
          {
            frequency: every,
            retention: kept,
            ...(asset.stated('encryptionAtRest.enabled') === undefined
              ? {}
              : { encrypted: asset.stated('encryptionAtRest.enabled') }),
          },
        ]
  plan.set('covers', { id: [asset.id] }, source)
  if (said) plan.set('copies', copies, source)
  else plan.assume('copies', copies, source, absent?.note ?? '')
}

const keptFor = (value: unknown, retention: string | undefined): string | 'none' | undefined => {
  const number = numberOf(value)
  if (number !== undefined && typeof value !== 'boolean') return number > 0 ? `P${number}D` : 'none'
  const on = value === 'ENABLED' || value === 'Enabled' ? true : value === 'DISABLED' ? false : yesNo(value)
  return on === undefined ? undefined : on ? (retention ?? 'P1D') : 'none'
}
