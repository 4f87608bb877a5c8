import type { AssetDraft, EntryDraft } from '../draft.js'
import { type FactRow, notSo, type ProviderDefault, yesNo } from '../facts.js'
import { type Linked, onceFor } from '../linked.js'
import type { CloudRecord } from '../record.js'
import type { Given } from '../resource.js'

/** The day on which the defaults of Azure were last compared with its documentation and with its Terraform provider. */
const CHECKED = '2026-11-23'

/** What Azure does where nothing is written. */
export const byDefault = (value: unknown, what: string, read = CHECKED): ProviderDefault => ({
  value,
  note: `default of Azure: ${what} (as documented on ${read})`,
})

/** The words alone, for a value that is worked out. */
export const note = (what: string): string => byDefault('', what).note

/** Encrypted, whatever is written. */
export const ALWAYS = (service: string): FactRow => [
  'encryptionAtRest.enabled',
  'never',
  notSo,
  byDefault(true, `${service} always encrypts what it stores`),
]

/** What is offered where a least version is named. */
export const VERSIONS: Readonly<Record<string, readonly string[]>> = {
  TLS1_0: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2'],
  '1.0': ['TLSv1.0', 'TLSv1.1', 'TLSv1.2'],
  TLS1_1: ['TLSv1.1', 'TLSv1.2'],
  '1.1': ['TLSv1.1', 'TLSv1.2'],
  TLS1_2: ['TLSv1.2', 'TLSv1.3'],
  '1.2': ['TLSv1.2', 'TLSv1.3'],
  TLS1_3: ['TLSv1.3'],
  '1.3': ['TLSv1.3'],
  TLSEnforcementDisabled: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2'],
}

/** The least version that is taken. */
export const claimVersions = (
  given: Given,
  endpoint: EntryDraft,
  absent?: { value: string; what: string; at: CloudRecord },
): void => {
  const versions = given.state === 'known' ? VERSIONS[String(given.value)] : undefined
  if (versions) endpoint.set('tls.versions', versions, given.source)
  if (given.state === 'absent' && absent)
    endpoint.assume('tls.versions', VERSIONS[absent.value], absent.at.source, note(absent.what))
}

/** A truth value that decides between two words, and what holds where it is absent. */
export const claimChoice = (
  given: Given,
  entry: EntryDraft,
  path: string,
  [whenTrue, whenFalse]: readonly [unknown, unknown],
  absent?: { value: unknown; what: string; at: CloudRecord },
): void => {
  const said = given.state === 'known' ? yesNo(given.value) : undefined
  if (said !== undefined) entry.set(path, said ? whenTrue : whenFalse, given.source)
  if (given.state === 'absent' && absent)
    entry.assume(path, absent.value, absent.at.source, note(absent.what))
}

/** Names the key that encrypts something. */
export const claimKey = (record: CloudRecord, attribute: string, linked: Linked, asset: AssetDraft): void => {
  const given = record.get(attribute)
  if (given.state === 'absent') return
  const [key] = linked.named(given, record).filter(({ kind }) => kind === 'azure.key')
  if (key) asset.set('encryptionAtRest.key', linked.context.idOf(key.address), given.source)
  else asset.set('encryptionAtRest.key', { manager: 'azure-key-vault', customerManaged: true }, given.source)
}

const NO_LOGS = byDefault(
  false,
  'nothing is logged of a resource until a diagnostic setting says where to',
  '2026-11-25',
).note

/** Whether it cannot be told of a setting whose logs it sends. */
const hasLooseSetting = onceFor((linked) =>
  linked.of('azure.diagnostics').some((one) => linked.named(one.get('target'), one).length === 0),
)

/** Logs go where a diagnostic setting sends them, and nowhere without one. */
export const claimDiagnostics = (record: CloudRecord, linked: Linked, asset: AssetDraft): void => {
  const [setting] = linked.naming('azure.diagnostics', 'target', record)
  if (!setting) {
    if (!hasLooseSetting(linked)) asset.assume('audit.enabled', false, record.source, NO_LOGS)
    return
  }
  asset.set('audit.enabled', true, setting.source)
  const destinations = ['workspace', 'storage'].map((name) => setting.get(name))
  const store = destinations
    .flatMap((given) => linked.named(given, setting))
    .flatMap((one) => linked.assetOf(one) ?? [])[0]
  if (store && store.id !== asset.id) asset.set('audit.destination', store.id, setting.source)
}
