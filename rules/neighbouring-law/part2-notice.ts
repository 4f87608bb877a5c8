import { defineRule, expectTrue, federal, part2ByConsent, unproven } from '#rule'

export const part2Notice = defineRule({
  id: 'neighbouring-law/part2-notice',
  title: 'Records on substance use treatment that go out by consent go with their notice',
  ground: federal('42 CFR 2.32'),
  severity: 'medium',
  subjects: part2ByConsent,
  check: (flow) => {
    const notice = expectTrue(flow.at('redisclosureNotice'))
    const kind = flow.at('authorization', 'kind')
    // Emergencies and audits need no consent, and so no notice.
    return notice.is === 'fail' && kind.value === undefined ? unproven(kind) : notice
  },
  says: 'records under 42 CFR Part 2 go out without the notice of what the recipient may do with them',
  why: `
    Whoever gets such records by consent has to be told that they may not be used against the patient. The notice goes with
    each disclosure, beside a copy of the consent or an explanation of how far it goes (2.32(b)).`,
  fix: 'Add the notice of 42 CFR 2.32, and the copy or explanation, to what is sent, and state `redisclosureNotice: true`.',
  references: ['42 CFR 2.32'],
  examples: {
    fails: 'authorization: { kind: patient }, redisclosureNotice: false',
    passes: 'authorization: { kind: patient }, redisclosureNotice: true',
  },
})
