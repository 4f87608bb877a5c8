import { type Checks, SHOWN, shownBy } from './check-facts.js'
import { dated } from './dated.js'
import type { Placed, Scanner } from './scanner.js'
import { listOf, recordOf, textOf, timeOf } from './values.js'

/** What checks of Prowler show (prowler-cloud/prowler, prowler/providers), by their ids. */
const CHECKS: Checks = new Map(
  Object.entries({
    s3_bucket_default_encryption: SHOWN.encryptionAskedFor,
    s3_bucket_object_versioning: SHOWN.versioned,
    s3_bucket_server_access_logging_enabled: SHOWN.logged,
    s3_bucket_public_access: SHOWN.public,
    rds_instance_storage_encrypted: SHOWN.encrypted,
    rds_cluster_storage_encrypted: SHOWN.encrypted,
    rds_instance_deletion_protection: SHOWN.deletionProtected,
    rds_cluster_deletion_protection: SHOWN.deletionProtected,
    rds_instance_multi_az: SHOWN.severalZones,
    rds_cluster_multi_az: SHOWN.severalZones,
    documentdb_cluster_storage_encrypted: SHOWN.encrypted,
    neptune_cluster_storage_encrypted: SHOWN.encrypted,
    redshift_cluster_encrypted_at_rest: SHOWN.encrypted,
    redshift_cluster_audit_logging: SHOWN.logged,
    elasticache_redis_cluster_rest_encryption_enabled: SHOWN.encrypted,
    dynamodb_tables_pitr_enabled: SHOWN.pointInTime,
    ec2_ebs_volume_encryption: SHOWN.encrypted,
    efs_encryption_at_rest_enabled: SHOWN.encrypted,
    opensearch_service_domains_encryption_at_rest_enabled: SHOWN.encrypted,
    sns_topics_kms_encryption_at_rest_enabled: SHOWN.encrypted,
    sqs_queues_server_side_encryption_enabled: SHOWN.encrypted,
    sqlserver_tde_encryption_enabled: SHOWN.encrypted,
  }),
)

/** Findings of Prowler 4 and 5 in JSON of the Open Cybersecurity Schema Framework, `--output-formats json-ocsf`. */
export const prowler: Scanner = {
  id: 'prowler',
  title: 'Prowler',
  format: 'json',
  recognises: (value) => productOf(listOf(value)[0])['name'] === 'Prowler',
  read: (value, { writtenAt }) => {
    const findings = listOf(value).map(recordOf)
    const version = textOf(productOf(findings[0])['version'])
    const how = `Prowler${version === undefined ? '' : ` ${version}`}`
    const notRead: Record<string, number> = {}
    const observations = findings.flatMap((finding, index) => {
      const check = checkOf(finding)
      const made = observationsOf(finding, check, how, index, writtenAt)
      if (made.length === 0) notRead[check] = (notRead[check] ?? 0) + 1
      return made
    })
    return { tool: { name: 'Prowler', ...(version === undefined ? {} : { version }) }, observations, notRead }
  },
}

type Finding = Readonly<Record<string, unknown>>

const productOf = (finding: unknown): Finding => recordOf(recordOf(recordOf(finding)['metadata'])['product'])

const checkOf = ({ metadata }: Finding): string =>
  textOf(recordOf(metadata)['event_code']) ?? 'a check without an id'

const OUTCOMES: Readonly<Record<string, 'pass' | 'fail'>> = { PASS: 'pass', FAIL: 'fail' }

const observationsOf = (
  finding: Finding,
  check: string,
  how: string,
  index: number,
  writtenAt: string | undefined,
): Placed[] => {
  const facts = shownBy(CHECKS, check, OUTCOMES[textOf(finding['status_code']) ?? ''])
  if (!facts) return []
  const observedAt =
    timeOf(finding['time_dt']) ??
    timeOf(recordOf(finding['finding_info'])['created_time_dt']) ??
    timeOf(finding['time']) ??
    writtenAt
  return listOf(finding['resources']).flatMap((resource, place): Placed[] => {
    const { uid, name } = recordOf(resource)
    const address = textOf(uid) ?? textOf(name)
    if (address === undefined) return []
    const base = { about: { kind: 'asset', address }, how: `${how}, ${check}` } as const
    return [
      {
        observation: dated(base, observedAt, facts),
        at: [index, 'resources', place],
        parts: Object.fromEntries(Object.keys(facts).map((key) => [key, [index, 'status_code']])),
      },
    ]
  })
}
