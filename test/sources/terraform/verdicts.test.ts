import { describe, expect, it } from 'vitest'
import { audit } from '../../../src/audit.js'
import { type Files, findingsOf } from '../../imported.js'

/** The outcomes of a rule, as `outcome severity subject: message`. */
const outcomes = (rule: string, files: Files) =>
  findingsOf(files)
    .filter((finding) => finding.rule === rule)
    .flatMap(({ outcome, severity, message, subjects }) =>
      subjects.map(({ id }) => `${outcome} ${severity} ${id}: ${message}`),
    )

const efs = 'resource "aws_efs_file_system" "f" {}\n'
const db = 'resource "aws_db_instance" "d" {\n  engine = "mysql"\n  backup_retention_period = 7\n}\n'

describe('verdicts on what was imported', () => {
  it('leave open whether a plan of elsewhere covers a store', () => {
    expect(outcomes('backup/store-covered', { 'main.tf': efs + db })).toEqual([
      'unproven high aws_efs_file_system.f: aws_efs_file_system.f: not shown: every store of ePHI has a backup (nothing that was imported covers it: state the plan that does)',
    ])
  })

  it('hold a plan that a person wrote against what it leaves out', () => {
    const yaml =
      'version: 1\nsources: [{ id: p, files: [main.tf] }]\nassets: [{ id: x, kind: server, ephi: [stores] }]\nbackupPlans: [{ id: nightly, covers: { id: x }, copies: [{ frequency: 1 day }] }]\n'
    expect(outcomes('backup/store-covered', { 'infra.yaml': yaml, 'main.tf': efs })).toMatchObject([
      expect.stringMatching(/^fail medium p\.aws_efs_file_system\.f: .*no backup plan covers it/),
    ])
  })

  it('fail where a database says that it makes no copies', () => {
    expect(outcomes('backup/store-covered', { 'main.tf': db.replace('7', '0') })).toMatchObject([
      expect.stringMatching(/^fail high aws_db_instance\.d: aws_db_instance\.d: it has no backup/),
    ])
  })

  it('fail where a store speaks in clear, though nobody described its clients', () => {
    expect(
      outcomes('transmission-security/cleartext-refused', {
        'main.tf': 'resource "aws_elasticache_replication_group" "r" {}',
      }),
    ).toEqual([
      'fail low aws_elasticache_replication_group.r/6379: aws_elasticache_replication_group.r/6379: it speaks in clear alone (endpoints.6379.encryption is none)',
    ])
  })

  it('leave that to the flow where one is known', () => {
    const used =
      'resource "aws_elasticache_replication_group" "r" {}\nresource "aws_lambda_function" "f" {\n environment {\n variables = { HOST = aws_elasticache_replication_group.r.primary_endpoint_address }\n }\n}'
    expect(outcomes('transmission-security/cleartext-refused', { 'main.tf': used })).toEqual([])
    expect(outcomes('transmission-security/flow-encrypted', { 'main.tf': used })).toMatchObject([
      expect.stringMatching(/^fail low /),
    ])
  })

  it('speak of keys that were imported without what they encrypt', () => {
    expect(outcomes('key-management/rotation', { 'main.tf': 'resource "aws_kms_key" "k" {}' })).toMatchObject(
      [expect.stringMatching(/^fail info aws_kms_key\.k: /)],
    )
  })

  it('are the same for a plan and for its configuration', () => {
    const hcl = `${efs}${db}resource "aws_sns_topic" "t" {}\n`
    const resources = [
      ['aws_efs_file_system', 'f', {}],
      ['aws_db_instance', 'd', { engine: 'mysql', backup_retention_period: 7 }],
      ['aws_sns_topic', 't', {}],
    ] as const
    const plan = JSON.stringify({
      format_version: '1.2',
      planned_values: {
        root_module: {
          resources: resources.map(([type, name, values]) => ({
            address: `${type}.${name}`,
            mode: 'managed',
            type,
            name,
            values,
          })),
        },
      },
      resource_changes: [],
    })
    const essence = (file: string, text: string) => {
      const audited = audit([{ file, bytes: new TextEncoder().encode(text) }], { asOf: '2026-11-24' })
      return (
        'report' in audited &&
        audited.report.findings.map(({ rule, outcome, severity, message, fingerprint }) => [
          rule,
          outcome,
          severity,
          message,
          fingerprint,
        ])
      )
    }
    expect(essence('plan.json', plan)).toEqual(essence('main.tf', hcl))
  })
})
