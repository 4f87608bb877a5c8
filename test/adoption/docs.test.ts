import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { COMMANDS } from '../../src/commands.generated.js'
import { hipaacheck, inFolder } from '../e2e/run.js'
import { action, gitlab, hooks, projectFile, ROOT, VERSION } from './kit.js'

const blocks = (path: string, language: string): readonly string[] =>
  [...projectFile(path).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  )

const yaml = blocks('docs/ci.md', 'yaml').map((text) => parse(text))

describe('docs/ci.md', () => {
  it('asks of the action what it has', () => {
    const steps = yaml.find((one) => 'jobs' in one).jobs.hipaacheck.steps as { uses: string; with?: object }[]
    const step = steps.find(({ uses }) => uses.startsWith('OWNER/hipaacheck@'))
    expect(step?.uses).toBe(`OWNER/hipaacheck@v${VERSION}`)
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step?.with ?? {})))
    for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)])
      expect(projectFile('docs/ci.md')).toMatch(new RegExp(`\`${name}\`|${name}: `))
    const used = projectFile('docs/ci.md').matchAll(/steps\.hipaacheck\.outputs\.([\w-]+)/g)
    for (const [, name] of used) expect(Object.keys(action.outputs)).toContain(name)
  })

  it('asks of the component of GitLab what it has', () => {
    const { component, inputs } = yaml.find((one) => 'include' in one).include[0]
    expect(component).toBe(`$CI_SERVER_FQDN/OWNER/hipaacheck/hipaacheck@v${VERSION}`)
    expect(Object.keys(gitlab().inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)))
  })

  it('asks pre-commit for hooks that there are, with arguments that they take', () => {
    const [repo] = yaml.find((one) => 'repos' in one).repos
    expect(repo.rev).toBe(`v${VERSION}`)
    for (const { id, args } of repo.hooks) {
      const hook = hooks.find((one) => one.id === id)
      inFolder({}, (cwd) => {
        cpSync(join(ROOT, 'examples/compliant.yaml'), join(cwd, 'infra/infra.yaml'))
        const words = [...(hook?.entry ?? '').split(' ').slice(1), ...args]
        expect(hipaacheck([...words, '--as-of', '2026-11-24'], { cwd }).status).toBe(0)
      })
    }
  })

  it('gives Jenkins the file that the command writes', () => {
    const [pipeline = ''] = blocks('docs/ci.md', 'groovy')
    const [, output] = /sh 'hipaacheck audit .* --output (\S+)'/.exec(pipeline) ?? []
    expect(pipeline).toContain(`junit testResults: '${output}'`)
  })

  it('shows commands that run, one after another', () => {
    const inJenkins = [
      ...blocks('docs/ci.md', 'groovy')
        .join('')
        .matchAll(/sh '(.*)'/g),
    ]
    const commands = [...blocks('docs/ci.md', 'sh'), ...inJenkins.map(([, command = '']) => command)]
      .flatMap((text) => text.trim().split('\n'))
      .filter((line) => line.startsWith('hipaacheck ') && !line.includes('--watch'))
    expect(commands.length).toBeGreaterThan(5)
    inFolder({}, (cwd) => {
      cpSync(join(ROOT, 'examples/compliant.yaml'), join(cwd, 'infra.yaml'))
      for (const command of commands) {
        const { status, stderr } = hipaacheck(command.split(' ').slice(1), { cwd })
        expect(`${command}: ${status} ${stderr.replace(/^recorded .*\n/, '')}`).toBe(`${command}: 0 `)
      }
    })
  })
})

describe('README.md', () => {
  it('lists the commands by the words that call them', () => {
    const listed = [...projectFile('README.md').matchAll(/^\| `hipaacheck ([a-z ]+)` /gm)].map(
      ([, words]) => words,
    )
    expect(listed).toEqual(
      Object.keys(COMMANDS)
        .map((id) => id.replaceAll(':', ' '))
        .sort(),
    )
  })
})
