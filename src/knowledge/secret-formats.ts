/** A form in which secrets are written. */
export interface SecretFormat {
  /** `an access key of AWS`, as a message goes on. */
  readonly words: string
  /** Finds all of the secret, and nothing else; without flags. */
  readonly pattern: RegExp
  /** Whether it is a provider's own form, which nothing else has. */
  readonly own: boolean
}

const own = (words: string, pattern: RegExp): SecretFormat => ({ words, pattern, own: true })

/** Forms that give a secret away wherever it stands. */
export const SECRET_FORMATS: readonly SecretFormat[] = [
  own('a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[^-]*-----END [A-Z ]*PRIVATE KEY-----)?/),
  own('an access key of AWS', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/),
  own('a token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{22,})\b/),
  own('a token of GitLab', /\bglpat-[A-Za-z0-9_-]{20,}/),
  own('a token of Slack', /\bxox[abeprs]-[A-Za-z0-9-]{10,}/),
  own('an API key of Google', /\bAIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/),
  own('a key of Stripe', /\b[rs]k_live_[0-9A-Za-z]{16,}/),
  own('a key of SendGrid', /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/),
  own('a key of Twilio', /\bSK[0-9a-f]{32}\b/),
  own('a token of npm', /\bnpm_[A-Za-z0-9]{36}\b/),
  own('a token of HashiCorp Vault', /\bhvs\.[A-Za-z0-9_-]{24,}/),
  own('an account key of Azure Storage', /\bAccountKey=[A-Za-z0-9+/]{40,}={0,2}/),
  own('an API key of an AI service', /\bsk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,}/),
  own('a signed token', /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,}/),
  { words: 'a password in an address', pattern: /:\/\/[^\s/:@]+:[^\s/@]+@/, own: false },
]

/** Any of the forms: most texts have none, and are looked at once. */
export const ANY_FORMAT = new RegExp(SECRET_FORMATS.map(({ pattern }) => pattern.source).join('|'))

const SECRET_NAME =
  'password|passwd|passphrase|pwd|secret|api[-_ ]?key|access[-_ ]?key|secret[-_ ]?key|private[-_ ]?key|raw[-_ ]?key|key[-_ ]?raw|token|connection[-_ ]?string'

/** A name that says that its value is a secret, at its end. */
export const NAMED_SECRET = new RegExp(`(?:${SECRET_NAME})$`, 'i')

/** Such a name with its value, in text: the first group is all before the value, the second the value. */
export const ASSIGNED_SECRET = new RegExp(
  `((?:${SECRET_NAME})["']?\\s*[=:]\\s*["']?)(?![{\\[])([^\\s"',;}\\]]+)`,
  'i',
)

/** Such a name to which code gives what it works out, to the end of the line: `password = join("", ["a", "b"])`. */
export const WORKED_OUT_SECRET = new RegExp(`(?:${SECRET_NAME})["']?\\s*=\\s*[^"'\\s].*`, 'i')

/** What is known of a text that may hold a secret. */
export interface SuspectText {
  readonly words: string
  /** `secret`; `harmless`, because it is a reference or a placeholder; or `unclear`. */
  readonly is: 'secret' | 'harmless' | 'unclear'
  readonly own: boolean
}

/** A variable, a path into a store of secrets, an identifier of one. */
const REFERENCE =
  /\$\{|\{\{|^\$[A-Za-z_(]|^%\w+%$|^(?:arn|vault|ssm|op|env|ref|file|secretref|secret)(?::|\/\/)|^projects\/|^https?:\/\/|^\/\w|keyvault/i
/** What stands where a secret would. */
const PLACEHOLDER = /example|placeholder|redacted|dummy|\*{3,}|x{6,}|<[^>]*>|\.{3}|…/i
/** What many leave as it was delivered. */
const DELIVERED = /^(?:change-?me|password\d*|secret|admin|default|test|letmein|welcome\d*)$/i
/** What says something about a secret, and is none. */
const ANSWER = /^(?:true|false|yes|no|none|never|n\/a|set|unset|required|rotated|\d{1,4}\s?[a-z]*)$/i

const looksMade = (value: string): boolean =>
  value.length >= 6 && /[a-z]/.test(value) && /[\d!@#$%^&*+?]/.test(value)

/** What an import writes where a secret stands in what it reads: the secret itself goes nowhere. */
export const leftOut = ({ words }: Pick<SuspectText, 'words'>): string => `‹masked: ${words}›`

const LEFT_OUT = /^‹masked: (.{1,80})›$/

/** What a text holds that may be a secret, the worst of it; `undefined` where there is nothing of the kind. */
export const suspectIn = (text: string, name = ''): SuspectText | undefined => {
  const words = LEFT_OUT.exec(text)?.[1]
  if (words !== undefined)
    return { words, is: 'secret', own: SECRET_FORMATS.some((one) => one.own && one.words === words) }
  const all = [...byFormat(text), ...byName(text, name)]
  return (
    all.find(({ is, own: its }) => is === 'secret' && its) ??
    all.find(({ is }) => is === 'secret') ??
    all.find(({ is }) => is === 'unclear') ??
    all[0]
  )
}

const GLOBAL = new Map(SECRET_FORMATS.map(({ pattern }) => [pattern, new RegExp(pattern, 'g')]))

const byFormat = (text: string): readonly SuspectText[] => {
  if (!ANY_FORMAT.test(text)) return []
  return SECRET_FORMATS.flatMap(({ words, pattern, own: its }) =>
    [...text.matchAll(GLOBAL.get(pattern) ?? pattern)].map(([found]) => {
      const harmless =
        PLACEHOLDER.test(found) || (!its && REFERENCE.test(found.replace(/^[^:]*:\/\/[^:]*:/, '')))
      return { words, is: harmless ? 'harmless' : 'secret', own: its } as const
    }),
  )
}

const byName = (text: string, name: string): readonly SuspectText[] => {
  if (NAMED_SECRET.test(name)) {
    if (/\s/.test(text.trim())) return []
    return named(text.trim(), 'a value that its name calls a secret', true)
  }
  if (!/[=:]/.test(text)) return []
  return [...text.matchAll(EACH_ASSIGNED)].flatMap(([, , value = '']) =>
    named(value, 'a secret with its name', false),
  )
}

const EACH_ASSIGNED = new RegExp(ASSIGNED_SECRET, 'gi')

/** In prose most of what follows such a name is a word, and no secret. */
const named = (value: string, words: string, alone: boolean): readonly SuspectText[] => {
  if (ANSWER.test(value)) return []
  if (REFERENCE.test(value) || PLACEHOLDER.test(value)) return [{ words, is: 'harmless', own: false }]
  if (DELIVERED.test(value)) return [{ words, is: 'unclear', own: false }]
  if (looksMade(value)) return [{ words, is: 'secret', own: false }]
  return alone ? [{ words, is: 'unclear', own: false }] : []
}
