import { defineRule, expectTrue, flowsOfEphi } from '#rule'

export const transferIntegrity = defineRule({
  id: 'transmission-security/transfer-integrity',
  title: 'Transfers that nothing else protects detect change',
  ground: '164.312(e)(2)(i)',
  related: ['164.312(c)(1)'],
  severity: 'medium',
  subjects: flowsOfEphi.where(
    'that say whether change is detected',
    ({ flow }) => flow?.integrity !== undefined,
  ),
  check: (flow) => expectTrue(flow.at('integrity')),
  says: 'nobody would notice that it was changed on its way',
  why: 'A dose or an allergy that was changed or cut short on its way is believed at the other end.',
  fix: 'Transfer over TLS or SSH, or compare checksums at the other end, and state `integrity: true`.',
  references: ['NIST SP 800-66 Rev. 2, 5.3.5'],
  examples: { fails: 'integrity: false', passes: 'integrity: true' },
})
