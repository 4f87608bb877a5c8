import { decide, defineRule, namesService, serviceOf, servicesUnderAgreement } from '#rule'

export const serviceCovered = defineRule({
  id: 'business-associates/service-covered',
  title: 'The agreement covers the service that is used',
  ground: '164.308(b)(3)',
  severity: 'high',
  subjects: servicesUnderAgreement,
  check: (asset) => decide(serviceOf(asset), (service) => namesService(asset.coveredServices, service)),
  says: 'the vendor’s agreement does not cover this service',
  why: 'Most vendors sign for a list of eligible services. ePHI in any other service has no agreement at all.',
  fix: 'Move to a service that is covered, or have this one added, and state `service` and the vendor’s `baa.covers`.',
  references: ['HHS Guidance on Cloud Computing, 2016'],
  examples: { fails: 'service: Chat', passes: 'service: Storage' },
})
