import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, read } from '../e2e/run.js'
import { action, bash, ROOT } from './kit.js'

const GOOD = 'version: 1\nassets: [{ id: db, kind: server, ephi: [stores] }]\n'
const BAD = 'version: 1\nassets: [{ id: db, kind: file-share, ephi: [stores], encryptionAtRest: false }]\n'

/** Runs the steps of the action as a runner does, in a folder; what it leaves behind. */
const run = (folder: string, given: Readonly<Record<string, string>> = {}) => {
  const outputs = join(folder, 'outputs')
  const summary = join(folder, 'summary')
  const filledIn = (text: string): string =>
    text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => {
      if (name === 'github.action_path') return ROOT
      const input = /^inputs\.(.+)$/.exec(name)?.[1] ?? ''
      expect(Object.keys(action.inputs)).toContain(input)
      return given[input] ?? action.inputs[input]?.default ?? ''
    })
  let log = ''
  for (const step of action.runs.steps) {
    const env = Object.fromEntries(Object.entries(step.env).map(([name, text]) => [name, filledIn(text)]))
    const { status, stdout, stderr } = bash(step.run, {
      cwd: folder,
      env: { ...env, GITHUB_OUTPUT: outputs, GITHUB_STEP_SUMMARY: summary },
    })
    log += stdout + stderr
    if (status !== 0) return { status, log }
  }
  return { status: 0, log }
}

const outputsOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    read(folder, 'outputs')
      .trim()
      .split('\n')
      .map((line) => line.split('=') as [string, string]),
  )

describe('the action', () => {
  it('passes what passes, with a summary, a report and SARIF', () => {
    inFolder({ 'infra.yaml': GOOD }, (folder) => {
      expect(run(folder).status).toBe(0)
      expect(outputsOf(folder)).toEqual({
        'exit-code': '0',
        sarif: 'hipaacheck.sarif',
        report: 'hipaacheck.json',
      })
      expect(JSON.parse(read(folder, 'hipaacheck.sarif')).version).toBe('2.1.0')
      expect(JSON.parse(read(folder, 'hipaacheck.json')).reportVersion).toBe(1)
      expect(read(folder, 'summary')).toMatch(/^## HIPAA Security Rule/)
    })
  })

  it('fails what fails, after it has told everything', () => {
    inFolder({ 'infra.yaml': BAD }, (folder) => {
      const { status, log } = run(folder)
      expect(status).toBe(1)
      expect(log).toMatch(/^::error title=.*file=infra\.yaml,line=2/m)
      expect(outputsOf(folder)['exit-code']).toBe('1')
      expect(read(folder, 'summary')).toContain('**Fails**')
      expect(existsSync(join(folder, 'hipaacheck.sarif'))).toBe(true)
    })
  })

  it('ends with 2 where there is nothing to judge, and claims no files', () => {
    inFolder({ 'infra.yaml': 'version: 1\nassets: 7\n' }, (folder) => {
      const { status, log } = run(folder)
      expect(status).toBe(2)
      expect(log).toContain('[wrong-type]')
      expect(outputsOf(folder)).toEqual({ 'exit-code': '2' })
      expect(existsSync(join(folder, 'hipaacheck.sarif'))).toBe(false)
    })
  })

  it('takes all inputs, whatever is in them', () => {
    inFolder({ 'a b.yaml': BAD, 'c.yaml': 'version: 1\nvendors: []\n' }, (folder) => {
      const given = {
        files: 'a b.yaml\nc.yaml\n',
        'fail-on': 'critical',
        profile: 'law-only',
        arguments: '--as-of\n2026-11-24\n--skip\n$(touch made)*',
        sarif: 'a folder.sarif',
        report: '$(touch made).json',
      }
      const { log } = run(folder, given)
      expect(log).toContain('no rule')
      expect(existsSync(join(folder, 'made'))).toBe(false)
      const { status } = run(folder, { ...given, arguments: '--as-of\n2026-11-24' })
      expect(status).toBe(0)
      const report = JSON.parse(read(folder, '$(touch made).json'))
      expect(report).toMatchObject({ asOf: '2026-11-24', profile: 'law-only', gate: { failOn: 'critical' } })
      expect(report.inputs.map(({ file }: { file: string }) => file)).toEqual(['a b.yaml', 'c.yaml'])
      expect(existsSync(join(folder, 'a folder.sarif'))).toBe(true)
      expect(existsSync(join(folder, 'made'))).toBe(false)
    })
  })

  it('puts nothing of its inputs into a script, where it could be obeyed', () => {
    expect(action.runs.using).toBe('composite')
    for (const { run, shell } of action.runs.steps) {
      expect(shell).toBe('bash')
      expect(run).not.toContain('${{')
    }
  })

  it('gives out what its last step gives', () => {
    for (const [name, { value }] of Object.entries(action.outputs))
      expect(value).toBe(`\${{ steps.${action.runs.steps.at(-1)?.id}.outputs.${name} }}`)
  })
})
