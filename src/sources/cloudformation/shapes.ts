/** How a format writes lists and words that neutral attributes want otherwise; paths are names joined by dots. */
export interface Shape {
  /** Lists of `Key` and `Value` that are read as objects. */
  readonly keyed?: readonly string[]
  /** Objects that are read as lists of `@key` and `@value`. */
  readonly entries?: readonly string[]
  /** Lists of objects of which only one member counts. */
  readonly members?: Readonly<Record<string, string>>
  /** Words that stand for others. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

const PARAMETERS: Shape = { entries: ['Parameters'] }
const LOGS: Shape = { entries: ['LogPublishingOptions'] }

/** The types that need it. Tags are lists of `Key` and `Value` nearly everywhere. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  'AWS::S3::Bucket': {
    words: {
      AccessControl: {
        Private: 'private',
        PublicRead: 'public-read',
        PublicReadWrite: 'public-read-write',
        AuthenticatedRead: 'authenticated-read',
        LogDeliveryWrite: 'log-delivery-write',
        BucketOwnerRead: 'bucket-owner-read',
        BucketOwnerFullControl: 'bucket-owner-full-control',
        AwsExecRead: 'aws-exec-read',
      },
      'VersioningConfiguration.Status': { Enabled: true, Suspended: false },
    },
  },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': { keyed: ['LoadBalancerAttributes'] },
  'AWS::RDS::DBParameterGroup': PARAMETERS,
  'AWS::RDS::DBClusterParameterGroup': PARAMETERS,
  'AWS::DocDB::DBClusterParameterGroup': PARAMETERS,
  'AWS::Elasticsearch::Domain': LOGS,
  'AWS::OpenSearchService::Domain': LOGS,
  'AWS::EKS::Cluster': { members: { 'Logging.ClusterLogging.EnabledTypes': 'Type' } },
  'AWS::KinesisFirehose::DeliveryStream': {
    words: {
      'DeliveryStreamEncryptionConfigurationInput.KeyType': {
        AWS_OWNED_CMK: true,
        CUSTOMER_MANAGED_CMK: true,
      },
    },
  },
  'AWS::Serverless::Function': { entries: ['Events'] },
}

/** The shape of a type, with what holds for all. */
export const shapeOf = (type: string): Shape => {
  const own = SHAPES[type] ?? {}
  return { ...own, keyed: [...(own.keyed ?? []), 'Tags'] }
}
