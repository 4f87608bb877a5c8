// Writes the pages that only repeat what schema and rules say; run after a build.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describeRules } from '../dist/src/describe-rules.js'
import { PROPOSED, proposalStatus, proposedCitation } from '../dist/src/knowledge/proposal-2025.js'
import { SAFEGUARDS } from '../dist/src/knowledge/safeguards.js'

const DOCS = new URL('../docs/', import.meta.url)
const schema = JSON.parse(
  readFileSync(new URL('../schemas/infrastructure.schema.json', import.meta.url), 'utf8'),
)

const cell = (text) => String(text).replace(/\|/g, '\\|').replace(/\n/g, ' ')
const resolve = (node) => (node.$ref ? { ...schema.$defs[node.$ref.replace('#/$defs/', '')], ...node } : node)

/** What may stand there, in a few words. */
const words = (node, depth = 0) => {
  const whole = resolve(node)
  const name = node.$ref?.replace('#/$defs/', '')
  if (name && schema.$defs[name].properties && !whole['x-expected'])
    return `[${name}](#${name.toLowerCase()})`
  if (name && schema.$defs[name].properties)
    return `[${name}](#${name.toLowerCase()}): ${whole['x-expected']}`
  if (whole['x-expected']) return whole['x-expected']
  if (whole.enum) return whole.enum.map((one) => `\`${one}\``).join(' ')
  if (whole.const !== undefined) return `\`${whole.const}\``
  if (whole['x-list']) return `${words(whole.anyOf[0], depth + 1)}; one or a list`
  if (whole.anyOf) return whole.anyOf.map((one) => words(one, depth + 1)).join(' or ')
  if (whole.type === 'array') return `list of: ${words(whole.items, depth + 1)}`
  if (whole['x-ref'])
    return `id of ${[whole['x-ref']].flat().join(', ')}${whole['x-words'] ? `, or ${whole['x-words'].map((one) => `\`${one}\``).join(' ')}` : ''}`
  if (whole.properties)
    return `{ ${Object.keys(whole.properties)
      .filter((key) => key !== 'notes')
      .join(', ')} }`
  return (
    {
      string: 'text',
      boolean: '`true` `false`',
      integer: 'whole number',
      number: 'number',
      object: 'mapping',
    }[whole.type] ?? [whole.type ?? ''].flat().join(' or ')
  )
}

const table = (object) => {
  const rows = Object.entries(object.properties).filter(([key]) => key !== 'notes')
  const lines = rows.map(([key, node]) => {
    const required = object.required?.includes(key) ? ' (required)' : ''
    return `| \`${key}\`${required} | ${cell(words(node))} | ${cell(resolve(node).description ?? '')} |`
  })
  return ['| Key | Takes | Says |', '| --- | --- | --- |', ...lines].join('\n')
}

const description = `# The description language, version 1

<!-- Made of schemas/infrastructure.schema.json by \`npm run generate\`. -->

What a person can say about an infrastructure, in YAML or JSON. **What is left out is unproven**: neither a pass nor a
failure. \`false\`, \`none\` and \`[]\` are statements. A key with nothing after it is an error. \`notes\` is allowed
everywhere and shown in reports, \`name\` on all that has an id; keys that begin with \`x-\` are yours.

- **Durations** are one whole number with its unit (\`35 days\`) or ISO 8601 (\`P35D\`). A number alone is an error. Calendar
  units are compared as such: 2190 days are not 6 years. \`never\` stands for a limit or an interval that there is none of,
  \`forever\` for what is kept without end.
- **Short forms**: \`true\` or \`false\` may stand for an object whose first question is whether, as \`audit: false\`.
- **Places** are \`asset\` or \`asset/endpoint\` (its id, or its port).
- **Merging**: \`defaults\` are laid under every asset that they match, the more specific over the less, the later over the
  earlier; what an asset says itself wins. Endpoints merge by port and protocol, lists of things by id, other lists are
  replaced.
- **Several files** are one description: lists join, objects merge. An id twice, or a key with two values, is an error.
- **Documents** are objects with a date, or \`none\`: stated not to exist. Never a truth value.
- **Flows**: \`from\` opens the connection; \`data\` names the end that data goes to, and scope follows the data. A flow that
  does not say what it carries, beside an asset with ePHI, is *assumed* to carry ePHI. Replicas, backup copies, log
  destinations, archives and scripts of third parties are flows that nobody writes twice. What a flow states itself
  in \`encryption\` (versions, cipher suites, groups and certificates of TLS; SSH; IPsec) is judged as it is of endpoints,
  once where its endpoint states the same. What it leaves open is asked of its endpoint. \`hsts\`, \`clientCertificates\`,
  and the name and issuer of a certificate are judged of endpoints alone.
- **Scope**: ePHI is where it is declared, and wherever flows bring it. Only a complete de-identification (164.514(b)) ends
  its way; a limited data set does not.

## Top level

${table(schema)}

${Object.entries(schema.$defs)
  .filter(([, node]) => node.properties)
  .map(([name, node]) => `## ${name}\n\n${node.description ?? ''}\n\n${table(node)}`)
  .join('\n\n')}
`

const rules = describeRules('recommended')
const modules = [...new Set(rules.map(({ id }) => moduleOf(id)))]

function moduleOf(id) {
  return id.split('/')[0]
}
const anchor = (id) => id.replace('/', '')
const code = (text) => ['```yaml', ...text.trim().split('\n'), '```']

const rulePage = (rule) => [
  `## ${rule.id}`,
  '',
  `**${rule.title}.** ${rule.severity === 'varies' ? 'Its severity depends on the subject' : `Severity ${rule.severity}`}.`,
  '',
  `- Ground: ${rule.ground.citation} — ${rule.ground.label}.${rule.ground.alternativeOpen ? ' A documented alternative, 164.306(d)(3), may take its place.' : ''}`,
  ...(rule.related.length > 0 ? [`- Bears on: ${rule.related.join(', ')}`] : []),
  `- Asks of: ${rule.subjects}`,
  `- ${rule.neverFails ? 'Says' : 'Fails where'}: ${rule.says}`,
  ...rule.parameters.map(
    ({ name, default: value, meaning, whose }) =>
      `- Threshold \`${name}\`: ${meaning} The default is \`${value}\`, which is ${whose}.`,
  ),
  ...(rule.profiles.length > 0 ? [`- Only in the profiles ${rule.profiles.join(', ')}`] : []),
  ...(rule.formerly.length > 0 ? [`- Formerly \`${rule.formerly.join('`, `')}\``] : []),
  ...(rule.references.length > 0 ? [`- See: ${rule.references.join('; ')}`] : []),
  '',
  `${rule.why}`,
  '',
  `*What to do.* ${rule.fix}`,
  '',
  rule.neverFails ? 'Is left unproven, then passes:' : 'Fails, then passes:',
  '',
  ...code(rule.examples.fails),
  '',
  ...code(rule.examples.passes),
  '',
]

const modulePage = (module) =>
  [
    `# ${module}`,
    '',
    '<!-- Made of the rules by `npm run generate`; the snippets are run by the tests. -->',
    '',
    ...rules.filter(({ id }) => moduleOf(id) === module).flatMap(rulePage),
  ].join('\n')

const ruleRow = ({ id, title, ground, severity }) =>
  `| [\`${id.split('/')[1]}\`](${moduleOf(id)}.md#${anchor(id)}) | ${cell(title)} | ${cell(ground.citation)} | ${ground.basis} | ${severity} |`
const ruleIndex = `# Rules

<!-- Made of the rules by \`npm run generate\`. -->

${rules.length} rules in ${modules.length} modules. \`hipaacheck explain <module>/<rule>\` says the same in a terminal. The basis is looked up from the
citation: only where it is *addressable* does a documented alternative count. What is *guidance* or *practice* supports a
paragraph, and is not law. [Paragraphs](../safeguards.md) lists them by paragraph.

${modules
  .map(
    (module) =>
      `## ${module}\n\n| Rule | Asks that | Ground | Basis | Severity |\n| --- | --- | --- | --- | --- |\n${rules
        .filter(({ id }) => moduleOf(id) === module)
        .map(ruleRow)
        .join('\n')}`,
  )
  .join('\n\n')}
`

const LETTERS = { standard: 'S', required: 'R', addressable: 'A' }
const bears = (citation) =>
  rules
    .filter(
      ({ ground, related }) => ground.citation.endsWith(`45 CFR ${citation}`) || related.includes(citation),
    )
    .map(({ id }) => `\`${id}\``)
    .join(', ')
const safeguards = `# Paragraphs

<!-- Made of src/knowledge/ by \`npm run generate\`. -->

The paragraphs of 45 CFR Part 164 that rules rest on or bear on. **S** is a standard, **R** a required specification, **A**
an addressable one: only there does a documented alternative count (164.306(d)(3)). What each asks is told in our words;
the regulation is what binds.

| Paragraph | | Name | Asks | A description shows it | Rules |
| --- | --- | --- | --- | --- | --- |
${SAFEGUARDS.map(({ citation, kind, name, asks, evidence }) => `| ${citation} | ${LETTERS[kind]} | ${cell(name)} | ${cell(asks)} | ${evidence} | ${bears(citation)} |`).join('\n')}

## The proposal of 2025

90 FR 898: ${proposalStatus()}. None of it is judged unless \`--profile hipaa-2025-proposed\` asks for it.

| Topic | Would ask | Where |
| --- | --- | --- |
${Object.entries(PROPOSED)
  .map(([topic, { topic: name, asks }]) => `| ${cell(name)} | ${cell(asks)} | ${proposedCitation([topic])} |`)
  .join('\n')}
`

rmSync(new URL('rules/', DOCS), { recursive: true, force: true })
mkdirSync(new URL('rules/', DOCS), { recursive: true })
writeFileSync(new URL('description.md', DOCS), description)
writeFileSync(new URL('rules/README.md', DOCS), ruleIndex)
for (const module of modules) writeFileSync(new URL(`rules/${module}.md`, DOCS), modulePage(module))
writeFileSync(new URL('safeguards.md', DOCS), safeguards)
