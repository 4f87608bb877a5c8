// Generated from schemas/infrastructure.schema.json by `npm run generate`; changes here are lost.
// Short forms are written out, lists stand where one value may, and free `x-` keys are left out: a typo must not compile.
import type {DayText, DurationText} from './scalars/text.js'
import type {TlsVersionName} from './scalars/tls-version.js'

/**
 * A calendar day, ISO 8601.
 */
export type Day = DayText
/**
 * A length of time: one whole number with its unit (`35 days`, `15 minutes`) or ISO 8601 (`P35D`, `PT15M`). Calendar units are compared as such: 2190 days are not 6 years.
 */
export type Duration = DurationText
/**
 * How long something is kept, or `forever`.
 */
export type DurationOrForever = DurationText
/**
 * A person: a name, or `{ name, role, since }`. `none` states that there is nobody.
 */
export type Person = 'none' | PersonObject
/**
 * The risk analysis, 164.308(a)(1)(ii)(A). `none` states that it does not exist.
 */
export type RiskAnalysis = 'none' | RiskAnalysisObject
/**
 * A limit or an interval, or `never` where there is none.
 */
export type DurationOrNever = DurationText
/**
 * The day on which it last happened, or `never`.
 */
export type DayOrNever = DayText | 'never'
/**
 * A document: `{ document: text or link, date, reviewEvery, approvedBy, lastTest }`, or `none`, which states that it does not exist.
 */
export type Document = 'none' | DocumentObject
/**
 * The security awareness and training program, 164.308(a)(5)(i). `none` states that it does not exist.
 */
export type Training = 'none' | TrainingObject
/**
 * The business associate agreement: what is known of it, `true` if it is signed and no more is stated, `none` if there is none (164.308(b), 164.502(e), 164.504(e)).
 */
export type Baa = 'none' | BaaObject
/**
 * What an asset is. Its traits follow from it: whether it stores data, accepts connections, is portable …
 */
export type AssetKind =
  | 'relational-database'
  | 'document-store'
  | 'key-value-store'
  | 'object-store'
  | 'file-share'
  | 'block-volume'
  | 'data-warehouse'
  | 'search-index'
  | 'cache'
  | 'queue'
  | 'stream'
  | 'log-store'
  | 'archive'
  | 'backup-vault'
  | 'key-store'
  | 'secret-store'
  | 'server'
  | 'hypervisor'
  | 'cluster'
  | 'container'
  | 'function'
  | 'mainframe'
  | 'vdi'
  | 'workstation'
  | 'mobile-device'
  | 'medical-device'
  | 'printer'
  | 'removable-media'
  | 'load-balancer'
  | 'api'
  | 'web-app'
  | 'cdn'
  | 'integration-engine'
  | 'messaging'
  | 'fax'
  | 'mail-server'
  | 'mail-gateway'
  | 'identity-provider'
  | 'bastion'
  | 'ci-cd'
  | 'remote-management'
  | 'dns'
  | 'vpn'
  | 'firewall'
  | 'ai-service'
  | 'saas'
  | 'other'
/**
 * A protocol. `ldaps`, `ftps` and `imaps` are `ldap`, `ftp` and `imap` with `encryption: required`.
 */
export type Protocol =
  | 'https'
  | 'http'
  | 'ssl-vpn'
  | 'postgresql'
  | 'mysql'
  | 'oracle'
  | 'mssql'
  | 'mongodb'
  | 'redis'
  | 'amqp'
  | 'kafka'
  | 'mllp'
  | 'dicom'
  | 'smb'
  | 'nfs'
  | 'ssh'
  | 'rdp'
  | 'ldap'
  | 'smtp'
  | 'imap'
  | 'pop3'
  | 'ftp'
  | 'sftp'
  | 'telnet'
  | 'tn3270'
  | 'ipsec'
  | 'openvpn'
  | 'wireguard'
  | 'grpc'
  | 'syslog'
  | 'snmp'
  | 'other'
/**
 * A version of SSL or TLS: `TLSv1.2`, `TLS 1.2` and `1.2` are the same, `TLSv1` is 1.0.
 */
export type TlsVersion = TlsVersionName
/**
 * The procedure for getting at ePHI in an emergency, 164.312(a)(2)(ii). `none` states that it does not exist.
 */
export type EmergencyAccess = 'none' | EmergencyAccessObject

/**
 * What a person says about an infrastructure. What is left out is unproven: neither a pass nor a failure.
 */
export interface Description {
  /**
   * The version of the language.
   */
  version: 1
  system?: System
  governance?: Governance
  /**
   * Places with walls.
   */
  sites?: Site[]
  /**
   * Others who get or run something for us.
   */
  vendors?: Vendor[]
  /**
   * Ends of flows that are neither our assets nor our vendors.
   */
  parties?: Party[]
  /**
   * Data with names; naming it is optional.
   */
  data?: Data[]
  /**
   * Parts of the network.
   */
  zones?: Zone[]
  zonePolicy?: ZonePolicy
  /**
   * What holds for many assets at once.
   */
  defaults?: Default[]
  /**
   * TLS settings by name.
   */
  tlsPolicies?: {
    [k: string]: TlsPolicy
  }
  /**
   * Keys that encrypt data at rest.
   */
  keys?: Key[]
  identity?: Identity
  /**
   * Backups.
   */
  backupPlans?: BackupPlan[]
  /**
   * Facts that somebody answers for with a document.
   */
  attestations?: Attestation[]
  /**
   * The things of the infrastructure.
   */
  assets?: Asset[]
  /**
   * Data on its way between them.
   */
  flows?: Flow[]
  email?: Email
  disclosures?: Disclosures
  /**
   * Access of individuals to their own record, 164.524.
   */
  patientAccess?: {
    /**
     * Whether they get an electronic copy.
     */
    electronicCopy?: boolean
    within?: Duration
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  records?: Records
  /**
   * Retention that a contract, a policy or a state asks for beyond the law.
   */
  retentionFloors?: RetentionFloor[]
  contingency?: Contingency
  /**
   * Equipment that is moved.
   */
  moves?: Move[]
  /**
   * Documented alternatives to addressable specifications.
   */
  alternatives?: Alternative[]
  /**
   * Files to import.
   */
  sources?: SourceFiles[]
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * The organisation whose infrastructure this is.
 */
export interface System {
  /**
   * Its name; the title of every report.
   */
  name?: string
  /**
   * What it is under 160.103. A hybrid entity does other things besides health care.
   */
  entity?: 'covered-entity' | 'business-associate' | 'both' | 'hybrid'
  /**
   * Which kind of provider or plan it is: state retention law asks for it.
   */
  providerType?: 'physician-practice' | 'hospital' | 'health-plan' | 'clearinghouse' | 'vendor' | 'other'
  /**
   * Where its law comes from: `US` for federal law alone, or states, ISO 3166-2.
   */
  jurisdictions?: string[]
  /**
   * Whether it treats minors: their records are kept longer in most states.
   */
  servesMinors?: boolean
  /**
   * How many people's ePHI it holds; from 500 on a breach is told to HHS at once and to the media (164.406, 164.408).
   */
  individuals?: number
  asOf?: Day
  /**
   * Customers of a business associate; the strictest contract binds.
   */
  customers?: Customer[]
  /**
   * Parts of the organisation that the law treats apart.
   */
  designations?: {
    healthCareComponent?: Match
    clearinghouse?: Match
    planSponsor?: Match
    /**
     * Covered entities under common control that act as one, 164.105(b).
     */
    affiliated?: string[]
    /**
     * Whether it takes part in an organized health care arrangement (160.103).
     */
    organizedHealthCareArrangement?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Its domains in the DNS.
   */
  domains?: DnsDomain[]
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * A customer of a business associate, and what its contract asks.
 */
export interface Customer {
  /**
   * The customer.
   */
  name: string
  /**
   * How many such customers there are.
   */
  count?: number
  breachNotice?: Duration
  /**
   * Retention that a contract, a policy or a state asks for beyond the law.
   */
  retentionFloors?: RetentionFloor[]
  /**
   * What the contract asks besides.
   */
  requires?: ('customer-managed-keys' | 'fips-endpoints' | 'data-in-us')[]
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * How long a contract, a policy or a state asks to keep something.
 */
export interface RetentionFloor {
  /**
   * What is to be kept.
   */
  of?: 'disclosures' | 'records' | 'audit' | 'documents'
  atLeast?: DurationOrForever
  /**
   * Who asks for it.
   */
  source?: 'contract' | 'policy' | 'state'
  /**
   * Where it is written.
   */
  document?: string
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * Chooses things: each selector is a glob or a list of globs, of which one has to match; all selectors have to. `{}` chooses every asset.
 */
export interface Match {
  /**
   * Ids. Where things other than assets may be meant, an id names any of them, or `system`.
   */
  id?: string[]
  /**
   * Kinds of asset.
   */
  kind?: string[]
  /**
   * Zones.
   */
  zone?: string[]
  /**
   * The vendor that runs it.
   */
  vendor?: string[]
  /**
   * Environments.
   */
  environment?: string[]
  /**
   * The import that it came from: the part of `address` before the colon.
   */
  source?: string[]
  /**
   * Addresses of imported resources.
   */
  address?: string[]
  /**
   * Tags and the values that they have to have; each counts as a selector.
   */
  tag?: {
    /**
     * A value of the tag.
     */
    [k: string]: string[]
  }
  /**
   * Data that it holds, by id or class.
   */
  holds?: string[]
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * A domain in the DNS.
 */
export interface DnsDomain {
  /**
   * The domain.
   */
  name: string
  /**
   * Whether it is signed (RFC 4033).
   */
  dnssec?: boolean
  /**
   * Whether CAA records say who may issue certificates (RFC 8659).
   */
  caa?: boolean
  /**
   * Whether the registrar locks it against transfer.
   */
  registrarLock?: boolean
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * Administrative safeguards, 164.308 and 164.316: documents, and who answers for them.
 */
export interface Governance {
  securityOfficial?: Person
  riskAnalysis?: RiskAnalysis
  riskManagement?: Document
  policies?: Document
  sanctions?: Document
  training?: Training
  incidentResponse?: Document
  evaluation?: Document
  activityReview?: Document
  breachNotification?: Document
  breachLog?: Document
  /**
   * The risk register.
   */
  risks?: Risk[]
  documentRetention?: DurationOrForever
  vulnerabilityScans?: Document
  penetrationTest?: Document
  inventory?: Document
  networkMap?: Document
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * A person, or an office that a person holds.
 */
export interface PersonObject {
  /**
   * Who it is.
   */
  name: string
  /**
   * In which role.
   */
  role?: string
  since?: Day
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * The risk analysis, 164.308(a)(1)(ii)(A).
 */
export interface RiskAnalysisObject {
  /**
   * Text of the document, or a link to it; `none` states that it does not exist.
   */
  document?: string
  date?: Day
  reviewEvery?: DurationOrNever
  approvedBy?: Person
  lastTest?: DayOrNever
  /**
   * What it covers: `all`, or a match. It is compared with the inventory.
   */
  covers?: 'all' | Match
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * A document and when it was last looked at.
 */
export interface DocumentObject {
  /**
   * Text of the document, or a link to it; `none` states that it does not exist.
   */
  document?: string
  date?: Day
  reviewEvery?: DurationOrNever
  approvedBy?: Person
  lastTest?: DayOrNever
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * The security awareness and training program, 164.308(a)(5)(i).
 */
export interface TrainingObject {
  /**
   * Text of the document, or a link to it; `none` states that it does not exist.
   */
  document?: string
  date?: Day
  reviewEvery?: DurationOrNever
  approvedBy?: Person
  lastTest?: DayOrNever
  /**
   * The share of the workforce that completed it, in percent.
   */
  completion?: number
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * One entry of the risk register.
 */
export interface Risk {
  /**
   * Its id, unique within its list. Reports, references and fingerprints use it, so that it should stay the same.
   */
  id: string
  owner?: Person
  due?: Day
  /**
   * Where it stands.
   */
  status?: 'open' | 'accepted' | 'done'
  /**
   * Where it is written.
   */
  document?: string
  /**
   * How people call it; reports show it beside the id.
   */
  name?: string
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * A place with walls: an office, a data centre.
 */
export interface Site {
  /**
   * Its id, unique within its list. Reports, references and fingerprints use it, so that it should stay the same.
   */
  id: string
  /**
   * Who runs it: `us` or a vendor.
   */
  operator?: string
  /**
   * State or country, ISO 3166.
   */
  jurisdiction?: string
  /**
   * Facility access controls, 164.310(a).
   */
  physicalAccess?: {
    /**
     * Whether entry is controlled.
     */
    controlled?: boolean
    /**
     * Whether entries are recorded.
     */
    logged?: boolean
    /**
     * Whether visitors are escorted.
     */
    escorted?: boolean
    documented?: Document
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * How people call it; reports show it beside the id.
   */
  name?: string
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * Somebody else who gets or runs something for us.
 */
export interface Vendor {
  /**
   * Its id, unique within its list. Reports, references and fingerprints use it, so that it should stay the same.
   */
  id: string
  /**
   * How people call it; reports show it beside the id.
   */
  name?: string
  /**
   * What the vendor is to us. Agreements are asked of `business-associate` and `subcontractor`; ePHI to `none` fails; a `conduit` only transports (post, carrier).
   */
  relationship?:
    | 'business-associate'
    | 'subcontractor'
    | 'treatment-provider'
    | 'health-plan'
    | 'conduit'
    | 'workforce'
    | 'research'
    | 'none'
  baa?: Baa
  /**
   * That the relationship is over, and what became of the data.
   */
  ended?: {
    date?: Day
    /**
     * Whether all ePHI was returned or destroyed, 164.504(e)(2)(ii)(J).
     */
    dataReturned?: boolean
    /**
     * The certificate.
     */
    document?: string
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  responsibilities?: Responsibilities
  /**
   * Evidence of its safeguards.
   */
  assurances?: Assurance[]
  /**
   * Who works for it with our ePHI.
   *
   * Items: A subcontractor.
   */
  subcontractors?: {
    /**
     * Its name.
     */
    name: string
    /**
     * Whether it is bound by the same agreement, 164.308(b)(2), 164.314(a)(2)(iii).
     */
    flowDown?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }[]
  verifiedOn?: DayOrNever
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * What is known of a business associate agreement.
 */
export interface BaaObject {
  executedOn?: Day
  expiresOn?: Day
  /**
   * Whether it renews itself.
   */
  autoRenew?: boolean
  reviewedOn?: DayOrNever
  /**
   * The services that it covers; upper and lower case do not matter.
   */
  covers?: string[]
  breachNotice?: Duration
  /**
   * What it has clauses about, 164.314(a)(2) and 164.504(e)(2). `contingency-notice` is asked for only in the proposal of 2025.
   */
  clauses?: (
    | 'permitted-uses'
    | 'safeguards'
    | 'report-incidents'
    | 'report-breaches'
    | 'subcontractors'
    | 'access'
    | 'amendment'
    | 'accounting'
    | 'delegated-duties'
    | 'books-to-hhs'
    | 'return-or-destroy'
    | 'termination'
    | 'contingency-notice'
  )[]
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * Who runs which safeguard. For what the vendor runs, the law asks satisfactory assurance (164.308(b)), not a look at its disks.
 */
export interface Responsibilities {
  /**
   * Physical safeguards. `us`, the `vendor`, or `shared`.
   */
  physical?: 'us' | 'vendor' | 'shared'
  /**
   * Encryption of what is stored. `us`, the `vendor`, or `shared`.
   */
  encryptionAtRest?: 'us' | 'vendor' | 'shared'
  /**
   * Keys. `us`, the `vendor`, or `shared`.
   */
  keys?: 'us' | 'vendor' | 'shared'
  /**
   * Protection of what is sent. `us`, the `vendor`, or `shared`.
   */
  transmission?: 'us' | 'vendor' | 'shared'
  /**
   * Backups. `us`, the `vendor`, or `shared`.
   */
  backup?: 'us' | 'vendor' | 'shared'
  /**
   * Patches. `us`, the `vendor`, or `shared`.
   */
  patching?: 'us' | 'vendor' | 'shared'
  /**
   * Records of activity. `us`, the `vendor`, or `shared`.
   */
  audit?: 'us' | 'vendor' | 'shared'
  /**
   * Access control. `us`, the `vendor`, or `shared`.
   */
  access?: 'us' | 'vendor' | 'shared'
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * Evidence that a vendor keeps its safeguards.
 */
export interface Assurance {
  /**
   * What it is.
   */
  kind?: 'hitrust-r2' | 'hitrust-i1' | 'soc2-type2' | 'iso27001' | 'fedramp' | 'statement'
  validUntil?: Day
  periodEnd?: Day
  /**
   * The services that it looked at.
   */
  services?: string[]
  /**
   * Where it lies.
   */
  document?: string
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * An end of flows that is neither an asset of ours nor a vendor: patients, a health department.
 */
export interface Party {
  /**
   * Its id, unique within its list. Reports, references and fingerprints use it, so that it should stay the same.
   */
  id: string
  /**
   * What it is to us.
   */
  relationship?:
    | 'individual'
    | 'treatment-provider'
    | 'health-plan'
    | 'public-health'
    | 'legal'
    | 'research'
    | 'covered-entity'
    | 'customer'
    | 'public'
  /**
   * How many there are.
   */
  count?: number
  /**
   * How people call it; reports show it beside the id.
   */
  name?: string
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * A set of data with a name.
 */
export interface Data {
  /**
   * Its id, unique within its list. Reports, references and fingerprints use it, so that it should stay the same.
   */
  id: string
  /**
   * What it is. A limited data set is still PHI (164.514(e)); `deidentified` ends the scope only with a complete `deidentification`; masking is neither.
   */
  class?: 'ephi' | 'limited-data-set' | 'deidentified' | 'synthetic' | 'none'
  /**
   * Laws of its own that protect it.
   */
  sensitivity?: ('part2' | 'psychotherapy-notes' | 'hiv' | 'genetic' | 'reproductive' | 'mental-health')[]
  /**
   * How many people it is about.
   */
  individuals?: number
  dataUseAgreement?: Document
  /**
   * How it was de-identified, 164.514(b). All of method, date, by and document are needed; `none` states that it was not.
   */
  deidentification?:
    | 'none'
    | {
        /**
         * Safe harbor takes the 18 identifiers away (164.514(b)(2)); an expert determines that the risk is very small (164.514(b)(1)).
         */
        method?: 'safe-harbor' | 'expert-determination'
        date?: Day
        by?: Person
        /**
         * The record.
         */
        document?: string
        /**
         * Anything a reader should know. It is shown in reports and never judged.
         */
        notes?: string
      }
  /**
   * A code by which records can be found again, 164.514(c).
   */
  reidentificationCode?: {
    /**
     * How it was made; it may not come from information about the person.
     */
    made?: 'random' | 'keyed-hash' | 'hash' | 'derived'
    /**
     * Whether the way back is kept apart and disclosed to nobody.
     */
    keptApart?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * How people call it; reports show it beside the id.
   */
  name?: string
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * A part of the network. `internet` (public) is always there.
 */
export interface Zone {
  /**
   * Its id, unique within its list. Reports, references and fingerprints use it, so that it should stay the same.
   */
  id: string
  /**
   * How far it is trusted.
   */
  trust?: 'public' | 'dmz' | 'internal' | 'restricted' | 'management' | 'external'
  /**
   * What may leave it for the internet where the network itself decides that and no rule of `zonePolicy` speaks of it: `any`, as from a network of a provider in which functions run, or `none`.
   */
  outbound?: 'any' | 'none'
  /**
   * Its networks, in CIDR notation.
   */
  networks?: string[]
  /**
   * Its VLANs: numbers, or ranges such as `200-231`.
   */
  vlans?: string[]
  /**
   * How people call it; reports show it beside the id.
   */
  name?: string
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * What may pass between zones.
 */
export interface ZonePolicy {
  /**
   * What holds for pairs of zones without a rule.
   */
  default?: 'deny' | 'allow'
  /**
   * The asset that enforces it.
   */
  enforcedBy?: string
  reviewed?: DayOrNever
  /**
   * The rules.
   */
  rules?: ZoneRule[]
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * What one zone may open to another. A pair of zones with rules has what they allow and nothing else.
 */
export interface ZoneRule {
  /**
   * The zone that opens connections.
   */
  from: string
  /**
   * The zone that accepts them; `internet` for what goes out.
   */
  to: string
  /**
   * Ports, as `tcp/5432` or `udp/500-510`, a protocol of endpoints on any port, `any`, or `none`.
   */
  allow?: string[]
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * What holds for every asset that matches, unless the asset says otherwise. The more specific default wins, then the later.
 */
export interface Default {
  match: Match
  set: AssetSettings
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * Anything that an asset may say, to be laid under or over it.
 */
export interface AssetSettings {
  /**
   * How people call it; reports show it beside the id.
   */
  name?: string
  kind?: AssetKind
  /**
   * Why this entry is right where the import says otherwise; listed in every report.
   */
  corrects?: string
  /**
   * What it is used for.
   */
  environment?: 'production' | 'staging' | 'test' | 'development' | 'training'
  /**
   * Region of the provider, or country.
   */
  region?: string
  /**
   * Account of the provider.
   */
  account?: string
  /**
   * Where it stands.
   */
  site?: string
  /**
   * Which network zone it is in.
   */
  zone?: string
  owner?: Person
  /**
   * Who runs it for us; its maker is in `product`.
   */
  vendor?: string
  /**
   * What was bought.
   */
  product?: {
    /**
     * Name of the product.
     */
    name?: string
    /**
     * Its version.
     */
    version?: string
    supportEnds?: Day
    /**
     * Whether it is certified under 45 CFR Part 170.
     */
    certifiedEhr?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Who else is on it: `dedicated` hardware, an `isolated` instance or account of our own, or `shared`.
   */
  tenancy?: 'dedicated' | 'isolated' | 'shared'
  /**
   * Our own customers inside it.
   */
  tenants?: {
    /**
     * What keeps them apart.
     */
    model?: 'row' | 'schema' | 'database' | 'instance'
    /**
     * How many.
     */
    count?: number
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * What it does with ePHI; `none` states that there is none. Left out means not stated; flows may bring ePHI all the same.
   */
  ephi?: ('stores' | 'processes' | 'transmits' | 'creates' | 'receives')[]
  /**
   * Which data it holds.
   */
  holds?: string[]
  /**
   * How the vendor's agreement names what it does; else the product's name is compared.
   */
  service?: string
  /**
   * Why it holds data.
   */
  purpose?: 'primary' | 'replica' | 'cache' | 'temporary' | 'archive' | 'backup' | 'log' | 'non-production'
  /**
   * The asset that it is a replica of. The flow is implied.
   */
  replicaOf?: string
  /**
   * The asset that its data is made from.
   */
  derivedFrom?: string
  /**
   * The asset that it runs on.
   */
  runsOn?: string
  transient?: Duration
  administers?: Match
  /**
   * What depends on it, 164.308(a)(7)(ii)(E).
   */
  criticality?: 'life-safety' | 'critical' | 'normal' | 'low'
  /**
   * Whose it is.
   */
  ownership?: 'organisation' | 'personal' | 'leased'
  /**
   * Electronic prescribing.
   */
  electronicPrescribing?: {
    /**
     * Whether controlled substances are prescribed with it.
     */
    controlledSubstances?: boolean
    /**
     * Whether two factors sign a prescription, 21 CFR 1311.115.
     */
    twoFactor?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * How a container runs.
   */
  container?: {
    /**
     * Whether it is privileged.
     */
    privileged?: boolean
    /**
     * Whether it gets at its host.
     */
    hostAccess?: boolean
    /**
     * Whether it runs as root.
     */
    runsAsRoot?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * What the thing itself cannot do; a medical device may not be patchable. It explains, and excuses nothing by itself.
   */
  constraints?: {
    /**
     * What it cannot.
     */
    cannot?: (
      | 'encrypt'
      | 'encrypt-transmission'
      | 'patch'
      | 'install-agents'
      | 'unique-ids'
      | 'auto-logoff'
      | 'mfa'
      | 'audit'
    )[]
    /**
     * Why.
     */
    because?: string
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  encryptionAtRest?: EncryptionAtRest
  /**
   * Where it accepts connections.
   */
  endpoints?: Endpoint[]
  access?: Access
  audit?: Audit
  keeps?: DurationOrForever
  /**
   * Protection against improper change, 164.312(c).
   */
  integrity?: {
    /**
     * Whether checksums are verified.
     */
    checksums?: boolean
    /**
     * Whether content is signed.
     */
    signatures?: boolean
    /**
     * Whether what is written cannot be changed.
     */
    writeOnce?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * What it can go back to by itself.
   */
  recovery?: {
    /**
     * How far back any point in time can be restored, or `none`.
     */
    pointInTime?: 'none' | Duration
    /**
     * Whether earlier versions are kept.
     */
    versioning?: boolean
    /**
     * Whether it is protected against deletion.
     */
    deletionProtection?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * How it stays up.
   */
  availability?: {
    /**
     * How many run.
     */
    instances?: number
    /**
     * In how many zones.
     */
    availabilityZones?: number
    /**
     * What happens when one fails.
     */
    failover?: 'automatic' | 'manual' | 'none'
    rpo?: DurationOrNever
    rto?: DurationOrNever
    /**
     * Whether somebody is told when it is down.
     */
    monitored?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Whether malware is looked for, 164.308(a)(5)(ii)(B).
   */
  malwareProtection?: boolean
  /**
   * Patches.
   */
  patching?: {
    every?: DurationOrNever
    last?: DayOrNever
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Management of a mobile device.
   */
  mdm?: {
    /**
     * Whether it is managed.
     */
    enrolled?: boolean
    /**
     * Whether it can be wiped from afar.
     */
    remoteWipe?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * How media are disposed of or used again, 164.310(d)(2)(i) and (ii); `none` states that there is no way.
   */
  disposal?:
    | 'none'
    | {
        /**
         * What is done, NIST SP 800-88.
         */
        method?: 'clear' | 'purge' | 'destroy' | 'crypto-erase' | 'provider'
        /**
         * The procedure, or the certificates.
         */
        document?: string
        /**
         * Anything a reader should know. It is shown in reports and never judged.
         */
        notes?: string
      }
  /**
   * Who has it, 164.310(d)(2)(iii).
   */
  custody?: {
    /**
     * Whether movements are recorded.
     */
    log?: boolean
    lastReconciled?: DayOrNever
    /**
     * How many are missing.
     */
    missing?: number
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Scripts of others that its pages load. They are flows to their vendors.
   *
   * Items: A script.
   */
  thirdPartyScripts?: {
    /**
     * Whose it is.
     */
    vendor: string
    /**
     * On which pages.
     */
    pages?: ('public' | 'appointment' | 'login' | 'authenticated')[]
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }[]
  /**
   * Labels of your own, to match by.
   */
  tags?: {
    /**
     * The value of a tag; it is read as text.
     */
    [k: string]: string
  }
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * Encryption of what is stored, 164.312(a)(2)(iv): addressable.
 */
export interface EncryptionAtRest {
  /**
   * Whether it is encrypted.
   */
  enabled?: boolean
  /**
   * Algorithm, mode and length of key.
   */
  algorithm?: string
  /**
   * At which layer.
   */
  layer?:
    | 'full-disk'
    | 'volume'
    | 'database'
    | 'tablespace'
    | 'file'
    | 'field'
    | 'service'
    | 'self-encrypting-drive'
  /**
   * The key: its id, or a key described in place.
   */
  key?: string | KeyInPlace
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * A key described where it is used.
 */
export interface KeyInPlace {
  /**
   * What holds it.
   */
  manager?:
    | 'aws-kms'
    | 'azure-key-vault'
    | 'gcp-kms'
    | 'hsm'
    | 'tpm'
    | 'vault'
    | 'appliance'
    | 'file'
    | 'provider'
    | 'other'
  /**
   * Whether we, not the provider, control it.
   */
  customerManaged?: boolean
  /**
   * Groups that can decrypt with it.
   */
  usableBy?: string[]
  /**
   * Groups that administer it.
   */
  administeredBy?: string[]
  rotation?: DurationOrNever
  /**
   * Whether it can be got back after loss.
   */
  recoverable?: boolean
  /**
   * Who holds what is needed to recover it.
   */
  recoveryHeldBy?: string
  /**
   * Assets on which the key itself lies. Guidance of HHS asks to keep keys apart from the data.
   */
  storedWith?: string[]
  /**
   * The account that it is in.
   */
  account?: string
  /**
   * Validation of the module that uses it.
   */
  module?: 'fips-140-3' | 'fips-140-2' | 'none'
  /**
   * Number of the module's validation certificate.
   */
  certificate?: string
  /**
   * How people call it; reports show it beside the id.
   */
  name?: string
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * Where an asset accepts connections.
 */
export interface Endpoint {
  /**
   * Its id, unique within its list. Reports, references and fingerprints use it, so that it should stay the same.
   */
  id?: string
  /**
   * Its port.
   */
  port?: number
  /**
   * DNS name or address at which clients reach it; what `probe` connects to, and how evidence finds its endpoint.
   */
  host?: string
  protocol?: Protocol
  /**
   * Who can reach it.
   */
  exposure?: 'public' | 'partner' | 'internal' | 'loopback'
  /**
   * Whether connections are encrypted: `optional` also accepts plain ones. Unstated it is `required` for https, ssh, sftp and VPNs, `none` for http, ftp and telnet.
   */
  encryption?: 'none' | 'optional' | 'required'
  /**
   * How clients authenticate.
   */
  auth?: 'none' | 'password' | 'certificate' | 'token' | 'sso' | 'kerberos'
  tls?: Tls
  ssh?: Ssh
  ipsec?: Ipsec
  smb?: Smb
  /**
   * Encryption of the protocol's own, as Oracle Native Network Encryption.
   */
  native?: {
    /**
     * Its level; only `required` refuses plain connections.
     */
    level?: 'rejected' | 'accepted' | 'requested' | 'required'
    /**
     * Its algorithm.
     */
    algorithm?: string
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * How people call it; reports show it beside the id.
   */
  name?: string
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * TLS settings: the name of a policy, or settings in place, which win over those of a policy named in `policy`.
 */
export interface Tls {
  /**
   * Name of the policy that it follows.
   */
  policy?: string
  /**
   * The versions that are offered.
   */
  versions?: TlsVersion[]
  /**
   * The cipher suites that are offered, by IANA or OpenSSL name.
   */
  cipherSuites?: string[]
  /**
   * An OpenSSL cipher string; it is expanded, and what cannot be expanded is unproven.
   */
  cipherString?: string
  /**
   * Name of a policy of a cloud provider.
   */
  providerPolicy?: string
  /**
   * Groups for key exchange, by IANA name.
   */
  groups?: string[]
  /**
   * Length of the Diffie-Hellman modulus in bits.
   */
  dhBits?: number
  /**
   * Whether the server's order of suites counts.
   */
  preferServer?: boolean
  /**
   * Whether clients show a certificate.
   */
  clientCertificates?: 'none' | 'optional' | 'required'
  hsts?: Hsts
  certificate?: Certificate
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * HTTP Strict Transport Security, RFC 6797.
 */
export interface Hsts {
  /**
   * Whether the header is sent.
   */
  enabled?: boolean
  maxAge?: Duration
  /**
   * Whether it holds for subdomains.
   */
  includeSubDomains?: boolean
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * The certificate that an endpoint shows.
 */
export interface Certificate {
  /**
   * Its subject.
   */
  subject?: string
  /**
   * Who issued it.
   */
  issuer?: string
  notBefore?: Day
  notAfter?: Day
  /**
   * How it is renewed.
   */
  renewal?: 'manual' | 'automatic'
  /**
   * Type of its key.
   */
  keyType?: string
  /**
   * Length of its key in bits.
   */
  keyBits?: number
  /**
   * Signature algorithm.
   */
  signature?: string
  /**
   * Whether browsers trust its issuer.
   */
  publiclyTrusted?: boolean
  /**
   * Whether it is for the name by which clients reach the endpoint.
   */
  matchesHost?: boolean
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * SSH settings.
 */
export interface Ssh {
  /**
   * Key exchange methods.
   */
  kex?: string[]
  /**
   * Ciphers.
   */
  ciphers?: string[]
  /**
   * Message authentication codes.
   */
  macs?: string[]
  /**
   * Host key algorithms.
   */
  hostKeys?: string[]
  /**
   * Whether passwords are accepted.
   */
  passwordAuth?: boolean
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * IPsec settings.
 */
export interface Ipsec {
  /**
   * Version of IKE.
   */
  ike?: 1 | 2
  /**
   * Mode of IKEv1.
   */
  mode?: 'main' | 'aggressive'
  /**
   * Encryption.
   */
  encryption?: string[]
  /**
   * Integrity.
   */
  integrity?: string[]
  /**
   * Diffie-Hellman groups, by number.
   */
  dhGroup?: number[]
  /**
   * Whether each session has forward secrecy.
   */
  pfs?: boolean
  /**
   * How peers authenticate.
   */
  auth?: 'psk' | 'certificate' | 'eap'
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * SMB settings.
 */
export interface Smb {
  /**
   * Least dialect that is accepted.
   */
  minVersion?: string
  /**
   * Whether encryption is required.
   */
  encryption?: boolean
  /**
   * Whether signing is required.
   */
  signing?: boolean
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * Who can get at an asset, and how. What it leaves out, `identity` supplies.
 */
export interface Access {
  /**
   * Groups that are meant to have access.
   */
  authorised?: string[]
  /**
   * Whether access goes by role.
   */
  roles?: boolean
  /**
   * Whether everybody has no more than the work needs.
   */
  leastPrivilege?: boolean
  /**
   * Whether sessions of administrators are recorded.
   */
  sessionRecording?: boolean
  /**
   * Whether anybody can read it without logging in.
   */
  anonymous?: boolean
  linkLifetime?: DurationOrNever
  /**
   * Zones from which it can be reached.
   */
  reachableFrom?: string[]
  /**
   * Whether everybody has an id of their own, 164.312(a)(2)(i).
   */
  uniqueIds?: boolean
  /**
   * Accounts that several people use; `[]` for none.
   */
  sharedAccounts?: string[]
  /**
   * Whether the credentials that products come with were removed or changed.
   */
  defaultCredentialsRemoved?: boolean
  mfa?: Mfa
  /**
   * What passwords have to be.
   */
  passwords?: {
    /**
     * Least number of characters.
     */
    minLength?: number
    /**
     * Whether known passwords are refused (NIST SP 800-63B).
     */
    blocklist?: boolean
    /**
     * After how many wrong attempts an account is locked, or `never`.
     */
    lockoutAfter?: number | 'never'
    expiry?: DurationOrNever
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  autoLogoff?: DurationOrNever
  emergencyAccess?: EmergencyAccess
  /**
   * The account that can do everything.
   */
  rootAccount?: {
    /**
     * Whether it is used in daily work.
     */
    used?: boolean
    /**
     * Whether it has access keys.
     */
    accessKeys?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Keys of programs and people for interfaces.
   */
  accessKeys?: {
    maxAge?: DurationOrNever
    /**
     * Whether short-lived credentials replace them.
     */
    federated?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Tokens of sessions and interfaces.
   */
  tokens?: {
    lifetime?: DurationOrNever
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Whether protocols that cannot ask for a second factor are allowed.
   */
  legacyAuthentication?: boolean
  /**
   * Ending of access, 164.308(a)(3)(ii)(C).
   */
  termination?: {
    within?: DurationOrNever
    /**
     * Whether it ends by itself.
     */
    automated?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Review of who has access, 164.308(a)(4)(ii)(C).
   */
  accessReview?: {
    every?: DurationOrNever
    last?: DayOrNever
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Whether administrators have a second account for it.
   */
  separateAdminAccounts?: boolean
  /**
   * Whether attempts to log in are watched, 164.308(a)(5)(ii)(C).
   */
  loginMonitoring?: boolean
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * Multi-factor authentication. The law asks for authentication of persons (164.312(d)) and names no method.
 */
export interface Mfa {
  /**
   * Of whom it is asked: `all`, `none`, or a list of `remote`, `admin` and groups.
   */
  required?: string[]
  /**
   * The methods in use.
   */
  methods?: ('fido2' | 'piv' | 'totp' | 'push' | 'authenticator-app' | 'sms' | 'voice' | 'email' | 'other')[]
  /**
   * Groups or accounts of which it is not asked.
   */
  exceptions?: string[]
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * The procedure for getting at ePHI in an emergency, 164.312(a)(2)(ii).
 */
export interface EmergencyAccessObject {
  /**
   * Text of the document, or a link to it; `none` states that it does not exist.
   */
  document?: string
  date?: Day
  reviewEvery?: DurationOrNever
  approvedBy?: Person
  lastTest?: DayOrNever
  /**
   * Whether its use raises an alert.
   */
  alerting?: boolean
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * The record of activity in an asset, 164.312(b).
 */
export interface Audit {
  /**
   * Whether activity is recorded.
   */
  enabled?: boolean
  /**
   * What is recorded.
   */
  events?: ('login' | 'read' | 'write' | 'delete' | 'export' | 'admin' | 'ddl' | 'config')[]
  /**
   * The asset that the record goes to; `none`: it stays where it is.
   */
  destination?: string
  retention?: DurationOrForever
  reviewedEvery?: DurationOrNever
  /**
   * Whether it can be neither changed nor deleted by those whom it records.
   */
  tamperProof?: boolean
  /**
   * Whether its clock is synchronised.
   */
  timeSync?: boolean
  /**
   * Whether the record itself contains ePHI.
   */
  containsPhi?: boolean
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * TLS settings that endpoints share by name.
 */
export interface TlsPolicy {
  /**
   * The versions that are offered.
   */
  versions?: TlsVersion[]
  /**
   * The cipher suites that are offered, by IANA or OpenSSL name.
   */
  cipherSuites?: string[]
  /**
   * An OpenSSL cipher string; it is expanded, and what cannot be expanded is unproven.
   */
  cipherString?: string
  /**
   * Name of a policy of a cloud provider.
   */
  providerPolicy?: string
  /**
   * Groups for key exchange, by IANA name.
   */
  groups?: string[]
  /**
   * Length of the Diffie-Hellman modulus in bits.
   */
  dhBits?: number
  /**
   * Whether the server's order of suites counts.
   */
  preferServer?: boolean
  /**
   * Whether clients show a certificate.
   */
  clientCertificates?: 'none' | 'optional' | 'required'
  hsts?: Hsts
  certificate?: Certificate
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * A key that encrypts data at rest, and who can use it.
 */
export interface Key {
  /**
   * Its id, unique within its list. Reports, references and fingerprints use it, so that it should stay the same.
   */
  id: string
  /**
   * What holds it.
   */
  manager?:
    | 'aws-kms'
    | 'azure-key-vault'
    | 'gcp-kms'
    | 'hsm'
    | 'tpm'
    | 'vault'
    | 'appliance'
    | 'file'
    | 'provider'
    | 'other'
  /**
   * Whether we, not the provider, control it.
   */
  customerManaged?: boolean
  /**
   * Groups that can decrypt with it.
   */
  usableBy?: string[]
  /**
   * Groups that administer it.
   */
  administeredBy?: string[]
  rotation?: DurationOrNever
  /**
   * Whether it can be got back after loss.
   */
  recoverable?: boolean
  /**
   * Who holds what is needed to recover it.
   */
  recoveryHeldBy?: string
  /**
   * Assets on which the key itself lies. Guidance of HHS asks to keep keys apart from the data.
   */
  storedWith?: string[]
  /**
   * The account that it is in.
   */
  account?: string
  /**
   * Validation of the module that uses it.
   */
  module?: 'fips-140-3' | 'fips-140-2' | 'none'
  /**
   * Number of the module's validation certificate.
   */
  certificate?: string
  /**
   * How people call it; reports show it beside the id.
   */
  name?: string
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * How people and programs are identified, for all assets that do not say otherwise in `access`.
 */
export interface Identity {
  /**
   * The asset that identifies users.
   */
  provider?: string
  /**
   * The groups; `everyone` is always there.
   */
  groups?: Group[]
  /**
   * Whether everybody has an id of their own, 164.312(a)(2)(i).
   */
  uniqueIds?: boolean
  /**
   * Accounts that several people use; `[]` for none.
   */
  sharedAccounts?: string[]
  /**
   * Whether the credentials that products come with were removed or changed.
   */
  defaultCredentialsRemoved?: boolean
  mfa?: Mfa
  /**
   * What passwords have to be.
   */
  passwords?: {
    /**
     * Least number of characters.
     */
    minLength?: number
    /**
     * Whether known passwords are refused (NIST SP 800-63B).
     */
    blocklist?: boolean
    /**
     * After how many wrong attempts an account is locked, or `never`.
     */
    lockoutAfter?: number | 'never'
    expiry?: DurationOrNever
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  autoLogoff?: DurationOrNever
  emergencyAccess?: EmergencyAccess
  /**
   * The account that can do everything.
   */
  rootAccount?: {
    /**
     * Whether it is used in daily work.
     */
    used?: boolean
    /**
     * Whether it has access keys.
     */
    accessKeys?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Keys of programs and people for interfaces.
   */
  accessKeys?: {
    maxAge?: DurationOrNever
    /**
     * Whether short-lived credentials replace them.
     */
    federated?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Tokens of sessions and interfaces.
   */
  tokens?: {
    lifetime?: DurationOrNever
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Whether protocols that cannot ask for a second factor are allowed.
   */
  legacyAuthentication?: boolean
  /**
   * Ending of access, 164.308(a)(3)(ii)(C).
   */
  termination?: {
    within?: DurationOrNever
    /**
     * Whether it ends by itself.
     */
    automated?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Review of who has access, 164.308(a)(4)(ii)(C).
   */
  accessReview?: {
    every?: DurationOrNever
    last?: DayOrNever
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Whether administrators have a second account for it.
   */
  separateAdminAccounts?: boolean
  /**
   * Whether attempts to log in are watched, 164.308(a)(5)(ii)(C).
   */
  loginMonitoring?: boolean
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * People or programs with the same access.
 */
export interface Group {
  /**
   * Its id, unique within its list. Reports, references and fingerprints use it, so that it should stay the same.
   */
  id: string
  /**
   * Who they are. `identity` holds for all but customers and patients.
   */
  kind?: 'workforce' | 'service' | 'vendor' | 'emergency' | 'customer' | 'patient'
  /**
   * How many.
   */
  members?: number
  /**
   * The vendor that they work for.
   */
  vendor?: string
  /**
   * How people call it; reports show it beside the id.
   */
  name?: string
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * A backup: of what, where to, and whether it can be restored (164.308(a)(7)(ii)(A)).
 */
export interface BackupPlan {
  /**
   * Its id, unique within its list. Reports, references and fingerprints use it, so that it should stay the same.
   */
  id: string
  covers?: Match
  /**
   * The copies; `[]` states that what the plan covers has no backup.
   */
  copies?: Copy[]
  /**
   * How copies are verified.
   */
  verified?: 'none' | 'checksum' | 'automated-restore'
  /**
   * Whether a failed run raises an alert.
   */
  failureAlerts?: boolean
  /**
   * Restores that were tried; `[]` for none.
   */
  restoreTests?: RestoreTest[]
  /**
   * How people call it; reports show it beside the id.
   */
  name?: string
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * One copy that a plan makes.
 */
export interface Copy {
  /**
   * Its id, unique within its list. Reports, references and fingerprints use it, so that it should stay the same.
   */
  id?: string
  /**
   * What it is made of: an asset or an earlier copy; without it, what the plan covers.
   */
  from?: string
  /**
   * The asset on which it lies. The flow there is implied.
   */
  to?: string
  frequency?: DurationOrNever
  retention?: DurationOrForever
  /**
   * Whether it is encrypted.
   */
  encrypted?: boolean
  /**
   * The key that encrypts it.
   */
  key?: string
  /**
   * Whether it lies in another place than the original.
   */
  offsite?: boolean
  /**
   * Whether no network reaches it.
   */
  offline?: boolean
  /**
   * Whether other credentials than those of production are needed.
   */
  isolatedCredentials?: boolean
  /**
   * Whether it can be deleted before its time: `governance` by some, `compliance` by nobody.
   */
  immutable?: 'none' | 'governance' | 'compliance'
  /**
   * Groups that can read or delete it.
   */
  accessibleTo?: string[]
  /**
   * How people call it; reports show it beside the id.
   */
  name?: string
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * A restore that was tried.
 */
export interface RestoreTest {
  date: Day
  /**
   * What was restored.
   */
  assets?: string[]
  /**
   * How it went.
   */
  result?: 'passed' | 'failed'
  achievedRto?: Duration
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * Somebody answers for facts with a document: their rank becomes `attested`.
 */
export interface Attestation {
  subjects: Match
  /**
   * Paths from the subject, as `encryptionAtRest`; each covers all below it.
   */
  facts: string[]
  by?: Person
  date?: Day
  validUntil?: Day
  /**
   * Where it lies.
   */
  document?: string
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * One thing of the infrastructure, or a group of like things.
 */
export interface Asset {
  /**
   * Its id, unique within its list. Reports, references and fingerprints use it, so that it should stay the same.
   */
  id: string
  /**
   * How people call it; reports show it beside the id.
   */
  name?: string
  kind?: AssetKind
  /**
   * How many like things this is; findings count them.
   */
  count?: number
  /**
   * Some of a group that are otherwise.
   */
  exceptions?: AssetException[]
  /**
   * Address of the imported resource that this entry overlays, as `source:address`.
   */
  address?: string
  /**
   * Why this entry is right where the import says otherwise; listed in every report.
   */
  corrects?: string
  /**
   * What it is used for.
   */
  environment?: 'production' | 'staging' | 'test' | 'development' | 'training'
  /**
   * Region of the provider, or country.
   */
  region?: string
  /**
   * Account of the provider.
   */
  account?: string
  /**
   * Where it stands.
   */
  site?: string
  /**
   * Which network zone it is in.
   */
  zone?: string
  owner?: Person
  /**
   * Who runs it for us; its maker is in `product`.
   */
  vendor?: string
  /**
   * What was bought.
   */
  product?: {
    /**
     * Name of the product.
     */
    name?: string
    /**
     * Its version.
     */
    version?: string
    supportEnds?: Day
    /**
     * Whether it is certified under 45 CFR Part 170.
     */
    certifiedEhr?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Who else is on it: `dedicated` hardware, an `isolated` instance or account of our own, or `shared`.
   */
  tenancy?: 'dedicated' | 'isolated' | 'shared'
  /**
   * Our own customers inside it.
   */
  tenants?: {
    /**
     * What keeps them apart.
     */
    model?: 'row' | 'schema' | 'database' | 'instance'
    /**
     * How many.
     */
    count?: number
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * What it does with ePHI; `none` states that there is none. Left out means not stated; flows may bring ePHI all the same.
   */
  ephi?: ('stores' | 'processes' | 'transmits' | 'creates' | 'receives')[]
  /**
   * Which data it holds.
   */
  holds?: string[]
  /**
   * How the vendor's agreement names what it does; else the product's name is compared.
   */
  service?: string
  /**
   * Why it holds data.
   */
  purpose?: 'primary' | 'replica' | 'cache' | 'temporary' | 'archive' | 'backup' | 'log' | 'non-production'
  /**
   * The asset that it is a replica of. The flow is implied.
   */
  replicaOf?: string
  /**
   * The asset that its data is made from.
   */
  derivedFrom?: string
  /**
   * The asset that it runs on.
   */
  runsOn?: string
  transient?: Duration
  administers?: Match
  /**
   * What depends on it, 164.308(a)(7)(ii)(E).
   */
  criticality?: 'life-safety' | 'critical' | 'normal' | 'low'
  /**
   * Whose it is.
   */
  ownership?: 'organisation' | 'personal' | 'leased'
  /**
   * Electronic prescribing.
   */
  electronicPrescribing?: {
    /**
     * Whether controlled substances are prescribed with it.
     */
    controlledSubstances?: boolean
    /**
     * Whether two factors sign a prescription, 21 CFR 1311.115.
     */
    twoFactor?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * How a container runs.
   */
  container?: {
    /**
     * Whether it is privileged.
     */
    privileged?: boolean
    /**
     * Whether it gets at its host.
     */
    hostAccess?: boolean
    /**
     * Whether it runs as root.
     */
    runsAsRoot?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * What the thing itself cannot do; a medical device may not be patchable. It explains, and excuses nothing by itself.
   */
  constraints?: {
    /**
     * What it cannot.
     */
    cannot?: (
      | 'encrypt'
      | 'encrypt-transmission'
      | 'patch'
      | 'install-agents'
      | 'unique-ids'
      | 'auto-logoff'
      | 'mfa'
      | 'audit'
    )[]
    /**
     * Why.
     */
    because?: string
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  encryptionAtRest?: EncryptionAtRest
  /**
   * Where it accepts connections.
   */
  endpoints?: Endpoint[]
  access?: Access
  audit?: Audit
  keeps?: DurationOrForever
  /**
   * Protection against improper change, 164.312(c).
   */
  integrity?: {
    /**
     * Whether checksums are verified.
     */
    checksums?: boolean
    /**
     * Whether content is signed.
     */
    signatures?: boolean
    /**
     * Whether what is written cannot be changed.
     */
    writeOnce?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * What it can go back to by itself.
   */
  recovery?: {
    /**
     * How far back any point in time can be restored, or `none`.
     */
    pointInTime?: 'none' | Duration
    /**
     * Whether earlier versions are kept.
     */
    versioning?: boolean
    /**
     * Whether it is protected against deletion.
     */
    deletionProtection?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * How it stays up.
   */
  availability?: {
    /**
     * How many run.
     */
    instances?: number
    /**
     * In how many zones.
     */
    availabilityZones?: number
    /**
     * What happens when one fails.
     */
    failover?: 'automatic' | 'manual' | 'none'
    rpo?: DurationOrNever
    rto?: DurationOrNever
    /**
     * Whether somebody is told when it is down.
     */
    monitored?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Whether malware is looked for, 164.308(a)(5)(ii)(B).
   */
  malwareProtection?: boolean
  /**
   * Patches.
   */
  patching?: {
    every?: DurationOrNever
    last?: DayOrNever
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Management of a mobile device.
   */
  mdm?: {
    /**
     * Whether it is managed.
     */
    enrolled?: boolean
    /**
     * Whether it can be wiped from afar.
     */
    remoteWipe?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * How media are disposed of or used again, 164.310(d)(2)(i) and (ii); `none` states that there is no way.
   */
  disposal?:
    | 'none'
    | {
        /**
         * What is done, NIST SP 800-88.
         */
        method?: 'clear' | 'purge' | 'destroy' | 'crypto-erase' | 'provider'
        /**
         * The procedure, or the certificates.
         */
        document?: string
        /**
         * Anything a reader should know. It is shown in reports and never judged.
         */
        notes?: string
      }
  /**
   * Who has it, 164.310(d)(2)(iii).
   */
  custody?: {
    /**
     * Whether movements are recorded.
     */
    log?: boolean
    lastReconciled?: DayOrNever
    /**
     * How many are missing.
     */
    missing?: number
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Scripts of others that its pages load. They are flows to their vendors.
   *
   * Items: A script.
   */
  thirdPartyScripts?: {
    /**
     * Whose it is.
     */
    vendor: string
    /**
     * On which pages.
     */
    pages?: ('public' | 'appointment' | 'login' | 'authenticated')[]
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }[]
  /**
   * Labels of your own, to match by.
   */
  tags?: {
    /**
     * The value of a tag; it is read as text.
     */
    [k: string]: string
  }
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * Some of a group that are otherwise than the rest.
 */
export interface AssetException {
  /**
   * How many.
   */
  count: number
  /**
   * Why; it names the exception.
   */
  why: string
  set: AssetSettings
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * Data on its way. `from` opens the connection.
 */
export interface Flow {
  /**
   * Its id, unique within its list. Reports, references and fingerprints use it, so that it should stay the same.
   */
  id?: string
  /**
   * Who opens it: an asset or `asset/endpoint`, a vendor, a party.
   */
  from: string
  /**
   * Who accepts it.
   */
  to: string
  /**
   * What it passes, in order. Every leg is judged by itself.
   */
  via?: string[]
  /**
   * What it carries. Unstated beside an asset with ePHI it is assumed to be ePHI, and said so.
   */
  carries?: string[]
  /**
   * Which end data goes to: `to` is sent, `from` is fetched.
   */
  data?: 'both' | 'to' | 'from'
  protocol?: Protocol
  encryption?: FlowEncryption
  /**
   * What the opening end verifies.
   */
  client?: {
    /**
     * Whether the certificate is verified: its issuer (`ca`), or also its name (`full`).
     */
    verify?: 'none' | 'ca' | 'full'
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Whether what arrives is checked against what was sent, 164.312(e)(2)(i).
   */
  integrity?: boolean
  /**
   * What it is for. Treatment, payment and operations need no accounting (164.528(a)(1)).
   */
  purpose?:
    | 'treatment'
    | 'payment'
    | 'operations'
    | 'public-health'
    | 'legal'
    | 'research'
    | 'marketing'
    | 'individual'
  /**
   * How it travels.
   */
  medium?: 'network' | 'removable-media' | 'paper' | 'fax' | 'voice' | 'sms'
  consent?: Consent
  /**
   * What allows the disclosure (164.508, 164.512), or `none`.
   */
  authorization?:
    | 'none'
    | {
        /**
         * What it is.
         */
        kind?:
          | 'patient'
          | 'court-order'
          | 'protective-order'
          | 'data-use-agreement'
          | 'research-waiver'
          | 'required-by-law'
          | 'law-enforcement'
        /**
         * Where it lies.
         */
        document?: string
        /**
         * Anything a reader should know. It is shown in reports and never judged.
         */
        notes?: string
      }
  /**
   * Whether the notice of 42 CFR 2.32 goes along.
   */
  redisclosureNotice?: boolean
  /**
   * The asset that keeps what was sent.
   */
  archive?: string
  /**
   * How people call it; reports show it beside the id.
   */
  name?: string
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * Encryption of a flow's last leg, 164.312(e)(2)(ii): addressable.
 */
export interface FlowEncryption {
  /**
   * Whether it is encrypted.
   */
  enabled?: boolean
  /**
   * What encrypts it.
   */
  protocol?:
    | 'tls'
    | 'ssh'
    | 'ipsec'
    | 'wireguard'
    | 'openvpn'
    | 'smb3'
    | 'krb5p'
    | 'snmpv3'
    | 'l2tp'
    | 'pptp'
    | 'native'
    | 'other'
  tls?: Tls
  ssh?: Ssh
  ipsec?: Ipsec
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * The wish of an individual to get ePHI plainly.
 */
export interface Consent {
  /**
   * Whether they were warned of the risk.
   */
  warned?: boolean
  /**
   * Whether the choice is recorded.
   */
  recorded?: boolean
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * Mail.
 */
export interface Email {
  /**
   * Domains that mail is sent from.
   */
  domains?: MailDomain[]
  /**
   * Mail that comes in.
   */
  inbound?: {
    /**
     * Whether TLS is offered or required.
     */
    transport?: 'none' | 'opportunistic' | 'required'
    /**
     * The assets that accept it.
     */
    mailServers?: string[]
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Ways of sending.
   */
  streams?: Stream[]
  /**
   * How people get at their mail.
   */
  clientAccess?: {
    /**
     * By which protocols.
     */
    protocols?: ('mapi' | 'imap' | 'pop3' | 'activesync' | 'web')[]
    /**
     * Whether plain connections are accepted.
     */
    cleartext?: boolean
    /**
     * Whether a second factor is asked for.
     */
    mfa?: boolean
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Whether mail may be forwarded outside by itself.
   */
  externalAutoForward?: boolean
  /**
   * The portal from which encrypted messages are picked up.
   */
  portal?: {
    /**
     * The asset.
     */
    asset?: string
    /**
     * Whether the notices contain PHI.
     */
    noticesContainPhi?: boolean
    linkExpires?: DurationOrNever
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  retention?: DurationOrForever
  /**
   * Deleted mail.
   */
  deletedMail?: {
    purgeAfter?: DurationOrNever
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * A domain that mail is sent from.
 */
export interface MailDomain {
  /**
   * The domain.
   */
  name: string
  /**
   * The SPF record (RFC 7208), or `none`.
   */
  spf?: string
  /**
   * Why receivers give up on the SPF record, as `probe mail` finds by looking up what it includes (RFC 7208, 2.6.7).
   */
  spfFault?: string
  /**
   * DKIM signatures, RFC 6376.
   */
  dkim?: {
    /**
     * Whether mail is signed.
     */
    enabled?: boolean
    /**
     * Length of the key in bits.
     */
    keyBits?: number
    /**
     * Signing algorithm.
     */
    algorithm?: string
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * DMARC, RFC 9989.
   */
  dmarc?: {
    /**
     * What receivers are asked to do.
     */
    policy?: 'none' | 'quarantine' | 'reject'
    /**
     * The record.
     */
    record?: string
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * MTA-STS, RFC 8461.
   */
  mtaSts?: {
    /**
     * Its mode.
     */
    mode?: 'none' | 'testing' | 'enforce'
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Whether TLSA records are published (RFC 7672).
   */
  dane?: boolean
  /**
   * Whether reports on TLS are asked for (RFC 8460).
   */
  tlsRpt?: boolean
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * One way of sending mail: staff, reminders, referrals.
 */
export interface Stream {
  /**
   * Its id, unique within its list. Reports, references and fingerprints use it, so that it should stay the same.
   */
  id: string
  /**
   * The asset that sends it.
   */
  sender?: string
  /**
   * What it passes.
   */
  via?: string[]
  /**
   * The domain that it is sent from.
   */
  domain?: string
  /**
   * To whom it goes.
   */
  to?: string[]
  /**
   * What it carries.
   */
  carries?: string[]
  /**
   * How transport is encrypted; `enforced` refuses to send plainly, `enforced-verified` also checks the certificate.
   */
  transport?: 'none' | 'opportunistic' | 'dane' | 'mta-sts' | 'enforced' | 'enforced-verified'
  /**
   * Partners with whom it is otherwise.
   *
   * Items: Partners.
   */
  partners?: {
    /**
     * Their domains.
     */
    domains: string[]
    /**
     * How transport is encrypted with them.
     */
    transport?: 'none' | 'opportunistic' | 'dane' | 'mta-sts' | 'enforced' | 'enforced-verified'
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }[]
  /**
   * What happens when the other side refuses TLS.
   */
  fallback?: 'send-anyway' | 'queue' | 'bounce' | 'portal-pickup' | 'pgp' | 'smime'
  /**
   * Encryption of the message itself, or `none`.
   */
  messageEncryption?:
    | 'none'
    | {
        /**
         * How.
         */
        method?: 'portal-pickup' | 'smime' | 'pgp'
        /**
         * When.
         */
        when?: ('always' | 'sensitive' | 'on-request')[]
        /**
         * Which algorithm.
         */
        algorithm?: string
        /**
         * Where it ends.
         */
        endsAt?: 'recipient' | 'gateway'
        /**
         * Whether subject and headers are protected (RFC 9788).
         */
        headerProtection?: 'none' | 'rfc9788'
        /**
         * Whether a second key can read it.
         */
        escrow?: boolean
        /**
         * Anything a reader should know. It is shown in reports and never judged.
         */
        notes?: string
      }
  /**
   * What may stand in a subject line.
   */
  subjectPolicy?: {
    /**
     * Whether PHI may.
     */
    phiAllowed?: boolean
    /**
     * How that is enforced.
     */
    enforced?: 'none' | 'training' | 'dlp'
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  consent?: Consent
  /**
   * The asset that keeps what was sent.
   */
  archive?: string
  /**
   * How people call it; reports show it beside the id.
   */
  name?: string
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * The accounting of disclosures, 164.528.
 */
export interface Disclosures {
  /**
   * Whether disclosures are recorded.
   */
  accounting?: boolean
  /**
   * What is recorded of each, 164.528(b)(2).
   */
  fields?: ('date' | 'recipient' | 'recipientAddress' | 'description' | 'purpose')[]
  retention?: DurationOrForever
  /**
   * Where: assets, or `paper`.
   */
  log?: string[]
  /**
   * Disclosures on which media are recorded.
   */
  media?: ('electronic' | 'paper' | 'fax' | 'oral')[]
  /**
   * Whether suspensions that an agency asks for are kept, 164.528(a)(2).
   */
  suspensions?: boolean
  /**
   * Records of substance use disorder, 42 CFR Part 2.
   */
  part2?: {
    retention?: DurationOrForever
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * Medical records, whose retention is state law and no part of HIPAA.
 */
export interface Records {
  /**
   * For how long they are kept.
   */
  retention?: {
    adults?: DurationOrForever
    /**
     * Of minors: a duration, or until an age; never shorter than of adults.
     */
    minors?:
      | DurationText
      | {
          /**
           * The age in years.
           */
          untilAge: number
          /**
           * Anything a reader should know. It is shown in reports and never judged.
           */
          notes?: string
        }
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * The assets that hold the record.
   */
  systemsOfRecord?: string[]
  /**
   * What may not be deleted at present.
   *
   * Items: A hold.
   */
  legalHold?: {
    subjects: Match
    /**
     * How many of them hold it.
     */
    count?: number
    /**
     * Of how many.
     */
    of?: number
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }[]
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * The contingency plan, 164.308(a)(7).
 */
export interface Contingency {
  backupPlan?: Document
  disasterRecovery?: Document
  emergencyMode?: Document
  testing?: Document
  criticalityAnalysis?: Document
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * Equipment that is moved, 164.310(d)(2)(iv).
 */
export interface Move {
  assets: Match
  date?: Day
  copyVerifiedOn?: DayOrNever
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * A documented measure in place of an addressable specification, 164.306(d)(3). All that the paragraph asks has to be there.
 */
export interface Alternative {
  /**
   * The specification, as `164.312(a)(2)(iv)`; it has to be addressable.
   */
  specification: string
  subjects: Match
  /**
   * An equivalent measure, or that the standard is met without one.
   */
  decision?: 'alternative' | 'standard-met-without'
  /**
   * The four factors of 164.306(b)(2); `n/a because …` is an answer.
   */
  factors?: {
    /**
     * Size, complexity and capabilities, (i).
     */
    size?: string
    /**
     * Technical infrastructure, (ii).
     */
    technical?: string
    /**
     * Cost, (iii).
     */
    cost?: string
    /**
     * Probability and criticality of the risk, (iv).
     */
    risk?: string
    /**
     * Anything a reader should know. It is shown in reports and never judged.
     */
    notes?: string
  }
  /**
   * Why the specification is not reasonable and appropriate here.
   */
  whyNotReasonable?: string
  /**
   * What is done instead, or how the standard is met without.
   */
  equivalentMeasure?: string
  /**
   * The risk analysis that it rests on.
   */
  riskAnalysis?: string
  approvedBy?: Person
  approvedOn?: Day
  reviewBy?: Day
  /**
   * Where it lies.
   */
  document?: string
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
/**
 * Files to import.
 */
export interface SourceFiles {
  /**
   * Its id, unique within its list. Reports, references and fingerprints use it, so that it should stay the same.
   */
  id: string
  /**
   * Globs, from the folder of this file.
   */
  files: string[]
  /**
   * Their format; else the content tells.
   */
  type?: 'terraform-plan' | 'terraform' | 'cloudformation' | 'kubernetes' | 'compose'
  /**
   * What it is used for.
   */
  environment?: 'production' | 'staging' | 'test' | 'development' | 'training'
  /**
   * Account of the provider.
   */
  account?: string
  /**
   * Region of the provider, or country.
   */
  region?: string
  /**
   * How people call it; reports show it beside the id.
   */
  name?: string
  /**
   * Anything a reader should know. It is shown in reports and never judged.
   */
  notes?: string
}
