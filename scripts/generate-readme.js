// Writes the tables of the README that repeat what commands and reporters say of themselves; run after a build.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { FORMATS, reporterOf } from '../dist/src/reporters/index.js'

const README = new URL('../README.md', import.meta.url)
const COMMANDS = new URL('../dist/src/commands/', import.meta.url)

const cell = (text) => text.replace(/\|/g, '\\|')
const table = (head, rows) => {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => [...row[column]].length)))
  const line = (row) => `| ${row.map((text, column) => text.padEnd(widths[column])).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

const commands = readdirSync(COMMANDS, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.js'))
  .sort()
const commandRows = await Promise.all(
  commands.map(async (file) => {
    const { default: command } = await import(new URL(file, COMMANDS))
    // The index of a folder is the command that the folder is called.
    const words = file.replace(/(?:\/index)?\.js$/, '').split('/')
    return [`\`hipaacheck ${words.join(' ')}\``, cell(command.summary)]
  }),
)
const formatRows = await Promise.all(
  FORMATS.map(async (format) => {
    const { title, extension } = await reporterOf(format)
    return [`\`--format ${format}\``, cell(title), `\`.${extension}\``]
  }),
)

const between = (text, name, content) =>
  text.replace(
    new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`),
    () => `<!-- ${name} -->\n\n${content}\n\n<!-- /${name} -->`,
  )
const text = readFileSync(README, 'utf8')
const withCommands = between(text, 'commands', table(['Command', 'What it does'], commandRows))
writeFileSync(README, between(withCommands, 'formats', table(['Format', 'For', 'File'], formatRows)))
