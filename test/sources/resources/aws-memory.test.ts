import { describe, expect, it } from 'vitest'
import { claimAt, type Files, findingsOf, imported } from '../../imported.js'

const resource = (type: string, more = '') => `resource "${type}" "r" {\n${more}\n}\n`
const GROUP = 'aws_elasticache_replication_group'
const CLUSTER = 'aws_elasticache_cluster'
const DURABLE = 'aws_memorydb_cluster'

const copiesOf = (files: Files) =>
  findingsOf(files, '2026-11-25')
    .filter(({ rule }) => rule === 'backup/store-covered')
    .map(({ outcome, severity, message }) => ({ outcome, severity, message }))

const cached = (set: string) =>
  `version: 1\ndefaults: [{ match: { kind: cache }, set: { ephi: [stores], ${set} } }]`

describe('copies of a store in memory', () => {
  it.each([
    ['a replication group that says nothing', resource(GROUP), 'unproven'],
    ['a replication group that makes none', resource(GROUP, 'snapshot_retention_limit = 0'), 'unproven'],
    ['a replication group that makes some', resource(GROUP, 'snapshot_retention_limit = 5'), undefined],
    ['a cluster of Redis', resource(CLUSTER, 'engine = "redis"'), 'unproven'],
    ['a cluster of Valkey', resource(CLUSTER, 'engine = "valkey"'), 'unproven'],
    ['a cluster of Memcached, which keeps nothing', resource(CLUSTER, 'engine = "memcached"'), undefined],
    ['MemoryDB that says nothing', resource(DURABLE), 'fail'],
    ['MemoryDB that makes none', resource(DURABLE, 'snapshot_retention_limit = 0'), 'fail'],
    ['MemoryDB that makes some', resource(DURABLE, 'snapshot_retention_limit = 1'), undefined],
  ])('%s', (_, hcl, outcome) => {
    expect(copiesOf({ 'main.tf': hcl })[0]?.outcome).toBe(outcome)
  })

  it.each([
    ['a plan', (resources: unknown) => ({ planned_values: { root_module: { resources } } })],
    ['a state', (resources: unknown) => ({ values: { root_module: { resources } } })],
  ])('asks the same of %s', (_, shown) => {
    const own = {
      address: `${GROUP}.r`,
      mode: 'managed',
      type: GROUP,
      name: 'r',
      values: { engine: 'redis' },
    }
    const text = JSON.stringify({ format_version: '1.0', ...shown([own]) })
    expect(copiesOf({ 'shown.json': text }).map(({ outcome }) => outcome)).toEqual(['unproven'])
  })

  it('asks what a cache is for, and is not loud about it', () => {
    const infra = cached('encryptionAtRest: true')
    expect(copiesOf({ 'main.tf': resource(GROUP), 'infra.yaml': infra })).toEqual([
      {
        outcome: 'unproven',
        severity: 'medium',
        message:
          'aws_elasticache_replication_group.r: not shown: every store of ePHI has a backup (state `purpose: cache` where what it holds can be made again, else the plan that copies it)',
      },
    ])
  })

  it.each([
    ['it can be made again', 'purpose: cache', undefined],
    ['it is only passing', 'transient: 1 hour', undefined],
    ['it is made of something else', 'derivedFrom: main', undefined],
    ['it is a test', 'environment: test', undefined],
    ['it is the only place', 'purpose: primary', 'unproven'],
  ])('asks no more once somebody says that %s', (_, set, outcome) => {
    const infra = `${cached(set)}\nassets: [{ id: main, kind: server, ephi: none }]`
    expect(copiesOf({ 'main.tf': resource(GROUP), 'infra.yaml': infra })[0]?.outcome).toBe(outcome)
  })

  it('fails one that is the only place, where it is said that nothing is copied', () => {
    const infra = `${cached('purpose: primary')}\nbackupPlans: []`
    expect(copiesOf({ 'main.tf': resource(GROUP), 'infra.yaml': infra })[0]?.outcome).toBe('fail')
  })
})

describe('MemoryDB', () => {
  const endpoint = (key: string) => `assets/${DURABLE}.r/endpoints/6379/${key}`
  it.each([
    ['is a store', '', `assets/${DURABLE}.r/kind`, 'key-value-store', 'imported'],
    ['speaks TLS', '', endpoint('encryption'), 'required', 'default'],
    ['speaks in clear', 'tls_enabled = false', endpoint('encryption'), 'none', 'imported'],
    ['asks for a password', 'acl_name = "staff"', endpoint('auth'), 'password', 'imported'],
    ['lets everybody in', 'acl_name = "open-access"', endpoint('auth'), 'none', 'imported'],
  ])('%s', (_, more, path, value, rank) => {
    const claim = claimAt(imported({ 'main.tf': resource(DURABLE, more) }), path)
    expect([claim.value, claim.rank]).toEqual([value, rank])
  })
})
