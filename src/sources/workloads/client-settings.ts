import { type ClientTls, tlsModeOf, tlsSwitchOf } from './connection.js'
import type { Variable } from './workload.js'

/** What a variable says of how its container connects to others. */
export interface ClientSetting {
  readonly tls: ClientTls
  readonly variable: Variable
  /** The names of variables that it belongs to begin so; empty for one that is about every connection. */
  readonly prefix: string
  /** The protocol that it is about, where its name says so. */
  readonly protocol: string | undefined
}

interface Pattern {
  /** Its first group is what the name begins with. */
  readonly name: RegExp
  readonly read: (value: string) => ClientTls
}

const on = (value: string): boolean => tlsSwitchOf(value).encrypted === true
const off = (value: string): boolean => tlsSwitchOf(value).encrypted === false

const PATTERNS: readonly Pattern[] = [
  { name: /^(.*?)_?(?:SSL_?MODE|TLS_?MODE)$/i, read: tlsModeOf },
  {
    name: /^(.*?)_?(?:USE_|ENABLE_|REQUIRE_)?(?:SSL|TLS)(?:_ENABLED?|_REQUIRED|_ON|_ENCRYPTION)?$/i,
    read: tlsSwitchOf,
  },
  { name: /^(.*?)_?ENCRYPT$/i, read: tlsSwitchOf },
  { name: /^(.*?)_?(?:SSL|TLS)_DISABLED?$/i, read: (value) => (on(value) ? { encrypted: false } : {}) },
  {
    name: /^(.*?)_?SECURITY_PROTOCOL$/i,
    read: (value) =>
      /PLAINTEXT$/i.test(value) ? { encrypted: false } : /SSL$/i.test(value) ? { encrypted: true } : {},
  },
  {
    name: /^(.*?)_?(?:(?:SSL|TLS)_)?(?:INSECURE(?:_SKIP_VERIFY)?|SKIP_(?:TLS_|SSL_)?VERIFY|ALLOW_INVALID_CERT\w*|TRUST_SERVER_CERTIFICATE|NO_VERIFY)$/i,
    read: (value) => (on(value) ? { verify: 'none' } : {}),
  },
  {
    name: /^(.*?)_?(?:(?:SSL|TLS)_)?(?:REJECT_UNAUTHORIZED|VERIFY(?:_SSL|_TLS|_CERT\w*|_PEER)?)$/i,
    read: (value) => (off(value) ? { verify: 'none' } : {}),
  },
]

/** About every connection, whatever it is for. */
const GENERAL: ReadonlySet<string> = new Set(['NODE', 'PYTHONHTTPS', 'GIT', 'CURL', ''])

/** The beginnings of names, and the protocol that they are about. */
const ABOUT: readonly (readonly [RegExp, protocol: string])[] = [
  [/^PG|POSTGRES/i, 'postgresql'],
  [/MYSQL|MARIADB/i, 'mysql'],
  [/MSSQL|SQLSERVER/i, 'mssql'],
  [/ORACLE/i, 'oracle'],
  [/MONGO/i, 'mongodb'],
  [/REDIS|VALKEY/i, 'redis'],
  [/RABBIT|AMQP/i, 'amqp'],
  [/KAFKA/i, 'kafka'],
  [/SMTP|MAIL/i, 'smtp'],
  [/LDAP/i, 'ldap'],
  [/DICOM/i, 'dicom'],
]

/** The protocol that the name of a variable is about. */
export const protocolIn = (name: string): string | undefined =>
  ABOUT.find(([pattern]) => pattern.test(name))?.[1]

/** Every variable that says how to connect. */
export const clientSettings = (environment: readonly Variable[]): readonly ClientSetting[] =>
  environment.flatMap((variable) => {
    const { name, value } = variable
    if (value === undefined || value.length > LONGEST) return []
    for (const { name: pattern, read } of PATTERNS) {
      const found = pattern.exec(name)
      if (!found) continue
      const tls = read(value.trim())
      if (tls.encrypted === undefined && tls.verify === undefined) continue
      const prefix = found[1] ?? ''
      // A server is told by such names too; what is about servers alone is read with the software.
      return [{ tls, variable, prefix, protocol: protocolIn(name) }]
    }
    return []
  })

const LONGEST = 100

/** What the settings say of a connection that a variable names. */
export const settingsFor = (
  settings: readonly ClientSetting[],
  name: string,
  protocol: string | undefined,
): readonly ClientSetting[] =>
  settings.filter((one) => {
    if (GENERAL.has(one.prefix.toUpperCase())) {
      return one.protocol === undefined ? one.tls.verify !== undefined : one.protocol === protocol
    }
    if (one.protocol !== undefined && protocol !== undefined) return one.protocol === protocol
    return name.toUpperCase().startsWith(one.prefix.toUpperCase())
  })
