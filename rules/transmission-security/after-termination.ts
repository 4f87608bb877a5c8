import { defineRule, fail, hopsOverNetwork, pass, unproven } from '#rule'

export const afterTermination = defineRule({
  id: 'transmission-security/after-termination',
  title: 'ePHI stays encrypted behind what ends its encryption',
  ground: '164.312(e)(2)(ii)',
  related: ['164.312(e)(1)'],
  severity: ({ crossing }) => (crossing === 'inside' ? 'medium' : 'high'),
  subjects: hopsOverNetwork.where(
    'behind a load balancer or a gateway, by no protocol of the clear',
    ({ isAfterTermination, isLegacy }) => isAfterTermination && !isLegacy,
  ),
  check: ({ encryption }) => {
    if (encryption.value === undefined) return unproven(encryption)
    if (encryption.value === 'required') return pass(encryption)
    return encryption.value === 'none'
      ? fail(encryption)
      : unproven(encryption, 'encryption is optional there')
  },
  says: 'encryption ends before, and ePHI goes on in clear',
  why: 'A load balancer that ends TLS hands on everything in clear: whoever is in the network behind it reads what was safe on the internet.',
  fix: 'Encrypt the leg behind it as well, and state `encryption: required` at the endpoint of the target.',
  references: ['NIST SP 800-207'],
  examples: { fails: 'encryption: none', passes: 'encryption: required' },
})
