// Writes docs/coverage.md: which rule of ours asks what the checks of other tools ask, and which do not, and why.
import { readFileSync, writeFileSync } from 'node:fs'
import { describeRules } from '../dist/src/describe-rules.js'

const DOCS = new URL('../docs/', import.meta.url)
const read = (name) => JSON.parse(readFileSync(new URL(`data/${name}.json`, DOCS), 'utf8'))
const { source, reasons, checks } = read('peer-checks')
const hosts = read('host-checks')
const titles = new Map(describeRules('hipaa').map(({ id, title }) => [id, title]))

const PROVIDERS = { aws: 'AWS', azure: 'Azure', gcp: 'Google Cloud' }
const link = (id) => `[\`${id}\`](rules/${id.split('/')[0]}.md#${id.replace('/', '')})`
const grouped = (list, key) => {
  const groups = new Map()
  for (const one of list) groups.set(one[key], [...(groups.get(one[key]) ?? []), one])
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1))
}
const named = (list) =>
  Object.entries(PROVIDERS)
    .map(([provider, name]) => [
      name,
      list.filter((one) => one.provider === provider).map(({ check }) => `\`${check}\``),
    ])
    .filter(([, names]) => names.length > 0)
    .map(([name, names]) => `${name}: ${names.join(', ')}`)
    .join('; ')

const covered = checks.filter(({ rule }) => rule !== undefined)
const rest = checks.filter(({ rule }) => rule === undefined)

writeFileSync(
  new URL('coverage.md', DOCS),
  `# What other tools check, and which rule asks it here

<!-- Made of docs/data/ by \`npm run generate\`. -->

Taken from ${source}. ${checks.length} checks; ${covered.length} of them ask what a rule here asks (${Math.floor((100 * covered.length) / checks.length)} %). A check of a
cloud service is covered where the fact that it looks at decides one of our rules; rules ask of all places with ePHI,
whatever runs them. "Encrypted with an own key" counts as encrypted: HIPAA does not ask whose the key is, and where a
contract does, \`business-associates/customer-requires\` asks it.

| Rule | Asks that | Checks of others |
| --- | --- | --- |
${grouped(covered, 'rule')
  .map(([rule, list]) => `| ${link(rule)} | ${titles.get(rule)} | ${named(list)} |`)
  .join('\n')}

## What is not asked, and why

| Why | Checks of others |
| --- | --- |
${grouped(rest, 'why')
  .map(([why, list]) => `| ${reasons[why]} | ${named(list)} |`)
  .join('\n')}

## Hosts

Taken from ${hosts.source}. Single settings of a host come as evidence (results of OpenSCAP); the description says what they
add up to.

| Group | Checks | Rule here |
| --- | --- | --- |
${hosts.groups.map(({ group, count, rule, why }) => `| ${group} | ${count} | ${rule ? link(rule) : reasons[why]} |`).join('\n')}
`,
)
