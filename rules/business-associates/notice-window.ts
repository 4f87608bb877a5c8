import { defineRule, expectAtMost, signedAgreements } from '#rule'

export const noticeWindow = defineRule({
  id: 'business-associates/notice-window',
  title: 'The vendor has to tell of a breach within 60 days',
  ground: '164.410(b)',
  related: ['164.410'],
  severity: 'high',
  subjects: signedAgreements,
  // The law’s own number, and so no parameter.
  check: (vendor) => expectAtMost(vendor.at('baa', 'breachNotice'), 'P60D'),
  says: 'its agreement gives it longer than 60 days to tell of a breach',
  why: `
    A business associate has to tell without unreasonable delay, and 60 days after discovery at the latest. Your own time
    to tell the patients is as short, and states make it shorter.`,
  fix: 'Agree on days and not on months, and state `baa: { breachNotice }`.',
  references: ['45 CFR 164.410(b)', '45 CFR 164.404(b)'],
  examples: { fails: 'breachNotice: 90 days', passes: 'breachNotice: 10 days' },
})
