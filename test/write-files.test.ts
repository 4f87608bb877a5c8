import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inBlocks, writeFiles } from '../src/write-files.js'
import { inFolderAsync } from './e2e/run.js'

function* pieces(count: number, failing = false): Generator<string> {
  for (let index = 0; index < count; index++) yield 'é'.repeat(1000)
  if (failing) throw new Error('a fault of ours')
}

describe('text in pieces', () => {
  it('is joined to blocks, with nothing lost', () => {
    const blocks = [...inBlocks(pieces(200))]
    expect(blocks.join('')).toBe('é'.repeat(200_000))
    expect(blocks.length).toBe(4)
    expect([...inBlocks([])]).toEqual([])
    expect([...inBlocks('whole')]).toEqual(['whole'])
  })

  it('is written whole', () =>
    inFolderAsync(async (folder) => {
      expect(await writeFiles([{ path: join(folder, 'a'), text: pieces(200) }])).toEqual([])
      expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('é'.repeat(200_000))
    }))

  it('leaves nothing behind when making it fails, and calls that no fault of the file', () =>
    inFolderAsync(async (folder) => {
      const files = [
        { path: join(folder, 'a'), text: 'a' },
        { path: join(folder, 'b'), text: pieces(200, true) },
      ]
      await expect(writeFiles(files)).rejects.toThrow('a fault of ours')
      expect(readdirSync(folder)).toEqual([])
    }))
})
