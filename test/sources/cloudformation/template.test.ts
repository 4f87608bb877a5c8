import { describe, expect, it } from 'vitest'
import { claimAt, imported, refused } from '../../imported.js'

/** What a template claims of the encryption of the volume `Disk`, by what stands at `Encrypted`. */
const encrypted = (value: string, sections = '') =>
  claimAt(
    imported({
      'template.yaml': `${sections}
Resources:
  Disk:
    Type: AWS::EC2::Volume
    Properties:
      Size: 1
      Encrypted: ${value}
`,
    }),
    'assets/Disk/encryptionAtRest/enabled',
  )

const PARAMETERS = `Parameters:
  Yes: { Type: String, Default: 'true' }
  Secret: { Type: String, Default: 'true', NoEcho: true }
  Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: 'true' }
  Asked: { Type: String }
  Only: { Type: String, AllowedValues: ['true'] }
  List: { Type: CommaDelimitedList, Default: 'a, true' }
Mappings:
  Stage: { prod: { Encrypt: true }, dev: { Encrypt: false } }
Conditions:
  Holds: !Equals [!Ref Yes, 'true']
  HoldsNot: !Not [!Condition Holds]
  Open: !Equals [!Ref Asked, 'x']
  Both: !And [!Condition Holds, !Condition Open]
  Neither: !And [!Condition HoldsNot, !Condition Open]
  Either: !Or [!Condition Holds, !Condition Open]
  Round: !Not [!Condition Round]`

describe('a value of a template', () => {
  it.each([
    ['as it is written', 'true', true],
    ['as a text', "'false'", false],
    ['of the default of a parameter', '!Ref Yes', true],
    ['of the only value that a parameter may have', '!Ref Only', true],
    ['of a parameter without a default', '!Ref Asked', undefined],
    ['of a parameter that is a secret', '!Ref Secret', undefined],
    ['of a parameter that is looked up', '!Ref Stored', undefined],
    ['of a mapping', '!FindInMap [Stage, prod, Encrypt]', true],
    ['of a mapping whose key is not known', '!FindInMap [Stage, !Ref Asked, Encrypt]', undefined],
    ['of a branch that counts', '!If [Holds, true, false]', true],
    ['of the other branch', '!If [HoldsNot, true, false]', false],
    ['of a condition that cannot be told', '!If [Open, true, false]', undefined],
    ['of branches that say the same', '!If [Open, true, true]', true],
    ['of a condition of which a part cannot be told', '!If [Both, true, false]', undefined],
    ['of a condition that fails by its known part', '!If [Neither, true, false]', false],
    ['of a condition that holds by its known part', '!If [Either, true, false]', true],
    ['of a condition that is about itself', '!If [Round, true, false]', undefined],
    ['of a condition that does not exist', '!If [Nowhere, true, false]', undefined],
    ['put together', "!Join ['', [tr, ue]]", true],
    ['put together of what is not known', "!Join ['', [!Ref Asked, ue]]", undefined],
    ['with a parameter in it', "!Sub '${Yes}'", true],
    ['with a value of its own in it', "!Sub ['${It}', { It: 'true' }]", true],
    ['picked out of a list', '!Select [1, !Ref List]', true],
    ['picked out of a text', "!Select [1, !Split ['-', 'false-true']]", true],
    ['of another stack', '!ImportValue other', undefined],
    ['of a macro', '!Transform { Name: AWS::Include }', undefined],
    ['in the long form', "{ 'Fn::If': [Holds, { Ref: Yes }, false] }", true],
  ])('%s', (_, value, expected) => {
    expect(encrypted(value, PARAMETERS).value).toBe(expected)
  })

  it('that is taken out is the default of the provider', () => {
    expect(encrypted('!If [Holds, !Ref AWS::NoValue, true]', PARAMETERS)).toMatchObject({
      value: false,
      rank: 'default',
    })
  })

  it('has its place, also within a branch', () => {
    const template = `Conditions:
  On: !Equals [a, a]
Resources:
  Disk:
    Type: AWS::EC2::Volume
    Properties:
      Encrypted: !If
        - On
        - false
        - true
`
    expect(claimAt(imported({ 'template.yaml': template }), 'assets/Disk/encryptionAtRest/enabled')).toEqual({
      value: false,
      rank: 'imported',
      line: 9,
      address: 'template:Disk',
    })
  })
})

describe('a template', () => {
  const JSON_TEMPLATE = JSON.stringify(
    {
      Resources: {
        Disk: {
          Type: 'AWS::EC2::Volume',
          Metadata: { 'aws:cdk:path': 'Clinic/Records/Disk' },
          Properties: { Encrypted: true },
        },
        Queue: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: { Ref: 'Key' } } },
        Key: { Type: 'AWS::KMS::Key', Metadata: { 'aws:cdk:path': 'Clinic/Key/Resource' }, Properties: {} },
      },
    },
    null,
    2,
  )

  it('of the CDK names resources by their path in the program', () => {
    const loaded = imported({ 'Clinic.template.json': JSON_TEMPLATE })
    expect(claimAt(loaded, 'assets/Clinic-Records-Disk/encryptionAtRest/enabled')).toEqual({
      value: true,
      rank: 'imported',
      line: 9,
      address: 'Clinic:Clinic/Records/Disk',
    })
    expect(claimAt(loaded, 'assets/Queue/encryptionAtRest/key').value).toBe('Clinic-Key-Resource')
  })

  it('reads lists of key and value: tags, and attributes of load balancers', () => {
    const loaded = imported({
      'template.yaml': `Resources:
  Logs: { Type: AWS::S3::Bucket }
  Front:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Tags: [{ Key: team, Value: labs }]
      LoadBalancerAttributes:
        - { Key: access_logs.s3.enabled, Value: 'true' }
        - { Key: access_logs.s3.bucket, Value: !Ref Logs }
`,
    })
    expect(claimAt(loaded, 'assets/Front/tags/team').value).toBe('labs')
    expect(claimAt(loaded, 'assets/Front/audit/enabled')).toMatchObject({ value: true, line: 8 })
    expect(claimAt(loaded, 'assets/Front/audit/destination').value).toBe('Logs')
  })

  it('of SAM has what its globals say, its own word first', () => {
    const loaded = imported({
      'template.yaml': `Transform: AWS::Serverless-2016-10-31
Globals:
  Api: { AccessLogSetting: { DestinationArn: !GetAtt Logs.Arn } }
Resources:
  Logs: { Type: AWS::Logs::LogGroup }
  Table: { Type: AWS::Serverless::SimpleTable }
  Front: { Type: AWS::Serverless::Api, Properties: { StageName: prod } }
  Ask:
    Type: AWS::Serverless::Function
    Properties: { FunctionUrlConfig: { AuthType: NONE } }
`,
    })
    expect(claimAt(loaded, 'assets/Front/audit/enabled')).toMatchObject({ value: true, line: 3 })
    expect(claimAt(loaded, 'assets/Table/encryptionAtRest/enabled').value).toBe(true)
    expect(claimAt(loaded, 'assets/Ask/endpoints/443/auth')).toMatchObject({ value: 'none', line: 10 })
  })

  it('repeats resources over a list', () => {
    const loaded = imported({
      'template.yaml': `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Disks:
    - Name
    - [One, Two]
    - Disk\${Name}: { Type: AWS::EC2::Volume, Properties: { Encrypted: true } }
`,
    })
    expect(claimAt(loaded, 'assets/DiskTwo/encryptionAtRest/enabled')).toMatchObject({ value: true, line: 6 })
  })

  it('says what it did not read', () => {
    const { notRead } = imported({
      'template.yaml': `Transform: [MyMacro]
Conditions: { Never: !Equals [a, b] }
Resources:
  Disk: { Type: AWS::EC2::Volume }
  Off: { Type: AWS::EC2::Volume, Condition: Never }
  Inner: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: https://example.com/t.yaml } }
  Odd: { Properties: {} }
  Own: { Type: Custom::Thing }
`,
    })
    expect(notRead.map(({ what, why }) => `${what}: ${why}`)).toEqual([
      'MyMacro: a macro, which is not run: import the template as it was deployed to have what the macro makes',
      'Off: its condition `Never` does not hold with the defaults of the parameters',
      'Inner: a stack of its own, whose template is not fetched: give that file as well',
      'Odd: a resource without a type',
      'Custom::Thing: no rule speaks of this type of resource',
    ])
  })

  it.each([
    ['without resources', 'AWSTemplateFormatVersion: 2010-09-09\n', 'a.yaml:1:1 unknown-format'],
    [
      'with a tag that nobody knows',
      'Resources:\n  A: { Type: AWS::EC2::Volume, Properties: !Nonsense x }\n',
      'a.yaml:2:44 unknown-tag',
    ],
    [
      'with a key that stands twice',
      'Resources:\n  A: { Type: AWS::EC2::Volume }\n  A: { Type: AWS::EC2::Volume }\n',
      'a.yaml:3:3 duplicate-key',
    ],
    ['that is cut off', 'Resources:\n  A: { Type: AWS::EC2::Volume\n', 'a.yaml:2:30 not-yaml'],
  ])('%s is refused with one line', (_, text, expected) => {
    const problems = refused({ 'a.yaml': text })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(expected)
  })

  it('has conditions that rest on others, and leaves open what rests on thousands', () => {
    const decidedAfter = (length: number) => {
      const chain = Array.from(
        { length },
        (_, index) => `  C${index + 1}: !And [!Condition C${index}, !Condition C${index}]\n`,
      )
      const conditions = `Conditions:\n  C0: !Equals [a, a]\n${chain.join('')}`
      return encrypted(`!If [C${length}, true, false]`, conditions).value
    }
    expect(decidedAfter(50)).toBe(true)
    expect(decidedAfter(20_000)).toBeUndefined()
  })

  it('that multiplies itself is bounded', () => {
    const conditions = Array.from({ length: 60 }, (_, index) =>
      index === 0
        ? '  C0: !Equals [!Ref Asked, x]'
        : `  C${index}: !Or [!Condition C${index - 1}, !Condition C${index - 1}]`,
    ).join('\n')
    const loops = Array.from({ length: 8 }, (_, index) => `Fn::ForEach::L${index}`)
    const nested = loops.reduceRight<unknown>(
      (inner, name, index) => ({
        [name]: [`V${index}`, Array.from({ length: 100 }, (__, n) => `${n}`), inner],
      }),
      { 'D${V7}': { Type: 'AWS::EC2::Volume' } },
    ) as object
    const loaded = imported({
      'a.yaml': `Parameters: { Asked: { Type: String } }\nConditions:\n${conditions}\nResources:\n  Disk: { Type: AWS::EC2::Volume, Properties: { Encrypted: !If [C59, true, false] } }\n`,
      'b.json': JSON.stringify({ Resources: { Disk: { Type: 'AWS::EC2::Volume' }, ...nested } }),
    })
    expect(claimAt(loaded, 'assets/a.Disk/encryptionAtRest/enabled').value).toBeUndefined()
  })

  it.each([
    ['many times the same text', { 'Fn::Join': ['', Array.from({ length: 9999 }, () => ({ Ref: 'Long' }))] }],
    ['a text in a text', { 'Fn::Sub': '${Long}'.repeat(9999) }],
    ['a separator', { 'Fn::Join': [',,'.repeat(99_999), { 'Fn::Split': ['a', { Ref: 'Long' }] }] }],
  ])('that grows beyond all measure is not known, and does no harm: %s', (_, engine) => {
    const loaded = imported({
      'a.json': JSON.stringify({
        Parameters: { Long: { Type: 'String', Default: 'ab'.repeat(99_999) } },
        Resources: { Db: { Type: 'AWS::RDS::DBInstance', Properties: { Engine: engine } } },
      }),
    })
    expect(claimAt(loaded, 'assets/Db/product/name').value).toBeUndefined()
  })

  it('with more resources than are read tells where it stopped', () => {
    const copies = { 'D${A}x${B}': { Type: 'AWS::EC2::Volume' } }
    const numbers = Array.from({ length: 150 }, (_, index) => `${index}`)
    const { notRead } = imported({
      'a.json': JSON.stringify({
        AWSTemplateFormatVersion: '2010-09-09',
        Resources: { 'Fn::ForEach::A': ['A', numbers, { 'Fn::ForEach::B': ['B', numbers, copies] }] },
      }),
    })
    expect(notRead).toEqual([
      {
        what: 'D133x50',
        count: 1,
        why: 'more resources than are read of one template, and all after it',
        file: 'a.json',
      },
    ])
  })

  it('never shows its text: it may hold secrets', () => {
    const { documents } = imported({ 'a.yaml': 'Resources: { Disk: { Type: AWS::EC2::Volume } }\n' })
    expect(documents[0]?.line(1)).toBeUndefined()
  })
})
