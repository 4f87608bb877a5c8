import type { Finding, Report, ReportedSubject } from '../../engine/report.js'

/** What sections look up in a report, worked out once. */
export interface ReportIndex {
  /** The paragraphs that a rule rests on or bears on. */
  paragraphsOf(rule: string): readonly string[]
  /** The assets, vendors and parties that a finding is about. */
  thingsOf(finding: Finding): readonly string[]
  /** How many findings of an outcome are about a thing. */
  countOf(thing: string, outcome: Finding['outcome']): number
  /** How many findings of an outcome bear on a paragraph. */
  countOn(paragraph: string, outcome: Finding['outcome']): number
}

/** Reads a report once, so that each section is made in one pass. */
export const indexOf = (report: Report): ReportIndex => {
  const paragraphs = new Map<string, string[]>()
  for (const { citation, rules } of report.matrix)
    for (const rule of rules) paragraphs.set(rule, [...(paragraphs.get(rule) ?? []), citation])
  const thingsOf = thingsFinder(report)
  const counts = new Map<string, number>()
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const finding of report.findings) {
    for (const thing of thingsOf(finding)) count(`thing ${finding.outcome} ${thing}`)
    for (const paragraph of paragraphs.get(finding.rule) ?? []) count(`on ${finding.outcome} ${paragraph}`)
  }
  return {
    paragraphsOf: (rule) => paragraphs.get(rule) ?? [],
    thingsOf,
    countOf: (thing, outcome) => counts.get(`thing ${outcome} ${thing}`) ?? 0,
    countOn: (paragraph, outcome) => counts.get(`on ${outcome} ${paragraph}`) ?? 0,
  }
}

/**
 * A subject is a thing, stands in one (`web/443`, `/assets/web/…`), or is a flow between several; a flow that somebody
 * named is looked up.
 */
const thingsFinder = ({ map }: Report): ((finding: Finding) => readonly string[]) => {
  const known = new Set(map.nodes.map(({ id }) => id))
  const flows = new Map(map.flows.map(({ id, from, via, to }) => [id, [from, ...via, to]]))
  const inSubject = ({ id, path }: ReportedSubject): readonly string[] => [
    ...(flows.get(id) ?? []),
    ...id.split(/[\s/→:,()~#]+/).filter((word) => known.has(word)),
    ...path
      .split('/')
      .slice(2, 3)
      .filter((word) => known.has(word)),
  ]
  return ({ subjects }) => [...new Set(subjects.flatMap(inSubject))]
}
