/** Whether a paragraph is a standard, or a specification of one: required, or addressable (164.306(d)). */
export type SafeguardKind = 'standard' | 'required' | 'addressable'

/** A paragraph of 45 CFR Part 164 that rules rest on. */
export interface Safeguard {
  readonly citation: string
  /** Its heading, or what it is about. */
  readonly name: string
  readonly kind: SafeguardKind
  /** Whether a description of an infrastructure can show it. */
  readonly evidence: 'yes' | 'partly' | 'no'
}

/**
 * The Security Rule, 164.306 to 164.316, paragraph by paragraph, with what Appendix A to Subpart C says is required and
 * what is addressable; then the paragraphs of the Breach Notification Rule and the Privacy Rule that bear on
 * infrastructure. In the order of the law.
 */
export const SAFEGUARDS = [
  {
    citation: '164.105(a)(2)(ii)(B)',
    name: 'Hybrid entities: the health care component apart from the rest',
    kind: 'required',
    evidence: 'yes',
  },
  {
    citation: '164.306(a)(1)',
    name: 'Confidentiality, integrity and availability of all ePHI',
    kind: 'standard',
    evidence: 'partly',
  },
  {
    citation: '164.306(a)(2)',
    name: 'Protection against threats that can be anticipated',
    kind: 'standard',
    evidence: 'partly',
  },
  {
    citation: '164.306(b)(2)',
    name: 'Factors of what is reasonable and appropriate',
    kind: 'required',
    evidence: 'partly',
  },
  {
    citation: '164.306(d)(3)',
    name: 'What an addressable specification asks',
    kind: 'required',
    evidence: 'yes',
  },
  { citation: '164.306(e)', name: 'Maintenance of safeguards', kind: 'standard', evidence: 'partly' },
  { citation: '164.308(a)(1)(i)', name: 'Security management process', kind: 'standard', evidence: 'partly' },
  { citation: '164.308(a)(1)(ii)(A)', name: 'Risk analysis', kind: 'required', evidence: 'partly' },
  { citation: '164.308(a)(1)(ii)(B)', name: 'Risk management', kind: 'required', evidence: 'partly' },
  { citation: '164.308(a)(1)(ii)(C)', name: 'Sanction policy', kind: 'required', evidence: 'partly' },
  {
    citation: '164.308(a)(1)(ii)(D)',
    name: 'Information system activity review',
    kind: 'required',
    evidence: 'partly',
  },
  {
    citation: '164.308(a)(2)',
    name: 'Assigned security responsibility',
    kind: 'standard',
    evidence: 'partly',
  },
  { citation: '164.308(a)(3)(i)', name: 'Workforce security', kind: 'standard', evidence: 'partly' },
  {
    citation: '164.308(a)(3)(ii)(A)',
    name: 'Authorization and/or supervision',
    kind: 'addressable',
    evidence: 'partly',
  },
  {
    citation: '164.308(a)(3)(ii)(B)',
    name: 'Workforce clearance procedure',
    kind: 'addressable',
    evidence: 'no',
  },
  {
    citation: '164.308(a)(3)(ii)(C)',
    name: 'Termination procedures',
    kind: 'addressable',
    evidence: 'partly',
  },
  {
    citation: '164.308(a)(4)(i)',
    name: 'Information access management',
    kind: 'standard',
    evidence: 'partly',
  },
  {
    citation: '164.308(a)(4)(ii)(A)',
    name: 'Isolating health care clearinghouse functions',
    kind: 'required',
    evidence: 'yes',
  },
  { citation: '164.308(a)(4)(ii)(B)', name: 'Access authorization', kind: 'addressable', evidence: 'partly' },
  {
    citation: '164.308(a)(4)(ii)(C)',
    name: 'Access establishment and modification',
    kind: 'addressable',
    evidence: 'partly',
  },
  {
    citation: '164.308(a)(5)(i)',
    name: 'Security awareness and training',
    kind: 'standard',
    evidence: 'partly',
  },
  { citation: '164.308(a)(5)(ii)(A)', name: 'Security reminders', kind: 'addressable', evidence: 'no' },
  {
    citation: '164.308(a)(5)(ii)(B)',
    name: 'Protection from malicious software',
    kind: 'addressable',
    evidence: 'yes',
  },
  { citation: '164.308(a)(5)(ii)(C)', name: 'Log-in monitoring', kind: 'addressable', evidence: 'yes' },
  { citation: '164.308(a)(5)(ii)(D)', name: 'Password management', kind: 'addressable', evidence: 'yes' },
  {
    citation: '164.308(a)(6)(i)',
    name: 'Security incident procedures',
    kind: 'standard',
    evidence: 'partly',
  },
  { citation: '164.308(a)(6)(ii)', name: 'Response and reporting', kind: 'required', evidence: 'partly' },
  { citation: '164.308(a)(7)(i)', name: 'Contingency plan', kind: 'standard', evidence: 'partly' },
  { citation: '164.308(a)(7)(ii)(A)', name: 'Data backup plan', kind: 'required', evidence: 'yes' },
  { citation: '164.308(a)(7)(ii)(B)', name: 'Disaster recovery plan', kind: 'required', evidence: 'partly' },
  {
    citation: '164.308(a)(7)(ii)(C)',
    name: 'Emergency mode operation plan',
    kind: 'required',
    evidence: 'partly',
  },
  {
    citation: '164.308(a)(7)(ii)(D)',
    name: 'Testing and revision procedures',
    kind: 'addressable',
    evidence: 'yes',
  },
  {
    citation: '164.308(a)(7)(ii)(E)',
    name: 'Applications and data criticality analysis',
    kind: 'addressable',
    evidence: 'partly',
  },
  { citation: '164.308(a)(8)', name: 'Evaluation', kind: 'standard', evidence: 'partly' },
  {
    citation: '164.308(b)(1)',
    name: 'Business associate contracts and other arrangements',
    kind: 'standard',
    evidence: 'yes',
  },
  {
    citation: '164.308(b)(2)',
    name: 'Contracts of business associates with subcontractors',
    kind: 'standard',
    evidence: 'yes',
  },
  {
    citation: '164.308(b)(3)',
    name: 'Written contract or other arrangement',
    kind: 'required',
    evidence: 'yes',
  },
  { citation: '164.310(a)(1)', name: 'Facility access controls', kind: 'standard', evidence: 'partly' },
  { citation: '164.310(a)(2)(i)', name: 'Contingency operations', kind: 'addressable', evidence: 'no' },
  { citation: '164.310(a)(2)(ii)', name: 'Facility security plan', kind: 'addressable', evidence: 'partly' },
  {
    citation: '164.310(a)(2)(iii)',
    name: 'Access control and validation procedures',
    kind: 'addressable',
    evidence: 'partly',
  },
  { citation: '164.310(a)(2)(iv)', name: 'Maintenance records', kind: 'addressable', evidence: 'no' },
  { citation: '164.310(b)', name: 'Workstation use', kind: 'standard', evidence: 'partly' },
  { citation: '164.310(c)', name: 'Workstation security', kind: 'standard', evidence: 'partly' },
  { citation: '164.310(d)(1)', name: 'Device and media controls', kind: 'standard', evidence: 'partly' },
  { citation: '164.310(d)(2)(i)', name: 'Disposal', kind: 'required', evidence: 'partly' },
  { citation: '164.310(d)(2)(ii)', name: 'Media re-use', kind: 'required', evidence: 'partly' },
  { citation: '164.310(d)(2)(iii)', name: 'Accountability', kind: 'addressable', evidence: 'partly' },
  { citation: '164.310(d)(2)(iv)', name: 'Data backup and storage', kind: 'addressable', evidence: 'yes' },
  { citation: '164.312(a)(1)', name: 'Access control', kind: 'standard', evidence: 'yes' },
  { citation: '164.312(a)(2)(i)', name: 'Unique user identification', kind: 'required', evidence: 'yes' },
  { citation: '164.312(a)(2)(ii)', name: 'Emergency access procedure', kind: 'required', evidence: 'partly' },
  { citation: '164.312(a)(2)(iii)', name: 'Automatic logoff', kind: 'addressable', evidence: 'yes' },
  {
    citation: '164.312(a)(2)(iv)',
    name: 'Encryption and decryption of what is stored',
    kind: 'addressable',
    evidence: 'yes',
  },
  { citation: '164.312(b)', name: 'Audit controls', kind: 'standard', evidence: 'yes' },
  { citation: '164.312(c)(1)', name: 'Integrity', kind: 'standard', evidence: 'partly' },
  {
    citation: '164.312(c)(2)',
    name: 'Mechanism to authenticate ePHI',
    kind: 'addressable',
    evidence: 'partly',
  },
  { citation: '164.312(d)', name: 'Person or entity authentication', kind: 'standard', evidence: 'yes' },
  { citation: '164.312(e)(1)', name: 'Transmission security', kind: 'standard', evidence: 'yes' },
  { citation: '164.312(e)(2)(i)', name: 'Integrity controls', kind: 'addressable', evidence: 'yes' },
  {
    citation: '164.312(e)(2)(ii)',
    name: 'Encryption of what is transmitted',
    kind: 'addressable',
    evidence: 'yes',
  },
  {
    citation: '164.314(a)(1)',
    name: 'Business associate contracts or other arrangements',
    kind: 'standard',
    evidence: 'yes',
  },
  {
    citation: '164.314(a)(2)(i)',
    name: 'What business associate contracts must provide',
    kind: 'required',
    evidence: 'partly',
  },
  { citation: '164.314(a)(2)(ii)', name: 'Other arrangements', kind: 'required', evidence: 'no' },
  {
    citation: '164.314(a)(2)(iii)',
    name: 'Contracts of business associates with subcontractors',
    kind: 'required',
    evidence: 'partly',
  },
  {
    citation: '164.314(b)(1)',
    name: 'Requirements for group health plans',
    kind: 'standard',
    evidence: 'no',
  },
  {
    citation: '164.314(b)(2)',
    name: 'What plan documents must provide',
    kind: 'required',
    evidence: 'partly',
  },
  { citation: '164.316(a)', name: 'Policies and procedures', kind: 'standard', evidence: 'partly' },
  { citation: '164.316(b)(1)', name: 'Documentation', kind: 'standard', evidence: 'partly' },
  { citation: '164.316(b)(2)(i)', name: 'Time limit', kind: 'required', evidence: 'yes' },
  { citation: '164.316(b)(2)(ii)', name: 'Availability', kind: 'required', evidence: 'partly' },
  { citation: '164.316(b)(2)(iii)', name: 'Updates', kind: 'required', evidence: 'yes' },
  {
    citation: '164.402',
    name: 'What a breach is, and what is unsecured',
    kind: 'required',
    evidence: 'partly',
  },
  {
    citation: '164.402(2)',
    name: 'Presumption of a breach, and the assessment of four factors',
    kind: 'required',
    evidence: 'partly',
  },
  { citation: '164.404', name: 'Notice to individuals', kind: 'required', evidence: 'no' },
  { citation: '164.406', name: 'Notice to the media', kind: 'required', evidence: 'no' },
  { citation: '164.408', name: 'Notice to the Secretary', kind: 'required', evidence: 'no' },
  {
    citation: '164.408(c)',
    name: 'Log of breaches of fewer than 500 people',
    kind: 'required',
    evidence: 'partly',
  },
  { citation: '164.410', name: 'Notice by a business associate', kind: 'required', evidence: 'no' },
  {
    citation: '164.410(b)',
    name: 'Notice by a business associate within 60 days',
    kind: 'required',
    evidence: 'yes',
  },
  {
    citation: '164.414(a)',
    name: 'Administrative requirements of breach notification',
    kind: 'required',
    evidence: 'partly',
  },
  { citation: '164.414(b)', name: 'Burden of proof', kind: 'required', evidence: 'partly' },
  {
    citation: '164.502(a)',
    name: 'Uses and disclosures that are permitted',
    kind: 'required',
    evidence: 'partly',
  },
  { citation: '164.502(e)', name: 'Disclosures to business associates', kind: 'required', evidence: 'yes' },
  {
    citation: '164.504(e)(2)(ii)',
    name: 'What the contract binds a business associate to',
    kind: 'required',
    evidence: 'partly',
  },
  {
    citation: '164.504(e)(2)(ii)(G)',
    name: 'Contract: information for an accounting',
    kind: 'required',
    evidence: 'partly',
  },
  {
    citation: '164.504(e)(2)(ii)(J)',
    name: 'Contract: return or destruction at the end',
    kind: 'required',
    evidence: 'partly',
  },
  {
    citation: '164.504(e)(2)(iii)',
    name: 'Contract: termination for a violation',
    kind: 'required',
    evidence: 'partly',
  },
  {
    citation: '164.504(e)(5)',
    name: 'Contracts of business associates with subcontractors',
    kind: 'required',
    evidence: 'partly',
  },
  { citation: '164.508', name: 'Authorizations', kind: 'required', evidence: 'partly' },
  { citation: '164.508(a)(2)', name: 'Psychotherapy notes', kind: 'required', evidence: 'partly' },
  { citation: '164.508(a)(3)', name: 'Marketing', kind: 'required', evidence: 'partly' },
  {
    citation: '164.512(e)(1)',
    name: 'Judicial and administrative proceedings',
    kind: 'required',
    evidence: 'partly',
  },
  { citation: '164.512(i)', name: 'Research', kind: 'required', evidence: 'partly' },
  { citation: '164.514(b)', name: 'De-identification', kind: 'required', evidence: 'partly' },
  { citation: '164.514(c)', name: 'Re-identification codes', kind: 'required', evidence: 'partly' },
  { citation: '164.514(d)(2)', name: 'Minimum necessary uses', kind: 'required', evidence: 'partly' },
  { citation: '164.514(e)', name: 'Limited data sets', kind: 'required', evidence: 'partly' },
  { citation: '164.514(e)(3)', name: 'Purposes of limited data sets', kind: 'required', evidence: 'partly' },
  { citation: '164.514(e)(4)', name: 'Data use agreements', kind: 'required', evidence: 'partly' },
  { citation: '164.522(b)(1)', name: 'Confidential communications', kind: 'required', evidence: 'partly' },
  {
    citation: '164.524(b)(2)',
    name: 'Access of individuals: within 30 days',
    kind: 'required',
    evidence: 'partly',
  },
  { citation: '164.524(c)(2)', name: 'Access of individuals: form', kind: 'required', evidence: 'partly' },
  {
    citation: '164.524(c)(2)(ii)',
    name: 'Access of individuals: electronic copies',
    kind: 'required',
    evidence: 'partly',
  },
  {
    citation: '164.528(a)(1)',
    name: 'Accounting of disclosures over six years',
    kind: 'required',
    evidence: 'partly',
  },
  { citation: '164.528(a)(2)', name: 'Suspension of the accounting', kind: 'required', evidence: 'partly' },
  {
    citation: '164.528(b)(2)',
    name: 'What an accounting says of each disclosure',
    kind: 'required',
    evidence: 'partly',
  },
  { citation: '164.530(i)', name: 'Changes to policies and procedures', kind: 'required', evidence: 'no' },
  { citation: '164.530(j)', name: 'Documentation of the Privacy Rule', kind: 'required', evidence: 'partly' },
  {
    citation: '164.530(j)(2)',
    name: 'Six years of documentation of the Privacy Rule',
    kind: 'required',
    evidence: 'yes',
  },
] as const satisfies readonly Safeguard[]

/** A paragraph that a rule may rest on. */
export type Citation = (typeof SAFEGUARDS)[number]['citation']

const BY_CITATION: ReadonlyMap<string, Safeguard> = new Map(
  SAFEGUARDS.map((safeguard) => [safeguard.citation, safeguard]),
)

/** What is known of a paragraph; `undefined` for one that no rule rests on. */
export const safeguardOf = (citation: string): Safeguard | undefined => BY_CITATION.get(citation)

/** Whether a paragraph is an addressable specification: only there does a documented alternative count. */
export const isAddressable = (citation: string): boolean => BY_CITATION.get(citation)?.kind === 'addressable'

/** The addressable specifications of Appendix A to Subpart C. */
export const ADDRESSABLE: readonly string[] = SAFEGUARDS.filter(({ kind }) => kind === 'addressable').map(
  ({ citation }) => citation,
)
