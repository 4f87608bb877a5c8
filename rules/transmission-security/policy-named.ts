import {
  defineRule,
  fail,
  isImported,
  listenersByPolicy,
  pass,
  practice,
  UNNAMED_ELB_POLICY,
  unproven,
} from '#rule'

const { policy, when } = UNNAMED_ELB_POLICY

export const policyNamed = defineRule({
  id: 'transmission-security/policy-named',
  title: 'A listener in the cloud names its TLS policy',
  ground: practice('164.312(e)(1)'),
  severity: 'high',
  subjects: listenersByPolicy,
  check: (endpoint) => {
    const named = endpoint.tls('providerPolicy')
    if (named.value !== undefined) return pass(named)
    // Only configuration proves that none is named; a person may have left it out of the description.
    return isImported(endpoint)
      ? fail(endpoint.at('port'), { found: `${policy} holds there` }, endpoint.at('protocol'))
      : unproven(named, `no providerPolicy is stated: where none is named, ${policy} holds ${when}`)
  },
  says: 'it names no TLS policy, and gets one that still offers TLS 1.0',
  why: `
    The provider’s default is there for the sake of old clients, and does not change when better policies come.
    Whoever names a policy knows what is offered.`,
  fix: 'Name a policy such as `ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09`, and state it in `tls.providerPolicy`.',
  references: ['AWS, Security policies for your Application Load Balancer'],
  examples: { fails: 'auth: sso', passes: 'tls: { providerPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06 }' },
})
