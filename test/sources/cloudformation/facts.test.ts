import { describe, expect, it } from 'vitest'
import { claimAt, imported } from '../../imported.js'

/** A template of one resource `It`, and a claim of what becomes of it. */
const claim = (type: string, properties: string, path: string) =>
  claimAt(
    imported({ 'template.yaml': `Resources:\n  It: { Type: '${type}', Properties: ${properties} }\n` }),
    path,
  )

const statement = (rest: string) =>
  `{ Bucket: elsewhere, PolicyDocument: { Statement: [{ Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: '*'${rest} }] } }`

const RDS = 'AWS::RDS::DBInstance'

describe('a resource of a template', () => {
  it.each([
    [
      'a policy of a bucket elsewhere that lets anybody in',
      'AWS::S3::BucketPolicy',
      statement(''),
      'access/anonymous',
      true,
    ],
    [
      'one that asks only from where they say they come',
      'AWS::S3::BucketPolicy',
      statement(", Condition: { StringLike: { 'aws:Referer': 'https://a.example/*' } }"),
      'access/anonymous',
      true,
    ],
    [
      'one that asks from which network they come',
      'AWS::S3::BucketPolicy',
      statement(", Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }"),
      'access/anonymous',
      undefined,
    ],
    [
      'a bucket for every account of AWS',
      'AWS::S3::Bucket',
      '{ AccessControl: AuthenticatedRead }',
      'access/anonymous',
      true,
    ],
    ['a private bucket', 'AWS::S3::Bucket', '{ AccessControl: Private }', 'access/anonymous', false],
    [
      'a bucket with versions',
      'AWS::S3::Bucket',
      '{ VersioningConfiguration: { Status: Enabled } }',
      'recovery/versioning',
      true,
    ],
    [
      'a bucket whose versions stopped',
      'AWS::S3::Bucket',
      '{ VersioningConfiguration: { Status: Suspended } }',
      'recovery/versioning',
      false,
    ],
    [
      'a trail with digests',
      'AWS::CloudTrail::Trail',
      '{ EnableLogFileValidation: true }',
      'audit/tamperProof',
      true,
    ],
    [
      'a trail that says nothing of digests',
      'AWS::CloudTrail::Trail',
      '{ IsLogging: true }',
      'audit/tamperProof',
      false,
    ],
    [
      'a database whose copies are kept',
      RDS,
      '{ Engine: mysql, BackupRetentionPeriod: 7 }',
      'recovery/pointInTime',
      'P7D',
    ],
    [
      'a database without copies',
      RDS,
      '{ Engine: mysql, BackupRetentionPeriod: 0 }',
      'recovery/pointInTime',
      'none',
    ],
    ['a database that says nothing of copies', RDS, '{ Engine: mysql }', 'recovery/pointInTime', 'P1D'],
    [
      'a replica that says nothing of copies',
      RDS,
      '{ SourceDBInstanceIdentifier: other }',
      'recovery/pointInTime',
      'none',
    ],
    ['a database in the default network', RDS, '{ Engine: mysql }', 'endpoints/3306/exposure', 'public'],
    [
      'a database in the default network, by name',
      RDS,
      '{ Engine: mysql, DBSubnetGroupName: default }',
      'endpoints/3306/exposure',
      'public',
    ],
    [
      'a database in a network that is described elsewhere',
      RDS,
      '{ Engine: mysql, DBSubnetGroupName: g }',
      'endpoints/3306/exposure',
      undefined,
    ],
    [
      'a public database from a snapshot',
      RDS,
      '{ PubliclyAccessible: true }',
      'endpoints/0/exposure',
      'public',
    ],
    [
      'a private database from a snapshot',
      RDS,
      '{ PubliclyAccessible: false }',
      'endpoints/0/exposure',
      undefined,
    ],
    ['a stream in clear', 'AWS::Kinesis::Stream', '{ ShardCount: 1 }', 'encryptionAtRest/enabled', false],
    [
      'a search index whose audit log goes nowhere',
      'AWS::OpenSearchService::Domain',
      '{ LogPublishingOptions: { AUDIT_LOGS: { Enabled: true } } }',
      'audit/enabled',
      false,
    ],
    [
      'a search index with an audit log',
      'AWS::OpenSearchService::Domain',
      "{ LogPublishingOptions: { AUDIT_LOGS: { Enabled: true, CloudWatchLogsLogGroupArn: 'arn:aws:logs:x' } } }",
      'audit/enabled',
      true,
    ],
    [
      'a cluster with audit logs',
      'AWS::EKS::Cluster',
      '{ Logging: { ClusterLogging: { EnabledTypes: [{ Type: api }, { Type: audit }] } } }',
      'audit/enabled',
      true,
    ],
    [
      'a cluster with other logs',
      'AWS::EKS::Cluster',
      '{ Logging: { ClusterLogging: { EnabledTypes: [{ Type: api }] } } }',
      'audit/enabled',
      false,
    ],
  ])('%s', (_, type, properties, path, expected) => {
    expect(claim(type, properties, `assets/It/${path}`).value).toEqual(expected)
  })

  it.each([
    ['that are kept', 30, [{ frequency: 'P1D', retention: 'P30D', encrypted: true }]],
    ['that are not made', 0, []],
  ])('a file system with copies %s', (_, days, copies) => {
    const windows = `{ FileSystemType: WINDOWS, WindowsConfiguration: { AutomaticBackupRetentionDays: ${days} } }`
    expect(claim('AWS::FSx::FileSystem', windows, 'backupPlans/It-automatic/copies').value).toEqual(copies)
  })
})
