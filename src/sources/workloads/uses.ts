import type { Source } from '../../model/layer.js'
import { clientSettings, protocolIn, settingsFor } from './client-settings.js'
import { type Connection, connectionsIn, hostAndPort } from './connection.js'
import type { Container, Variable } from './workload.js'

/** A connection that a container is told to open, and where it is told so. */
export interface Use extends Connection {
  readonly source: Source
  /** Whether it is told in an address, so that a host that nobody described is meant all the same. */
  readonly sure: boolean
}

/** A way to connect that is told, though not to whom. */
export interface LooseUse {
  readonly protocol: string
  readonly encrypted: false
  readonly source: Source
}

/** More connections of one container are not followed. */
const MOST = 200

/** Whom a container is told to connect to, by its environment and its command line. */
export const usesOf = (container: Container): readonly Use[] => {
  const settings = clientSettings(container.environment)
  const told = container.environment.flatMap((variable) =>
    variable.value === undefined
      ? []
      : connectionsOf(variable, variable.value).map((use) => {
          // What the address itself says counts before what stands beside it.
          const beside = settingsFor(settings, variable.name, use.protocol)
          const tls = Object.assign({}, ...beside.map((one) => one.tls)) as Partial<Connection>
          const by = beside.find((one) => one.tls.encrypted !== undefined)
          const own = addressSays(use)
          const source = own || !by ? use.source : by.variable.source
          return { ...use, ...tls, ...(own ? tlsOf(use) : {}), source }
        }),
  )
  const commands = container.words.flatMap(({ text, source }) =>
    connectionsIn(text).map((use) => ({ ...use, source, sure: true })),
  )
  return [...told, ...commands, ...optionHosts(container)].slice(0, MOST)
}

/** Schemes such as `redis:` only say that nobody asked for TLS. */
const addressSays = ({ encrypted, verify, protocol }: Connection): boolean =>
  verify !== undefined || encrypted === true || (encrypted === false && protocol === 'postgresql')

const tlsOf = ({ encrypted, verify }: Connection): Partial<Connection> => ({
  ...(encrypted === undefined ? {} : { encrypted }),
  ...(verify === undefined ? {} : { verify }),
})

/** What is turned off for a protocol over which the container is not told whom to connect to. */
export const looseUsesOf = (container: Container, uses: readonly Use[]): readonly LooseUse[] =>
  clientSettings(container.environment).flatMap(({ tls, protocol, variable }) =>
    tls.encrypted === false &&
    protocol !== undefined &&
    protocol !== 'smtp' &&
    !uses.some((use) => use.protocol === protocol)
      ? [{ protocol, encrypted: false, source: variable.source }]
      : [],
  )

/** Names of variables that hold a host. */
const HOST =
  /(?:^|[_.-]|[a-z])(?:HOST|HOSTS|HOST_?NAME|SERVER|SERVERS|ADDR|ADDRESS|ADDRESSES|ENDPOINT|ENDPOINTS|BROKERS?|BROKER_LIST|NODES|URLS?|URIS?|SERVICE)$/i

const connectionsOf = (variable: Variable, value: string): readonly Use[] => {
  const { name, source } = variable
  const found = connectionsIn(value).map((one) => ({ ...one, source, sure: true }))
  if (found.length > 0) return [...found, ...inConfiguration(value, source)]
  if (/^\s*[{[]/.test(value)) return inConfiguration(value, source)
  if (!HOST.test(name) || value.length > LONGEST_HOSTS) return []
  const protocol = protocolIn(name)
  return value.split(/[,\s]+/).flatMap((one) =>
    hostAndPort(one).map((host) => ({
      ...host,
      ...(protocol === undefined ? {} : { protocol }),
      source,
      sure: protocol !== undefined && protocol !== 'smtp',
    })),
  )
}

const LONGEST_HOSTS = 2000
const LONGEST = 64 * 1024

const HOST_MEMBER = /"(?:host|hostname|server|address)"\s{0,5}:\s{0,5}"([\w.-]{1,253})"/gi
/** A modality of Orthanc: its title, host and port. */
const MODALITY = /\[\s{0,20}"[^"\n]{1,16}"\s{0,20},\s{0,20}"([\w.-]{1,253})"\s{0,20},\s{0,20}(\d{1,5})/g

/** Hosts that a text with JSON names. */
const inConfiguration = (value: string, source: Source): readonly Use[] => {
  const text = value.slice(0, LONGEST)
  return [
    ...Array.from(text.matchAll(HOST_MEMBER), ([, host = '']) => ({ host, source, sure: false })),
    ...Array.from(text.matchAll(MODALITY), ([, host = '', port]) => ({
      host,
      port: Number(port),
      protocol: 'dicom',
      source,
      sure: false,
    })),
  ]
}

/** Programs that take a host as an option, and what they speak. */
const PROGRAMS: readonly (readonly [RegExp, protocol: string])[] = [
  [/(?:^|\/)(?:pg_dump|pg_dumpall|pg_basebackup|psql|pg_isready)$/, 'postgresql'],
  [/(?:^|\/)(?:mysqldump|mariadb-dump|mysql|mariadb|mariabackup|xtrabackup)$/, 'mysql'],
  [/(?:^|\/)(?:mongodump|mongosh?|mongoexport)$/, 'mongodb'],
  [/(?:^|\/)redis-cli$/, 'redis'],
]

const optionHosts = ({ words }: Container): readonly Use[] => {
  let protocol: string | undefined
  return words.flatMap(({ text, source }, index) => {
    protocol = PROGRAMS.find(([pattern]) => pattern.test(text))?.[1] ?? protocol
    if (protocol === undefined) return []
    const joined = /^(?:--host=|-h)(.+)$/.exec(text)?.[1]
    const host = joined ?? (text === '-h' || text === '--host' ? words[index + 1]?.text : undefined)
    const its = protocol
    return hostAndPort(host ?? '').map((one) => ({ ...one, protocol: its, source, sure: false }))
  })
}
