import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditFiles } from '../../src/audit.js'
import { diskTree, filesIn, memoryTree } from '../../src/sources/file-tree.js'

let root: string
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'hipaacheck-')))
  for (const folder of ['repo/.git', 'repo/envs/prod', 'repo/modules/db', 'repo/node_modules/x', 'elsewhere'])
    mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(
    join(root, 'repo/envs/prod/main.tf'),
    'module "db" {\n  source = "../../modules/db"\n}\nmodule "out" {\n  source = "../../../elsewhere"\n}\n',
  )
  writeFileSync(
    join(root, 'repo/modules/db/main.tf'),
    'resource "aws_ebs_volume" "v" {\n  encrypted = false\n}\n',
  )
  writeFileSync(join(root, 'repo/node_modules/x/a.json'), '{}')
  writeFileSync(join(root, 'elsewhere/main.tf'), 'resource "aws_ebs_volume" "stolen" {}\n')
  symlinkSync(join(root, 'elsewhere/main.tf'), join(root, 'repo/envs/prod/link.tf'))
  symlinkSync(join(root, 'elsewhere'), join(root, 'repo/envs/prod/linked'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('the files of a disk', () => {
  const tree = () => diskTree(join(root, 'repo/envs/prod'), ['.'])

  it('are those of the repository', () => {
    expect(tree().read('../../modules/db/main.tf')).toBeInstanceOf(Uint8Array)
    expect(tree().list('../../modules/db')).toEqual(['../../modules/db/main.tf'])
  })

  it.each([
    ['by ..', '../../../elsewhere/main.tf'],
    ['by a link to a file', 'link.tf'],
    ['by a link to a folder', 'linked/main.tf'],
    ['by an absolute path', '/etc/passwd'],
  ])('are refused outside: %s', (_, file) => {
    expect(tree().read(file)).toBe('outside')
  })

  it('are read elsewhere if that was named', () => {
    expect(diskTree(join(root, 'repo'), ['../elsewhere']).read('../elsewhere/main.tf')).toBeInstanceOf(
      Uint8Array,
    )
  })

  it('are found by folder, glob or name, without those of others', () => {
    const own = diskTree(join(root, 'repo'), ['.'])
    expect(own.find('.', '.')).toEqual(['envs/prod/link.tf', 'envs/prod/main.tf', 'modules/db/main.tf'])
    expect(own.find('modules/**/*.tf', '.')).toEqual(['modules/db/main.tf'])
    expect(own.find('main.tf', 'envs/prod')).toEqual(['envs/prod/main.tf'])
    expect(own.find('*.yaml', '.')).toEqual([])
    expect(own.find('nowhere', '.')).toEqual([])
  })

  it('outside are not even looked through', () => {
    expect(
      tree()
        .find('../../../../**/*.tf', '.')
        .map((file) => tree().read(file)),
    ).toEqual(['outside'])
  })

  it('missing are missing', () => {
    expect(tree().read('nowhere.tf')).toBe('missing')
    expect(tree().list('nowhere')).toEqual([])
  })
})

describe('an audit of a folder', () => {
  it('reads modules of the repository, and nothing that lies outside of it', async () => {
    const audited = await auditFiles(['.'], { cwd: join(root, 'repo/envs/prod'), asOf: '2026-11-24' })
    if ('problems' in audited) throw new Error(JSON.stringify(audited.problems))
    const { inputs, notRead, findings } = audited.report
    expect(inputs.map(({ file }) => file.replace(/.*\/(modules|elsewhere)/, '$1'))).toEqual([
      'main.tf',
      'modules/db/main.tf',
    ])
    expect(notRead.map(({ what }) => what)).toEqual(['link.tf', 'module.out'])
    expect(JSON.stringify(findings)).not.toContain('stolen')
  })

  it.each([
    ['named', ['envs/linked']],
    ['of `sources`', ['overlay.yaml']],
  ])(
    'reads what a link within the repository puts there, and tells which leads out: a folder %s',
    async (_, args) => {
      const folder = join(root, 'repo/envs/linked')
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'main.tf'), 'resource "aws_ebs_volume" "own" {}\n')
      writeFileSync(
        join(root, 'repo/overlay.yaml'),
        'version: 1\nsources: [{ id: tf, files: [envs/linked] }]\n',
      )
      for (const [name, to] of [
        ['shared.tf', '../../modules/db/main.tf'],
        ['out.tf', '../../../elsewhere/main.tf'],
        ['gone.tf', 'nowhere.tf'],
        ['loop', '.'],
      ] as const)
        symlinkSync(to, join(folder, name))
      const audited = await auditFiles(args, { cwd: join(root, 'repo'), asOf: '2026-11-24' })
      rmSync(folder, { recursive: true })
      rmSync(join(root, 'repo/overlay.yaml'))
      if ('problems' in audited) throw new Error(JSON.stringify(audited.problems))
      const { notRead, findings } = audited.report
      expect(JSON.stringify(findings)).toContain('aws_ebs_volume.v')
      expect(notRead).toEqual([
        {
          what: 'envs/linked/out.tf',
          count: 1,
          why: 'a link to what lies outside of what may be read',
          file: 'envs/linked/out.tf',
        },
      ])
    },
  )
})

describe('the files in a folder', () => {
  it('are none where it cannot be looked into', () => {
    expect(filesIn(join(root, 'gone'), () => true)).toEqual({ paths: [], outside: [] })
  })
})

describe('files at hand as bytes', () => {
  it('are the only ones', () => {
    const bytes = new Uint8Array([1])
    const tree = memoryTree([{ file: 'a/b.tf', bytes }])
    expect(tree.read('a/../a/b.tf')).toBe(bytes)
    expect(tree.read('/etc/passwd')).toBe('missing')
    expect(tree.list('a')).toEqual(['a/b.tf'])
    expect(tree.find('.', '.')).toEqual(['a/b.tf'])
    expect(tree.find('*.tf', 'a')).toEqual(['a/b.tf'])
    expect(tree.find('c', '.')).toEqual([])
  })
})
