/** A property that other formats write as a resource of its own. */
export interface Part {
  /** Path of the property, its names joined by dots. */
  readonly at: string
  /** The type that it is read as. */
  readonly as: string
  /** Whether each item of a list is one. */
  readonly each?: true
}

const ROLES: readonly Part[] = [
  { at: 'Policies', as: 'Policies', each: true },
  { at: 'ManagedPolicyArns', as: 'ManagedPolicyArns', each: true },
]

/** By type of resource. A part names its whole as `@owner`, and reads what its whole says by `@whole.`. */
export const PARTS: Readonly<Record<string, readonly Part[]>> = {
  'AWS::S3::Bucket': [{ at: 'ReplicationConfiguration', as: 'S3Replication' }],
  'AWS::EFS::FileSystem': [
    { at: 'FileSystemPolicy', as: 'FileSystemPolicy' },
    { at: 'BackupPolicy', as: 'BackupPolicy' },
  ],
  'AWS::Backup::BackupVault': [{ at: 'LockConfiguration', as: 'LockConfiguration' }],
  'AWS::IAM::Role': ROLES,
  'AWS::IAM::Group': ROLES,
  'AWS::IAM::User': [
    { at: 'Policies', as: 'UserPolicies', each: true },
    { at: 'ManagedPolicyArns', as: 'UserManagedPolicyArns', each: true },
  ],
  'AWS::IAM::Policy': [{ at: 'Users', as: 'PolicyUsers' }],
  'AWS::IAM::ManagedPolicy': [{ at: 'Users', as: 'PolicyUsers' }],
  'AWS::ElasticLoadBalancingV2::TargetGroup': [{ at: 'Targets', as: 'Targets', each: true }],
  'AWS::SNS::Topic': [{ at: 'Subscription', as: 'Subscription', each: true }],
  'AWS::ApiGateway::Stage': [{ at: 'MethodSettings', as: 'MethodSettings', each: true }],
  'AWS::Serverless::Function': [
    { at: 'FunctionUrlConfig', as: 'FunctionUrlConfig' },
    { at: 'Events', as: 'Events', each: true },
    { at: 'Policies', as: 'ServerlessPolicies', each: true },
  ],
  'AWS::Serverless::StateMachine': [{ at: 'Policies', as: 'ServerlessPolicies', each: true }],
  'AWS::Serverless::Api': [
    { at: '', as: 'ServerlessStage' },
    { at: 'MethodSettings', as: 'MethodSettings', each: true },
  ],
  'AWS::Serverless::HttpApi': [{ at: '', as: 'ServerlessHttpStage' }],
}
