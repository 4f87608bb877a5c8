import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { EXIT } from '../../src/base-command.js'
import { PROBLEM_CODES } from '../../src/model/problem.js'
import { hipaacheck } from './run.js'

const ROOT = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')

interface CommandClass {
  readonly args?: object
  readonly flags?: Record<string, { readonly options?: readonly string[]; readonly multiple?: boolean }>
}

const flagsOf = async (file: string): Promise<readonly string[]> => {
  const module = (await import(new URL(`src/commands/${file}`, ROOT).href)) as { default: CommandClass }
  const { args = {}, flags = {} } = module.default
  return [
    ...Object.keys(args),
    ...Object.entries(flags).map(
      ([name, { options, multiple }]) =>
        `--${name}${multiple ? '…' : ''}${options && options.length < 15 ? ` ${options.join('|')}` : ''}`,
    ),
  ].sort()
}

/** What scripts and other programs rely on: a change here is one that they notice. */
describe('the surface', () => {
  it('of the command line', async () => {
    const files = readdirSync(fileURLToPath(new URL('src/commands', ROOT)), { recursive: true })
      .map(String)
      .filter((file) => file.endsWith('.ts'))
      .sort()
    const commands: Record<string, readonly string[]> = {}
    for (const file of files) commands[file.slice(0, -3)] = await flagsOf(file)
    expect(commands).toMatchSnapshot()
  })

  it('of the exit codes and the codes of problems', () => {
    expect({ EXIT, PROBLEM_CODES }).toMatchSnapshot()
  })

  it('of the two doors', async () => {
    const doors = await Promise.all([import('../../src/audit.js'), import('../../src/engine/rule.js')])
    expect(doors.map((door) => Object.keys(door).sort())).toMatchSnapshot()
    expect(Object.keys((JSON.parse(read('package.json')) as { exports: object }).exports)).toMatchSnapshot()
  })

  it('of the report', () => {
    const schema = JSON.parse(read('schemas/report.schema.json')) as {
      properties: object
      $defs: Record<string, { properties?: object }>
    }
    const definitions = Object.entries(schema.$defs).map(([name, { properties = {} }]) => [
      name,
      Object.keys(properties),
    ])
    expect([Object.keys(schema.properties), Object.fromEntries(definitions)]).toMatchSnapshot()
  })
})

describe('the README', () => {
  it('shows what the audit of the clinic prints', () => {
    const [, shown = ''] = /```\n(CRITICAL[\s\S]*?)```/.exec(read('README.md')) ?? []
    expect(shown).not.toBe('')
    expect(hipaacheck(['audit', 'examples/clinic.yaml']).stdout).toContain(shown.trimEnd())
  })
})
