/**
 * All that a rule needs, and all that it may import (`#rule`, or `hipaacheck/rule` for rules of your own).
 */

export { atRestWeakness } from '../knowledge/at-rest.js'
export * from '../knowledge/grounds.js'
export type { Severity } from '../knowledge/terms.js'
export { type Fact, isStated } from '../model/fact.js'
export type { AssetSubject } from '../model/subjects/asset.js'
export type { EndpointSubject } from '../model/subjects/endpoint.js'
export type * from '../model/subjects/governance.js'
export type { FlowSubject, HopSubject } from '../model/subjects/hop.js'
export type { StreamSubject } from '../model/subjects/mail.js'
export type { TlsSpeaker, TunnelSpeaker } from '../model/subjects/speaker.js'
export type { Subject } from '../model/subjects/subject.js'
export type * from '../model/subjects/things.js'
export { offeredVersions } from '../model/subjects/tls-offer.js'
export { alternativeFaults, alternativesFor, restsOnCostAlone } from './alternatives.js'
export * from './asset-rules.js'
export { isAttested } from './attested.js'
export * from './audit-rules.js'
export * from './backup-rules.js'
export * from './breach-rules.js'
export { isForEverybody, isInsideName, isSelfSigned, verifyingClient } from './certificate-trust.js'
export * from './component-rules.js'
export * from './contingency-rules.js'
export * from './customer-promises.js'
export * from './data-rules.js'
export * from './define-rule.js'
export * from './device-rules.js'
export * from './endpoint-rules.js'
export * from './expectations.js'
export { judgeExposure } from './exposure-rules.js'
export * from './governance-rules.js'
export * from './integrity-rules.js'
export { judgeFloor } from './judge-floor.js'
export { isOfDisks, judgeApart, placesOf, readableWith } from './key-rules.js'
export {
  isImported,
  listenersByPolicy,
  plainWebEndpoints,
  servesHttps,
  UNNAMED_ELB_POLICY,
} from './listener-rules.js'
export * from './mail-rules.js'
export * from './neighbour-rules.js'
export * from './parameters.js'
export * from './proposal-rules.js'
export { judgeReceived } from './received-rules.js'
export * from './record-rules.js'
export {
  isKeptByMoment,
  lastRestore,
  lastTestDay,
  recoveryObjectives,
  restoresTried,
} from './recovery-rules.js'
export * from './selectors.js'
export {
  certificateSpeakers,
  groupSpeakers,
  ipsecSpeakers,
  sshSpeakers,
  suiteSpeakers,
  versionSpeakers,
} from './speakers.js'
export { judgeGroups, judgeSuites, judgeVersions } from './tls-rules.js'
export { judgeIpsec, judgeSsh } from './tunnel-rules.js'
export * from './vendor-rules.js'
export * from './verdict.js'
export * from './zone-rules.js'
