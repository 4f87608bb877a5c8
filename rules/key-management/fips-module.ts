import { defineRule, fail, guidance, keysOfEphi, pass, unproven } from '#rule'

/** The day after which CMVP lists every FIPS 140-2 certificate as historical. */
const LAST_DAY_OF_140_2 = '2026-09-21'

export const fipsModule = defineRule({
  id: 'key-management/fips-module',
  title: 'The FIPS status of the module that encrypts is known and current',
  ground: guidance('FIPS 140-3 and HHS guidance on unsecured PHI, 74 FR 42740', '164.312(a)(2)(iv)'),
  severity: 'info',
  subjects: keysOfEphi,
  check: (key, _parameters, { today, profile }) => {
    const module = key.at('module')
    if (module.value === undefined) return unproven(module)
    const severity = profile === 'fips' ? 'low' : 'info'
    if (module.value === 'none') return fail(module, { severity, says: 'its module is not validated' })
    return module.value === 'fips-140-2' && today > LAST_DAY_OF_140_2
      ? fail(module, { severity })
      : pass(module)
  },
  says: 'its module was validated by FIPS 140-2, whose certificates are historical since 22 September 2026',
  why: `
    HIPAA asks for no validated module. The guidance on the breach safe harbor names FIPS 140-2, whose successor is
    140-3, and contracts often ask for it: a claim should say what is true today.`,
  fix: 'Find the module in the CMVP list, move to one that is validated by FIPS 140-3 where it matters, and write `module` and `certificate`.',
  references: ['NIST CMVP', 'FIPS 140-3'],
  examples: { fails: 'module: fips-140-2', passes: 'module: fips-140-3' },
})
