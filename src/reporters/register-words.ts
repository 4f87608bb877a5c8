import { ENCRYPTION_SPECIFICATIONS, type ReportedAlternative, type ReportedVendor } from '../engine/report.js'

/** What an alternative cannot bring back: `undefined` where nothing is lost, because it stands for no encryption. */
export const lostSafeHarbor = ({
  specification,
  covers,
}: Pick<ReportedAlternative, 'specification' | 'covers'>): string | undefined =>
  covers.length > 0 && ENCRYPTION_SPECIFICATIONS.has(specification)
    ? 'the breach safe harbor of 45 CFR 164.402 is lost for these assets'
    : undefined

/** By whom an alternative was approved, and when. */
export const approvalWords = ({
  approvedBy,
  approvedOn,
}: Pick<ReportedAlternative, 'approvedBy' | 'approvedOn'>): string =>
  `${approvedBy ?? 'by nobody stated'}${approvedOn === undefined ? '' : ` on ${approvedOn}`}`

/** Why the law asks for no agreement with a vendor of these relationships (45 CFR 160.103, business associate). */
const REASONS: Readonly<Record<string, string>> = {
  'treatment-provider': 'it gets ePHI to treat people',
  'health-plan': 'it gets ePHI as a health plan of its own',
  conduit: 'it only carries ePHI',
  workforce: 'it belongs to the workforce',
}

/** The agreement with a vendor; where none is needed, why. */
export const agreementWords = ({
  agreement,
  executedOn,
  expiresOn,
  relationship = '',
}: Pick<ReportedVendor, 'agreement' | 'executedOn' | 'expiresOn' | 'relationship'>): string => {
  if (agreement === 'not needed') {
    const reason = REASONS[relationship]
    return reason === undefined ? agreement : `${agreement}: ${reason} (45 CFR 160.103)`
  }
  return [
    agreement,
    ...(executedOn === undefined ? [] : [`on ${executedOn}`]),
    ...(expiresOn === undefined ? [] : [`until ${expiresOn}`]),
  ].join(' ')
}

/** What attests the safeguards of a vendor, and until when. */
export const assuranceWords = ({ assurances }: Pick<ReportedVendor, 'assurances'>): string =>
  assurances
    .map(({ kind, validUntil }) => (validUntil === undefined ? kind : `${kind} until ${validUntil}`))
    .join('; ') || 'none stated'

/** Who runs which safeguard. */
export const responsibilityWords = ({ responsibilities }: Pick<ReportedVendor, 'responsibilities'>): string =>
  responsibilities.map(({ duty, by }) => `${duty}: ${by}`).join('; ')
