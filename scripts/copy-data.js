// Copies the data files, and the style and script of pages, that lie beside the sources to where the built files look for them.
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
for (const path of readdirSync(`${root}src`, { recursive: true })) {
  if (!/\.(json|yaml|css|js)$/.test(String(path))) continue
  const to = `${root}dist/src/${path}`
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(`${root}src/${path}`, to)
}
