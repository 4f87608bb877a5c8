import { assets, defineRule, fail, pass, unproven } from '#rule'

export const serviceCovered = defineRule({
  id: 'business-associates/service-covered',
  title: 'The agreement covers the service that is used',
  ground: '164.308(b)(3)',
  severity: 'high',
  subjects: assets.holdingEphi.where('run by a vendor whose agreement names services', ({ vendor }) => {
    const baa = vendor?.baa
    return baa !== undefined && baa !== 'none' && baa.covers !== undefined
  }),
  check: (asset) => {
    const service = asset.at('service')
    const named = service.value === undefined ? asset.at('product', 'name') : service
    if (named.value === undefined) return unproven(service)
    const wanted = named.value.trim().toLowerCase()
    return asset.coveredServices.some((one) => one.trim().toLowerCase() === wanted)
      ? pass(named)
      : fail(named)
  },
  says: 'the vendor’s agreement does not cover this service',
  why: 'Most vendors sign for a list of eligible services. ePHI in any other service has no agreement at all.',
  fix: 'Move to a service that is covered, or have this one added, and state `service` and the vendor’s `baa.covers`.',
  references: ['HHS Guidance on Cloud Computing, 2016'],
  examples: { fails: 'service: Chat', passes: 'service: Storage' },
})
