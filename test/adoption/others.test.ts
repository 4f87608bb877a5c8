import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hipaacheck, inFolder, read } from '../e2e/run.js'
import { unprivileged } from '../unprivileged.js'
import { bash, gitlab, hooks, projectFile, ROOT, VERSION } from './kit.js'

const GOOD = 'version: 1\nassets: [{ id: db, kind: server, ephi: [stores] }]\n'
const BAD = 'version: 1\nassets: [{ id: db, kind: file-share, ephi: [stores], encryptionAtRest: false }]\n'

describe('the hooks of pre-commit', () => {
  const bin = JSON.parse(projectFile('package.json')).bin as Record<string, string>

  it.each(hooks.map((hook) => [hook.id, hook] as const))('%s runs', (id, hook) => {
    const [program = '', ...words] = hook.entry.split(' ')
    expect(bin).toHaveProperty(program)
    expect(hook).toMatchObject({ language: 'node', pass_filenames: false })
    const status = (text: string) =>
      inFolder({ 'infra.yaml': text }, (cwd) => hipaacheck([...words, ...hook.args], { cwd }).status)
    expect(status(GOOD)).toBe(0)
    expect(status(BAD)).toBe(id === 'hipaacheck' ? 1 : 0)
    expect(status('version: 1\nassets: 7\n')).toBe(2)
  })

  it.each(hooks.map((hook) => [hook.id, hook] as const))('%s runs when an input changes', (_, { files }) => {
    const counts = new RegExp(files)
    for (const name of ['infra.yaml', 'a/b.yml', 'a.json', 'main.tf', 'x.tfvars', 'stack.template'])
      expect(counts.test(name), name).toBe(true)
    for (const name of ['README.md', 'a.yaml.txt', 'yaml']) expect(counts.test(name), name).toBe(false)
  })
})

describe('the component of GitLab', () => {
  const run = (files: Record<string, string>, given: Record<string, string> = {}) =>
    inFolder(files, (folder) => {
      mkdirSync(join(folder, '.bin'))
      symlinkSync(join(ROOT, 'bin/run.js'), join(folder, '.bin/hipaacheck'))
      const { job } = gitlab(given)
      const { status, stderr } = bash(job.script.join('\n'), {
        cwd: folder,
        env: { ...job.variables, PATH: `${join(folder, '.bin')}:${process.env['PATH']}` },
      })
      const reports = Object.values(job.artifacts.reports).map((name) =>
        existsSync(join(folder, name)) ? read(folder, name) : undefined,
      )
      return { status, stderr, reports }
    })

  it.each([
    ['passes', GOOD, 0],
    ['fails', BAD, 1],
  ])('%s with the reports that GitLab reads', (_, text, expected) => {
    const { status, reports } = run({ 'infra.yaml': text })
    expect(status).toBe(expected)
    expect(JSON.parse(reports[0] ?? '')).toBeInstanceOf(Array)
    expect(reports[1]).toMatch(/^<\?xml/)
  })

  it('shows no old report where there is nothing to judge', () => {
    const { status, reports } = run({ 'infra.yaml': 'version: 1\nassets: 7\n', 'hipaacheck.json': '{}' })
    expect(status).toBe(2)
    expect(reports).toEqual([undefined, undefined])
  })

  it('takes its inputs', () => {
    const { status, stderr } = run(
      { 'infra.yaml': BAD, 'b.yaml': '' },
      { files: 'infra.yaml', arguments: '--fail-on critical' },
    )
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  it('installs this version', () => {
    expect(gitlab().inputs['package']?.default).toBe(`hipaacheck@${VERSION}`)
    expect(gitlab().job.before_script.join()).toContain('"$HIPAACHECK_PACKAGE"')
  })
})

describe('the image', () => {
  const stages = projectFile('Dockerfile')
    .replaceAll('\\\n', '')
    .split(/^(?=FROM )/m)
    .filter((stage) => stage.startsWith('FROM'))
    .map((stage) => stage.split('\n').filter((line) => /^[A-Z]+ /.test(line)))
  const [build = [], last = []] = stages
  const copies = (lines: readonly string[]) =>
    lines.flatMap((line) => {
      const [, from, words] = /^COPY (--from=build )?(.+)$/.exec(line) ?? []
      return words === undefined ? [] : [{ from, paths: words.split(' ').slice(0, -1) }]
    })

  it('copies what is there, and what is let into the build', () => {
    const letIn = projectFile('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1))
    for (const { from, paths } of [...copies(build), ...copies(last)])
      for (const path of from === undefined ? paths : []) {
        expect(existsSync(join(ROOT, path)), path).toBe(true)
        expect(letIn).toContain(path)
      }
    expect(projectFile('.dockerignore')).toMatch(/^\*$/m)
  })

  it('builds without scripts of dependencies, and runs as nobody who may do anything', () => {
    for (const line of build.filter((one) => one.includes('npm ci')))
      expect(line).toContain('--ignore-scripts')
    expect(last.filter((line) => line.startsWith('USER'))).toEqual(['USER node'])
    expect(last.findIndex((line) => line.startsWith('USER'))).toBeGreaterThan(
      last.findLastIndex((line) => /^(COPY|RUN)/.test(line)),
    )
    expect(last.join('\n')).not.toMatch(/npm (ci|install)|curl|wget|apt/)
  })

  const user = unprivileged()
  const isolates =
    user !== undefined && user !== 'none' && spawnSync('unshare', ['--net', 'true']).status === 0

  it.skipIf(!isolates)('holds all that a run needs, without network, root, or a disk to write', () => {
    inFolder({}, (folder) => {
      const image = join(folder, 'image')
      for (const { paths } of copies(last))
        for (const path of paths.map((one) => one.replace('/hipaacheck/', ''))) {
          if (path === 'node_modules') symlinkSync(join(ROOT, path), join(folder, path))
          else cpSync(join(ROOT, path), join(image, path), { recursive: true })
        }
      symlinkSync(join(ROOT, 'node_modules'), join(image, 'node_modules'))
      spawnSync('chmod', ['755', folder])
      const { uid, gid } = user as { uid: number; gid: number }
      const { status, stdout, stderr } = spawnSync(
        'unshare',
        [
          '--net',
          'setpriv',
          `--reuid=${uid}`,
          `--regid=${gid}`,
          '--clear-groups',
          process.execPath,
          join(image, 'bin/run.js'),
          'audit',
          'examples/compliant.yaml',
          '--as-of',
          '2026-11-24',
        ],
        { cwd: ROOT, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent' } },
      )
      expect(stderr).toBe('')
      expect(stdout).toContain('Passes: no finding')
      expect(status).toBe(0)
    })
  })
})
