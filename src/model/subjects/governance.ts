import type { DnsDomain, DocumentObject, RetentionFloor, Risk } from '../description.generated.js'
import { type Fact, factOf } from '../fact.js'
import type { Infrastructure } from '../infrastructure.js'
import { isPlain } from '../merge.js'
import { type ModelPath, pathOf } from '../path.js'
import { type Thing, thing } from './things.js'

/** A document that the law, or its proposal, speaks of: stated, stated not to exist, or not stated. */
export type DocumentSubject = Thing<'document', DocumentObject> & {
  /** What is stated of it as a whole: `none`, or what is known of it. */
  readonly stated: Fact<DocumentObject | 'none'>
  /** Whether it records what was found or done once, and is made anew instead of being reviewed. */
  readonly isRecord: boolean
}
export type RiskSubject = Thing<'risk', Risk>
export type FloorSubject = Thing<'floor', RetentionFloor>
export type DnsDomainSubject = Thing<'domain', DnsDomain>

/** Documents under `governance`: the others of its keys are people, lists and periods. */
export const GOVERNANCE_DOCUMENTS = [
  'riskAnalysis',
  'riskManagement',
  'policies',
  'sanctions',
  'training',
  'incidentResponse',
  'evaluation',
  'activityReview',
  'breachNotification',
  'breachLog',
  'vulnerabilityScans',
  'penetrationTest',
  'inventory',
  'networkMap',
] as const

/** The name of a document under `governance`. */
export type GovernanceDocument = (typeof GOVERNANCE_DOCUMENTS)[number]

const CONTINGENCY_DOCUMENTS = [
  'backupPlan',
  'disasterRecovery',
  'emergencyMode',
  'testing',
  'criticalityAnalysis',
] as const

/** What is made anew each time: its age is asked about by rules of its own. */
const RECORDS: ReadonlySet<string> = new Set([
  'governance.riskAnalysis',
  'governance.evaluation',
  'governance.breachLog',
  'governance.vulnerabilityScans',
  'governance.penetrationTest',
])

/** These documents under `governance`, whether or not anybody stated them. */
export const governanceDocuments = (
  infrastructure: Infrastructure,
  names: readonly GovernanceDocument[],
): DocumentSubject[] =>
  names.map((name) =>
    documentSubject(
      infrastructure,
      pathOf('/governance', name),
      `governance.${name}`,
      infrastructure.description.governance?.[name],
    ),
  )

/** Every document that is stated anywhere, also those that are said not to exist. */
export const statedDocuments = (infrastructure: Infrastructure): DocumentSubject[] =>
  placesOfDocuments(infrastructure)
    .filter(({ stated }) => stated !== undefined && stated !== null)
    .map(({ path, id, stated }) => documentSubject(infrastructure, path, id, stated))

/** Where a document may be stated, and what is. */
interface DocumentPlace {
  readonly path: ModelPath
  readonly id: string
  readonly stated: DocumentObject | 'none' | undefined
}

const placesOfDocuments = ({ description, assets }: Infrastructure): readonly DocumentPlace[] => {
  const { governance, contingency, identity, sites = [], data = [] } = description
  return [
    ...GOVERNANCE_DOCUMENTS.map((name) => ({
      path: pathOf('/governance', name),
      id: `governance.${name}`,
      stated: governance?.[name],
    })),
    ...CONTINGENCY_DOCUMENTS.map((name) => ({
      path: pathOf('/contingency', name),
      id: `contingency.${name}`,
      stated: contingency?.[name],
    })),
    {
      path: '/identity/emergencyAccess',
      id: 'identity.emergencyAccess',
      stated: identity?.emergencyAccess,
    },
    ...sites.map(({ id, physicalAccess }) => ({
      path: pathOf('/sites', id, 'physicalAccess', 'documented'),
      id: `physicalAccess.documented of ${id}`,
      stated: physicalAccess?.documented,
    })),
    ...data.map(({ id, dataUseAgreement }) => ({
      path: pathOf('/data', id, 'dataUseAgreement'),
      id: `dataUseAgreement of ${id}`,
      stated: dataUseAgreement,
    })),
    // There may be many, and hardly any states one.
    ...assets
      .filter(({ exceptionOf, value }) => exceptionOf === undefined && value.access?.emergencyAccess)
      .map(({ id, path, value }) => ({
        path: pathOf(path, 'access', 'emergencyAccess'),
        id: `access.emergencyAccess of ${id}`,
        stated: value.access?.emergencyAccess,
      })),
  ]
}

/** A document that is said to be `none`, alone or with a note beside it, has nothing further in. */
const documentSubject = (
  infrastructure: Infrastructure,
  path: ModelPath,
  id: string,
  stated: DocumentObject | 'none' | undefined,
): DocumentSubject => {
  const value: DocumentObject = isPlain(stated) && stated.document !== 'none' ? stated : {}
  return {
    ...thing('document', infrastructure, { id, path, value }),
    stated: factOf<DocumentObject | 'none'>(
      path,
      isPlain(stated) && stated.document === 'none' ? 'none' : stated,
    ),
    isRecord: RECORDS.has(id),
  }
}

/** The entries of the risk register. */
export const riskSubjects = (infrastructure: Infrastructure): RiskSubject[] =>
  (infrastructure.description.governance?.risks ?? []).map((value) =>
    thing('risk', infrastructure, {
      id: value.id,
      path: pathOf('/governance/risks', value.id),
      value,
    }),
  )

/** The domains of the organisation in the DNS. */
export const dnsDomainSubjects = (infrastructure: Infrastructure): DnsDomainSubject[] =>
  (infrastructure.description.system?.domains ?? []).map((value) =>
    thing('domain', infrastructure, {
      id: value.name,
      path: pathOf('/system/domains', value.name),
      value,
    }),
  )

/** Periods that our own policy, a contract or a state asks for: ours, and those of customers. */
export const floorSubjects = (infrastructure: Infrastructure): FloorSubject[] => {
  const { retentionFloors = [], system } = infrastructure.description
  const own = retentionFloors.map((value, index) =>
    floorSubject(infrastructure, pathOf('/retentionFloors', index), value, value.source ?? 'promise'),
  )
  const ofCustomers = (system?.customers ?? []).flatMap((customer) =>
    (customer.retentionFloors ?? []).map((value, index) =>
      floorSubject(
        infrastructure,
        pathOf('/system/customers', customer.name, 'retentionFloors', index),
        value,
        `contract of ${customer.name}`,
      ),
    ),
  )
  return [...own, ...ofCustomers]
}

const floorSubject = (
  infrastructure: Infrastructure,
  path: ModelPath,
  value: RetentionFloor,
  whose: string,
): FloorSubject =>
  thing('floor', infrastructure, { id: `${whose} on ${value.of ?? 'retention'}`, path, value })
