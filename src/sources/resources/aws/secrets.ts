import { leftOut, suspectIn } from '../../../knowledge/secret-formats.js'
import { isPlain } from '../../../model/merge.js'
import { claimSecret } from '../../workloads/secrets.js'
import type { AssetDraft } from '../draft.js'
import type { CloudRecord } from '../record.js'
import type { Given } from '../resource.js'

/** Attributes that hold a password where one is written out, and what to call it. */
const PASSWORDS: readonly (readonly [attribute: string, name: string])[] = [
  ['password', 'password'],
  ['auth', 'auth-token'],
]

/** Claims that a password stands in the files, where one is written and not only named. */
export const claimPasswords = (record: CloudRecord, asset: AssetDraft): void => {
  for (const [attribute, name] of PASSWORDS) claimText(record.get(attribute), name, asset)
  for (const user of record.each('users')) claimText(user.get('password'), 'password', asset)
}

const claimText = ({ state, value, source }: Given, name: string, asset: AssetDraft): void => {
  if (typeof value !== 'string') return
  // A secret that was masked already is one, though it is not known.
  if (state === 'known' || suspectIn(value)?.is === 'secret') claimSecret(asset, { name, value, source })
}

/** Both halves of a key of AWS are sensitive, though the name of one ends otherwise. */
const NAMED: Readonly<Record<string, string>> = { AWS_ACCESS_KEY_ID: 'AWS_ACCESS_KEY' }

/** Claims the secrets in the environment of a function: an object of names and values. */
export const claimSecretsOf = ({ value, source }: Given, asset: AssetDraft): void => {
  if (!isPlain(value)) return
  for (const [name, text] of Object.entries(value))
    if (typeof text === 'string') claimSecret(asset, { name: NAMED[name] ?? name, value: text, source })
}

/** Claims the secrets in a list of variables, each with its name and its value, by whatever letters they begin. */
export const claimVariables = (list: unknown, asset: AssetDraft, source: Given['source']): void => {
  for (const one of Array.isArray(list) ? list.filter(isPlain) : []) {
    const [name, value] = [one['name'] ?? one['Name'], one['value'] ?? one['Value']]
    if (typeof name === 'string' && typeof value === 'string')
      claimSecret(asset, { name: NAMED[name] ?? name, value, source })
  }
}

/** Claims the secrets of a project that builds: in variables of plain text, and in the addresses of its sources. */
export const claimBuildSecrets = (record: CloudRecord, asset: AssetDraft): void => {
  for (const variable of record.each('variables')) {
    const [name, kind] = [variable.get('name'), variable.get('kind')]
    const inClear = kind.state === 'absent' || kind.value === 'PLAINTEXT'
    if (inClear && typeof name.value === 'string')
      claimText(variable.get('value'), NAMED[name.value] ?? name.value, asset)
  }
  for (const from of [...record.each('sources'), ...record.each('otherSources')])
    claimAddress(from.get('location'), asset)
}

/** Whoever clones from GitHub over HTTPS is known by a token alone: what stands before the host is one. */
const TOKEN_OF_GITHUB = /^https?:\/\/[^/@:]+@github\.com\//i

const claimAddress = (given: Given, asset: AssetDraft): void => {
  const { state, value, source } = given
  if (state === 'known' && typeof value === 'string' && TOKEN_OF_GITHUB.test(value))
    asset.set('tags.source', leftOut({ words: 'a token in an address' }), source)
  else claimText(given, 'source', asset)
}
