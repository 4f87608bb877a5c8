import type { AnyRule } from '../src/engine/define-rule.js'
import { defaultsOf } from '../src/engine/parameters.js'
import { infrastructureOf } from './infrastructure-of.js'
import { TODAY } from './rule-table.js'

/** What a rule notes of the first subject that passes in a description. */
export const noteOf = (rule: unknown, description: string): string | undefined => {
  const { subjects, check, parameters = {} } = rule as AnyRule
  const verdicts = subjects
    .of(infrastructureOf(description))
    .map((subject) =>
      check(subject as never, defaultsOf(parameters) as never, { today: TODAY, profile: 'hipaa' }),
    )
  const passed = verdicts.find(({ is }) => is === 'pass')
  return passed?.is === 'pass' ? passed.note : undefined
}
