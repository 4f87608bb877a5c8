import { type Also, asText, yesNo } from '../facts.js'
import { claimDiagnostics, note } from './claims.js'

/** A key of Key Vault. */
export const vaultKey: Also = (record, { draft, context }) => {
  const key = draft.entry('keys', context.idOf(record.address), record.source)
  key.set('manager', 'azure-key-vault', record.source)
  key.set('customerManaged', true, record.source)
  const policy = record.get('rotation')
  const [expiry, every] = [record.get('expires'), asText(policy.value)]
  if (policy.state === 'known' && every) key.set('rotation', every, policy.source)
  else if (policy.state === 'absent' && expiry.state === 'absent')
    key.assume('rotation', 'never', record.source, note('a key has no end and does not rotate by itself'))
}

/** To do everything, or to write roles and give them: who may do that can do everything next. */
const WIDE = /^(\*|Microsoft\.Authorization\/(\*|role(Definitions|Assignments)\/(\*|write)))$/i

/** A role of one's own that may do everything has more than anybody needs, wherever it may be given. */
export const role: Also = (record, linked) => {
  const wide = record
    .each('permissions')
    .filter((one) => ![one.get('without').value].flat().some((action) => WIDE.test(String(action))))
    .map((one) => one.get('actions'))
    .find(({ value }) => [value].flat().some((action) => WIDE.test(String(action))))
  if (!wide) return
  const iam = linked.draft.asset(linked.context.idOf('rbac'), record.source)
  iam.set('kind', 'identity-provider', record.source)
  iam.set('name', 'Azure role-based access control', record.source)
  iam.set('address', linked.context.address('rbac'), record.source)
  iam.set('administers', { vendor: ['azure'] }, record.source)
  iam.set('access.leastPrivilege', false, wide.source)
}

/** A key vault. */
export const vault: Also = (record, linked, asset) => {
  if (!asset) return
  claimDiagnostics(record, linked, asset)
  const endpoint = asset.endpoint(443, 'https', record.source)
  const [rule, open] = [record.get('networkDefault'), record.get('public')]
  if (open.state === 'known' && yesNo(open.value) === false) endpoint.set('exposure', 'internal', open.source)
  else if (open.state === 'unknown') return
  else if (rule.state === 'known')
    endpoint.set('exposure', rule.value === 'Deny' ? 'partner' : 'public', rule.source)
  else if (rule.state === 'absent')
    endpoint.assume('exposure', 'public', record.source, note('a key vault answers every network'))
}
