import type { Finding, Report, ReportedVendor } from './engine/report.js'
import type { Problem } from './model/problem.js'
import { markdownProse, markdownText } from './reporters/escape.js'
import { nearest } from './sources/suggest.js'

/** What is asked under which heading, by the module of the rule. */
const TOPICS: readonly { readonly heading: string; readonly modules: readonly string[] }[] = [
  { heading: 'Business associate agreement', modules: ['business-associates', 'scope'] },
  {
    heading: 'Access and authentication',
    modules: ['access-control', 'authentication', 'isolation', 'audit-controls'],
  },
  {
    heading: 'Encryption, at rest and on the way',
    modules: ['encryption-at-rest', 'key-management', 'transmission-security', 'certificates', 'email'],
  },
  {
    heading: 'Backup, archive and availability',
    modules: ['backup', 'contingency', 'availability', 'integrity', 'records'],
  },
  { heading: 'Physical security, devices and media', modules: ['physical-safeguards', 'device-and-media'] },
]

const OTHER = 'Documentation and the rest'

/** One thing to ask a vendor. */
export interface VendorQuestion {
  readonly topic: string
  readonly rule: string
  /** What is to be shown, as a statement. */
  readonly shown: string
  readonly citation: string
  readonly label: string
  /** Ids of what it runs for us that this is about; empty where it is about the vendor itself. */
  readonly about: readonly string[]
  /** Whether it is known not to be so, rather than unproven. */
  readonly open: boolean
}

/** What to ask of a vendor: all that is not proven, or known to be amiss, of itself and of what it runs for us. */
export const vendorQuestions = (report: Report, vendor: ReportedVendor): readonly VendorQuestion[] =>
  report.findings
    .filter(({ outcome }) => outcome !== 'alternative')
    .flatMap((finding) => questionOf(finding, vendor))

const questionOf = (finding: Finding, { id, runs }: ReportedVendor): VendorQuestion[] => {
  const concerned = finding.subjects.filter((subject) => isAbout(subject.id, subject.path, id, runs))
  if (concerned.length === 0) return []
  const about = runs.filter((asset) => concerned.some((subject) => namesAsset(subject.id, asset)))
  return [
    {
      topic: topicOf(finding.rule),
      rule: finding.rule,
      shown: finding.title,
      citation: finding.ground.citation,
      label: finding.ground.label,
      about,
      open: finding.outcome === 'fail',
    },
  ]
}

/** What we state of our own people and papers is not the vendor's to answer. */
const isAbout = (subject: string, path: string, vendor: string, runs: readonly string[]): boolean =>
  !/^\/(identity|governance)\b/.test(path) && isIts(subject, path, vendor, runs)

const isIts = (subject: string, path: string, vendor: string, runs: readonly string[]): boolean =>
  path.split('/').slice(1, 3).join('/') === `vendors/${vendor}` ||
  runs.some((asset) => namesAsset(subject, asset))

/** An asset, its exceptions, its endpoints, and what flows to it: `ehr`, `ehr~old`, `ehr/web`, `a→ehr: a → ehr/web`. */
const namesAsset = (subject: string, asset: string): boolean =>
  subject === asset ||
  subject.startsWith(`${asset}~`) ||
  subject.startsWith(`${asset}/`) ||
  hopsTo(subject, asset)

const hopsTo = (subject: string, asset: string): boolean => {
  const to = subject.split(' → ').at(-1) ?? ''
  return subject.includes(' → ') && (to === asset || to.startsWith(`${asset}/`))
}

const topicOf = (rule: string): string => {
  const [module = ''] = rule.split('/')
  return TOPICS.find(({ modules }) => modules.includes(module))?.heading ?? OTHER
}

/** The vendor of an id or a name, or what was probably meant. */
export const findVendor = (
  { vendors }: Report,
  wanted: string,
): { readonly vendor: ReportedVendor } | { readonly problem: Problem } => {
  const vendor = vendors.find(({ id, name }) => id === wanted || name === wanted)
  if (vendor) return { vendor }
  const ids = vendors.map(({ id }) => id)
  const suggestion = nearest(wanted, ids)
  return {
    problem: {
      code: 'bad-usage',
      message: `there is no vendor ${wanted}`,
      expected: ids.length === 0 ? 'a description with vendors' : `one of ${ids.join(', ')}`,
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  }
}

/** A list of questions that can be sent as it is, in Markdown. */
export const vendorLetter = (report: Report, vendor: ReportedVendor): string => {
  const questions = vendorQuestions(report, vendor)
  const name = markdownText(vendor.name)
  const from = markdownText(report.system.name)
  const runs = vendor.runs.length === 0 ? '' : ` You run for us: ${vendor.runs.map(markdownText).join(', ')}.`
  const head = [`# Questions to ${name}`, '', `From ${from}, ${report.asOf}`, '']
  if (questions.length === 0) return `${[...head, 'Nothing is left to ask.'].join('\n')}\n`
  const intro = `ePHI of ours is, or may be, in your hands.${runs} The Security Rule asks us for satisfactory assurances that you safeguard it (45 CFR 164.308(b), 164.314(a)). Please answer each question with a document, a date, or a statement that you sign. What is marked addressable may be met by a documented alternative (164.306(d)(3)).`
  return `${[...head, intro, '', ...sections(questions, false), ...openSection(questions), ...SIGNATURE].join('\n')}\n`
}

const sections = (questions: readonly VendorQuestion[], open: boolean): string[] => {
  let number = 0
  return [...TOPICS.map(({ heading }) => heading), OTHER].flatMap((heading) => {
    const asked = questions.filter((one) => one.topic === heading && one.open === open)
    if (asked.length === 0) return []
    const lines = asked.map((one) => {
      number += 1
      return `${number}. ${asSentence(one)}`
    })
    return [`## ${heading}`, '', ...lines, '']
  })
}

const asSentence = ({ shown, citation, label, about }: VendorQuestion): string => {
  const of = about.length === 0 ? '' : ` For: ${about.map(markdownText).join(', ')}.`
  return `Please show that this holds: ${markdownProse(shown)}. (${citation}; ${label})${of}`
}

const openSection = (questions: readonly VendorQuestion[]): string[] => {
  const open = questions.filter((one) => one.open)
  if (open.length === 0) return []
  return [
    '## What we know not to be so',
    '',
    'Please say by when this will be mended, or what stands in its place:',
    '',
    ...open.map((one) => `- ${markdownProse(one.shown)}. (${one.citation}; ${one.label})`),
    '',
  ]
}

const SIGNATURE = ['---', '', 'Answered by (name, role): ____________________   Date: ____________', '']
