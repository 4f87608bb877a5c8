import { defineRule, duration, expectAtMost, pass, practice, system } from '#rule'

export const accessKeys = defineRule({
  id: 'access-control/access-keys',
  title: 'Long-lived access keys are replaced or gone',
  ground: practice('164.308(a)(5)(ii)(D)'),
  severity: 'low',
  subjects: system,
  parameters: {
    age: duration('P90D', 'The oldest that an access key may become.', {
      whose: { source: 'CIS Benchmarks' },
    }),
  },
  check: (system, { age }) => {
    const federated = system.at('identity', 'accessKeys', 'federated')
    if (federated.value === true) return pass(federated)
    const maxAge = system.at('identity', 'accessKeys', 'maxAge')
    return expectAtMost(maxAge, age, maxAge.value === 'never' ? { severity: 'medium' } : {})
  },
  says: 'access keys become older than {age}',
  why: 'Keys of programs leak through code, logs and laptops, and work until somebody replaces them.',
  fix: 'Let programs get short-lived credentials (`federated: true`), or replace keys every {age}, and state `identity.accessKeys`.',
  references: ['CIS Amazon Web Services Foundations Benchmark'],
  examples: { fails: 'accessKeys: { maxAge: 1 year }', passes: 'accessKeys: { federated: true }' },
})
