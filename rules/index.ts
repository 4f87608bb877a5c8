// Generated from the folders by `npm run generate`; changes here are lost.
import type { AnyRule } from '../src/engine/define-rule.js'
import { accessKeys as accessControlAccessKeys } from './access-control/access-keys.js'
import { accessReviewed as accessControlAccessReviewed } from './access-control/access-reviewed.js'
import { anonymous as accessControlAnonymous } from './access-control/anonymous.js'
import { automaticLogoff as accessControlAutomaticLogoff } from './access-control/automatic-logoff.js'
import { containerPrivileges as accessControlContainerPrivileges } from './access-control/container-privileges.js'
import { emergencyAccess as accessControlEmergencyAccess } from './access-control/emergency-access.js'
import { emergencyAccessWatched as accessControlEmergencyAccessWatched } from './access-control/emergency-access-watched.js'
import { endedVendor as accessControlEndedVendor } from './access-control/ended-vendor.js'
import { indirectAccess as accessControlIndirectAccess } from './access-control/indirect-access.js'
import { leastPrivilege as accessControlLeastPrivilege } from './access-control/least-privilege.js'
import { linkLifetime as accessControlLinkLifetime } from './access-control/link-lifetime.js'
import { logoffPeriod as accessControlLogoffPeriod } from './access-control/logoff-period.js'
import { roles as accessControlRoles } from './access-control/roles.js'
import { rootAccount as accessControlRootAccount } from './access-control/root-account.js'
import { separateAdmin as accessControlSeparateAdmin } from './access-control/separate-admin.js'
import { termination as accessControlTermination } from './access-control/termination.js'
import { terminationSpeed as accessControlTerminationSpeed } from './access-control/termination-speed.js'
import { tokenLifetime as accessControlTokenLifetime } from './access-control/token-lifetime.js'
import { uniqueUserIds as accessControlUniqueUserIds } from './access-control/unique-user-ids.js'
import { constraint as alternativesConstraint } from './alternatives/constraint.js'
import { incomplete as alternativesIncomplete } from './alternatives/incomplete.js'
import { notAddressable as alternativesNotAddressable } from './alternatives/not-addressable.js'
import { overdue as alternativesOverdue } from './alternatives/overdue.js'
import { centralised as auditControlsCentralised } from './audit-controls/centralised.js'
import { controlPlane as auditControlsControlPlane } from './audit-controls/control-plane.js'
import { enabled as auditControlsEnabled } from './audit-controls/enabled.js'
import { enforcementPoint as auditControlsEnforcementPoint } from './audit-controls/enforcement-point.js'
import { events as auditControlsEvents } from './audit-controls/events.js'
import { phiInLogs as auditControlsPhiInLogs } from './audit-controls/phi-in-logs.js'
import { retention as auditControlsRetention } from './audit-controls/retention.js'
import { reviewed as auditControlsReviewed } from './audit-controls/reviewed.js'
import { tamperProof as auditControlsTamperProof } from './audit-controls/tamper-proof.js'
import { timeSync as auditControlsTimeSync } from './audit-controls/time-sync.js'
import { adminPath as authenticationAdminPath } from './authentication/admin-path.js'
import { defaultCredentials as authenticationDefaultCredentials } from './authentication/default-credentials.js'
import { endpoint as authenticationEndpoint } from './authentication/endpoint.js'
import { legacyMail as authenticationLegacyMail } from './authentication/legacy-mail.js'
import { loginMonitoring as authenticationLoginMonitoring } from './authentication/login-monitoring.js'
import { mfa as authenticationMfa } from './authentication/mfa.js'
import { mfaGaps as authenticationMfaGaps } from './authentication/mfa-gaps.js'
import { passwordPolicy as authenticationPasswordPolicy } from './authentication/password-policy.js'
import { hostRanked as availabilityHostRanked } from './availability/host-ranked.js'
import { monitored as availabilityMonitored } from './availability/monitored.js'
import { objectivesSet as availabilityObjectivesSet } from './availability/objectives-set.js'
import { singlePoint as availabilitySinglePoint } from './availability/single-point.js'
import { failureAlerts as backupFailureAlerts } from './backup/failure-alerts.js'
import { offlineOrImmutable as backupOfflineOrImmutable } from './backup/offline-or-immutable.js'
import { offsite as backupOffsite } from './backup/offsite.js'
import { ownObjectives as backupOwnObjectives } from './backup/own-objectives.js'
import { restorePassed as backupRestorePassed } from './backup/restore-passed.js'
import { restoreTested as backupRestoreTested } from './backup/restore-tested.js'
import { separateIdentity as backupSeparateIdentity } from './backup/separate-identity.js'
import { storeCovered as backupStoreCovered } from './backup/store-covered.js'
import { breachLog as breachReadinessBreachLog } from './breach-readiness/breach-log.js'
import { customerClock as breachReadinessCustomerClock } from './breach-readiness/customer-clock.js'
import { incidentPlan as breachReadinessIncidentPlan } from './breach-readiness/incident-plan.js'
import { missingDevice as breachReadinessMissingDevice } from './breach-readiness/missing-device.js'
import { noticeProcedure as breachReadinessNoticeProcedure } from './breach-readiness/notice-procedure.js'
import { noticeToCustomers as breachReadinessNoticeToCustomers } from './breach-readiness/notice-to-customers.js'
import { shortestClock as breachReadinessShortestClock } from './breach-readiness/shortest-clock.js'
import { assurance as businessAssociatesAssurance } from './business-associates/assurance.js'
import { baaPresent as businessAssociatesBaaPresent } from './business-associates/baa-present.js'
import { conduitClaim as businessAssociatesConduitClaim } from './business-associates/conduit-claim.js'
import { customerRequires as businessAssociatesCustomerRequires } from './business-associates/customer-requires.js'
import { ended as businessAssociatesEnded } from './business-associates/ended.js'
import { inDate as businessAssociatesInDate } from './business-associates/in-date.js'
import { incidentClause as businessAssociatesIncidentClause } from './business-associates/incident-clause.js'
import { noticeWindow as businessAssociatesNoticeWindow } from './business-associates/notice-window.js'
import { oftenMissed as businessAssociatesOftenMissed } from './business-associates/often-missed.js'
import { privacyClauses as businessAssociatesPrivacyClauses } from './business-associates/privacy-clauses.js'
import { renewal as businessAssociatesRenewal } from './business-associates/renewal.js'
import { securityClauses as businessAssociatesSecurityClauses } from './business-associates/security-clauses.js'
import { serviceCovered as businessAssociatesServiceCovered } from './business-associates/service-covered.js'
import { subcontractors as businessAssociatesSubcontractors } from './business-associates/subcontractors.js'
import { tracker as businessAssociatesTracker } from './business-associates/tracker.js'
import { domainGuarded as certificatesDomainGuarded } from './certificates/domain-guarded.js'
import { inDate as certificatesInDate } from './certificates/in-date.js'
import { lifetime as certificatesLifetime } from './certificates/lifetime.js'
import { nameAndIssuer as certificatesNameAndIssuer } from './certificates/name-and-issuer.js'
import { renewal as certificatesRenewal } from './certificates/renewal.js'
import { signatureAndKey as certificatesSignatureAndKey } from './certificates/signature-and-key.js'
import { criticality as contingencyCriticality } from './contingency/criticality.js'
import { dataBackupPlan as contingencyDataBackupPlan } from './contingency/data-backup-plan.js'
import { disasterRecovery as contingencyDisasterRecovery } from './contingency/disaster-recovery.js'
import { emergencyDrilled as contingencyEmergencyDrilled } from './contingency/emergency-drilled.js'
import { emergencyMode as contingencyEmergencyMode } from './contingency/emergency-mode.js'
import { plansTested as contingencyPlansTested } from './contingency/plans-tested.js'
import { deidentified as dataClassesDeidentified } from './data-classes/deidentified.js'
import { derivedClass as dataClassesDerivedClass } from './data-classes/derived-class.js'
import { limitedSetDua as dataClassesLimitedSetDua } from './data-classes/limited-set-dua.js'
import { limitedSetPurpose as dataClassesLimitedSetPurpose } from './data-classes/limited-set-purpose.js'
import { nonProduction as dataClassesNonProduction } from './data-classes/non-production.js'
import { reidentificationCode as dataClassesReidentificationCode } from './data-classes/reidentification-code.js'
import { cryptoErase as deviceAndMediaCryptoErase } from './device-and-media/crypto-erase.js'
import { custody as deviceAndMediaCustody } from './device-and-media/custody.js'
import { disposal as deviceAndMediaDisposal } from './device-and-media/disposal.js'
import { managed as deviceAndMediaManaged } from './device-and-media/managed.js'
import { movedWithCopy as deviceAndMediaMovedWithCopy } from './device-and-media/moved-with-copy.js'
import { reUse as deviceAndMediaReUse } from './device-and-media/re-use.js'
import { accountingKept as disclosuresAccountingKept } from './disclosures/accounting-kept.js'
import { ehrThreeYears as disclosuresEhrThreeYears } from './disclosures/ehr-three-years.js'
import { fields as disclosuresFields } from './disclosures/fields.js'
import { legalProcess as disclosuresLegalProcess } from './disclosures/legal-process.js'
import { lookBack as disclosuresLookBack } from './disclosures/look-back.js'
import { marketing as disclosuresMarketing } from './disclosures/marketing.js'
import { media as disclosuresMedia } from './disclosures/media.js'
import { patientCopy as disclosuresPatientCopy } from './disclosures/patient-copy.js'
import { patientCopyTime as disclosuresPatientCopyTime } from './disclosures/patient-copy-time.js'
import { psychotherapyNotes as disclosuresPsychotherapyNotes } from './disclosures/psychotherapy-notes.js'
import { research as disclosuresResearch } from './disclosures/research.js'
import { suspension as disclosuresSuspension } from './disclosures/suspension.js'
import { available as documentationAvailable } from './documentation/available.js'
import { claimsCurrent as documentationClaimsCurrent } from './documentation/claims-current.js'
import { ownFloor as documentationOwnFloor } from './documentation/own-floor.js'
import { policies as documentationPolicies } from './documentation/policies.js'
import { retention as documentationRetention } from './documentation/retention.js'
import { reviewed as documentationReviewed } from './documentation/reviewed.js'
import { training as documentationTraining } from './documentation/training.js'
import { configuration as driftConfiguration } from './drift/configuration.js'
import { message as driftMessage } from './drift/message.js'
import { observed as driftObserved } from './drift/observed.js'
import { autoForward as emailAutoForward } from './email/auto-forward.js'
import { choiceMisapplied as emailChoiceMisapplied } from './email/choice-misapplied.js'
import { clientCleartext as emailClientCleartext } from './email/client-cleartext.js'
import { dkim as emailDkim } from './email/dkim.js'
import { dmarc as emailDmarc } from './email/dmarc.js'
import { fallback as emailFallback } from './email/fallback.js'
import { inboundTls as emailInboundTls } from './email/inbound-tls.js'
import { mtaStsOrDane as emailMtaStsOrDane } from './email/mta-sts-or-dane.js'
import { patientChoice as emailPatientChoice } from './email/patient-choice.js'
import { portalLink as emailPortalLink } from './email/portal-link.js'
import { portalNotice as emailPortalNotice } from './email/portal-notice.js'
import { receivedHop as emailReceivedHop } from './email/received-hop.js'
import { sensitiveMessage as emailSensitiveMessage } from './email/sensitive-message.js'
import { spf as emailSpf } from './email/spf.js'
import { subjectExposure as emailSubjectExposure } from './email/subject-exposure.js'
import { transport as emailTransport } from './email/transport.js'
import { algorithmApproved as encryptionAtRestAlgorithmApproved } from './encryption-at-rest/algorithm-approved.js'
import { backupEncrypted as encryptionAtRestBackupEncrypted } from './encryption-at-rest/backup-encrypted.js'
import { portableEncrypted as encryptionAtRestPortableEncrypted } from './encryption-at-rest/portable-encrypted.js'
import { storageEncrypted as encryptionAtRestStorageEncrypted } from './encryption-at-rest/storage-encrypted.js'
import { deletionProtected as integrityDeletionProtected } from './integrity/deletion-protected.js'
import { mechanism as integrityMechanism } from './integrity/mechanism.js'
import { adminPortPublic as isolationAdminPortPublic } from './isolation/admin-port-public.js'
import { clearinghouse as isolationClearinghouse } from './isolation/clearinghouse.js'
import { dataPortPublic as isolationDataPortPublic } from './isolation/data-port-public.js'
import { defaultDeny as isolationDefaultDeny } from './isolation/default-deny.js'
import { deviceZone as isolationDeviceZone } from './isolation/device-zone.js'
import { egressOpen as isolationEgressOpen } from './isolation/egress-open.js'
import { environmentsApart as isolationEnvironmentsApart } from './isolation/environments-apart.js'
import { managementZone as isolationManagementZone } from './isolation/management-zone.js'
import { policyFollowed as isolationPolicyFollowed } from './isolation/policy-followed.js'
import { policyReviewed as isolationPolicyReviewed } from './isolation/policy-reviewed.js'
import { storeZone as isolationStoreZone } from './isolation/store-zone.js'
import { tenancy as isolationTenancy } from './isolation/tenancy.js'
import { apartFromData as keyManagementApartFromData } from './key-management/apart-from-data.js'
import { dutiesSeparated as keyManagementDutiesSeparated } from './key-management/duties-separated.js'
import { fipsModule as keyManagementFipsModule } from './key-management/fips-module.js'
import { plaintextSecret as keyManagementPlaintextSecret } from './key-management/plaintext-secret.js'
import { recoverable as keyManagementRecoverable } from './key-management/recoverable.js'
import { rotation as keyManagementRotation } from './key-management/rotation.js'
import { useRestricted as keyManagementUseRestricted } from './key-management/use-restricted.js'
import { knownExploited as malwareAndPatchingKnownExploited } from './malware-and-patching/known-exploited.js'
import { patching as malwareAndPatchingPatching } from './malware-and-patching/patching.js'
import { protection as malwareAndPatchingProtection } from './malware-and-patching/protection.js'
import { supportEnded as malwareAndPatchingSupportEnded } from './malware-and-patching/support-ended.js'
import { countryOfConcern as neighbouringLawCountryOfConcern } from './neighbouring-law/country-of-concern.js'
import { ePrescribing as neighbouringLawEPrescribing } from './neighbouring-law/e-prescribing.js'
import { nyHospitalLogIn as neighbouringLawNyHospitalLogIn } from './neighbouring-law/ny-hospital-log-in.js'
import { nyHospitalTest as neighbouringLawNyHospitalTest } from './neighbouring-law/ny-hospital-test.js'
import { nyHospitalTrails as neighbouringLawNyHospitalTrails } from './neighbouring-law/ny-hospital-trails.js'
import { part2Accounting as neighbouringLawPart2Accounting } from './neighbouring-law/part2-accounting.js'
import { part2Notice as neighbouringLawPart2Notice } from './neighbouring-law/part2-notice.js'
import { part2Proceedings as neighbouringLawPart2Proceedings } from './neighbouring-law/part2-proceedings.js'
import { residencyFlorida as neighbouringLawResidencyFlorida } from './neighbouring-law/residency-florida.js'
import { residencyTexas as neighbouringLawResidencyTexas } from './neighbouring-law/residency-texas.js'
import { facility as physicalSafeguardsFacility } from './physical-safeguards/facility.js'
import { facilityPlan as physicalSafeguardsFacilityPlan } from './physical-safeguards/facility-plan.js'
import { visitors as physicalSafeguardsVisitors } from './physical-safeguards/visitors.js'
import { adminIdentity as proposed2025AdminIdentity } from './proposed-2025/admin-identity.js'
import { backup as proposed2025Backup } from './proposed-2025/backup.js'
import { mfa as proposed2025Mfa } from './proposed-2025/mfa.js'
import { noAddressable as proposed2025NoAddressable } from './proposed-2025/no-addressable.js'
import { patchDeadline as proposed2025PatchDeadline } from './proposed-2025/patch-deadline.js'
import { restore72h as proposed2025Restore72h } from './proposed-2025/restore-72h.js'
import { segmentation as proposed2025Segmentation } from './proposed-2025/segmentation.js'
import { termination as proposed2025Termination } from './proposed-2025/termination.js'
import { testing as proposed2025Testing } from './proposed-2025/testing.js'
import { vendorVerified as proposed2025VendorVerified } from './proposed-2025/vendor-verified.js'
import { yearly as proposed2025Yearly } from './proposed-2025/yearly.js'
import { federalFloor as recordsFederalFloor } from './records/federal-floor.js'
import { legalHold as recordsLegalHold } from './records/legal-hold.js'
import { mailPurge as recordsMailPurge } from './records/mail-purge.js'
import { sentArchived as recordsSentArchived } from './records/sent-archived.js'
import { stateAdults as recordsStateAdults } from './records/state-adults.js'
import { stateMinors as recordsStateMinors } from './records/state-minors.js'
import { systemKeeps as recordsSystemKeeps } from './records/system-keeps.js'
import { analysis as riskManagementAnalysis } from './risk-management/analysis.js'
import { analysisAge as riskManagementAnalysisAge } from './risk-management/analysis-age.js'
import { analysisScope as riskManagementAnalysisScope } from './risk-management/analysis-scope.js'
import { evaluation as riskManagementEvaluation } from './risk-management/evaluation.js'
import { evaluationAfterChange as riskManagementEvaluationAfterChange } from './risk-management/evaluation-after-change.js'
import { official as riskManagementOfficial } from './risk-management/official.js'
import { openRisks as riskManagementOpenRisks } from './risk-management/open-risks.js'
import { plan as riskManagementPlan } from './risk-management/plan.js'
import { sanctions as riskManagementSanctions } from './risk-management/sanctions.js'
import { contradicted as scopeContradicted } from './scope/contradicted.js'
import { hybrid as scopeHybrid } from './scope/hybrid.js'
import { planSponsor as scopePlanSponsor } from './scope/plan-sponsor.js'
import { publicParty as scopePublicParty } from './scope/public-party.js'
import { unrelatedVendor as scopeUnrelatedVendor } from './scope/unrelated-vendor.js'
import { afterTermination as transmissionSecurityAfterTermination } from './transmission-security/after-termination.js'
import { cipherNone as transmissionSecurityCipherNone } from './transmission-security/cipher-none.js'
import { cipherStrength as transmissionSecurityCipherStrength } from './transmission-security/cipher-strength.js'
import { cleartextRefused as transmissionSecurityCleartextRefused } from './transmission-security/cleartext-refused.js'
import { clientVerifies as transmissionSecurityClientVerifies } from './transmission-security/client-verifies.js'
import { flowEncrypted as transmissionSecurityFlowEncrypted } from './transmission-security/flow-encrypted.js'
import { groupStrength as transmissionSecurityGroupStrength } from './transmission-security/group-strength.js'
import { hsts as transmissionSecurityHsts } from './transmission-security/hsts.js'
import { httpRedirected as transmissionSecurityHttpRedirected } from './transmission-security/http-redirected.js'
import { legacyProtocol as transmissionSecurityLegacyProtocol } from './transmission-security/legacy-protocol.js'
import { nativeRequired as transmissionSecurityNativeRequired } from './transmission-security/native-required.js'
import { policyNamed as transmissionSecurityPolicyNamed } from './transmission-security/policy-named.js'
import { sshStrength as transmissionSecuritySshStrength } from './transmission-security/ssh-strength.js'
import { sslRefused as transmissionSecuritySslRefused } from './transmission-security/ssl-refused.js'
import { tls10Refused as transmissionSecurityTls10Refused } from './transmission-security/tls-1-0-refused.js'
import { tls13Offered as transmissionSecurityTls13Offered } from './transmission-security/tls-1-3-offered.js'
import { transferIntegrity as transmissionSecurityTransferIntegrity } from './transmission-security/transfer-integrity.js'
import { vpnStrength as transmissionSecurityVpnStrength } from './transmission-security/vpn-strength.js'

/** Every rule, in the order of modules and slugs. */
export const rules: readonly AnyRule[] = [
  accessControlAccessKeys,
  accessControlAccessReviewed,
  accessControlAnonymous,
  accessControlAutomaticLogoff,
  accessControlContainerPrivileges,
  accessControlEmergencyAccess,
  accessControlEmergencyAccessWatched,
  accessControlEndedVendor,
  accessControlIndirectAccess,
  accessControlLeastPrivilege,
  accessControlLinkLifetime,
  accessControlLogoffPeriod,
  accessControlRoles,
  accessControlRootAccount,
  accessControlSeparateAdmin,
  accessControlTermination,
  accessControlTerminationSpeed,
  accessControlTokenLifetime,
  accessControlUniqueUserIds,
  alternativesConstraint,
  alternativesIncomplete,
  alternativesNotAddressable,
  alternativesOverdue,
  auditControlsCentralised,
  auditControlsControlPlane,
  auditControlsEnabled,
  auditControlsEnforcementPoint,
  auditControlsEvents,
  auditControlsPhiInLogs,
  auditControlsRetention,
  auditControlsReviewed,
  auditControlsTamperProof,
  auditControlsTimeSync,
  authenticationAdminPath,
  authenticationDefaultCredentials,
  authenticationEndpoint,
  authenticationLegacyMail,
  authenticationLoginMonitoring,
  authenticationMfa,
  authenticationMfaGaps,
  authenticationPasswordPolicy,
  availabilityHostRanked,
  availabilityMonitored,
  availabilityObjectivesSet,
  availabilitySinglePoint,
  backupFailureAlerts,
  backupOfflineOrImmutable,
  backupOffsite,
  backupOwnObjectives,
  backupRestorePassed,
  backupRestoreTested,
  backupSeparateIdentity,
  backupStoreCovered,
  breachReadinessBreachLog,
  breachReadinessCustomerClock,
  breachReadinessIncidentPlan,
  breachReadinessMissingDevice,
  breachReadinessNoticeProcedure,
  breachReadinessNoticeToCustomers,
  breachReadinessShortestClock,
  businessAssociatesAssurance,
  businessAssociatesBaaPresent,
  businessAssociatesConduitClaim,
  businessAssociatesCustomerRequires,
  businessAssociatesEnded,
  businessAssociatesInDate,
  businessAssociatesIncidentClause,
  businessAssociatesNoticeWindow,
  businessAssociatesOftenMissed,
  businessAssociatesPrivacyClauses,
  businessAssociatesRenewal,
  businessAssociatesSecurityClauses,
  businessAssociatesServiceCovered,
  businessAssociatesSubcontractors,
  businessAssociatesTracker,
  certificatesDomainGuarded,
  certificatesInDate,
  certificatesLifetime,
  certificatesNameAndIssuer,
  certificatesRenewal,
  certificatesSignatureAndKey,
  contingencyCriticality,
  contingencyDataBackupPlan,
  contingencyDisasterRecovery,
  contingencyEmergencyDrilled,
  contingencyEmergencyMode,
  contingencyPlansTested,
  dataClassesDeidentified,
  dataClassesDerivedClass,
  dataClassesLimitedSetDua,
  dataClassesLimitedSetPurpose,
  dataClassesNonProduction,
  dataClassesReidentificationCode,
  deviceAndMediaCryptoErase,
  deviceAndMediaCustody,
  deviceAndMediaDisposal,
  deviceAndMediaManaged,
  deviceAndMediaMovedWithCopy,
  deviceAndMediaReUse,
  disclosuresAccountingKept,
  disclosuresEhrThreeYears,
  disclosuresFields,
  disclosuresLegalProcess,
  disclosuresLookBack,
  disclosuresMarketing,
  disclosuresMedia,
  disclosuresPatientCopy,
  disclosuresPatientCopyTime,
  disclosuresPsychotherapyNotes,
  disclosuresResearch,
  disclosuresSuspension,
  documentationAvailable,
  documentationClaimsCurrent,
  documentationOwnFloor,
  documentationPolicies,
  documentationRetention,
  documentationReviewed,
  documentationTraining,
  driftConfiguration,
  driftMessage,
  driftObserved,
  emailAutoForward,
  emailChoiceMisapplied,
  emailClientCleartext,
  emailDkim,
  emailDmarc,
  emailFallback,
  emailInboundTls,
  emailMtaStsOrDane,
  emailPatientChoice,
  emailPortalLink,
  emailPortalNotice,
  emailReceivedHop,
  emailSensitiveMessage,
  emailSpf,
  emailSubjectExposure,
  emailTransport,
  encryptionAtRestAlgorithmApproved,
  encryptionAtRestBackupEncrypted,
  encryptionAtRestPortableEncrypted,
  encryptionAtRestStorageEncrypted,
  integrityDeletionProtected,
  integrityMechanism,
  isolationAdminPortPublic,
  isolationClearinghouse,
  isolationDataPortPublic,
  isolationDefaultDeny,
  isolationDeviceZone,
  isolationEgressOpen,
  isolationEnvironmentsApart,
  isolationManagementZone,
  isolationPolicyFollowed,
  isolationPolicyReviewed,
  isolationStoreZone,
  isolationTenancy,
  keyManagementApartFromData,
  keyManagementDutiesSeparated,
  keyManagementFipsModule,
  keyManagementPlaintextSecret,
  keyManagementRecoverable,
  keyManagementRotation,
  keyManagementUseRestricted,
  malwareAndPatchingKnownExploited,
  malwareAndPatchingPatching,
  malwareAndPatchingProtection,
  malwareAndPatchingSupportEnded,
  neighbouringLawCountryOfConcern,
  neighbouringLawEPrescribing,
  neighbouringLawNyHospitalLogIn,
  neighbouringLawNyHospitalTest,
  neighbouringLawNyHospitalTrails,
  neighbouringLawPart2Accounting,
  neighbouringLawPart2Notice,
  neighbouringLawPart2Proceedings,
  neighbouringLawResidencyFlorida,
  neighbouringLawResidencyTexas,
  physicalSafeguardsFacility,
  physicalSafeguardsFacilityPlan,
  physicalSafeguardsVisitors,
  proposed2025AdminIdentity,
  proposed2025Backup,
  proposed2025Mfa,
  proposed2025NoAddressable,
  proposed2025PatchDeadline,
  proposed2025Restore72h,
  proposed2025Segmentation,
  proposed2025Termination,
  proposed2025Testing,
  proposed2025VendorVerified,
  proposed2025Yearly,
  recordsFederalFloor,
  recordsLegalHold,
  recordsMailPurge,
  recordsSentArchived,
  recordsStateAdults,
  recordsStateMinors,
  recordsSystemKeeps,
  riskManagementAnalysis,
  riskManagementAnalysisAge,
  riskManagementAnalysisScope,
  riskManagementEvaluation,
  riskManagementEvaluationAfterChange,
  riskManagementOfficial,
  riskManagementOpenRisks,
  riskManagementPlan,
  riskManagementSanctions,
  scopeContradicted,
  scopeHybrid,
  scopePlanSponsor,
  scopePublicParty,
  scopeUnrelatedVendor,
  transmissionSecurityAfterTermination,
  transmissionSecurityCipherNone,
  transmissionSecurityCipherStrength,
  transmissionSecurityCleartextRefused,
  transmissionSecurityClientVerifies,
  transmissionSecurityFlowEncrypted,
  transmissionSecurityGroupStrength,
  transmissionSecurityHsts,
  transmissionSecurityHttpRedirected,
  transmissionSecurityLegacyProtocol,
  transmissionSecurityNativeRequired,
  transmissionSecurityPolicyNamed,
  transmissionSecuritySshStrength,
  transmissionSecuritySslRefused,
  transmissionSecurityTls10Refused,
  transmissionSecurityTls13Offered,
  transmissionSecurityTransferIntegrity,
  transmissionSecurityVpnStrength,
]
