import { type Checks, SHOWN, shownBy } from './check-facts.js'
import { dated } from './dated.js'
import type { Placed, Scanner } from './scanner.js'
import { listOf, recordOf, textOf, timeOf } from './values.js'

/** What checks of checkov and Trivy show (bridgecrewio/checkov, docs; aquasecurity/trivy-checks), by their ids. */
const CHECKS: Checks = new Map(
  Object.entries({
    CKV_AWS_3: SHOWN.encrypted,
    CKV_AWS_5: SHOWN.encrypted,
    CKV_AWS_16: SHOWN.encrypted,
    CKV_AWS_18: SHOWN.logged,
    CKV_AWS_19: SHOWN.encryptionAskedFor,
    CKV_AWS_20: SHOWN.public,
    CKV_AWS_21: SHOWN.versioned,
    CKV_AWS_26: SHOWN.encrypted,
    CKV_AWS_27: SHOWN.encryptionAskedFor,
    CKV_AWS_28: SHOWN.pointInTime,
    CKV_AWS_29: SHOWN.encrypted,
    CKV_AWS_42: SHOWN.encrypted,
    CKV_AWS_43: SHOWN.encrypted,
    CKV_AWS_44: SHOWN.encrypted,
    CKV_AWS_64: SHOWN.encrypted,
    CKV_AWS_71: SHOWN.logged,
    CKV_AWS_74: SHOWN.encrypted,
    CKV_AWS_96: SHOWN.encryptionAskedFor,
    CKV_AWS_157: SHOWN.severalZones,
    CKV_AWS_293: SHOWN.deletionProtected,
    'AWS-0024': SHOWN.pointInTime,
    'AWS-0026': SHOWN.encrypted,
    'AWS-0037': SHOWN.encrypted,
    'AWS-0045': SHOWN.encrypted,
    'AWS-0048': SHOWN.encrypted,
    'AWS-0079': SHOWN.encryptionAskedFor,
    'AWS-0080': SHOWN.encrypted,
    'AWS-0088': SHOWN.encryptionAskedFor,
    'AWS-0089': SHOWN.logged,
    'AWS-0090': SHOWN.versioned,
    'AWS-0092': SHOWN.public,
    'AWS-0095': SHOWN.encrypted,
    'AWS-0096': SHOWN.encryptionAskedFor,
    'AWS-0177': SHOWN.deletionProtected,
  }),
)

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
  // Trivy gave its checks a first word that it has left out since.
  const facts = shownBy(CHECKS, rule.replace(/^AVD-/, ''), outcomeOf(result))
  const address = assetOf(recordOf(listOf(result['locations'])[0]))
  const suppressed = listOf(result['suppressions']).length > 0
  if (!TOOLS.test(driverOf(run).name) || !facts || address === undefined || suppressed) return []
  const { endTimeUtc, startTimeUtc } = recordOf(listOf(recordOf(run)['invocations'])[0])
  const observedAt = timeOf(endTimeUtc) ?? timeOf(startTimeUtc) ?? writtenAt
  const { name, version } = driverOf(run)
  const how = `${name}${version === undefined ? '' : ` ${version}`}, ${rule}`
  const base = {
    about: { kind: 'asset', address },
    how,
    of: 'configuration',
  } as const
  return [{ observation: dated(base, observedAt, facts), at }]
}

/** What else SARIF knows, such as `review`, is neither (3.27.9). Where no kind is said, it is `fail`. */
const outcomeOf = ({ kind = 'fail' }: Plain): 'pass' | 'fail' | undefined =>
  kind === 'pass' || kind === 'fail' ? kind : undefined

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
