import type { AssetDraft } from '../resources/draft.js'
import type { Part } from '../workloads/part.js'
import type { Cluster } from './cluster.js'
import type { Manifest } from './manifest.js'
import { podOwners } from './pods.js'

/** What is said of the cluster as a whole is said of one asset. */
const clusterAsset = ({ draft, context }: Cluster, part: Part): AssetDraft => {
  const asset = draft.asset(context.idOf('Cluster'), part.source)
  if (asset.stated('kind') !== undefined) return asset
  asset.set('kind', 'cluster', part.source)
  asset.set('address', context.address('Cluster'), part.source)
  asset.set('administers', { source: [context.sourceId] }, part.source)
  return asset
}

/** Claims what is said of the cluster: who may do what, whether secrets are encrypted, what is recorded. */
export const claimControlPlane = (cluster: Cluster): void => {
  claimBindings(cluster)
  claimEncryption(cluster)
  claimAuditPolicy(cluster)
  claimServer(cluster)
}

const RBAC = 'rbac.authorization.k8s.io'
const EVERYBODY = /^system:(?:authenticated|unauthenticated|anonymous|serviceaccounts)$/
const STRANGERS = /^system:(?:unauthenticated|anonymous)$/
/** What everybody may read in every cluster: versions and health. */
const PUBLIC_ROLES = /^system:(?:public-info-viewer|discovery|basic-user)$/

const claimBindings = (cluster: Cluster): void => {
  for (const binding of [...cluster.of('ClusterRoleBinding', RBAC), ...cluster.of('RoleBinding', RBAC)]) {
    const { part } = binding
    const role = part.at('roleRef', 'name')
    const subjects = part.at('subjects').items()
    const stranger = subjects.find((one) => STRANGERS.test(one.at('name').text ?? ''))
    if (stranger && !PUBLIC_ROLES.test(role.text ?? ''))
      clusterAsset(cluster, part).set('access.anonymous', true, stranger.source)
    // People who administer a cluster have to be able to; programs, and everybody, do not.
    const tooWide = subjects.some(
      (one) => one.at('kind').text === 'ServiceAccount' || EVERYBODY.test(one.at('name').text ?? ''),
    )
    const wide = tooWide ? widthOf(binding, cluster) : undefined
    if (wide) clusterAsset(cluster, part).set('access.leastPrivilege', false, wide.source)
  }
}

/** The place that grants everything, if a binding does. */
const widthOf = ({ part, kind, namespace }: Manifest, cluster: Cluster): Part | undefined => {
  const reference = part.at('roleRef')
  if (reference.at('name').text === 'cluster-admin' && kind === 'ClusterRoleBinding')
    return reference.at('name')
  const ofCluster = reference.at('kind').text === 'ClusterRole'
  const role = cluster.named(
    ofCluster ? 'ClusterRole' : 'Role',
    ofCluster ? '' : namespace,
    reference.at('name').text,
  )
  return role?.part
    .at('rules')
    .items()
    .find((rule) =>
      ['verbs', 'resources'].every((key) =>
        rule
          .at(key)
          .items()
          .some(({ text }) => text === '*'),
      ),
    )
}

/** Providers that encrypt what the interface of the cluster stores (Kubernetes, encrypting confidential data at rest). */
const ALGORITHMS: Readonly<Record<string, string | undefined>> = {
  aescbc: 'AES-CBC',
  aesgcm: 'AES-GCM',
  secretbox: 'XSalsa20-Poly1305',
  kms: undefined,
}

const claimEncryption = (cluster: Cluster): void => {
  for (const { part } of cluster.of('EncryptionConfiguration')) {
    for (const rule of part.at('resources').items()) {
      const resources = rule
        .at('resources')
        .items()
        .map(({ text }) => text)
      if (!resources.some((one) => one === 'secrets' || one === '*.' || one === '*.*')) continue
      // The first provider writes; the others only read what was written before.
      const [first] = rule.at('providers').items()
      const [name] = first?.entries()[0] ?? []
      if (!first || name === undefined) continue
      const asset = clusterAsset(cluster, part)
      asset.set('encryptionAtRest.enabled', name !== 'identity', first.source)
      const algorithm = ALGORITHMS[name]
      if (algorithm !== undefined) asset.set('encryptionAtRest.algorithm', algorithm, first.source)
    }
  }
}

const claimAuditPolicy = (cluster: Cluster): void => {
  for (const { part } of cluster.of('Policy', 'audit.k8s.io')) {
    const levels = part
      .at('rules')
      .items()
      .map((rule) => rule.at('level').text)
    if (levels.length === 0 || levels.includes(undefined)) continue
    clusterAsset(cluster, part).set(
      'audit.enabled',
      levels.some((level) => level !== 'None'),
      part.at('rules').source,
    )
  }
}

/** The options of the interface of a cluster, where its own pod is among the manifests. */
const claimServer = (cluster: Cluster): void => {
  for (const { pod, manifest } of podOwners(cluster)) {
    for (const container of pod.at('containers').items()) {
      const words = ['command', 'args'].flatMap((key) => container.at(key).items())
      if (!words.some(({ value }) => typeof value === 'string' && /(?:^|\/)kube-apiserver$/.test(value)))
        continue
      claimOptions(words, clusterAsset(cluster, manifest.part), manifest.part)
    }
  }
}

const VERSIONS = ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3']
const LEAST: Readonly<Record<string, number>> = {
  VersionTLS10: 0,
  VersionTLS11: 1,
  VersionTLS12: 2,
  VersionTLS13: 3,
}

const claimOptions = (words: readonly Part[], asset: AssetDraft, part: Part): void => {
  const option = (name: string) => {
    const word = words.find(({ value }) => typeof value === 'string' && value.startsWith(`--${name}=`))
    return word && { value: String(word.value).slice(name.length + 3), source: word.source }
  }
  const port = Number(option('secure-port')?.value ?? 6443)
  const endpoint = asset.endpoint(Number.isInteger(port) ? port : 6443, 'https', part.source)
  const least = option('tls-min-version')
  const from = LEAST[least?.value ?? '']
  if (least && from !== undefined) endpoint.set('tls.versions', VERSIONS.slice(from), least.source)
  const suites = option('tls-cipher-suites')
  if (suites) endpoint.set('tls.cipherSuites', suites.value.split(','), suites.source)
  const strangers = option('anonymous-auth')
  if (strangers?.value === 'false') asset.set('access.anonymous', false, strangers.source)
  const log = option('audit-log-path')
  if (log) asset.set('audit.enabled', true, log.source)
  const age = option('audit-log-maxage')
  if (age && /^[1-9]\d{0,4}$/.test(age.value)) asset.set('audit.retention', `P${age.value}D`, age.source)
  const plain = option('insecure-port')
  if (plain && /^[1-9]\d*$/.test(plain.value))
    asset.endpoint(Number(plain.value), 'http', plain.source).set('auth', 'none', plain.source)
}
