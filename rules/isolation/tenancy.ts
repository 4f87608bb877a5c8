import { assets, defineRule, judgeTenancy, practice } from '#rule'

export const tenancy = defineRule({
  id: 'isolation/tenancy',
  title: 'Something keeps ePHI apart from others on the same host',
  ground: practice('164.312(a)(1)'),
  severity: 'low',
  // On hardware of our own there is nobody to share with, unless somebody says so.
  subjects: assets.holdingEphi.where(
    'that others may share, and that do more than pass it on',
    ({ entry, traits }) =>
      !traits.relays &&
      (entry.value.vendor !== undefined ||
        entry.value.tenancy !== undefined ||
        entry.value.tenants !== undefined),
  ),
  check: judgeTenancy,
  says: 'others share it, and nothing is said to keep them apart',
  why: `
    A fault in a shared system shows one customer the records of another.
    The law asks for no hardware of one's own: a separate instance or account, or a vendor bound by contract, will do.`,
  fix: `
    Move it to an instance or account of its own and state \`tenancy: isolated\`, or sign an agreement with its vendor.
    Where customers of yours share it, give each a schema or a database, and state \`tenants.model\`.`,
  references: ['HHS Guidance on Cloud Computing, 2016'],
  examples: { fails: 'tenancy: shared', passes: 'tenancy: isolated' },
})
