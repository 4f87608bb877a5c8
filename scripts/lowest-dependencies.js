// Prints a package.json that asks for the lowest version of each dependency that ours allows, to try the tool with them.
import { readFileSync } from 'node:fs'

const { name, version, type, imports, exports, oclif, dependencies } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
)
const lowest = Object.fromEntries(
  Object.entries(dependencies).map(([dependency, range]) => [dependency, range.replace(/^[\^~]|^>=/, '')]),
)
console.log(
  JSON.stringify({ name, version, type, imports, exports, oclif, dependencies: lowest }, undefined, 2),
)
