import type { AssetDraft, EntryDraft } from '../draft.js'
import { isSet, numberOf, yesNo } from '../facts.js'
import type { Linked } from '../linked.js'
import type { CloudRecord } from '../record.js'
import type { Given } from '../resource.js'
import { isWithoutGateway } from './networks.js'
import { worldReaches } from './security-groups.js'
import { byDefault, LATER } from './words.js'

const SILENT = (service: string) => byDefault(false, `${service} sends no logs anywhere`)

/** What each engine speaks, and where. */
export const ENGINES: readonly (readonly [RegExp, protocol: string, port: number])[] = [
  [/postgres/, 'postgresql', 5432],
  [/mysql|mariadb|^aurora$/, 'mysql', 3306],
  [/oracle/, 'oracle', 1521],
  [/sqlserver/, 'mssql', 1433],
]

/** Where a store answers, who gets there, and whether it refuses plain connections. */
export const claimAddress = (
  record: CloudRecord,
  linked: Linked,
  asset: AssetDraft,
  [protocol, usual]: readonly [string, number],
): EntryDraft => {
  const port = numberOf(record.get('port').value) ?? usual
  const endpoint = asset.endpoint(port, protocol, record.source)
  const isPublic = record.get('public')
  const said = isPublic.state === 'known' ? yesNo(isPublic.value) : undefined
  if (said === false) endpoint.set('exposure', 'internal', isPublic.source)
  if (said === true) {
    const { world, source } = worldReaches(record.get('securityGroups'), port, record, linked)
    endpoint.set(
      'exposure',
      world === false ? 'internal' : 'public',
      world === false ? source : isPublic.source,
    )
  }
  if (isPublic.state === 'absent' && record.kind !== 'aws.redshift')
    claimUnsaidExposure(record, endpoint, linked)
  return endpoint
}

const IN_DEFAULT_NETWORK = 'without a subnet group it lies in the default network, with a public address'

const isPublicByItself = (record: CloudRecord): boolean => {
  const subnets = record.get('subnets')
  return (
    record.get('publicByNetwork').value === true &&
    (subnets.state === 'absent' || (subnets.state === 'known' && subnets.value === 'default'))
  )
}

/** What is restored from a snapshot names no engine, so that its port is not known; that it is public is. */
export const claimUnnamedAddress = (record: CloudRecord, asset: AssetDraft): void => {
  const given = record.get('public')
  if (record.get('engine').state !== 'absent') return
  const endpoints = [{ protocol: 'other', exposure: 'public' }]
  if (given.state === 'known' && yesNo(given.value) === true) asset.set('endpoints', endpoints, given.source)
  else if (given.state === 'absent' && isPublicByItself(record))
    asset.assume('endpoints', endpoints, record.source, byDefault('', IN_DEFAULT_NETWORK, LATER).note)
}

/**
 * CloudFormation leaves it to RDS, which gives a public address in the default network, and none in a network without
 * a gateway to the internet. Of other networks the documentation of AWS says both.
 */
const claimUnsaidExposure = (record: CloudRecord, endpoint: EntryDraft, linked: Linked): void => {
  const open = isPublicByItself(record)
  if (record.get('publicByNetwork').value === true && !open && !isWithoutGateway(record, linked)) return
  const what = open ? IN_DEFAULT_NETWORK : 'it has no public address'
  endpoint.assume('exposure', open ? 'public' : 'internal', record.source, byDefault('', what, LATER).note)
}

const parameterOf = (record: CloudRecord, name: string, linked: Linked): Given | undefined => {
  const groups = linked.named(record.get('parameterGroup'), record)
  for (const group of groups) {
    for (const parameter of group.each('parameters')) {
      if (parameter.get('name').value === name) return parameter.get('value')
    }
  }
  return undefined
}

/** Whether the group that decides is written in these files, or is the one that AWS gives. */
const knowsParameters = (record: CloudRecord, linked: Linked): boolean => {
  const given = record.get('parameterGroup')
  if (given.state === 'absent') return true
  if (given.state === 'known' && /^default\./.test(String(given.value))) return true
  return linked.named(given, record).length > 0
}

const ON: ReadonlySet<string> = new Set(['1', 'ON', 'on', 'true', 'TRUE', 'required', 'enabled'])

/** Whether a parameter makes TLS a must. */
export const claimRequired = (
  endpoint: EntryDraft,
  record: CloudRecord,
  linked: Linked,
  { parameter, byItself, note }: { parameter: string; byItself: boolean | undefined; note: string },
): void => {
  const given = parameterOf(record, parameter, linked)
  if (given?.state === 'unknown') return
  if (given) endpoint.set('encryption', ON.has(String(given.value)) ? 'required' : 'optional', given.source)
  else if (byItself !== undefined && knowsParameters(record, linked))
    endpoint.assume('encryption', byItself ? 'required' : 'optional', record.source, byDefault('', note).note)
}

/** `rds.force_ssl` is 1 by default since PostgreSQL 15; MySQL and MariaDB do not ask for TLS. */
export const claimRdsTransport = (
  endpoint: EntryDraft,
  protocol: string,
  record: CloudRecord,
  linked: Linked,
): void => {
  const version = numberOf(/^\d+/.exec(String(record.get('version').value ?? ''))?.[0])
  if (protocol === 'postgresql') {
    const byItself = version === undefined ? undefined : version >= 15
    claimRequired(endpoint, record, linked, {
      parameter: 'rds.force_ssl',
      byItself,
      note: 'rds.force_ssl is 1 from PostgreSQL 15 on, and 0 before',
    })
  } else if (protocol === 'mysql') {
    const eight = /^(8\.4|9)/.test(String(record.get('version').value ?? ''))
    claimRequired(endpoint, record, linked, {
      parameter: 'require_secure_transport',
      byItself: eight ? undefined : false,
      note: 'require_secure_transport is off',
    })
  } else if (protocol === 'mssql')
    claimRequired(endpoint, record, linked, {
      parameter: 'rds.force_ssl',
      byItself: false,
      note: 'rds.force_ssl is 0 for SQL Server',
    })
}

/** Whether it sends its logs anywhere; where only some of them record what is done, one of these. */
export const claimLogs = (
  record: CloudRecord,
  asset: AssetDraft,
  service: string,
  recording?: readonly string[],
): void => {
  const logs = record.get('logs')
  const { value, note } = SILENT(service)
  if (logs.state === 'absent' || (logs.state === 'known' && !isSet(logs.value)))
    asset.assume('audit.enabled', value, record.source, note)
  else if (logs.state === 'known')
    asset.set(
      'audit.enabled',
      recording === undefined || [logs.value].flat().some((one) => recording.includes(String(one))),
      logs.source,
    )
}
