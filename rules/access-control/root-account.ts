import { all, defineRule, expectFalse, practice, system } from '#rule'

export const rootAccount = defineRule({
  id: 'access-control/root-account',
  title: 'The root account is not in daily use',
  ground: practice('164.312(a)(2)(i)'),
  severity: 'medium',
  subjects: system.where(
    'with a root account',
    ({ infrastructure }) => infrastructure.description.identity?.rootAccount !== undefined,
  ),
  check: (system) =>
    all(
      expectFalse(system.at('identity', 'rootAccount', 'accessKeys'), {
        severity: 'high',
        says: 'the root account has access keys',
      }),
      expectFalse(system.at('identity', 'rootAccount', 'used')),
    ),
  says: 'the root account is in daily use',
  why: 'Root can do everything, belongs to nobody, and no policy binds it: what is done with it cannot be told from an intruder.',
  fix: 'Delete its access keys, lock its second factor away, use it only for what nothing else can do, and state `identity.rootAccount`.',
  references: ['CIS Amazon Web Services Foundations Benchmark'],
  examples: {
    fails: 'rootAccount: { used: true, accessKeys: false }',
    passes: 'rootAccount: { used: false, accessKeys: false }',
  },
})
