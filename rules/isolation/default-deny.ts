import { all, defineRule, expectOneOf, guidance, judgeZoneRules, system } from '#rule'

export const defaultDeny = defineRule({
  id: 'isolation/default-deny',
  title: 'Zones deny by default, and no rule lets anything in from anywhere',
  ground: guidance(
    'HHS Cybersecurity Performance Goals, network segmentation, and NIST SP 800-207',
    '164.312(a)(1)',
  ),
  severity: 'medium',
  subjects: system,
  check: (system) =>
    all(
      expectOneOf(system.at('zonePolicy', 'default'), ['deny'], {
        says: 'what no rule between zones names is allowed',
      }),
      judgeZoneRules(system),
    ),
  says: 'a rule between zones lets in more than it names a need for',
  why: `
    Zones that let everything through are one zone, and one infected computer reaches them all.
    Zero trust begins with a network that lets through only what somebody decided on.`,
  fix: `
    Set \`zonePolicy.default: deny\`, and name in each rule the two zones and the ports or protocols that are needed.
    Let what comes from the internet end in a zone with \`trust: dmz\`.`,
  references: ['NIST SP 800-207', 'HICP 2023, practice 6'],
  examples: {
    fails: 'default: allow, rules: []',
    passes: 'default: deny, rules: [{ from: office, to: data, allow: https }]',
  },
})
