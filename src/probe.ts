import { readFileSync } from 'node:fs'
import { publicRoots, rootsOf, systemRoots } from './evidence/certificates/trust.js'
import { EVIDENCE_VERSION, type EvidenceFile, type Observation } from './evidence/evidence.js'
import type { TrustStores } from './evidence/tls/chains.js'
import { observationsOf } from './evidence/tls/observation.js'
import { paceOf } from './evidence/tls/pace.js'
import { probeEndpoint, type Scanned } from './evidence/tls/probe-endpoint.js'
import { type Target, targetText } from './evidence/tls/target.js'
import { type Objection, objectionsTo } from './judge-endpoint.js'
import { SEVERITIES, type Severity } from './knowledge/terms.js'
import type { Endpoint } from './model/description.generated.js'
import type { Problem } from './model/problem.js'
import type { DayText } from './model/scalars/text.js'
import type { ProbePlan } from './probe-plan.js'
import { withTasks } from './progress.js'
import { VERSION } from './version.js'

/** Bounds and beliefs of a probe. */
export interface ProbeOptions {
  /** Milliseconds for one connection. */
  readonly timeout: number
  /** New connections to one host in a second at most. */
  readonly pace?: number
  /** Roots in PEM to believe beside those of browsers and of this machine. */
  readonly ca?: string
}

/** A target, what was seen there, and what rules have against it. */
export interface Probed {
  readonly target: Target
  readonly scanned: Scanned
  readonly observations: readonly Observation[]
  readonly objections: readonly Objection[]
}

/** So many hosts are probed at once. */
const HOSTS_AT_ONCE = 4
/** One endpoint may take so many times the limit of one connection, and the time that the pace costs it. */
const MOST_TIMEOUTS = 40
const MOST_CONNECTIONS = 400
/** So many connections are open to one host at once. */
const CONNECTIONS_AT_ONCE = 4

/** Probes what is planned, each place of the network once. */
export const probeTls = async (
  { targets }: ProbePlan,
  { timeout, pace, ca }: ProbeOptions,
): Promise<readonly Probed[]> => {
  const stores = storesOf(ca)
  const tasks = grouped(targets).map(([first, group]) => ({
    title: targetText(first),
    run: async () => {
      const bounds = {
        timeout,
        deadline:
          performance.now() +
          MOST_TIMEOUTS * timeout +
          (MOST_CONNECTIONS * 1000) / (pace ?? MOST_CONNECTIONS),
        pace: paceOf({ atOnce: CONNECTIONS_AT_ONCE, ...(pace === undefined ? {} : { perSecond: pace }) }),
      }
      const scanned = await probeEndpoint(first, bounds)
      return group.map((one) => probedOf(one, scanned, stores))
    },
  }))
  return (await withTasks(tasks, HOSTS_AT_ONCE)).flat()
}

/** What answers at one place of the network, by the first that names it. */
const grouped = (
  targets: ProbePlan['targets'],
): readonly (readonly [first: Target, group: ProbePlan['targets']])[] => {
  const keyOf = ({ target }: ProbePlan['targets'][number]): string =>
    `${targetText(target)} ${target.protocol}`
  return [...new Set(targets.map(keyOf))].map((key) => {
    const group = targets.filter((one) => keyOf(one) === key)
    return [(group[0] as (typeof group)[number]).target, group]
  })
}

const storesOf = (ca: string | undefined): TrustStores => {
  const system = systemRoots()
  return {
    public: publicRoots(),
    ...(system ? { system } : {}),
    ...(ca === undefined ? {} : { given: rootsOf(ca) }),
  }
}

const probedOf = (
  { target, circumstances }: ProbePlan['targets'][number],
  scanned: Scanned,
  stores: TrustStores,
): Probed => {
  const now = new Date()
  const observations = observationsOf(target, scanned, { now, stores })
  const { result } = scanned
  // What answers with pages is visited by browsers, unless a description says what it is.
  const isPage = result.kind === 'tls' && result.http && 'isPage' in result.http && result.http.isPage
  const full = { ...(isPage ? { kind: 'web-app' as const } : {}), ...circumstances }
  const objections = observations.flatMap((one) =>
    one.state === 'observed'
      ? objectionsTo(
          { port: target.port, ...(one.facts as Partial<Endpoint>) },
          full,
          now.toISOString().slice(0, 10) as DayText,
        )
      : [],
  )
  return { target, scanned, observations, objections }
}

/** What was seen, as a file of evidence. */
export const evidenceOf = (probed: readonly Probed[]): EvidenceFile => ({
  evidenceVersion: EVIDENCE_VERSION,
  tool: { name: 'hipaacheck', version: VERSION },
  observations: probed.flatMap(({ observations }) => observations),
})

/** When a probe fails. */
export interface ProbeGate {
  readonly failOn: Severity
  /** Whether what is not proven fails too. */
  readonly strict: boolean
}

/** Exit code of a probe: 0, 1 where it fails, 2 where nothing at all could be probed. */
export const exitCodeOf = (probed: readonly Probed[], { failOn, strict }: ProbeGate): 0 | 1 | 2 => {
  const bound = SEVERITIES.indexOf(failOn)
  const fails = probed.some(
    ({ objections, observations }) =>
      objections.some(({ severity }) => SEVERITIES.indexOf(severity) <= bound) ||
      (strict && observations.some(({ state }) => state === 'not-proven')),
  )
  const seen = probed.some(({ observations }) => observations.some(({ state }) => state === 'observed'))
  if (!seen) return 2
  return fails ? 1 : 0
}

/** Roots in a file of PEM, or why there are none. */
export const readRoots = (file: string): { readonly ca: string } | { readonly problem: Problem } => {
  const problem = (message: string): { problem: Problem } => ({
    problem: { code: 'bad-usage', message, expected: 'a file of certificates in PEM' },
  })
  try {
    const pem = readFileSync(file, 'latin1')
    return rootsOf(pem).fingerprints.size > 0 ? { ca: pem } : problem(`--ca ${file}: no certificate is in it`)
  } catch (error) {
    return problem(`--ca ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}
