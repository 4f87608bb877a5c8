// Compares verdicts with labels that others gave to their own test inputs. Run after a build:
//   node bench/oracles.js CORPUS [--oracle NAME] [--check NAME]
// CORPUS holds LABELS.tsv, or oracles/LABELS.tsv, and the files that it names. Which of our rules asks what a check of
// theirs asks stands in docs/data/oracle-checks.json; what no rule asks is counted, and not compared.
import { readFileSync } from 'node:fs'
import { audit } from '../dist/src/audit.js'
import { readReceived } from '../dist/src/evidence/message/received.js'
import { receivedClauses } from '../dist/src/evidence/message/received-clauses.js'
import { AS_OF } from './measure.js'
import { inputOf, labelsIn } from './oracle-inputs.js'

const [corpus, ...flags] = process.argv.slice(2)
if (corpus === undefined || corpus.startsWith('--')) {
  process.stderr.write('usage: node bench/oracles.js CORPUS [--oracle NAME] [--check NAME]\n')
  process.exit(2)
}
const flag = (name) => {
  const at = flags.indexOf(name)
  return at < 0 ? undefined : flags[at + 1]
}

const table = JSON.parse(readFileSync(new URL('../docs/data/oracle-checks.json', import.meta.url), 'utf8'))

const labels = labelsIn(corpus).filter(
  ({ oracle, check }) => (flag('--oracle') ?? oracle) === oracle && (flag('--check') ?? check) === check,
)

/** Notes for another tool that take a resource out of its check: they test that tool, and no safeguard. */
const isSuppressed = ({ template }) =>
  Object.values(template?.Resources ?? {}).some(
    ({ Metadata: notes }) =>
      notes?.guard?.SuppressedRules ?? (notes?.cfn_nag ?? notes?.['cfn-nag'])?.rules_to_suppress,
  )

const typeOf = (id, { template }) =>
  template
    ? String(template.Resources?.[id.split(/[/.]/)[0]]?.Type)
    : (id.split(/[./]/).find((part) => /^(aws|azurerm|google)_/.test(part)) ?? '')

/** A store of ePHI in the same account: without any, nobody need judge who may do what in it. */
const STORE = `version: 1
vendors:
  - { id: aws, name: Amazon Web Services, relationship: business-associate }
  - { id: azure, name: Microsoft Azure, relationship: business-associate }
  - { id: gcp, name: Google Cloud, relationship: business-associate }
assets:
  - { id: store-beside, kind: relational-database, vendor: aws, ephi: [stores] }
  - { id: store-beside-azure, kind: relational-database, vendor: azure, ephi: [stores] }
  - { id: store-beside-google, kind: relational-database, vendor: gcp, ephi: [stores] }
`

const audited = (...files) =>
  audit(
    files.map(({ name, text }) => ({ file: name, bytes: new TextEncoder().encode(text) })),
    { asOf: AS_OF },
  )

/** What our rules say of a case: `fail`, `pass` where none of them fails, or that it was refused; and why. */
const verdictOf = (input, { rules, types, endpoint }) => {
  let result = audited(input)
  if (result.problems?.[0]?.code === 'nothing-to-audit')
    result = audited(input, { name: 'infra.yaml', text: STORE })
  if ('problems' in result) {
    const resources = Object.values(input.template?.Resources ?? {})
    const empty = input.template && !resources.some((one) => one?.Type)
    return { verdict: empty ? 'pass' : 'refused', reason: result.problems[0].message }
  }
  const about = result.report.findings
    .filter(({ rule }) => rules.includes(rule))
    .map((finding) => ({
      ...finding,
      subjects: finding.subjects.filter(
        ({ id }) =>
          !id.startsWith('store-beside') &&
          (endpoint === undefined || id.endsWith(`/${endpoint}`)) &&
          (input.address === undefined || id === input.address || id.startsWith(`${input.address}/`)) &&
          (types === undefined || types.some((type) => typeOf(id, input).startsWith(type))),
      ),
    }))
    .filter(({ subjects }) => subjects.length > 0)
  const failed = about.find(({ outcome }) => outcome === 'fail')
  if (failed) return { verdict: 'fail', reason: `${failed.rule}: ${failed.message}` }
  const open = about.find(({ outcome }) => outcome === 'unproven')
  return { verdict: 'pass', reason: open ? `${open.rule}: ${open.message}` : 'no finding' }
}

/** What a Received header says by our reading, in the names that their tests use. */
const clausesOf = (header) => {
  const { from, by, via, id, for: reader } = receivedClauses(header)
  const { with: protocol, time } = readReceived(header)
  const [byHost, viaHost, number, address] = [by, via, id, reader].map(({ words: [first] }) => first)
  const sender = [...from.words, ...from.comments].join(' ')
  return { from: sender, by: byHost, via: viaHost, id: number, for: address, with: protocol, date: time }
}

const isSameDay = (time, text) =>
  Math.floor(time / 86_400_000) === Math.floor(Date.parse(`${text} UTC`) / 86_400_000)

const says = (how, found, expected) => {
  if (found === undefined) return false
  if (typeof found === 'number')
    return /:/.test(expected) ? found === Date.parse(expected) : isSameDay(found, expected)
  return how === 'assertIn' ? found.includes(expected) : found === expected
}

/** Whether a header is read as their test expects: what our reading keeps of it, or else that it is read at all. */
const receivedVerdict = ({ headers, asserts }, { reads }) => {
  const asked = asserts.filter(([, field]) => reads.includes(field))
  if (asserts.length > 0 && asked.length === 0) return undefined
  const found = headers.map((header) => ({ ...clausesOf(header), verdict: readReceived(header).verdict }))
  const unread = found.find(({ verdict }) => verdict === 'unparsed')
  if (asked.length === 0 && unread) return { verdict: 'unparsed', reason: 'it is not taken for a hop' }
  const wrong = asked.find(([how, field, text]) => !found.some((one) => says(how, one[field], text)))
  if (wrong === undefined) return { verdict: 'parsed', reason: '' }
  const [, field, text] = wrong
  return { verdict: 'other', reason: `${field}: ${text} expected, ${found.map((one) => one[field])} found` }
}

const judged = (input, asked) =>
  asked.reads === undefined ? verdictOf(input, asked) : receivedVerdict(input, asked)

const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1)
const unmapped = new Map()
const suppressed = new Map()
const tallies = new Map()
const disagreements = []
const byPeers = []

/** The mapping of checks to rules that was there before any label was compared; it knows the HIPAA rule set alone. */
const peers = JSON.parse(readFileSync(new URL('../docs/data/peer-checks.json', import.meta.url), 'utf8'))
const peerRules = new Map(
  peers.checks.filter(({ tools }) => tools.includes('guard-hipaa')).map(({ check, rule }) => [check, rule]),
)

const agreesWith = ({ expected }, verdict) =>
  // Not applicable is what is not judged at all, and what cannot even be read.
  expected === 'skip' ? verdict !== 'fail' : verdict === expected

const tallyIn = (label, set, verdict) => {
  const key = `${label.oracle}\t${set}`
  const tally = tallies.get(key) ?? { cells: new Map(), agree: 0, all: 0 }
  count(tally.cells, `${label.expected} ${verdict}`)
  tally.all += 1
  tally.agree += agreesWith(label, verdict) ? 1 : 0
  tallies.set(key, tally)
}

for (const label of labels) {
  const input = inputOf(corpus, label)
  if (input === undefined) {
    count(unmapped, `${label.oracle}\t${table.reasons['other-input']}`)
    continue
  }
  if (input === 'no-verdict') continue
  if (isSuppressed(input)) {
    count(suppressed, label.oracle)
    continue
  }
  const isHipaa = label.oracle === 'cfn-guard' && label.extra
  const peerRule = isHipaa ? peerRules.get(label.check.toLowerCase().replaceAll('_', '-')) : undefined
  if (peerRule) {
    const { verdict, reason } = verdictOf(input, { rules: [peerRule] })
    tallyIn(label, 'HIPAA, by peer-checks.json', verdict)
    if (!agreesWith(label, verdict))
      byPeers.push({ ...label, verdict, reason: reason === 'no finding' ? `${peerRule}: ${reason}` : reason })
  }
  const checks = table.checks[label.oracle]
  const asked = checks?.[label.check] ?? checks?.['*']
  if (asked?.rules === undefined && asked?.reads === undefined) {
    count(unmapped, `${label.oracle}\t${table.reasons[asked?.why] ?? table.otherwise}`)
    continue
  }
  const found = judged(input, asked)
  if (found === undefined) {
    count(unmapped, `${label.oracle}\t${table.reasons['not-kept']}`)
    continue
  }
  const { verdict, reason } = found
  const aside = asked.aside ?? asked.notAsked?.find(({ name }) => new RegExp(name).test(label.name))?.why
  for (const set of ['all', ...(isHipaa ? ['HIPAA'] : [])]) {
    tallyIn(label, `${set}, nothing set aside`, verdict)
    if (aside === undefined) tallyIn(label, set, verdict)
  }
  if (aside === undefined) tallyIn(label, label.topic, verdict)
  if (!agreesWith(label, verdict))
    disagreements.push({
      ...label,
      verdict,
      reason: aside ? `${reason}; set aside: ${table.reasons[aside]}` : reason,
    })
}

const cells = ['pass pass', 'pass fail', 'fail fail', 'fail pass', 'skip pass', 'skip fail', 'parsed parsed']
process.stdout.write('Theirs, ours; "pass" of ours means that no rule fails.\n\n')
process.stdout.write(`| Oracle | Topic | Labels | ${cells.join(' | ')} | refused | Agree |\n`)
process.stdout.write(`| --- | --- | ---: |${' ---: |'.repeat(cells.length + 2)}\n`)
for (const [key, { cells: found, agree, all }] of [...tallies].sort(([one], [other]) =>
  one < other ? -1 : 1,
)) {
  const refused = [...found].reduce((sum, [cell, number]) => sum + (cell.endsWith('refused') ? number : 0), 0)
  const row = [...key.split('\t'), all, ...cells.map((cell) => found.get(cell) ?? 0), refused]
  process.stdout.write(`| ${row.join(' | ')} | ${((100 * agree) / all).toFixed(1)} % |\n`)
}
process.stdout.write('\nNot compared:\n')
for (const [key, number] of [...unmapped].sort())
  process.stdout.write(`- ${key.replace('\t', ', ')}: ${number}\n`)
for (const [oracle, number] of suppressed)
  process.stdout.write(
    `- ${oracle}, notes for another tool that take the resource out of its check: ${number}\n`,
  )
const printed = (heading, list) => {
  process.stdout.write(`\n${heading}\n`)
  for (const { oracle, check, name, target, platform, expected, verdict, reason, extra } of list)
    process.stdout.write(
      `- ${oracle} ${check} ${platform} ${target}${extra ? ' (HIPAA)' : ''} ${name}: ${expected}, ${verdict}; ${reason}\n`,
    )
}
printed('Disagreements (theirs, ours):', disagreements)
printed('Disagreements by peer-checks.json (theirs, ours):', byPeers)
