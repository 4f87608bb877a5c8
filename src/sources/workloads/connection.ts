/** What a connection string says: to whom, over what, and whether encrypted. */
export interface Connection {
  readonly host: string
  readonly port?: number
  /** In the words of descriptions; absent where the text does not say. */
  readonly protocol?: string
  /** `undefined` where the client takes what the server offers, or the text does not say. */
  readonly encrypted?: boolean
  readonly verify?: 'none' | 'ca' | 'full'
}

/** Whether and how a client encrypts. */
export type ClientTls = Pick<Connection, 'encrypted' | 'verify'>

interface Scheme {
  readonly protocol: string
  readonly port?: number
  /** What the scheme itself says of TLS. */
  readonly encrypted?: boolean
}

/** Schemes of addresses, without what names a driver (`jdbc:`, `+psycopg2`). */
const SCHEMES: Readonly<Record<string, Scheme>> = {
  postgres: { protocol: 'postgresql', port: 5432 },
  postgresql: { protocol: 'postgresql', port: 5432 },
  mysql: { protocol: 'mysql', port: 3306 },
  mariadb: { protocol: 'mysql', port: 3306 },
  sqlserver: { protocol: 'mssql', port: 1433 },
  mssql: { protocol: 'mssql', port: 1433 },
  oracle: { protocol: 'oracle', port: 1521 },
  mongodb: { protocol: 'mongodb', port: 27017, encrypted: false },
  redis: { protocol: 'redis', port: 6379, encrypted: false },
  rediss: { protocol: 'redis', port: 6379, encrypted: true },
  valkey: { protocol: 'redis', port: 6379, encrypted: false },
  valkeys: { protocol: 'redis', port: 6379, encrypted: true },
  amqp: { protocol: 'amqp', port: 5672, encrypted: false },
  amqps: { protocol: 'amqp', port: 5671, encrypted: true },
  http: { protocol: 'http', port: 80 },
  https: { protocol: 'https', port: 443 },
  ws: { protocol: 'http', port: 80 },
  wss: { protocol: 'https', port: 443 },
  ldap: { protocol: 'ldap', port: 389 },
  ldaps: { protocol: 'ldap', port: 636, encrypted: true },
  smtp: { protocol: 'smtp', port: 25 },
  smtps: { protocol: 'smtp', port: 465, encrypted: true },
  ftp: { protocol: 'ftp', port: 21 },
  ftps: { protocol: 'ftp', port: 21, encrypted: true },
  sftp: { protocol: 'sftp', port: 22 },
  dicom: { protocol: 'dicom' },
  mllp: { protocol: 'mllp' },
  nats: { protocol: 'other', port: 4222 },
  plaintext: { protocol: 'kafka', port: 9092, encrypted: false },
  sasl_plaintext: { protocol: 'kafka', port: 9092, encrypted: false },
}

/** Nothing longer is a connection string. */
const LONGEST = 64 * 1024
/** More in one text than this nobody writes. */
const MOST = 50

const ADDRESS =
  /(?<![\w.])(?:jdbc:)?([a-z][a-z0-9_+-]{1,30}):(?:thin:@)?(?:tcp:)?\/\/([^\s"'<>`|\\]{1,2000})/gi
const ORACLE = /jdbc:oracle:thin:@([\w.-]+):(\d+)/i

/** The connections that a text names. */
export const connectionsIn = (text: string): readonly Connection[] => {
  if (text.length > LONGEST || !/[:=]/.test(text)) return []
  const oracle = ORACLE.exec(text)
  if (oracle) return [{ host: String(oracle[1]), port: Number(oracle[2]), protocol: 'oracle' }]
  const addressed = [...text.matchAll(ADDRESS)]
    .slice(0, MOST)
    .flatMap(([, scheme = '', rest = '']) => fromAddress(scheme.toLowerCase(), rest))
  return addressed.length > 0 ? addressed : fromWords(text)
}

const fromAddress = (scheme: string, rest: string): readonly Connection[] => {
  const [base = '', driver] = scheme.split('+')
  const known = SCHEMES[scheme] ?? SCHEMES[base]
  if (!known) return []
  const authority = /^[^/?#;]*/.exec(rest)?.[0] ?? ''
  const said = tlsIn(rest.slice(authority.length), known.protocol)
  const encrypted = said.encrypted ?? (base === 'mongodb' && driver === 'srv' ? true : known.encrypted)
  return authority
    .slice(authority.lastIndexOf('@') + 1)
    .split(',')
    .flatMap((one) => hostAndPort(one.replace(/^[a-z_]+:\/\//i, '')))
    .map(({ host, port = known.port }) => ({
      host,
      ...(port === undefined ? {} : { port }),
      protocol: known.protocol,
      ...(encrypted === undefined ? {} : { encrypted }),
      ...(said.verify === undefined ? {} : { verify: said.verify }),
    }))
}

/** `db`, `db:5432`, `[::1]:5432`; nothing else is a host. */
export const hostAndPort = (text: string): readonly { host: string; port?: number }[] => {
  const found = /^(?:\[([0-9a-f:.]+)\]|([A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})))(?::(\d{1,5}))?$/i.exec(
    text.trim(),
  )
  const host = found?.[1] ?? found?.[2]
  if (host === undefined) return []
  return [found?.[3] === undefined ? { host } : { host, port: Number(found[3]) }]
}

/** `Server=tcp:db,1433;Encrypt=yes` of ODBC and ADO.NET, `host=db sslmode=disable` of libpq. */
const fromWords = (text: string): readonly Connection[] => {
  const pairs = pairsIn(text)
  const server = ['server', 'data source', 'address', 'addr', 'host']
    .map((key) => pairs.get(key))
    .find(Boolean)
  if (server === undefined || pairs.size < 2) return []
  const [name = '', number] = server.replace(/^tcp:/i, '').split(',')
  const [found] = hostAndPort(name.replace(/\\.*$/, ''))
  if (!found) return []
  const protocol = protocolOf(pairs)
  const port = Number(number ?? pairs.get('port') ?? found.port)
  return [
    {
      host: found.host,
      ...(Number.isInteger(port) ? { port } : {}),
      ...(protocol === undefined ? {} : { protocol }),
      ...tlsIn(text, protocol ?? 'mssql'),
    },
  ]
}

const pairsIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    Array.from(
      text.matchAll(/([A-Za-z][A-Za-z _]{0,40}?)\s{0,3}=\s{0,3}(\{[^}]{0,200}\}|[^;\s]{1,500})/g),
      ([, key = '', value = '']) => [key.trim().toLowerCase(), value] as const,
    ).slice(0, MOST),
  )

const protocolOf = (pairs: ReadonlyMap<string, string>): string | undefined => {
  const driver = pairs.get('driver') ?? ''
  if (/sql server/i.test(driver)) return 'mssql'
  if (/postgres/i.test(driver) || pairs.has('dbname')) return 'postgresql'
  if (/mysql|mariadb/i.test(driver)) return 'mysql'
  return pairs.has('trustservercertificate') || pairs.has('initial catalog') ? 'mssql' : undefined
}

const ON = /^(?:true|yes|on|1|mandatory|strict|enabled?|required?|always)$/i
const OFF = /^(?:false|no|off|0|optional|disabled?|never)$/i

/** What `sslmode` and its like in other systems mean to a client. */
export const tlsModeOf = (mode: string): ClientTls => {
  switch (mode.toLowerCase().replace(/[_\s]/g, '-')) {
    case 'disable':
    case 'disabled':
    case 'none':
      return { encrypted: false }
    case 'require':
    case 'required':
      return { encrypted: true, verify: 'none' }
    case 'verify-ca':
    case 'verifyca':
      return { encrypted: true, verify: 'ca' }
    case 'verify-full':
    case 'verifyfull':
    case 'verify-identity':
      return { encrypted: true, verify: 'full' }
    default:
      return {}
  }
}

/** What a truth value says of a switch for TLS. */
export const tlsSwitchOf = (value: string): ClientTls => {
  if (ON.test(value)) return { encrypted: true }
  return OFF.test(value) ? { encrypted: false } : {}
}

const PARAMETER =
  /(?:^|[?&;\s])([A-Za-z][\w.-]{1,60}|Trust Server Certificate|Ssl Mode)\s{0,3}=\s{0,3}([^&;\s#]{1,200})/gi

/** What the parameters of a connection string say of TLS. */
const tlsIn = (text: string, protocol: string): ClientTls => {
  let tls: ClientTls = {}
  for (const [, name = '', value = ''] of [...text.matchAll(PARAMETER)].slice(0, MOST))
    tls = { ...tls, ...parameterOf(name.toLowerCase().replace(/[\s_-]/g, ''), value, protocol) }
  return tls
}

const parameterOf = (name: string, value: string, protocol: string): ClientTls => {
  if (name === 'sslmode') return tlsModeOf(value)
  if (['ssl', 'tls', 'usessl', 'encrypt', 'requiressl', 'usetls', 'secure'].includes(name)) {
    const said = tlsSwitchOf(value)
    return said.encrypted === undefined ? tlsModeOf(value) : said
  }
  if (['tlsinsecure', 'tlsallowinvalidcertificates', 'trustservercertificate'].includes(name))
    return ON.test(value)
      ? { verify: 'none' }
      : protocol === 'mssql' && OFF.test(value)
        ? { verify: 'full' }
        : {}
  if (name === 'verifyservercertificate') return OFF.test(value) ? { verify: 'none' } : {}
  return {}
}
