import { describe, expect, it } from 'vitest'
import type { AnyRule } from '../src/engine/define-rule.js'
import { findingsOf } from '../src/engine/findings.js'
import { type JudgeOptions, judge } from '../src/engine/judge.js'
import type { Outcome, Profile, Severity } from '../src/knowledge/terms.js'
import type { Place } from '../src/model/problem.js'
import type { DayText } from '../src/model/scalars/text.js'
import { infrastructureOf } from './infrastructure-of.js'

/** What a row expects besides its outcome. */
export interface Expected {
  /** Path of the fact that decides. */
  readonly path?: string
  readonly severity?: Severity
  /** The subject meant, where the system has several; else the worst outcome counts. */
  readonly subject?: string
}

/** Circumstance, what is stated, outcome, and the deciding path or more. */
export type Row = readonly [
  circumstance: string,
  stated: string,
  outcome: Outcome,
  expected?: string | Expected,
]

export interface RuleTable {
  /** The smallest system that shows it; `stated` stands where the row and the examples of the rule say. */
  readonly system: (stated: string) => string
  readonly rows: readonly Row[]
  readonly parameters?: readonly (readonly [
    circumstance: string,
    values: Record<string, unknown>,
    stated: string,
    outcome: Outcome,
  ])[]
  /** A description (or several) with nothing that the rule asks about. */
  readonly notApplicable?: string | readonly string[]
  /** Whole descriptions of other shapes. */
  readonly also?: readonly Row[]
  /** The whole message of the first row that fails. */
  readonly message: string
  readonly profile?: Profile
  /** For rules that by design never fail, or never are unproven: which verdicts cannot be, and why. */
  readonly never?: Partial<Record<'pass' | 'fail' | 'unproven', string>>
}

/** The day on which every table is judged. */
export const TODAY = '2026-11-24' as DayText

/** Runs a rule's table: a specification of what passes, fails, and is not shown. */
export const ruleTable = (rule: unknown, table: RuleTable): void => {
  const its = rule as AnyRule
  const results = (description: string, parameters: Record<string, unknown> = {}) =>
    judgedOne(its, description, { profile: table.profile ?? 'hipaa', parameters: { [its.id]: parameters } })

  describe(its.id, () => {
    it('has a row for each verdict', () => {
      const outcomes = new Set(table.rows.map(([, , outcome]) => outcome))
      for (const verdict of ['pass', 'fail', 'unproven'] as const) {
        if (table.never?.[verdict] === undefined)
          expect(outcomes, `no row expects ${verdict}`).toContain(verdict)
        else expect(outcomes).not.toContain(verdict)
      }
    })

    it('names each circumstance once', () => {
      const names = table.rows.map(([circumstance]) => circumstance)
      expect(names).toEqual([...new Set(names)])
    })

    for (const [circumstance, stated, outcome, expected] of table.rows) {
      it(`${circumstance}: ${stated} → ${outcome}`, () => {
        expectRow(results(table.system(stated)), outcome, expected)
      })
    }

    for (const [circumstance, description, outcome, expected] of table.also ?? []) {
      it(`${circumstance} → ${outcome}`, () => {
        expectRow(results(description), outcome, expected)
      })
    }

    for (const [circumstance, values, stated, outcome] of table.parameters ?? []) {
      it(`${circumstance} → ${outcome}`, () => {
        expectRow(results(table.system(stated), values), outcome)
      })
    }

    for (const description of [table.notApplicable ?? []].flat()) {
      it(`does not apply: ${description.trim().replace(/\s+/g, ' ').slice(0, 60)}`, () => {
        expectRow(results(description), 'not-applicable')
      })
    }

    it('says what is wrong', () => {
      const rowOf = (wanted: Outcome) => table.rows.find(([, , outcome]) => outcome === wanted)
      const row = rowOf('fail') ?? rowOf('unproven')
      const [message] = messages(its, table.system(row?.[1] ?? ''), table.profile)
      expect(message).toBe(table.message)
    })

    it('says whether it ever fails', () => {
      const fails = table.rows.some(([, , outcome]) => outcome === 'fail')
      const alone = (table.also ?? []).some(([, , outcome]) => outcome === 'fail')
      if (its.neverFails) expect(fails || alone).toBe(false)
      else if (its.ground !== undefined && typeof its.ground !== 'string')
        expect(its.ground.basis, 'what nobody has to comply with yet never fails').not.toBe('not-implemented')
    })

    it('runs its own examples', () => {
      const fails = table.never?.fail === undefined ? 'fail' : 'unproven'
      expect(foldOf(results(table.system(its.examples.fails))), its.examples.fails).toBe(fails)
      const passes = table.never?.pass === undefined ? 'pass' : 'not-applicable'
      expect(foldOf(results(table.system(its.examples.passes))), its.examples.passes).toBe(passes)
    })

    it('explains itself', () => {
      for (const text of [its.title, its.says, its.why, its.fix]) expect(text.length).toBeGreaterThan(10)
      expect(its.says).not.toMatch(/\.$/)
    })
  })
}

type Results = ReturnType<typeof judgedOne>

const judgedOne = (rule: AnyRule, description: string, options: Omit<JudgeOptions, 'today'>) => {
  const [result] = judge(infrastructureOf(description), [rule], { today: TODAY, ...options })
  if (!result) throw new Error(`${rule.id} is not judged in the profile ${options.profile}`)
  return result
}

const WORST_FIRST: readonly Outcome[] = ['fail', 'unproven', 'alternative', 'pass', 'not-applicable']

const foldOf = ({ counts }: Results): Outcome =>
  WORST_FIRST.find((outcome) => counts[outcome] > 0) ?? 'not-applicable'

const expectRow = (results: Results, outcome: Outcome, expected: string | Expected = {}): void => {
  const { path, severity, subject } =
    typeof expected === 'string' ? ({ path: expected } as Expected) : expected
  const of = results.judged.filter((one) => subject === undefined || one.subject.id === subject)
  if (subject === undefined) expect(foldOf(results)).toBe(outcome)
  else expect(of[0]?.outcome ?? 'pass').toBe(outcome)
  const one = of.find((judged) => judged.outcome === outcome)
  if (path !== undefined && outcome !== 'pass') expect(one?.verdict.on[0]?.path).toBe(path)
  if (severity !== undefined) expect(one?.severity).toBe(severity)
}

const messages = (rule: AnyRule, description: string, profile: Profile = 'hipaa'): readonly string[] => {
  const infrastructure = infrastructureOf(description)
  const judged = judge(infrastructure, [rule], { today: TODAY, profile }).flatMap((result) => result.judged)
  return findingsOf(judged, infrastructure, { placeOf: () => NOWHERE }).map(({ message }) => message)
}

const NOWHERE: Place = { file: 'table', line: 1, column: 1, endLine: 1, endColumn: 1 }
