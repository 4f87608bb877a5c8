import type { AssetDraft, EntryDraft } from '../draft.js'
import { type Also, yesNo } from '../facts.js'
import type { Linked } from '../linked.js'
import type { CloudRecord } from '../record.js'
import { claimChoice, claimDiagnostics, claimKey, claimVersions, note } from './claims.js'

/** An account of storage: what it takes, whom it lets in, where it logs. */
export const storage: Also = (record, linked, asset) => {
  if (!asset) return
  const endpoint = asset.endpoint(443, 'https', record.source)
  claimChoice(record.get('httpsOnly'), endpoint, 'encryption', ['required', 'optional'], {
    value: 'required',
    what: 'a storage account takes HTTPS alone',
    at: record,
  })
  claimVersions(record.get('minTls'), endpoint, {
    value: 'TLS1_2',
    what: 'a storage account asks for TLS 1.2',
    at: record,
  })
  endpoint.assume('auth', 'token', record.source, note('every request is signed, or anonymous'))
  claimNetworks(record, linked, endpoint)
  claimAnonymous(record, linked, asset)
  claimKey(record, 'key', linked, asset)
  for (const key of linked.naming('azure.storage-key', 'account', record)) claimKey(key, 'key', linked, asset)
  claimDiagnostics(record, linked, asset)
  const logging = record.get('queueLogging')
  if (logging.state === 'known') asset.set('audit.enabled', yesNo(logging.value) ?? true, logging.source)
}

const claimNetworks = (record: CloudRecord, linked: Linked, endpoint: EntryDraft): void => {
  const rules = [record, ...linked.naming('azure.storage-network', 'account', record)].map((one) =>
    one.get('networkDefault'),
  )
  const rule = rules.find(({ state }) => state !== 'absent')
  const open = record.get('public')
  if (open.state === 'known' && yesNo(open.value) === false) endpoint.set('exposure', 'internal', open.source)
  else if (rule?.state === 'known')
    endpoint.set('exposure', rule.value === 'Deny' ? 'partner' : 'public', rule.source)
  else if (!rule)
    endpoint.assume('exposure', 'public', record.source, note('a storage account answers every network'))
}

/** Blobs are readable by anyone where a container says so and its account lets it. */
const claimAnonymous = (record: CloudRecord, linked: Linked, asset: AssetDraft): void => {
  const allowed = record.get('anonymous')
  const refused = allowed.state === 'known' && yesNo(allowed.value) === false
  const open = linked
    .naming('azure.container', 'account', record)
    .map((one) => one.get('access'))
    .find(({ state, value }) => state === 'known' && value !== 'private')
  if (open && !refused) asset.set('access.anonymous', true, open.source)
  else if (refused) asset.set('access.anonymous', false, allowed.source)
  else if (!open)
    asset.assume(
      'access.anonymous',
      false,
      record.source,
      note('no container of it lets anybody read without a name'),
    )
}

/** A container whose account is described elsewhere. */
export const container: Also = (record, linked, asset) => {
  const owned = linked.named(record.get('account'), record).some((one) => linked.assetOf(one))
  const access = record.get('access')
  if (owned || !asset || access.state !== 'known') return
  asset.set('access.anonymous', access.value !== 'private', access.source)
}
