import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/index.js'

interface Entry {
  readonly check?: string
  readonly group?: string
  readonly rule?: string
  readonly why?: string
}

const read = (name: string) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../docs/data/${name}.json`, import.meta.url)), 'utf8'))
const peers = read('peer-checks') as { reasons: Record<string, string>; checks: readonly Entry[] }
const hosts = read('host-checks') as { groups: readonly Entry[] }
const ids = new Set(rules.map(({ id }) => id))

describe('what other tools check', () => {
  it.each([...peers.checks, ...hosts.groups])(
    '$check$group has a rule that exists, or a reason',
    ({ rule, why }) => {
      if (rule === undefined) expect(peers.reasons).toHaveProperty(why ?? 'nothing')
      else expect(ids).toContain(rule)
    },
  )

  it('is covered for nine checks in ten', () => {
    const covered = peers.checks.filter(({ rule }) => rule !== undefined).length
    expect(covered / peers.checks.length).toBeGreaterThanOrEqual(0.9)
  })
})
