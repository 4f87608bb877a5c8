import { stringify } from 'yaml'
import { alternativeFactors, alternativeFields } from './engine/alternatives.js'
import { ENCRYPTION_SPECIFICATIONS, type Report } from './engine/report.js'
import { ADDRESSABLE, safeguardOf } from './knowledge/safeguards.js'
import type { Description } from './model/description.generated.js'
import type { Problem } from './model/problem.js'
import { addDuration, parseDay } from './model/scalars/day.js'
import { parseDuration } from './model/scalars/duration.js'
import { markdownText } from './reporters/escape.js'
import { wrapped } from './reporters/terminal.js'
import { nearest } from './sources/suggest.js'

/** What the form is for, and what is known already. */
export interface FormFacts {
  readonly specification: string
  /** As `kind=printer`; each a selector of a match. */
  readonly subjects: Readonly<Record<string, string | readonly string[]>>
  /** The day on which it is written. */
  readonly today: string
  readonly description?: Pick<Description, 'system' | 'governance'>
  /** Failures that it would cover. */
  readonly failures?: Report['findings']
}

/** The selectors of a match that a command line can give. */
const SELECTORS = ['id', 'kind', 'zone', 'vendor', 'environment', 'source', 'address', 'holds'] as const

/** Reads `kind=printer`, `id=a,b` and the like. */
export const readSubjects = (
  texts: readonly string[],
): { readonly subjects: FormFacts['subjects'] } | { readonly problem: Problem } => {
  const subjects: Record<string, string | readonly string[]> = {}
  for (const text of texts) {
    const [, key = '', value = ''] = /^([\w-]+)=(.+)$/s.exec(text) ?? []
    if (!SELECTORS.some((selector) => selector === key)) {
      const suggestion = nearest(key, SELECTORS)
      return {
        problem: {
          code: 'bad-usage',
          message: `--subjects ${text}: that chooses nothing`,
          expected: `a selector and its globs, as kind=printer or id=copier,fax; one of ${SELECTORS.join(', ')}`,
          ...(suggestion === undefined ? {} : { suggestion: `${suggestion}=${value || '…'}` }),
        },
      }
    }
    const values = value.split(',').filter((one) => one !== '')
    subjects[key] = values.length === 1 ? (values[0] as string) : values
  }
  return { subjects }
}

/** The specification that is meant, with or without `45 CFR`; only an addressable one has alternatives. */
export const readSpecification = (
  text: string,
): { readonly specification: string } | { readonly problem: Problem } => {
  const specification = text.replace(/^45\s*CFR\s*§?\s*/i, '').trim()
  if (ADDRESSABLE.includes(specification)) return { specification }
  const safeguard = safeguardOf(specification)
  const suggestion = safeguard === undefined ? nearest(specification, ADDRESSABLE) : undefined
  return {
    problem: {
      code: 'bad-usage',
      message:
        safeguard === undefined
          ? `${text} is no paragraph that is known here`
          : `${specification} ${safeguard.name} is ${safeguard.kind === 'standard' ? 'a standard' : 'required'}: it has no alternative (164.306(d)(3))`,
      expected: `an addressable specification: ${ADDRESSABLE.join(', ')}`,
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  }
}

const REVIEW_AFTER = 'P1Y'

const reviewDay = (today: string): string => {
  const [day, period] = [parseDay(today), parseDuration(REVIEW_AFTER)]
  return (day && period && addDuration(day, period)) ?? today
}

const knownValues = ({ today, description = {} }: FormFacts): Readonly<Record<string, string>> => {
  const { riskAnalysis, securityOfficial } = description.governance ?? {}
  const analysis = riskAnalysis === undefined || riskAnalysis === 'none' ? undefined : riskAnalysis.document
  const official =
    securityOfficial === undefined || securityOfficial === 'none' ? undefined : securityOfficial.name
  return {
    ...(analysis === undefined ? {} : { riskAnalysis: String(analysis) }),
    ...(official === undefined ? {} : { approvedBy: official }),
    reviewBy: reviewDay(today),
  }
}

/** The form as YAML to paste: what is known is filled in, what is not is asked in a comment. */
export const alternativeYaml = (facts: FormFacts): string => {
  const { specification, subjects, failures = [] } = facts
  const name = safeguardOf(specification)?.name ?? ''
  const known = knownValues(facts)
  const comment = (text: string, indent: number): string[] => wrapped(text, 80, `${' '.repeat(indent)}# `)
  const field = (key: string, asks: string, indent: number): string[] =>
    known[key] === undefined
      ? [...comment(`${asks}:`, indent), `${' '.repeat(indent)}# ${key}:`]
      : [`${' '.repeat(indent)}${key}: ${stringify(known[key]).trim()}`]
  return `${[
    ...comment(
      `An alternative to ${specification} ${name}, as 45 CFR 164.306(d)(3) asks. Complete what stands in comments; until then it is a finding itself.`,
      0,
    ),
    ...failures.flatMap(({ message }) => comment(`It would cover: ${message}`, 0)),
    ...(ENCRYPTION_SPECIFICATIONS.has(specification) ? comment(SAFE_HARBOR, 0) : []),
    'alternatives:',
    `  - specification: ${specification}`,
    `    subjects: ${stringify(subjects, { collectionStyle: 'flow', flowCollectionPadding: true }).trim()}`,
    ...comment('alternative, or standard-met-without where the standard is met without any measure', 4),
    '    decision: alternative',
    ...comment('all four factors; "n/a because …" is an answer', 4),
    '    # factors:',
    ...alternativeFactors.flatMap(([key, words]) => [...comment(`  ${words}:`, 4), `    #   ${key}:`]),
    ...alternativeFields
      .filter(([key]) => key !== 'decision')
      .flatMap(([key, words]) => field(key, words, 4)),
  ].join('\n')}\n`
}

const SAFE_HARBOR =
  'Even where it is accepted, the breach safe harbor of 164.402 is lost: a loss counts as a breach of unsecured PHI.'

/** The form as Markdown, to be completed by hand and signed. */
export const alternativeMarkdown = (facts: FormFacts): string => {
  const { specification, subjects, failures = [], description, today } = facts
  const known = knownValues(facts)
  const blank = '\n\n____________________________________________________________________\n'
  const part = (words: string, value: string | undefined): string[] => [
    `### ${words}`,
    '',
    value === undefined ? blank : markdownText(value),
    '',
  ]
  return `${[
    `# Alternative to 45 CFR ${specification}: ${safeguardOf(specification)?.name ?? ''}`,
    '',
    `${markdownText(description?.system?.name ?? 'Organisation: ____________________')}, ${today}`,
    '',
    'Decided under 45 CFR 164.306(d)(3)(ii)(B), and kept six years from when it was last in effect (164.316(b)(2)(i)).',
    '',
    `For: ${
      Object.entries(subjects)
        .map(([key, value]) => `${key} ${markdownText([value].flat().join(' or '))}`)
        .join(', ') || 'every asset'
    }`,
    '',
    ...failures.map(({ message }) => `- It would cover: ${markdownText(message)}`),
    ...(failures.length === 0 ? [] : ['']),
    ...(ENCRYPTION_SPECIFICATIONS.has(specification) ? [`**${SAFE_HARBOR}**`, ''] : []),
    '## The four factors of 164.306(b)(2)',
    '',
    ...alternativeFactors.flatMap(([, words]) => part(sentence(words), undefined)),
    '## The decision',
    '',
    ...alternativeFields.flatMap(([key, words]) => part(sentence(words), known[key])),
    'Signed: ____________________   Date: ____________',
  ].join('\n')}\n`
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
