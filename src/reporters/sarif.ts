import type { Report } from '../engine/report.js'
import { plainText, repositoryUri } from './escape.js'
import { jsonPieces } from './json-pieces.js'
import type { Reporter } from './reporter.js'
import { countResults, resultsOf } from './sarif-results.js'
import { descriptorsOf, TAXONOMY } from './sarif-rules.js'

/** GitHub refuses a file with more results. */
const MOST_RESULTS = 25_000

/**
 * SARIF 2.1.0 with errata 01, in the shape that GitHub's code scanning takes: one run, every rule once, paths from the
 * root of the repository, and fingerprints that outlive a change of lines.
 */
export const sarif: Reporter = {
  id: 'sarif',
  title: 'SARIF 2.1.0, for code scanning',
  extension: 'sarif',
  *render(report) {
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [runOf(report)],
    }
    yield* jsonPieces(log, 4)
    yield '\n'
  },
}

const runOf = (report: Report): object => {
  const descriptors = descriptorsOf(report)
  return {
    tool: {
      driver: {
        name: 'hipaacheck',
        version: plainText(report.tool.version),
        supportedTaxonomies: [TAXONOMY],
        rules: descriptors.map(({ descriptor }) => descriptor),
      },
    },
    invocations: [invocationOf(report)],
    artifacts: report.inputs.map(({ file, sha256 }) => ({
      location: { uri: repositoryUri(file) },
      roles: ['analysisTarget'],
      hashes: { 'sha-256': plainText(sha256) },
    })),
    results: first(resultsOf(report, descriptors), MOST_RESULTS),
    taxonomies: [taxonomyOf(report)],
    columnKind: 'utf16CodeUnits',
    properties: propertiesOf(report),
  }
}

function* first<T>(values: Iterable<T>, most: number): Generator<T> {
  let left = most
  for (const value of values) {
    if (left-- === 0) return
    yield value
  }
}

/** No times: the same report gives the same bytes. */
const invocationOf = (report: Report): object => {
  const all = countResults(report)
  return {
    executionSuccessful: true,
    exitCode: report.gate.exitCode,
    ...(all <= MOST_RESULTS
      ? {}
      : {
          toolExecutionNotifications: [
            {
              level: 'warning',
              message: {
                text: `${all - MOST_RESULTS} of ${all} results are left out, the least severe, because GitHub takes ${MOST_RESULTS}. The JSON report has all.`,
              },
            },
          ],
        }),
  }
}

const taxonomyOf = ({ matrix }: Report): object => ({
  name: TAXONOMY.name,
  organization: 'U.S. Department of Health and Human Services',
  shortDescription: { text: 'Security, breach notification and privacy of health information.' },
  isComprehensive: false,
  taxa: matrix.map(({ citation, name, kind, status }) => ({
    id: plainText(citation),
    shortDescription: { text: `${plainText(name)}.` },
    properties: { kind, status },
  })),
})

const propertiesOf = ({ asOf, profile, system, summary, gate }: Report): object => ({
  system: plainText(system.name),
  asOf: plainText(asOf),
  profile: plainText(profile),
  outcomes: summary.outcomes,
  gating: gate.gating,
})
