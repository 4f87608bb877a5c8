/** What a provider does with data at rest where nobody asks it for anything. */
export interface CloudEncryptionDefault {
  readonly provider: 'aws' | 'azure' | 'gcp' | 'kubernetes'
  readonly service: string
  /** `on`: encrypted unless somebody could and did prevent it. `off`: plain until somebody turns it on. */
  readonly byDefault: 'on' | 'off'
  /** The first day of a resource to which `on` applies; older ones are unproven. Absent: always. */
  readonly since?: string
  /** What to know besides. */
  readonly note?: string
  /** Whether it was compared with the provider's own words; else it is general knowledge, and weaker. */
  readonly verified: boolean
  readonly source: string
  /** The day on which it was last looked at: providers change this. */
  readonly checked: string
}

const CHECKED = '2026-11-23'

type Row = readonly [
  provider: CloudEncryptionDefault['provider'],
  service: string,
  byDefault: 'on' | 'off',
  source: string,
  more?: { readonly since?: string; readonly note?: string; readonly verified?: boolean },
]

const ROWS: readonly Row[] = [
  ['aws', 's3', 'on', 'AWS, S3 default encryption', { since: '2023-01-05', note: 'SSE-S3, of new objects' }],
  ['aws', 'dynamodb', 'on', 'AWS, DynamoDB encryption at rest'],
  ['aws', 'sqs', 'on', 'AWS, SQS encryption at rest', { note: 'SSE-SQS' }],
  ['aws', 'redshift-serverless', 'on', 'AWS, Redshift encryption'],
  [
    'aws',
    'aurora',
    'on',
    'AWS, Aurora encryption',
    {
      since: '2026-02-18',
      note: 'with a key that AWS owns; a cluster that was restored keeps what it was made of',
      verified: true,
    },
  ],
  ['aws', 'cloudwatch-logs', 'on', 'AWS, CloudWatch Logs data protection'],
  [
    'aws',
    'rds',
    'off',
    'AWS, RDS encryption',
    { note: 'chosen when it is made; later only by way of an encrypted copy of a snapshot' },
  ],
  ['aws', 'ebs', 'off', 'AWS, EBS encryption', { note: 'on where the account’s default says so' }],
  ['aws', 'efs', 'off', 'AWS, EFS encryption'],
  ['aws', 'sns', 'off', 'AWS, SNS encryption', { note: 'on with a KMS key' }],
  ['aws', 'elasticache', 'off', 'AWS, ElastiCache encryption at rest'],
  ['aws', 'opensearch', 'off', 'AWS, OpenSearch encryption at rest'],
  ['azure', 'storage', 'on', 'Microsoft, Azure Storage encryption'],
  ['azure', 'managed-disks', 'on', 'Microsoft, server-side encryption of managed disks'],
  ['azure', 'sql', 'on', 'Microsoft, transparent data encryption'],
  ['gcp', 'any', 'on', 'Google, default encryption at rest'],
  [
    'kubernetes',
    'secrets',
    'off',
    'Kubernetes, encrypting confidential data at rest',
    {
      note: 'etcd keeps them as they are without an EncryptionConfiguration; the disks of GKE, EKS and AKS are encrypted',
    },
  ],
  [
    'kubernetes',
    'secrets-eks-1.28',
    'on',
    'AWS, EKS default envelope encryption',
    { note: 'EKS from Kubernetes 1.28 on' },
  ],
]

/** Every default that is known, dated. */
export const CLOUD_ENCRYPTION_DEFAULTS: readonly CloudEncryptionDefault[] = ROWS.map(
  ([provider, service, byDefault, source, { since, note, verified = false } = {}]) => ({
    provider,
    service,
    byDefault,
    ...(since === undefined ? {} : { since }),
    ...(note === undefined ? {} : { note }),
    verified,
    source,
    checked: CHECKED,
  }),
)

/**
 * Whether a resource is encrypted where its configuration is silent: `true`, `false`, or `undefined` where that is not
 * known, as for one of before the day on which the default came, or whose day nobody stated.
 */
export const encryptedByDefault = (
  provider: CloudEncryptionDefault['provider'],
  service: string,
  createdOn?: string,
): boolean | undefined => {
  const known = CLOUD_ENCRYPTION_DEFAULTS.find(
    (one) => one.provider === provider && (one.service === service || one.service === 'any'),
  )
  if (known === undefined) return undefined
  if (known.byDefault === 'off') return false
  if (known.since === undefined) return true
  return createdOn !== undefined && createdOn >= known.since ? true : undefined
}
