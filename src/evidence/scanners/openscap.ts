import type { Asset } from '../../model/description.generated.js'
import { type Checks, SHOWN, shownBy } from './check-facts.js'
import { dated } from './dated.js'
import type { Placed, Scanner } from './scanner.js'
import { timeOf } from './values.js'
import { descendants, type Element, elementOf } from './xml-element.js'

/**
 * What rules of the SCAP Security Guide show of a machine (ComplianceAsCode/content), by the end of their ids. Only what
 * one rule shows by itself: that one of many settings is right proves nothing of the whole.
 */
const RULES: Checks = new Map(
  Object.entries({
    service_auditd_enabled: SHOWN.logged,
    package_audit_installed: { fail: { audit: { enabled: false } } },
    encrypt_partitions: SHOWN.encrypted,
    chronyd_or_ntpd_specify_remote_server: {
      pass: { audit: { timeSync: true } },
      fail: { audit: { timeSync: false } },
    },
    aide_periodic_cron_checking: {
      pass: { integrity: { checksums: true } },
      fail: { integrity: { checksums: false } },
    },
    package_aide_installed: { fail: { integrity: { checksums: false } } },
    install_antivirus: { pass: { malwareProtection: true }, fail: { malwareProtection: false } },
    account_unique_id: { fail: { access: { uniqueIds: false } } },
  }),
)

/** Results of OpenSCAP: XCCDF 1.2 `TestResult`, alone or in a report of the Asset Reporting Format (`--results-arf`). */
export const openscap: Scanner = {
  id: 'openscap',
  title: 'OpenSCAP',
  format: 'xml',
  recognises: (value) => {
    const { name } = elementOf(value)
    return name === 'asset-report-collection' || name === 'TestResult' || name === 'Benchmark'
  },
  read: (value, { writtenAt }) => {
    const root = elementOf(value)
    const results = root.name === 'TestResult' ? [root] : descendants(root, 'TestResult')
    const notRead: Record<string, number> = {}
    const observations = results.flatMap((result) => observationsOf(result, notRead, writtenAt))
    return { tool: { name: 'OpenSCAP' }, observations, notRead }
  },
}

/** One observation a machine: all its rules together. */
const observationsOf = (
  result: Element,
  notRead: Record<string, number>,
  writtenAt: string | undefined,
): Placed[] => {
  const address = result.children.find(({ name, text }) => name === 'target' && text !== '')?.text
  if (address === undefined) return []
  const observedAt =
    timeOf(result.attributes['end-time']) ?? timeOf(result.attributes['start-time']) ?? writtenAt
  const facts: Record<string, unknown> = {}
  const parts: Record<string, Placed['at']> = {}
  for (const rule of result.children.filter(({ name }) => name === 'rule-result')) {
    const its = factsOf(rule)
    if (!its) {
      notRead[kindOf(rule)] = (notRead[kindOf(rule)] ?? 0) + 1
      continue
    }
    for (const [key, value] of Object.entries(its)) {
      // What fails counts before what passes: of two rules on one fact the worse is shown.
      facts[key] = typeof value === 'object' ? falseFirst(facts[key], value) : value
      const inner = typeof value === 'object' ? Object.keys(value) : []
      for (const path of [key, ...inner.map((one) => `${key}.${one}`)]) parts[path] = rule.at
    }
  }
  const base = {
    about: { kind: 'asset', address },
    how: `OpenSCAP, ${result.attributes['id'] ?? 'a test'}`,
  } as const
  return [{ observation: dated(base, observedAt, facts as Partial<Asset>), at: result.at, parts }]
}

const falseFirst = (one: unknown, other: object): object => {
  const known = (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>
  return {
    ...other,
    ...known,
    ...Object.fromEntries(Object.entries(other).filter(([, value]) => value === false)),
  }
}

const factsOf = (rule: Element): Partial<Asset> | undefined => {
  const slug = (rule.attributes['idref'] ?? '').replace(/^.*content_rule_/, '')
  const result = rule.children.find(({ name }) => name === 'result')?.text
  return shownBy(RULES, slug, OUTCOMES[result ?? ''])
}

const OUTCOMES: Readonly<Record<string, 'pass' | 'fail'>> = { pass: 'pass', fixed: 'pass', fail: 'fail' }

/** Rules without a fact are counted by what came of them: there are hundreds. */
const kindOf = (rule: Element): string =>
  `rules that came out ${rule.children.find(({ name }) => name === 'result')?.text ?? 'without a result'}`
