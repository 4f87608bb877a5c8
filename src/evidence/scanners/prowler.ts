import {
  type CheckFact,
  DELETION_PROTECTED,
  ENCRYPTED,
  LOGGED,
  POINT_IN_TIME,
  PUBLIC,
  SEVERAL_ZONES,
  VERSIONED,
} from './check-facts.js'
import type { Placed, Scanner } from './scanner.js'
import { undated } from './tls-endpoint.js'
import { listOf, recordOf, textOf, timeOf } from './values.js'

/** What checks of Prowler show (prowler-cloud/prowler, prowler/providers), by their ids. */
const CHECKS: Readonly<Record<string, CheckFact>> = {
  s3_bucket_default_encryption: ENCRYPTED,
  s3_bucket_object_versioning: VERSIONED,
  s3_bucket_server_access_logging_enabled: LOGGED,
  s3_bucket_public_access: PUBLIC,
  rds_instance_storage_encrypted: ENCRYPTED,
  rds_cluster_storage_encrypted: ENCRYPTED,
  rds_instance_deletion_protection: DELETION_PROTECTED,
  rds_cluster_deletion_protection: DELETION_PROTECTED,
  rds_instance_multi_az: SEVERAL_ZONES,
  rds_cluster_multi_az: SEVERAL_ZONES,
  documentdb_cluster_storage_encrypted: ENCRYPTED,
  neptune_cluster_storage_encrypted: ENCRYPTED,
  redshift_cluster_encrypted_at_rest: ENCRYPTED,
  redshift_cluster_audit_logging: LOGGED,
  elasticache_redis_cluster_rest_encryption_enabled: ENCRYPTED,
  dynamodb_tables_pitr_enabled: POINT_IN_TIME,
  ec2_ebs_volume_encryption: ENCRYPTED,
  efs_encryption_at_rest_enabled: ENCRYPTED,
  opensearch_service_domains_encryption_at_rest_enabled: ENCRYPTED,
  sns_topics_kms_encryption_at_rest_enabled: ENCRYPTED,
  sqs_queues_server_side_encryption_enabled: ENCRYPTED,
  sqlserver_tde_encryption_enabled: ENCRYPTED,
}

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

const observationsOf = (
  finding: Finding,
  check: string,
  how: string,
  index: number,
  writtenAt: string | undefined,
): Placed[] => {
  const fact = Object.hasOwn(CHECKS, check) ? CHECKS[check] : undefined
  const status = textOf(finding['status_code'])
  const facts = status === 'PASS' ? fact?.pass : status === 'FAIL' ? fact?.fail : undefined
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
    const about = { kind: 'asset', address } as const
    const base = { about, observedAt: observedAt ?? '1970-01-01T00:00:00Z', how: `${how}, ${check}` }
    return [
      {
        observation: observedAt === undefined ? undated(base) : { ...base, state: 'observed', facts },
        at: [index, 'resources', place],
        parts: Object.fromEntries(Object.keys(facts).map((key) => [key, [index, 'status_code']])),
      },
    ]
  })
}
