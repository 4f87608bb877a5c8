import { describe, expect, it } from 'vitest'
import { audit } from '../../../src/audit.js'
import { claimAt, imported } from '../../imported.js'

const one = (type: string, body: string) => `resource "${type}" "r" {\n${body}\n}\n`
const claimed = (hcl: string, path: string) => {
  const loaded = imported({ 'main.tf': hcl })
  return loaded.infrastructure.asset(path.split('/')[1] ?? '') ? claimAt(loaded, path).value : undefined
}

describe('rights that go too far', () => {
  it.each([
    ['roles/owner', false],
    ['roles/iam.serviceAccountUser', false],
    ['roles/iam.serviceAccountTokenCreator', false],
    ['roles/iam.serviceAccountUserOfMine', undefined],
    ['roles/iam.serviceAccountViewer', undefined],
    ['roles/storage.objectViewer', undefined],
  ])('in a project of Google Cloud: %s', (role, value) => {
    const hcl = one('google_project_iam_binding', `project = "p"\n role = "${role}"\n members = []`)
    expect(claimed(hcl, 'assets/iam/access/leastPrivilege')).toBe(value)
  })

  it.each([
    ['everything', '["*"]', '[]', false],
    ['to write roles', '["Microsoft.Authorization/roleDefinitions/write"]', '[]', false],
    ['to give roles', '["microsoft.authorization/roleassignments/*"]', '[]', false],
    ['all that has to do with rights', '["Microsoft.Authorization/*"]', '[]', false],
    ['to read roles', '["Microsoft.Authorization/roleDefinitions/read"]', '[]', undefined],
    ['to delete locks', '["Microsoft.Authorization/locks/delete"]', '[]', undefined],
    ['everything but rights', '["*"]', '["Microsoft.Authorization/*"]', undefined],
    ['to write anything', '["*/write"]', '[]', false],
    ['to read anything', '["*/read"]', '[]', undefined],
    ['everything but to give roles', '["*"]', '["Microsoft.Authorization/roleAssignments/write"]', false],
    ['everything but to write roles', '["*"]', '["Microsoft.Authorization/roleDefinitions/*"]', false],
    ['what a contributor may do', '["*"]', '["Microsoft.Authorization/*/Write"]', undefined],
    ['everything but what is not known', '["*"]', 'var.some', undefined],
    ['everything but keys', '["*"]', '["Microsoft.KeyVault/*"]', false],
  ])('in a role of Azure: %s', (_, actions, without, value) => {
    const hcl = one(
      'azurerm_role_definition',
      `permissions {\n actions = ${actions}\n not_actions = ${without}\n}`,
    ).concat('variable "some" {}')
    expect(claimed(hcl, 'assets/rbac/access/leastPrivilege')).toBe(value)
  })

  it.each([
    ['of AKS', 'azurerm_kubernetes_cluster', 'role_based_access_control_enabled = false', false],
    [
      'of AKS, as it was written',
      'azurerm_kubernetes_cluster',
      'role_based_access_control {\n enabled = false\n}',
      false,
    ],
    [
      'of AKS with roles',
      'azurerm_kubernetes_cluster',
      'role_based_access_control_enabled = true',
      undefined,
    ],
    ['of GKE', 'google_container_cluster', 'enable_legacy_abac = true', false],
    ['of GKE with roles', 'google_container_cluster', 'enable_legacy_abac = false', undefined],
  ])('in a cluster without roles: %s', (_, type, body, value) => {
    expect(claimed(one(type, body), `assets/${type}.r/access/roles`)).toBe(value)
  })

  it.each([
    ['s3:*', false],
    ['s3:GetObject', undefined],
  ])('in a state machine of SAM: %s', (action, value) => {
    const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Table: { Type: AWS::Serverless::SimpleTable }
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties:
      Policies:
        - AWSLambdaExecute
        - Statement: [{ Effect: Allow, Action: ["${action}"], Resource: "*" }]`
    const loaded = imported({ 'template.yaml': template })
    expect(claimAt(loaded, 'assets/iam/access/leastPrivilege').value).toBe(value)
  })
})

describe('a key of a disk that is written out', () => {
  const RAW = 'b2ggbm8gdGhpcyBpcyBiYWQ='
  it.each([
    ['of a disk', one('google_compute_disk', `disk_encryption_key {\n raw_key = "${RAW}"\n}`), 1],
    [
      'of the first disk of a server',
      one('google_compute_instance', `boot_disk {\n disk_encryption_key_raw = "${RAW}"\n}`),
      1,
    ],
    [
      'of another disk',
      one('google_compute_instance', `attached_disk {\n disk_encryption_key_raw = "${RAW}"\n}`),
      1,
    ],
    [
      'that is only named',
      one('google_compute_disk', 'disk_encryption_key {\n kms_key_self_link = "k"\n}'),
      0,
    ],
    [
      'that comes from elsewhere',
      `variable "k" {}\n${one('google_compute_disk', 'disk_encryption_key {\n raw_key = var.k\n}')}`,
      0,
    ],
  ])('%s', (_, hcl, count) => {
    const result = audit([{ file: 'main.tf', bytes: new TextEncoder().encode(hcl) }], { asOf: '2026-11-25' })
    if ('problems' in result) throw new Error(JSON.stringify(result.problems))
    const found = result.report.findings.filter(({ rule }) => rule === 'key-management/plaintext-secret')
    expect(found.length).toBe(count)
    expect(JSON.stringify(result.report)).not.toContain(RAW)
  })
})

describe('the record of a SQL server of Azure', () => {
  const SERVER = one('azurerm_mssql_server', 'name = "s"')
  const database = (name: string) =>
    `resource "azurerm_mssql_database" "${name}" {\n name = "${name}"\n server_id = azurerm_mssql_server.r.id\n}\n`
  const policy = (name: string, days: string) =>
    `resource "azurerm_mssql_database_extended_auditing_policy" "${name}" {\n database_id = azurerm_mssql_database.${name}.id\n ${days}\n}\n`
  const kept = (days: number) => `retention_in_days = ${days}`
  const both = SERVER + database('a') + database('b')

  it.each([
    ['of its only database', SERVER + database('a') + policy('a', kept(6)), [true, 'P6D']],
    [
      'of all its databases, by the shortest',
      both + policy('a', kept(6)) + policy('b', kept(90)),
      [true, 'P6D'],
    ],
    ['whatever the order', both + policy('a', kept(90)) + policy('b', kept(6)), [true, 'P6D']],
    ['of which one is kept for ever', both + policy('a', kept(0)) + policy('b', kept(6)), [true, 'P6D']],
    ['of which one says nothing', both + policy('a', kept(6)) + policy('b', ''), [true, 'P6D']],
    ['of one of its databases', both + policy('a', kept(6)), [false, undefined]],
    ['of none', SERVER, [false, undefined]],
  ])('%s', (_, hcl, expected) => {
    const audit = 'assets/azurerm_mssql_server.r/audit'
    expect([claimed(hcl, `${audit}/enabled`), claimed(hcl, `${audit}/retention`)]).toEqual(expected)
  })
})

describe('the nodes of a domain of OpenSearch', () => {
  const endpoint = 'assets/aws_opensearch_domain.r/endpoints/9300/encryption'
  it.each([
    ['say nothing', '', 'none', 'default'],
    ['speak in clear', 'node_to_node_encryption {\n enabled = false\n}', 'none', 'imported'],
    ['encrypt', 'node_to_node_encryption {\n enabled = true\n}', undefined, undefined],
    ['are not known', 'node_to_node_encryption {\n enabled = var.v\n}', undefined, undefined],
  ])('%s', (_, body, value, rank) => {
    const loaded = imported({ 'main.tf': `variable "v" {}\n${one('aws_opensearch_domain', body)}` })
    expect(claimAt(loaded, endpoint).value).toBe(value)
    if (rank) expect(claimAt(loaded, endpoint).rank).toBe(rank)
  })
})
