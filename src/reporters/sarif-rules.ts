import type { Finding, Report, ReportedRule } from '../engine/report.js'
import { markdownProse, markdownText, plainText } from './escape.js'
import { groundWords } from './words.js'

/** The taxonomy whose taxa are the paragraphs of the law. */
export const TAXONOMY = { name: '45 CFR Part 164', index: 0 } as const

/** A rule as SARIF describes it, and what of ours it stands for. */
export interface Descriptor {
  readonly rule: string
  readonly outcome: Finding['outcome']
  readonly descriptor: { readonly id: string }
}

/**
 * Failures keep the id of the rule. GitHub takes the severity from the rule alone, so that what is unproven, or covered
 * by an alternative, is a descriptor of its own without one: nothing that nobody stated is shown as critical.
 */
export const descriptorId = (rule: string, outcome: Finding['outcome']): string =>
  outcome === 'fail' ? plainText(rule) : `${plainText(rule)}/${outcome}`

/** Every rule that was asked, once, and then what its findings need besides. */
export const descriptorsOf = ({ rules, findings, matrix }: Report): readonly Descriptor[] => {
  const worst = new Map<string, Finding>()
  for (const finding of findings) {
    const id = descriptorId(finding.rule, finding.outcome)
    if (!worst.has(id)) worst.set(id, finding)
  }
  const taxa = taxaByRule(matrix)
  const once = new Map(rules.map((rule) => [rule.id, rule])).values()
  const asked = [...once].map((rule) => described(rule, 'fail', worst, taxa))
  const known = new Set(asked.map(({ descriptor }) => descriptor.id))
  const more = [...worst].filter(([id]) => !known.has(id))
  return [...asked, ...more.map(([, finding]) => described(ruleOf(finding), finding.outcome, worst, taxa))]
}

type RuleWords = Pick<ReportedRule, 'title' | 'ground'> & { readonly id: string }

const ruleOf = ({ rule, title, ground }: Finding): RuleWords => ({ id: rule, title, ground })

/** The paragraphs on which a rule bears, as indices of taxa. */
const taxaByRule = (matrix: Report['matrix']): ReadonlyMap<string, readonly Taxon[]> => {
  const taxa = new Map<string, Taxon[]>()
  for (const [index, { citation, rules }] of matrix.entries()) {
    for (const rule of rules) {
      const list = taxa.get(rule) ?? []
      list.push({ id: plainText(citation), index, toolComponent: TAXONOMY })
      taxa.set(rule, list)
    }
  }
  return taxa
}

interface Taxon {
  readonly id: string
  readonly index: number
  readonly toolComponent: typeof TAXONOMY
}

/** Bounds of GitHub. */
const LONGEST_DESCRIPTION = 1_000

const described = (
  rule: RuleWords,
  outcome: Finding['outcome'],
  worst: ReadonlyMap<string, Finding>,
  taxa: ReadonlyMap<string, readonly Taxon[]>,
): Descriptor => {
  const id = descriptorId(rule.id, outcome)
  const finding = worst.get(id)
  const title = `${TITLE_WORDS[outcome]}${plainText(rule.title)}.`
  return {
    rule: rule.id,
    outcome,
    descriptor: {
      id,
      ...{
        name: nameOf(id),
        shortDescription: { text: cut(title) },
        fullDescription: { text: cut(finding === undefined ? title : plainText(finding.why)) },
        help: { text: helpText(rule, finding), markdown: helpMarkdown(rule, finding) },
        defaultConfiguration: { level: outcome === 'fail' ? levelOf(finding?.severity ?? 'medium') : 'note' },
        relationships: (taxa.get(rule.id) ?? []).map((target) => ({ target, kinds: ['relevant'] })),
        properties: propertiesOf(rule, outcome, finding),
      },
    },
  }
}

const TITLE_WORDS: Readonly<Record<Finding['outcome'], string>> = {
  fail: '',
  unproven: 'Not shown: ',
  alternative: 'Covered by a documented alternative: ',
}

const cut = (text: string): string => [...text].slice(0, LONGEST_DESCRIPTION).join('')

/** `encryption-at-rest/storage-encrypted` is `EncryptionAtRestStorageEncrypted`, as the specification wants names. */
const nameOf = (id: string): string =>
  id
    .split(/[^a-z0-9]+/i)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .slice(0, 255)

/** What a result is for the one who filters by level. */
export const levelOf = (severity: Finding['severity']): 'error' | 'warning' | 'note' => LEVELS[severity]

const LEVELS = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
} as const satisfies Record<Finding['severity'], string>

/** In the middle of the ranges by which GitHub names them; `info` is none. */
const SCORES: Readonly<Record<Finding['severity'], string | undefined>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
  info: undefined,
}

const propertiesOf = (
  { id, ground }: RuleWords,
  outcome: Finding['outcome'],
  finding: Finding | undefined,
): object => {
  const score = outcome === 'fail' && finding !== undefined ? SCORES[finding.severity] : undefined
  return {
    tags: ['security', 'HIPAA', ground.basis, plainText(id.split('/')[0] ?? '')].filter((tag) => tag !== ''),
    precision: 'high',
    ground: plainText(ground.citation),
    ...(score === undefined ? {} : { 'security-severity': score }),
  }
}

const helpText = ({ title, ground }: RuleWords, finding: Finding | undefined): string =>
  [
    `${plainText(title)}.`,
    ...(finding === undefined
      ? []
      : [`Why: ${plainText(finding.why)}`, `What to do: ${plainText(finding.fix)}`]),
    `Ground: ${plainText(`${ground.citation}, ${ground.label}`)}.`,
    ...(finding?.references ?? []).map((reference) => `See: ${plainText(reference)}`),
  ].join('\n')

const helpMarkdown = ({ title, ground }: RuleWords, finding: Finding | undefined): string =>
  [
    `**${markdownText(title)}.**`,
    ...(finding === undefined
      ? []
      : [markdownProse(finding.why), `**What to do**: ${markdownProse(finding.fix)}`]),
    `**Ground**: ${markdownProse(groundWords(ground))}.`,
    ...(finding?.references ?? []).map((reference) => `- ${markdownText(reference)}`),
  ].join('\n\n')
