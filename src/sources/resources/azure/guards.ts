import { matchesGlob } from '../../../model/scalars/glob.js'
import { type Also, asText, yesNo } from '../facts.js'
import type { Given } from '../resource.js'
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

/** To write roles, or to give them: who may do either can do everything next. */
const GIVING_RIGHTS = ['definitions', 'assignments'].map((one) => `microsoft.authorization/role${one}/write`)

/** Whether a list of actions, which may hold `*` for anything, holds one. */
const holds = (actions: Given, action: string): boolean =>
  [actions.value].flat().some((one) => matchesGlob(String(one).toLowerCase(), action))

/** A role of one's own that may do everything, or can take that right, has more than anybody needs, wherever it is given. */
export const role: Also = (record, linked) => {
  const wide = record
    .each('permissions')
    .filter((one) => one.get('without').state !== 'unknown')
    .find((one) =>
      GIVING_RIGHTS.some((right) => holds(one.get('actions'), right) && !holds(one.get('without'), right)),
    )
    ?.get('actions')
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
