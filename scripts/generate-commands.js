// Writes the map of commands from the folder, so that the one that is meant is loaded and no other.
import { readdirSync, writeFileSync } from 'node:fs'

const COMMANDS = new URL('../src/commands/', import.meta.url)
const files = readdirSync(COMMANDS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
  .sort()

const entry = (file) => {
  // What is asked for by a folder's name alone is its index.
  const id = file.replace(/\/index$/, '').replaceAll('/', ':')
  return `  ${/^\w+$/.test(id) ? id : `'${id}'`}: () => import('./commands/${file}.js'),`
}

writeFileSync(
  new URL('../src/commands.generated.ts', import.meta.url),
  `// Generated from the folder by \`npm run generate\`; changes here are lost.

/** Every command by its id, loaded when it is asked for. */
export const COMMANDS = {
${files.map(entry).join('\n')}
} as const
`,
)
