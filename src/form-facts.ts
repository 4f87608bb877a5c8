import { type FormFacts, readSpecification, readSubjects } from './alternative-form.js'
import { auditLoaded, loadFiles, type Outcome } from './audit.js'
import type { Finding } from './engine/report.js'
import type { Asset } from './model/description.generated.js'
import type { Infrastructure } from './model/infrastructure.js'
import { matchesAsset } from './model/match.js'
import type { Problem } from './model/problem.js'

/** What a form is to be filled with, from the flags of the command and the descriptions that it names. */
export const formFacts = async (
  files: readonly string[],
  { specification, subjects }: { readonly specification: string; readonly subjects: readonly string[] },
): Promise<Outcome<{ readonly facts: FormFacts }>> => {
  const named = readSpecification(specification)
  const chosen = readSubjects(subjects)
  if ('problem' in named) return { problems: [named.problem] }
  if ('problem' in chosen) return { problems: [chosen.problem] }
  const facts = { ...named, ...chosen, today: new Date().toISOString().slice(0, 10) }
  if (files.length === 0) return { facts }
  const loaded = await loadFiles(files)
  if ('problems' in loaded) return loaded
  const { infrastructure } = loaded
  if (!infrastructure.assets.some(({ id, value }) => isChosen(chosen.subjects, id, value, infrastructure)))
    return { problems: [nothingChosen(subjects)] }
  const audited = auditLoaded(loaded, {})
  const findings = 'problems' in audited ? [] : audited.report.findings
  const failures = findings.filter(
    (finding) =>
      finding.outcome === 'fail' &&
      finding.ground.citation === `45 CFR ${named.specification}` &&
      concernsAny(finding, chosen.subjects, infrastructure),
  )
  return { facts: { ...facts, description: infrastructure.description, failures } }
}

const concernsAny = (
  { subjects }: Finding,
  match: FormFacts['subjects'],
  infrastructure: Infrastructure,
): boolean =>
  subjects.some(({ id, path }) =>
    // An asset stands for its endpoints and its flows.
    [...id.split(/[\s/~:→,()#]+/), path.split('/')[2] ?? ''].some((name) => {
      const entry = infrastructure.asset(name)
      return entry !== undefined && isChosen(match, entry.id, entry.value, infrastructure)
    }),
  )

const isChosen = (
  match: FormFacts['subjects'],
  id: string,
  asset: Asset,
  { dataClasses }: Infrastructure,
): boolean => {
  const lists = Object.fromEntries(Object.entries(match).map(([key, value]) => [key, [value].flat()]))
  return matchesAsset(lists, { id, asset }, dataClasses)
}

const nothingChosen = (subjects: readonly string[]): Problem => ({
  code: 'bad-usage',
  message: `--subjects ${subjects.join(' ')}: no asset of the description is like that`,
  expected: 'at least one asset',
})
