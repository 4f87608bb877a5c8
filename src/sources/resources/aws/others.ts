import { isPlain } from '../../../model/merge.js'
import { type Also, type KindTable, yesNo } from '../facts.js'
import { jsonIn } from '../json-text.js'
import { claimKey } from './keys.js'
import { claimBuildSecrets } from './secrets.js'
import { byDefault, LATER } from './words.js'

/** Athena puts results into S3, which encrypts; only what is said otherwise counts. */
const athena: Also = (record, linked, asset) => {
  if (!asset) return
  const how = record.get('encryption')
  if (how.state === 'known') asset.set('encryptionAtRest.enabled', true, how.source)
  if (how.state === 'absent')
    asset.assume(
      'encryptionAtRest.enabled',
      true,
      record.source,
      byDefault('', 'results lie in S3, which encrypts').note,
    )
  claimKey(record, 'key', linked, asset)
}

const emrSecurity: Also = (record, linked) => {
  const given = record.get('configuration')
  const settings = given.state === 'known' ? encryptionIn(given.value) : undefined
  if (!settings) return
  const asset = linked.draft.asset(linked.context.idOf(record.address), record.source)
  asset.set('kind', 'data-warehouse', record.source)
  asset.set('address', linked.context.address(record.address), record.source)
  const [atRest, inTransit] = [
    yesNo(settings['EnableAtRestEncryption']),
    yesNo(settings['EnableInTransitEncryption']),
  ]
  if (atRest !== undefined) asset.set('encryptionAtRest.enabled', atRest, given.source)
  if (inTransit !== undefined)
    asset
      .endpoint(8443, 'other', given.source)
      .set('encryption', inTransit ? 'required' : 'none', given.source)
}

/** Where the file system of Hadoop answers. */
const HADOOP_PORT = 8020

/** Applications of a cluster ask who somebody is by Kerberos, or by a directory that a security configuration names. */
const emr: Also = (record, linked, asset) => {
  if (!asset) return
  const [kerberos, security] = [record.get('kerberos'), record.get('security')]
  const endpoint = asset.endpoint(HADOOP_PORT, 'other', record.source)
  const configurations = linked.named(security, record).map((one) => one.get('configuration'))
  const asksNobody =
    security.state === 'absent' ||
    (configurations.length > 0 &&
      configurations.every(
        ({ state, value }) => state === 'known' && !/AuthenticationConfiguration/.test(JSON.stringify(value)),
      ))
  if (kerberos.state !== 'absent') endpoint.set('auth', 'kerberos', kerberos.source)
  else if (asksNobody)
    endpoint.assume(
      'auth',
      'none',
      record.source,
      byDefault('', 'applications of EMR without Kerberos have no authentication', LATER).note,
    )
}

const encryptionIn = (value: unknown): Readonly<Record<string, unknown>> | undefined => {
  const whole = typeof value === 'string' ? jsonIn(value) : value
  const found = isPlain(whole) ? whole['EncryptionConfiguration'] : undefined
  return isPlain(found) ? found : undefined
}

const secret: Also = (record, linked, asset) => {
  if (asset) claimKey(record, 'key', linked, asset)
}

const always = (service: string) =>
  ['encryptionAtRest.enabled', 'never', yesNo, byDefault(true, `${service} always encrypts`)] as const

/** What is left: analysis, secrets, migration, builds. */
export const OTHERS: KindTable = {
  'aws.athena': { asset: 'data-warehouse', vendor: 'aws', also: athena },
  'aws.emr-security': { also: emrSecurity },
  'aws.secret': { asset: 'secret-store', vendor: 'aws', facts: [always('Secrets Manager')], also: secret },
  'aws.dms': { asset: 'integration-engine', vendor: 'aws', facts: [always('DMS')], also: secret },
  'aws.codebuild': {
    asset: 'ci-cd',
    vendor: 'aws',
    also: (record, _linked, asset) => {
      if (asset) claimBuildSecrets(record, asset)
    },
  },
  'aws.emr': { asset: 'data-warehouse', vendor: 'aws', also: emr },
  'aws.sagemaker-endpoint': { asset: 'ai-service', vendor: 'aws' },
  /** Read on purpose, and nothing follows of it. */
  'aws.nothing': {},
}
