// As much of the test runner as tables of rules ask: everything runs in this process, and the first failure ends it.
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect'
import * as chai from 'chai'

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)

/** Assertions as the tests know them. */
export const expect = (value, message) => chai.expect(value, message)
for (const name of [
  'stringContaining',
  'objectContaining',
  'arrayContaining',
  'any',
  'anything',
  'stringMatching',
])
  expect[name] = (...args) => chai.expect[name](...args)

let collected = []

/** Collects the tests of a group. */
export const describe = (_name, body) => body()

/** Collects a test. */
export const it = (_name, body) => collected.push(body)
it.each = (rows) => (_name, body) =>
  collected.push(...rows.map((row) => () => (Array.isArray(row) ? body(...row) : body(row))))

/** Whether all tests that loading collects pass. */
export const runAll = async (load) => {
  collected = []
  try {
    await load()
    for (const body of collected) await body()
    return collected.length > 0
  } catch {
    return false
  }
}
