import { suspectIn } from '../../knowledge/secret-formats.js'
import { claimSecret } from '../workloads/secrets.js'
import type { Cluster } from './cluster.js'
import { beginAsset } from './edge.js'
import { clearValue, keysOf } from './environment.js'
import type { Manifest } from './manifest.js'

/** Claims secrets that stand in manifests. What only names a secret that is kept elsewhere is none. */
export const claimSecretObjects = (cluster: Cluster): void => {
  for (const secret of cluster.of('Secret', '')) {
    const asset = beginAsset(secret, 'secret-store', cluster)
    for (const one of valuesIn(secret)) claimSecret(asset, one)
  }
  for (const settings of cluster.of('ConfigMap', '')) {
    const found = valuesIn(settings).filter(({ name, value }) => suspectIn(value, name)?.is === 'secret')
    if (found.length === 0) continue
    const asset = beginAsset(settings, 'other', cluster)
    for (const one of found) claimSecret(asset, one)
  }
}

/** A file of settings that is longer than this is searched at its beginning only. */
const LONGEST = 256 * 1024

const valuesIn = (map: Manifest) =>
  keysOf(map).flatMap((name) => {
    const value = clearValue(map, name)?.slice(0, LONGEST)
    const key = map.part.at('stringData', name).isThere ? 'stringData' : 'data'
    return value === undefined || value === '' ? [] : [{ name, value, source: map.part.at(key, name).source }]
  })
