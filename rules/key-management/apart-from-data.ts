import { defineRule, fail, guidance, keysOfEphi, pass, unproven } from '#rule'

/** Managers that never give a key to the host whose data it encrypts, or only while that host runs as it should. */
const APART: readonly string[] = ['aws-kms', 'azure-key-vault', 'gcp-kms', 'hsm', 'tpm', 'provider']

export const apartFromData = defineRule({
  id: 'key-management/apart-from-data',
  title: 'Keys do not lie with the data that they encrypt',
  ground: guidance('HHS guidance on unsecured PHI, 74 FR 19006', '164.312(a)(2)(iv)'),
  severity: 'medium',
  subjects: keysOfEphi,
  check: (key) => {
    const storedWith = key.at('storedWith')
    const manager = key.at('manager')
    if (manager.value !== undefined && APART.includes(manager.value)) return pass(manager)
    if (storedWith.value === undefined) return unproven(storedWith)
    const hosts = key.protects.flatMap(({ id, entry }) => [id, entry.value.runsOn])
    const beside = storedWith.value.filter((id) => hosts.includes(id))
    if (beside.length === 0) return pass(storedWith)
    // A file is readable by whoever broke in; what an appliance holds is at least sealed.
    return fail(storedWith, manager.value === 'file' ? { severity: 'high' } : {})
  },
  says: 'it lies with the data that it encrypts',
  why: `
    Whoever takes the disk or breaks into the host takes the key along. The guidance of HHS asks to keep what decrypts
    apart from the data; a key beside it puts the breach safe harbor at risk.`,
  fix: `
    Keep the key in a key management service, an HSM or a TPM, or on another system, and write \`manager\` and
    \`storedWith\` at the key.`,
  references: ['HHS guidance on unsecured PHI, 74 FR 19006', 'NIST SP 800-57 Part 1 Rev. 5'],
  examples: { fails: 'manager: file, storedWith: patients', passes: 'manager: aws-kms' },
})
