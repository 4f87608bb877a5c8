import type { Severity } from '../knowledge/terms.js'
import type { Fact } from '../model/fact.js'
import type { ModelPath } from '../model/path.js'

/** A fact that a verdict rests on, as the report tells it; any fact is one. */
export interface Evidence {
  readonly path: ModelPath
  readonly value: unknown
}

/** What may differ from the rule's own words and severity in one failure. */
export interface FailureDetails {
  readonly severity?: Severity
  /** Instead of the rule's `says`; `{parameters}` are filled in likewise. */
  readonly says?: string
  /** Instead of the field and its value, what was found. */
  readonly found?: string
  /** Instead of the rule's `fix`. */
  readonly fix?: string
}

/** What a rule says of one subject. The engine alone makes more of it: an alternative, a finding, a gate. */
export type Verdict =
  | { readonly is: 'pass'; readonly on: readonly Evidence[]; readonly note?: string }
  | ({ readonly is: 'fail'; readonly on: readonly Evidence[] } & FailureDetails)
  | {
      readonly is: 'unproven'
      readonly on: readonly Evidence[]
      readonly asks?: string
      readonly severity?: Severity
    }

type AnyFact = Fact<unknown>

/** It holds, as these facts show. At least one of them is stated: nothing passes for want of a statement. */
export const pass = (first: AnyFact, ...others: readonly AnyFact[]): Verdict => {
  const on = [first, ...others]
  return { is: on.every(({ value }) => value === undefined) ? 'unproven' : 'pass', on }
}

/** It holds, with a word that the reader should see. */
export const passWith = (note: string, first: AnyFact, ...others: readonly AnyFact[]): Verdict => {
  const verdict = pass(first, ...others)
  return verdict.is === 'pass' ? { ...verdict, note } : verdict
}

/** A stated fact contradicts it. Without a stated fact nothing fails. */
export const fail = (fact: AnyFact, details: FailureDetails = {}, ...others: readonly AnyFact[]): Verdict =>
  fact.value === undefined && others.every(({ value }) => value === undefined)
    ? { is: 'unproven', on: [fact] }
    : { is: 'fail', on: [fact, ...others], ...details }

/** Nobody stated what decides it. `asks` says what to state where the path alone does not. */
export const unproven = (fact: AnyFact, asks?: string, severity?: Severity): Verdict =>
  asks === undefined && severity === undefined
    ? { is: 'unproven', on: [fact] }
    : {
        is: 'unproven',
        on: [fact],
        ...(asks === undefined ? {} : { asks }),
        ...(severity === undefined ? {} : { severity }),
      }
