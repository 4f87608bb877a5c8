import { defineRule, flowsBetweenZones, guidance, judgeByZonePolicy } from '#rule'

export const policyFollowed = defineRule({
  id: 'isolation/policy-followed',
  title: 'Flows of ePHI go where the zone policy lets them',
  ground: guidance('NIST SP 800-207', '164.312(a)(1)'),
  severity: 'medium',
  subjects: flowsBetweenZones,
  check: judgeByZonePolicy,
  says: 'it goes where the zone policy lets nothing of the kind through',
  why: `
    Either the policy is not enforced, or the flow is not as somebody wrote it down.
    In both cases nobody knows what may reach the records.`,
  fix: `
    Find out what really passes. Then add the rule to \`zonePolicy.rules\`, or take the flow away.`,
  references: ['NIST SP 800-207'],
  examples: {
    fails: 'default: deny, rules: []',
    passes: 'rules: [{ from: app, to: data, allow: postgresql }]',
  },
})
