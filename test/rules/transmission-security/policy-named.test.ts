import { describe, expect, it } from 'vitest'
import { policyNamed } from '#rules/transmission-security/policy-named.js'
import { dedented } from '#test/infrastructure-of.js'
import { ruleTable, TODAY } from '#test/rule-table.js'
import { findingsOf } from '../../../src/engine/findings.js'
import { judge } from '../../../src/engine/judge.js'
import type { Rank } from '../../../src/knowledge/terms.js'
import { buildInfrastructure } from '../../../src/model/infrastructure.js'
import { readDescriptions } from '../../../src/sources/description/read-descriptions.js'
import { readDocument } from '../../../src/sources/documents/document.js'

const path = '/assets/alb/endpoints/443/tls/providerPolicy'
const system = (stated: string, asset = 'kind: load-balancer, vendor: aws') => `
    vendors: [{ id: aws }, { id: cloud, name: Amazon Web Services }, { id: rawsome }]
    assets: [{ id: alb, ${asset}, ephi: [transmits], endpoints: [{ port: 443, protocol: https, exposure: public, ${stated} }] }]`

ruleTable(policyNamed, {
  system: (stated) => system(stated),
  rows: [
    ['named', 'tls: { providerPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06 }', 'pass', path],
    [
      'named, weak, of which other rules speak',
      'tls: { providerPolicy: ELBSecurityPolicy-2016-08 }',
      'pass',
      path,
    ],
    ['not said by a person', 'auth: sso', 'unproven', { path, severity: 'high' }],
    ['versions stated', 'tls: { versions: [TLSv1.2] }', 'not-applicable'],
    ['suites stated', 'tls: { cipherSuites: [TLS_AES_128_GCM_SHA256] }', 'not-applicable'],
    ['suites stated as a string', 'tls: { cipherString: ECDHE+AESGCM }', 'not-applicable'],
  ],
  also: [
    ['AWS by the name of the vendor', system('auth: sso', 'kind: load-balancer, vendor: cloud'), 'unproven'],
    [
      'AWS by the address of the resource',
      system('auth: sso', 'kind: load-balancer, address: "prod:aws_lb_listener.main"'),
      'unproven',
    ],
    [
      'AWS by the type of the resource',
      system('auth: sso', 'kind: load-balancer, address: "cfn:AWS::ElasticLoadBalancingV2::Listener"'),
      'unproven',
    ],
    ['a load balancer of our own', system('auth: sso', 'kind: load-balancer'), 'not-applicable'],
    [
      'a vendor whose name has the letters',
      system('auth: sso', 'kind: load-balancer, vendor: rawsome'),
      'not-applicable',
    ],
    ['something else at AWS', system('auth: sso', 'kind: cdn, vendor: aws'), 'not-applicable'],
  ],
  never: { fail: 'only an import or a probe proves that no policy is named' },
  message:
    'alb/443: not shown: a listener in the cloud names its TLS policy (no providerPolicy is stated: where none is named, ELBSecurityPolicy-2016-08 holds for listeners that the API, CloudFormation, the CDK or Terraform made; the console names another)',
})

const judged = (stated: string, rank: Rank) => {
  const read = readDocument('plan.yaml', new TextEncoder().encode(`version: 1\n${dedented(system(stated))}`))
  if ('problems' in read) throw new Error('not read')
  const described = readDescriptions([read.document])
  if ('problems' in described) throw new Error('not valid')
  const layers = described.layers.map((layer) => ({ ...layer, rank }))
  const infrastructure = buildInfrastructure(layers, TODAY)
  const results = judge(infrastructure, [policyNamed], { today: TODAY, profile: 'hipaa' })
  const nowhere = { file: 'plan', line: 1, column: 1, endLine: 1, endColumn: 1 }
  return findingsOf(
    results.flatMap((result) => result.judged),
    infrastructure,
    { placeOf: () => nowhere },
  ).map(({ outcome, severity, message }) => ({ outcome, severity, message }))
}

describe('what configuration as code says', () => {
  it.each(['imported', 'observed'] as const)('proves that no policy is named where it is %s', (rank) =>
    expect(judged('auth: sso', rank)).toEqual([
      {
        outcome: 'fail',
        severity: 'high',
        message:
          'alb/443: it names no TLS policy, and gets one that still offers TLS 1.0 (ELBSecurityPolicy-2016-08 holds there)',
      },
    ]),
  )
  it.each(['default', 'stated', 'attested'] as const)('proves nothing where it is %s', (rank) =>
    expect(judged('auth: sso', rank).map(({ outcome }) => outcome)).toEqual(['unproven']),
  )
  it('passes where a policy is named', () =>
    expect(judged('tls: { providerPolicy: ELBSecurityPolicy-2016-08 }', 'imported')).toEqual([]))
})
