/** One paragraph of the proposed text. */
export interface ProposedParagraph {
  readonly citation: string
  /** Whether the number of the paragraph was compared with the proposed text. Others are told as not verified. */
  readonly verified: boolean
}

/** One thing that the proposal would ask, and where. */
export interface ProposedItem {
  readonly topic: string
  /** In our words. */
  readonly asks: string
  readonly paragraphs: readonly ProposedParagraph[]
}

/**
 * The proposal to amend the Security Rule, Notice of Proposed Rulemaking of 6 January 2025, RIN 0945-AA22. It is no
 * law. Its state is that of the day on which it was last looked up, and an agenda binds nobody.
 */
export const PROPOSAL = {
  citation: '90 FR 898',
  published: '2025-01-06',
  status: 'proposed',
  agenda: 'final action July 2027 (non-binding)',
  checked: '2026-10-07',
} as const

/** How far the proposal is, in the words of a report. */
export const proposalStatus = (): string =>
  `${PROPOSAL.status} ${PROPOSAL.published}, not law; agenda: ${PROPOSAL.agenda}; checked ${PROPOSAL.checked}`

const verified = (...citations: readonly string[]): readonly ProposedParagraph[] =>
  citations.map((citation) => ({ citation, verified: true }))

const unverified = (...citations: readonly string[]): readonly ProposedParagraph[] =>
  citations.map((citation) => ({ citation, verified: false }))

/** What the proposal would ask, by a word for each. In the order of the proposed text. */
export const PROPOSED = {
  'no-addressable': {
    topic: 'No addressable specifications',
    asks: 'Every specification is required, with few exceptions that are named.',
    paragraphs: unverified('164.306(c)', '164.306(d)', '164.312(b)'),
  },
  'inventory-and-map': {
    topic: 'Inventory and network map',
    asks: 'An inventory of technology assets and a map of how ePHI moves, kept up on changes and every 12 months.',
    paragraphs: verified('164.308(a)(1)(i)', '164.308(a)(1)(ii)(A)-(C)'),
  },
  'risk-analysis': {
    topic: 'Risk analysis',
    asks: 'In writing, every 12 months.',
    paragraphs: unverified('164.308(a)(2)'),
  },
  'evaluation-of-change': {
    topic: 'Evaluation of changes',
    asks: 'Before the environment is changed.',
    paragraphs: unverified('164.308(a)(3)'),
  },
  'patch-management': {
    topic: 'Patches',
    asks: 'Critical ones within 15 calendar days, high ones within 30, others by policy.',
    paragraphs: unverified('164.308(a)(4)'),
  },
  'yearly-plans': {
    topic: 'Risk management, sanctions, activity review',
    asks: 'Written plans, reviewed every year.',
    paragraphs: unverified('164.308(a)(5)', '164.308(a)(6)', '164.308(a)(7)'),
  },
  termination: {
    topic: 'Termination of access',
    asks: 'Within one hour of the end of employment; other regulated entities are told within 24 hours.',
    paragraphs: unverified('164.308(a)(9)'),
  },
  'access-management': {
    topic: 'Access management',
    asks: 'Written policies, segmentation and authentication among them, reviewed every year.',
    paragraphs: unverified('164.308(a)(10)'),
  },
  training: {
    topic: 'Training',
    asks: 'Every 12 months, and within 30 days of arrival.',
    paragraphs: unverified('164.308(a)(11)'),
  },
  'incident-plan': {
    topic: 'Incident plan',
    asks: 'In writing, tested every 12 months.',
    paragraphs: unverified('164.308(a)(12)'),
  },
  restoration: {
    topic: 'Restoration',
    asks: 'Critical systems and data are back within 72 hours; plans are tested every 12 months.',
    paragraphs: unverified('164.308(a)(13)'),
  },
  'compliance-audit': {
    topic: 'Compliance audit',
    asks: 'Every 12 months.',
    paragraphs: unverified('164.308(a)(14)'),
  },
  'vendor-verification': {
    topic: 'Verification of business associates',
    asks: 'A qualified person’s written analysis and a certification every 12 months; notice within 24 hours of a contingency plan.',
    paragraphs: unverified('164.308(b)', '164.314(a)(2)(i)'),
  },
  'unique-identification': {
    topic: 'Unique identification',
    asks: 'Of users and of technology assets.',
    paragraphs: verified('164.312(a)(2)(i)'),
  },
  'admin-identity': {
    topic: 'Separate administrator identities',
    asks: 'Administrators have an identity of their own for it.',
    paragraphs: verified('164.312(a)(2)(ii)'),
  },
  'emergency-access': {
    topic: 'Emergency access',
    asks: 'Procedures in writing, and the technical means.',
    paragraphs: verified('164.312(a)(2)(iii)'),
  },
  'automatic-logoff': {
    topic: 'Automatic logoff',
    asks: 'Sessions end by themselves.',
    paragraphs: verified('164.312(a)(2)(iv)'),
  },
  'log-in-attempts': {
    topic: 'Log-in attempts',
    asks: 'Accounts are locked after a reasonable number of failures.',
    paragraphs: verified('164.312(a)(2)(v)'),
  },
  segmentation: {
    topic: 'Network segmentation',
    asks: 'Networks are divided as far as reasonable and appropriate.',
    paragraphs: verified('164.312(a)(2)(vi)'),
  },
  'data-controls': {
    topic: 'Data controls',
    asks: 'Only users and assets that were granted access get at data.',
    paragraphs: verified('164.312(a)(2)(vii)'),
  },
  maintenance: {
    topic: 'Maintenance of access controls',
    asks: 'They are tested on changes and every 12 months.',
    paragraphs: verified('164.312(a)(2)(viii)'),
  },
  encryption: {
    topic: 'Encryption',
    asks: 'Of all ePHI, stored and on its way, with few exceptions that are documented with other measures.',
    paragraphs: unverified('164.312(b)'),
  },
  configuration: {
    topic: 'Configuration management',
    asks: 'Anti-malware, no needless software, a secure baseline, no needless network ports.',
    paragraphs: unverified('164.312(c)'),
  },
  'audit-trail': {
    topic: 'Audit trail',
    asks: 'Watched in real time, kept by policy.',
    paragraphs: unverified('164.312(d)'),
  },
  integrity: {
    topic: 'Integrity',
    asks: 'ePHI is not altered or destroyed unnoticed.',
    paragraphs: unverified('164.312(e)'),
  },
  mfa: {
    topic: 'Multi-factor authentication',
    asks: 'On all technology assets of relevant systems, and for changes of privileges, with few exceptions.',
    paragraphs: verified('164.312(f)(2)(ii)'),
  },
  'transmission-security': {
    topic: 'Transmission security',
    asks: 'ePHI on a network is guarded.',
    paragraphs: unverified('164.312(g)'),
  },
  testing: {
    topic: 'Vulnerability scans and penetration tests',
    asks: 'A scan every six months, a review of the scanner and a penetration test every 12 months.',
    paragraphs: verified('164.312(h)(2)(i)', '164.312(h)(2)(iii)'),
  },
  'patch-installation': {
    topic: 'Installation of patches',
    asks: 'A technical control keeps the deadlines for patches.',
    paragraphs: unverified('164.312(h)(2)(iv)'),
  },
  backup: {
    topic: 'Backups',
    asks: 'Copies no more than 48 hours older than the data, alerts of failures, a sample restored every month.',
    paragraphs: unverified('164.312(i)'),
  },
  'system-backup': {
    topic: 'Backups of systems',
    asks: 'Images and configurations, tested every six months.',
    paragraphs: unverified('164.312(j)'),
  },
} as const satisfies Readonly<Record<string, ProposedItem>>

/** A topic of the proposal. */
export type ProposedTopic = keyof typeof PROPOSED

/** Where the proposal asks for these, as one cites what is no law: a paragraph that was not compared says so. */
export const proposedCitation = (topics: readonly ProposedTopic[]): string => {
  const paragraphs: readonly ProposedParagraph[] = topics.flatMap((topic) => PROPOSED[topic].paragraphs)
  const cited = (wanted: boolean) =>
    paragraphs.filter((one) => one.verified === wanted).map(({ citation }) => citation)
  const groups = [
    [cited(true), `proposed, ${PROPOSAL.citation}`],
    [cited(false), `proposed, ${PROPOSAL.citation}; paragraph not verified`],
  ] as const
  return groups
    .filter(([citations]) => citations.length > 0)
    .map(([citations, words]) => `45 CFR ${citations.join(', ')} (${words})`)
    .join('; ')
}
