import {
  type CheckFact,
  DELETION_PROTECTED,
  ENCRYPTED,
  LOGGED,
  POINT_IN_TIME,
  PUBLIC,
  SEVERAL_ZONES,
  VERSIONED,
} from './check-facts.js'
import type { Placed, Scanner } from './scanner.js'
import { undated } from './tls-endpoint.js'
import { listOf, recordOf, textOf, timeOf } from './values.js'

/** What checks of checkov and Trivy show (bridgecrewio/checkov, docs; aquasecurity/trivy-checks), by their ids. */
const CHECKS: Readonly<Record<string, CheckFact>> = {
  CKV_AWS_3: ENCRYPTED,
  CKV_AWS_5: ENCRYPTED,
  CKV_AWS_16: ENCRYPTED,
  CKV_AWS_18: LOGGED,
  CKV_AWS_19: ENCRYPTED,
  CKV_AWS_20: PUBLIC,
  CKV_AWS_21: VERSIONED,
  CKV_AWS_26: ENCRYPTED,
  CKV_AWS_27: ENCRYPTED,
  CKV_AWS_28: POINT_IN_TIME,
  CKV_AWS_29: ENCRYPTED,
  CKV_AWS_42: ENCRYPTED,
  CKV_AWS_43: ENCRYPTED,
  CKV_AWS_44: ENCRYPTED,
  CKV_AWS_64: ENCRYPTED,
  CKV_AWS_71: LOGGED,
  CKV_AWS_74: ENCRYPTED,
  CKV_AWS_96: ENCRYPTED,
  CKV_AWS_157: SEVERAL_ZONES,
  CKV_AWS_293: DELETION_PROTECTED,
  'AWS-0024': POINT_IN_TIME,
  'AWS-0026': ENCRYPTED,
  'AWS-0037': ENCRYPTED,
  'AWS-0045': ENCRYPTED,
  'AWS-0048': ENCRYPTED,
  'AWS-0079': ENCRYPTED,
  'AWS-0080': ENCRYPTED,
  'AWS-0088': ENCRYPTED,
  'AWS-0089': LOGGED,
  'AWS-0090': VERSIONED,
  'AWS-0092': PUBLIC,
  'AWS-0095': ENCRYPTED,
  'AWS-0096': ENCRYPTED,
  'AWS-0177': DELETION_PROTECTED,
}

/** Trivy gave its checks a first word that it has left out since. */
const CHECKS_BY_NAME = new Map(Object.entries(CHECKS))

/** Scanners whose SARIF is read; they look at configuration, and report what fails. */
const TOOLS = /^(checkov|trivy)$/i

/** SARIF 2.1.0 (OASIS) of checkov and Trivy. It names lines of files: what is imported from there is the asset. */
export const sarif: Scanner = {
  id: 'sarif',
  title: 'SARIF of checkov or Trivy',
  format: 'json',
  recognises: (value) => runsOf(value).some((run) => TOOLS.test(driverOf(run).name)),
  read: (value, { writtenAt }) => {
    const runs = runsOf(value)
    const first = driverOf(runs.find((run) => TOOLS.test(driverOf(run).name)))
    const notRead: Record<string, number> = {}
    const observations = runs.flatMap((run, number) =>
      listOf(recordOf(run)['results']).flatMap((result, index) => {
        const rule = textOf(recordOf(result)['ruleId']) ?? 'a result without a rule'
        const made = observationOf(recordOf(result), rule, run, ['runs', number, 'results', index], writtenAt)
        if (made.length === 0) notRead[rule] = (notRead[rule] ?? 0) + 1
        return made
      }),
    )
    return { tool: first, observations, notRead }
  },
}

type Plain = Readonly<Record<string, unknown>>

const runsOf = (value: unknown): readonly unknown[] => listOf(recordOf(value)['runs'])

const driverOf = (run: unknown): { readonly name: string; readonly version?: string } => {
  const { name, version, semanticVersion } = recordOf(recordOf(recordOf(run)['tool'])['driver'])
  const number = textOf(version) ?? textOf(semanticVersion)
  return { name: textOf(name) ?? '', ...(number === undefined ? {} : { version: number }) }
}

const observationOf = (
  result: Plain,
  rule: string,
  run: unknown,
  at: Placed['at'],
  writtenAt: string | undefined,
): Placed[] => {
  const fact = CHECKS_BY_NAME.get(rule.replace(/^AVD-/, ''))
  const { kind = 'fail' } = result
  const facts = kind === 'pass' ? fact?.pass : kind === 'fail' ? fact?.fail : undefined
  const address = assetOf(recordOf(listOf(result['locations'])[0]))
  const suppressed = listOf(result['suppressions']).length > 0
  if (!TOOLS.test(driverOf(run).name) || !facts || address === undefined || suppressed) return []
  const { endTimeUtc, startTimeUtc } = recordOf(listOf(recordOf(run)['invocations'])[0])
  const observedAt = timeOf(endTimeUtc) ?? timeOf(startTimeUtc) ?? writtenAt
  const { name, version } = driverOf(run)
  const how = `${name}${version === undefined ? '' : ` ${version}`}, ${rule}`
  const base = {
    about: { kind: 'asset', address },
    observedAt: observedAt ?? '1970-01-01T00:00:00Z',
    how,
    of: 'configuration',
  } as const
  return [
    { observation: observedAt === undefined ? undated(base) : { ...base, state: 'observed', facts }, at },
  ]
}

/** The resource that is named, else the line of the file: `main.tf:12`. */
const assetOf = ({ logicalLocations, physicalLocation }: Plain): string | undefined => {
  const { fullyQualifiedName, name } = recordOf(listOf(logicalLocations)[0])
  const named = textOf(fullyQualifiedName) ?? textOf(name)
  if (named !== undefined) return named
  const { artifactLocation, region } = recordOf(physicalLocation)
  const [uri, line] = [textOf(recordOf(artifactLocation)['uri']), recordOf(region)['startLine']]
  return uri === undefined || typeof line !== 'number' ? undefined : `${fileOf(uri)}:${line}`
}

const fileOf = (uri: string): string => uri.replace(/^file:\/\//, '').replace(/^\.\//, '')
