import { type Claim, defaultOf } from '../workloads/claim.js'
import { isMighty } from '../workloads/is-mighty.js'
import type { Part } from '../workloads/part.js'
import { allContainers } from './pods.js'

const KUBERNETES = 'Kubernetes'

/** Whether a container of a pod may do what its host may. */
export const privilegedOf = (pod: Part): Claim<boolean> => {
  const settings = allContainers(pod).map((one) => one.at('securityContext'))
  const said = settings.map((one) => one.at('privileged'))
  const privileged = said.find(({ truth }) => truth === true)
  if (privileged) return { value: true, source: privileged.source }
  const mighty = settings
    .flatMap((one) => one.at('capabilities', 'add').items())
    .find(({ text }) => isMighty(text))
  if (mighty) return { value: true, source: mighty.source }
  const [first] = said
  return first && said.every(({ truth }) => truth === false)
    ? { value: false, source: first.source }
    : { value: false, source: pod.source, note: defaultOf(KUBERNETES, 'a container is not privileged') }
}

const HOST_SPACES = ['hostNetwork', 'hostPID', 'hostIPC'] as const

/** Whether a pod gets at its host: by namespaces that it shares, or by files. */
export const hostAccessOf = (pod: Part): Claim<boolean> => {
  const shared = HOST_SPACES.map((key) => pod.at(key)).find(({ truth }) => truth === true)
  if (shared) return { value: true, source: shared.source }
  const path = pod
    .at('volumes')
    .items()
    .map((volume) => volume.at('hostPath'))
    .find(({ isThere }) => isThere)
  return path
    ? { value: true, source: path.source }
    : { value: false, source: pod.source, note: defaultOf(KUBERNETES, 'a pod shares nothing with its host') }
}

/** Whether a container runs as root; `undefined` where its image decides. */
export const runsAsRootOf = (pod: Part): Claim<boolean> | undefined => {
  const shared = pod.at('securityContext')
  const users = pod
    .at('containers')
    .items()
    .map((one) => userOf(one.at('securityContext'), shared))
  const root = users.find((one) => one?.value === true)
  if (root) return root
  return users.length > 0 && users.every((one) => one !== undefined) ? users[0] : undefined
}

/** What a container says counts before what its pod says. A user with a number counts before the rule that it is not root. */
const userOf = (own: Part, shared: Part): Claim<boolean> | undefined => {
  const user = [own.at('runAsUser'), shared.at('runAsUser')].find(({ number }) => number !== undefined)
  if (user) return { value: user.number === 0, source: user.source }
  const rule = [own.at('runAsNonRoot'), shared.at('runAsNonRoot')].find(({ truth }) => truth !== undefined)
  return rule?.truth === true ? { value: false, source: rule.source } : undefined
}
