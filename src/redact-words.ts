import { rules } from '../rules/index.js'
import { BREACH_CLOCKS } from './knowledge/breach-clocks.js'
import { suiteData } from './knowledge/cipher-suites.js'
import { NAMED_TLS_POLICIES } from './knowledge/cloud-tls-policies.js'
import { GROUP_CODES } from './knowledge/key-exchange-groups.js'
import { NEIGHBOURING_LAWS } from './knowledge/neighbouring-law.js'
import { STATE_RETENTION } from './knowledge/state-retention.js'
import { schemaText } from './schemas.js'

/** Names by what they name, as a report has them. */
export type Names = Map<string, string>

/** Renames in a text what `names` has, and every address and word that is none of ours, the same everywhere. */
export const redactedText = (names: Names): ((text: string) => string) => {
  const known = ourWords()
  const pattern = patternOf(names, known)
  const given = new Set(names.values())
  const alias = aliasing(names)
  return (text) => {
    const named = names.get(text) ?? text.replace(pattern, (name) => names.get(name) ?? name)
    const placeless = named.replace(ADDRESSES, (address) => alias('host', address))
    return unknownWords(placeless, known, given, alias)
  }
}

/**
 * Every word that rules and the language of descriptions use themselves: whatever is none of these somebody else
 * wrote, and it may name a person, an account or a place.
 */
const ourWords = (): ReadonlySet<string> => {
  const texts = rules.flatMap(
    ({ id, title, says, why, fix, references, examples, ground, subjects, parameters }) => [
      id,
      title,
      says,

      why,
      fix,
      subjects.describes,
      JSON.stringify(ground),
      ...(references ?? []),
      examples.fails,
      examples.passes,
      ...Object.values(parameters ?? {}).map(({ meaning }) => meaning),
    ],
  )
  const { current, historical, codes } = suiteData()
  const cryptography = [
    current,
    historical,
    Object.values(codes),
    NAMED_TLS_POLICIES,
    Object.keys(GROUP_CODES),
  ]
  const all = [
    ...texts,
    schemaText('infrastructure'),
    schemaText('report'),
    ...cryptography.flat(2),
    JSON.stringify([BREACH_CLOCKS, STATE_RETENTION, NEIGHBOURING_LAWS]),
    OTHER_WORDS,
  ]
  return new Set((all.join(' ').match(OUR_WORDS) ?? []).map((word) => word.toLowerCase()))
}

/** What rules say of what they found, and reports of themselves, beyond all these texts. */
const OTHER_WORDS =
  'still both than was without with its every ago due renews lapses expires reviewed next support maker safe harbor lost ' +
  'static disallowed blocks Sweet32 confidence intercepted withdrawn anonymous export forward secrecy broken weak bit bits ' +
  'group groups modulus curve mode integrity aggressive passwords accepted copies covered missing overdue approved ' +
  'hosts sent list ' +
  'NYCRR NYSA NMSA Educ Code Admin Stat Rev Regs CCR CFR USC MGL OCGA MCL RCW KAR ARM NAC DHS CSR low medium high'

const OUR_WORDS = /[A-Za-z][A-Za-z0-9]*/g

/**
 * All names, the longest first, each only as a whole word. A name that is a word of ours too, such as `mail`, or a
 * single letter, is meant only where texts put names: there `mail with ePHI` is about mail, and `ehr → mail` is not.
 */
const patternOf = (names: Names, known: ReadonlySet<string>): RegExp => {
  const escaped = [...names.keys()]
    .sort((one, other) => other.length - one.length)
    .map((name) => {
      const literal = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
      const isOrdinary = name.length === 1 || known.has(name.toLowerCase())
      return isOrdinary ? `(?<=${BEFORE})${literal}(?=${AFTER})` : literal
    })
  return new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${escaped.join('|') || '(?!)'})(?![\\p{L}\\p{N}_-])`, 'gu')
}

/** What stands before a name in a list, at an arrow, in a path, and at the beginning of a message. */
const BEFORE = '^|[(["]|, |: |→ ?|\\b(?:and|or|id) |^/\\w+/|\\b(?:streams|copies|endpoints|exceptions)\\.'
const AFTER = '$|[)\\]/,":.]| ?→| (?:and|or) | \\('

/** What looks like a host, an address, a telephone or social security number, or somebody’s mail, wherever it stands. */
const ADDRESSES = new RegExp(
  [
    /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/,
    /\b(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?\b/,
    /(?<![\w:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\w:])/,
    /(?<![\w:])(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?::[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}(?![\w:])/,
    /(?<![\w:])[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}::(?![\w:])/,
    /(?<![\w:-])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![\w:-])/,
    /(?<![\w-])(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\w-])/,
    /(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])/,
    /\b(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|io|health|local|internal|lan|cloud|example)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
)

/** Gives what has no name yet one of a kind, the same for the same. */
type Alias = (kind: 'host' | 'name', text: string) => string

const aliasing = (names: Names): Alias => {
  const aliases = new Map<string, string>()
  const counts = { host: 0, name: 0 }
  return (kind, text) => {
    const alias = names.get(text) ?? aliases.get(text) ?? `${kind}-${++counts[kind]}`
    aliases.set(text, alias)
    return alias
  }
}

/** A day or a moment, a duration (both ISO 8601), or one word with the number that may follow it. */
const TOKENS =
  /\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}_]+(?:-\d+(?![\p{L}\p{N}_.-]))?/gu
const TIME = /^\d{4}-\d\d-\d\d|^P(?=.)(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?$/
/** An account, a telephone, a record of a patient: ports, counts and thresholds are shorter. */
const LONG_NUMBER = /\d{8,}/

/** Words that are none of ours: each gets a name of its own. */
const unknownWords = (text: string, known: ReadonlySet<string>, given: ReadonlySet<string>, alias: Alias) =>
  text.replace(TOKENS, (token) =>
    TIME.test(token) || given.has(token) || isOurs(token, known) ? token : alias('name', token.toLowerCase()),
  )

/** One letter names nobody; two capitals are a state of the jurisdictions, which stay. */
const isOurs = (token: string, known: ReadonlySet<string>): boolean =>
  !LONG_NUMBER.test(token) &&
  token.split(/[_-]/).every((part) => {
    const word = part.replace(/^\d+/, '')
    return /^[A-Za-z]?$|^[A-Z]{2}$/.test(word) || known.has(word.toLowerCase())
  })
