import type { AssetKind } from './description.generated.js'

/** What a kind of asset is by nature. Rules ask traits, never lists of kinds. */
export interface Traits {
  /** Keeps data that outlives a request. */
  readonly stores: boolean
  /** Others open connections to it. */
  readonly accepts: boolean
  /** People carry it out of the building. */
  readonly portable: boolean
  /** What it keeps is short-lived or can be made again. */
  readonly transient: boolean
  /** Passes data on, without a store of its own. */
  readonly relays: boolean
  /** Keeps records of activity for others. */
  readonly logs: boolean
  /** Keeps copies for others. */
  readonly keepsCopies: boolean
  /** Controls other systems: whoever commands it commands them. */
  readonly controls: boolean
  /** People sit at it, and log on to it. */
  readonly interactive: boolean
  /** Guards or carries traffic at the edge of a network. */
  readonly edge: boolean
  /** Sends, receives or filters mail. */
  readonly mail: boolean
  /** Hardware that somebody buys, moves and discards. */
  readonly hardware: boolean
  /** Shown to a browser. */
  readonly browsed: boolean
  /** Software runs on it that its owner patches. */
  readonly patchable: boolean
  /** Takes words, calls or messages and keeps them, though people take it for a mere line. */
  readonly conveys: boolean
  /** Keeps in one place what many use; nobody sits at it. */
  readonly central: boolean
  /** Measures or treats patients; only its maker changes its software. */
  readonly clinical: boolean
  /** People install and open programs and files on it, so that malware may run there too. */
  readonly programs: boolean
  /** One machine: what runs on it together talks without a network. Guests of a hypervisor or a cluster do not. */
  readonly machine: boolean
}

type Trait = keyof Traits

const KINDS: Readonly<Record<AssetKind, readonly Trait[]>> = {
  'relational-database': ['stores', 'accepts', 'patchable', 'central'],
  'document-store': ['stores', 'accepts', 'patchable', 'central'],
  'key-value-store': ['stores', 'accepts', 'patchable', 'central'],
  'object-store': ['stores', 'accepts', 'central'],
  'file-share': ['stores', 'accepts', 'patchable', 'central', 'programs'],
  'block-volume': ['stores'],
  'data-warehouse': ['stores', 'accepts', 'patchable', 'central'],
  'search-index': ['stores', 'accepts', 'transient', 'patchable', 'central'],
  cache: ['stores', 'accepts', 'transient', 'patchable', 'central'],
  queue: ['stores', 'accepts', 'transient', 'central'],
  stream: ['stores', 'accepts', 'transient', 'central'],
  'log-store': ['stores', 'accepts', 'logs', 'central'],
  archive: ['stores', 'accepts', 'central'],
  'backup-vault': ['stores', 'keepsCopies', 'central'],
  'key-store': ['stores', 'accepts', 'controls'],
  'secret-store': ['stores', 'accepts', 'controls'],
  server: ['stores', 'accepts', 'hardware', 'patchable', 'central', 'programs', 'machine'],
  hypervisor: ['stores', 'accepts', 'controls', 'hardware', 'patchable'],
  cluster: ['accepts', 'controls', 'patchable'],
  container: ['accepts', 'patchable', 'machine'],
  function: [],
  mainframe: ['stores', 'accepts', 'hardware', 'interactive', 'central', 'machine'],
  vdi: ['accepts', 'interactive', 'patchable', 'programs', 'machine'],
  workstation: ['stores', 'interactive', 'hardware', 'patchable', 'programs', 'machine'],
  'mobile-device': ['stores', 'portable', 'interactive', 'hardware', 'patchable', 'programs', 'machine'],
  'medical-device': ['stores', 'accepts', 'interactive', 'hardware', 'clinical', 'programs', 'machine'],
  printer: ['stores', 'accepts', 'hardware'],
  'removable-media': ['stores', 'portable', 'hardware'],
  'load-balancer': ['accepts', 'relays', 'edge'],
  api: ['accepts', 'patchable'],
  'web-app': ['accepts', 'browsed', 'patchable'],
  cdn: ['accepts', 'relays', 'edge'],
  'integration-engine': ['stores', 'accepts', 'patchable', 'central', 'programs'],
  messaging: ['stores', 'accepts', 'central', 'conveys'],
  fax: ['stores', 'accepts', 'conveys'],
  'mail-server': ['stores', 'accepts', 'mail', 'patchable', 'central', 'programs'],
  'mail-gateway': ['accepts', 'relays', 'mail', 'patchable', 'programs'],
  'identity-provider': ['accepts', 'controls'],
  bastion: ['accepts', 'controls', 'patchable', 'programs'],
  'ci-cd': ['accepts', 'controls', 'patchable', 'programs'],
  'remote-management': ['accepts', 'controls', 'patchable', 'programs'],
  dns: ['accepts'],
  vpn: ['accepts', 'relays', 'edge', 'patchable'],
  firewall: ['accepts', 'relays', 'edge', 'patchable'],
  'ai-service': ['accepts', 'conveys'],
  saas: ['stores', 'accepts', 'browsed', 'interactive'],
  other: [],
}

const traitsOfKind = (names: readonly Trait[]): Traits => {
  const has = (trait: Trait) => names.includes(trait)
  return {
    stores: has('stores'),
    accepts: has('accepts'),
    portable: has('portable'),
    transient: has('transient'),
    relays: has('relays'),
    logs: has('logs'),
    keepsCopies: has('keepsCopies'),
    controls: has('controls'),
    interactive: has('interactive'),
    edge: has('edge'),
    mail: has('mail'),
    hardware: has('hardware'),
    browsed: has('browsed'),
    patchable: has('patchable'),
    conveys: has('conveys'),
    central: has('central'),
    clinical: has('clinical'),
    programs: has('programs'),
    machine: has('machine'),
  }
}

const TABLE = new Map(Object.entries(KINDS).map(([kind, names]) => [kind, traitsOfKind(names)]))
const NONE = traitsOfKind([])

/** The traits of a kind; an asset without a kind is `other` and has none. */
export const traitsOf = (kind: AssetKind | undefined): Traits => TABLE.get(kind ?? 'other') ?? NONE

/** Kinds in which ePHI is no use that one would assume. */
const NEVER_ASSUMED: ReadonlySet<AssetKind> = new Set<AssetKind>([
  'key-store',
  'secret-store',
  'bastion',
  'ci-cd',
  'remote-management',
  'dns',
])

/**
 * Whether ePHI is assumed in an imported asset of a kind that nobody classified: it stores data, passes it on, or says
 * who may have it.
 */
export const mayHoldEphi = (kind: AssetKind | undefined): boolean => {
  const { stores, accepts } = traitsOf(kind)
  return (stores || accepts || kind === 'function') && !NEVER_ASSUMED.has(kind ?? 'other')
}
