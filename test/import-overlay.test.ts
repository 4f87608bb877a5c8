import { describe, expect, it } from 'vitest'
import { load } from '../src/audit.js'
import { importOverlay } from '../src/import-overlay.js'
import { memoryTree } from '../src/sources/file-tree.js'

const VOLUME = 'resource "aws_ebs_volume" "data" {\n  encrypted = true\n}\n'
const BUCKET = 'resource "aws_s3_bucket" "scans" {}\n'
const MANIFEST = 'kind: Secret\napiVersion: v1\nmetadata: { name: keys }\nstringData: { a: b }\n'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** What `import` writes to infra.yaml of some files, with what stood there before. */
const written = (files: Readonly<Record<string, string>>, args: readonly string[], existing?: string) => {
  const tree = memoryTree(Object.entries(files).map(([file, text]) => ({ file, bytes: bytesOf(text) })))
  const made = importOverlay({
    args,
    output: 'infra.yaml',
    cwd: '/clinic',
    ...(existing === undefined ? {} : { existing }),
    read: (text) => load([{ file: 'infra.yaml', bytes: bytesOf(text) }], '2026-11-24', tree),
  })
  return 'problems' in made ? made.problems.map(({ code, message }) => `${code}: ${message}`) : made
}

const textOf = (...given: Parameters<typeof written>): string => {
  const made = written(...given)
  if (!('text' in made)) throw new Error(made.join('\n'))
  return made.text
}

const files = { 'tf/main.tf': VOLUME, 'k8s/keys.yaml': MANIFEST }

describe('import', () => {
  it('names the files as sources, and asks of kinds and of each thing in comments', () => {
    expect(textOf(files, ['tf/main.tf'])).toBe(`\
# Made by \`hipaacheck import\`. Run it again when the infrastructure has changed: what you write here is kept.
version: 1
system: { name: A system without a name }
sources:
  - { id: main, files: "tf/main.tf" }

# What follows was imported, and nobody said yet whether it holds ePHI: it is assumed to, one severity lower.
# Take the # from what is true, change the rest (\`ephi: none\`), and put it under the \`defaults\` or \`assets\` above
# if there are any.
#
# defaults:
#   - match: { source: main, kind: block-volume }  # 1
#     set: { ephi: [stores] }
#
# assets:
#   - { id: "main.aws_ebs_volume.data", address: "main:aws_ebs_volume.data", ephi: [stores] }  # block-volume, tf/main.tf:1
`)
  })

  it('changes nothing where nothing is new', () => {
    const once = textOf(files, ['tf/main.tf'])
    expect(textOf(files, ['./tf/main.tf'], once)).toBe(once)
  })

  it('keeps every word that somebody wrote, and asks of what is new alone', () => {
    const mine = textOf(files, ['tf/main.tf']).replace(/# assets:\n#/, '# my words\nassets: # here\n ')
    const next = textOf({ ...files, 'tf/main.tf': VOLUME + BUCKET }, ['tf/main.tf'], mine)
    expect(next.startsWith(mine)).toBe(true)
    expect(next.slice(mine.length)).toContain('address: "main:aws_s3_bucket.scans"')
    expect(next.slice(mine.length)).not.toContain('aws_ebs_volume')
  })

  it.each([
    ['sources of its own', 'sources:\n  # ours\n  - { id: main, files: tf/main.tf }\n', '    '],
    ['none', 'defaults: []\n', '    '],
  ])('adds a source to a description with %s', (_, own) => {
    const text = textOf(files, ['tf/main.tf', 'k8s/keys.yaml'], `version: 1\nsystem: { name: Ours }\n${own}`)
    expect(text).toContain('\n  - { id: keys, files: "k8s/keys.yaml" }\n')
    expect(text.match(/tf\/main\.tf/g)?.length).toBeGreaterThan(0)
    expect(text).toContain('keys:Secret/keys')
    expect(text).toContain('main:aws_ebs_volume.data')
  })

  it('writes comments that hold when the # is taken away', () => {
    const text = textOf(files, ['tf/main.tf', 'k8s/keys.yaml']).replace(/^# (?=defaults|assets| {2})/gm, '')
    const tree = memoryTree(Object.entries(files).map(([file, one]) => ({ file, bytes: bytesOf(one) })))
    const loaded = load([{ file: 'infra.yaml', bytes: bytesOf(text) }], '2026-11-24', tree)
    expect(
      'problems' in loaded ? loaded.problems : loaded.infrastructure.assets.map(({ value }) => value.ephi),
    ).toEqual([['stores'], ['stores']])
  })

  it('does not ask of what is classified', () => {
    const text = textOf(
      files,
      ['tf/main.tf'],
      'version: 1\nsystem: { name: Ours }\ndefaults: [{ match: {}, set: { ephi: none } }]\n',
    )
    expect(text).not.toContain('aws_ebs_volume')
  })

  it('gives a source a name that is free', () => {
    const text = textOf({ 'a/main.tf': VOLUME, 'b/main.tf': BUCKET }, ['a/main.tf', 'b/main.tf'])
    expect(text).toContain('{ id: main, files: "a/main.tf" }\n  - { id: main-2, files: "b/main.tf" }')
  })

  it.each([
    ['a file that is not there', ['no.tf'], undefined, 'missing-file: no.tf: there is no such file'],
    [
      'sources on one line',
      ['k8s/keys.yaml'],
      'version: 1\nsystem: { name: Ours }\nsources: [{ id: main, files: tf/main.tf }]\n',
      'bad-usage: infra.yaml: its `sources` stand on one line, to which nothing is added',
    ],
    [
      'a description that is none',
      ['tf/main.tf'],
      'version: 1\nsystem: { name: Ours }\nnonsense: 1\n',
      'unknown-key: `nonsense` is not a key of the whole',
    ],
  ])('refuses %s', (_, args, existing, problem) => {
    expect(written(files, args, existing)).toEqual([problem])
  })
})
