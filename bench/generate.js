// Makes descriptions of clinics as large as one likes, always the same from the same seed:
//   node bench/generate.js ASSETS [--sparse] [--seed NUMBER] > infra.yaml
// About 350 bytes an asset. Most facts are stated, some are wrong, some are left out; a third of the assets hold ePHI.
// A sparse description states hardly any, so that nearly everything is unproven.
import { fileURLToPath } from 'node:url'

/** Numbers from 0 to 1, the same from the same seed (mulberry32). */
const randomFrom = (seed) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const choicesOf = (random) => ({
  random,
  /** Whether something so likely is the case. */
  likely: (share) => random() < share,
  one: (list) => list[Math.floor(random() * list.length)],
  upTo: (count) => Math.floor(random() * count),
})

const HTTPS = { port: 443, protocol: 'https' }

/** Kinds of assets: how many of a hundred, whether they store ePHI where they hold any, and where they listen. */
const KINDS = [
  ['relational-database', 12, 'stores', { port: 5432, protocol: 'postgresql' }],
  ['object-store', 12, 'stores', HTTPS],
  ['server', 14, 'processes', { port: 22, protocol: 'ssh' }],
  ['queue', 8, 'transmits', { port: 5671, protocol: 'amqp' }],
  ['workstation', 18, 'processes', undefined],
  ['api', 12, 'processes', HTTPS],
  ['log-store', 6, 'stores', HTTPS],
  ['file-share', 6, 'stores', { port: 445, protocol: 'smb' }],
  ['web-app', 6, 'processes', HTTPS],
  ['cache', 6, 'stores', { port: 6380, protocol: 'redis' }],
]
const LOG_STORE = KINDS.find(([kind]) => kind === 'log-store')
const OF_HUNDRED = KINDS.flatMap((kind) => Array.from({ length: kind[1] }, () => kind))

const ZONES = ['clients', 'servers', 'devices', 'dmz']
const VENDORS = 40
const KEYS = 25
const PLANS = 40

/** What comes before the assets: the clinic, its vendors, zones, keys and groups. */
const head = ({ likely, one }, sparse) => [
  'version: 1',
  'system: { name: Bench Clinics, entity: covered-entity, individuals: 61400, asOf: 2026-11-20 }',
  'governance:',
  '  securityOfficial: Dr. Maria Reyes',
  '  riskAnalysis: { document: Risk analysis of 2026, date: 2026-02-02, covers: all }',
  'vendors:',
  ...Array.from({ length: VENDORS }, (_, index) =>
    sparse || likely(0.2)
      ? `  - { id: vendor-${index}, name: Vendor ${index}, relationship: business-associate }`
      : `  - { id: vendor-${index}, name: Vendor ${index}, relationship: business-associate, baa: { executedOn: 2024-0${1 + (index % 9)}-01, autoRenew: true, breachNotice: ${one(['10 days', '30 days', '90 days'])} } }`,
  ),
  'parties: [{ id: patients, relationship: individual, count: 61400 }]',
  ...NETWORK,
  'identity:',
  ...(sparse ? ['  uniqueIds: true'] : IDENTITY),
  '  groups:',
  '    - { id: clinicians, kind: workforce, members: 480 }',
  '    - { id: frontdesk, kind: workforce, members: 110 }',
  '    - { id: it, kind: workforce, members: 30 }',
  '    - { id: keepers, kind: workforce, members: 2 }',
  'keys:',
  ...Array.from(
    { length: KEYS },
    (_, index) =>
      `  - { id: key-${index}, manager: ${one(['aws-kms', 'hsm', 'file'])}, rotation: 1 year, administeredBy: [it] }`,
  ),
  ...(sparse ? [] : DEFAULTS),
]

/** Zones, and what may pass between them. */
const NETWORK = [
  'zones:',
  '  - { id: clients, trust: internal, networks: [10.20.0.0/16] }',
  '  - { id: servers, trust: restricted, networks: [10.30.0.0/16] }',
  '  - { id: devices, trust: restricted, networks: [10.40.0.0/16] }',
  '  - { id: dmz, trust: dmz, networks: [10.50.0.0/16] }',
  'zonePolicy:',
  '  default: deny',
  '  reviewed: 2026-09-15',
  '  rules:',
  ...ZONES.flatMap((from) =>
    ZONES.map(
      (to) =>
        `    - { from: ${from}, to: ${to}, allow: [https, ssh, tcp/445, tcp/5432, tcp/5671, tcp/6380] }`,
    ),
  ),
]

/** How people and programs are identified, as one says it once for a whole organisation. */
const IDENTITY = [
  '  uniqueIds: true',
  '  sharedAccounts: none',
  '  defaultCredentialsRemoved: true',
  '  mfa: { required: all, methods: [fido2, authenticator-app], exceptions: none }',
  '  passwords: { minLength: 12, blocklist: true, lockoutAfter: 10 }',
  '  autoLogoff: 10 minutes',
  '  emergencyAccess: { document: SOP-11 Break the glass, date: 2026-02-10, alerting: true }',
  '  accessKeys: { federated: true }',
  '  termination: { within: 4 hours, automated: true }',
  '  accessReview: { every: 6 months, last: 2026-09-15 }',
  '  separateAdminAccounts: true',
  '  legacyAuthentication: false',
  '  loginMonitoring: true',
]

/** What holds for many assets at once: without it nobody would write twenty thousand. */
const DEFAULTS = [
  'sites: [{ id: campus, operator: us, physicalAccess: { controlled: true, logged: true, escorted: true } }]',
  'tlsPolicies:',
  '  strong:',
  '    versions: [TLSv1.2, TLSv1.3]',
  '    cipherString: ECDHE+AESGCM:ECDHE+CHACHA20',
  '    groups: [x25519, secp256r1]',
  '    certificate: { subject: clinics.example, issuer: A public CA, notBefore: 2026-10-01, notAfter: 2026-12-29, renewal: automatic, keyType: ECDSA, keyBits: 256, signature: ecdsa-with-SHA256, publiclyTrusted: true }',
  'defaults:',
  '  - match: {}',
  '    set:',
  '      access: { authorised: [clinicians], roles: true, leastPrivilege: true, anonymous: false }',
  '      audit: { enabled: true, events: [login, read, write, delete, export, admin], destination: log-store-0, retention: 6 years, reviewedEvery: 1 month, tamperProof: true, timeSync: true, containsPhi: false }',
  '      environment: production',
  '      region: us-east-1',
  '      site: campus',
  '      patching: { every: 1 month, last: 2026-11-10 }',
  '      product: { supportEnds: 2029-10-09 }',
  '      integrity: { checksums: true }',
  '      recovery: { pointInTime: 12 hours, versioning: true, deletionProtection: true }',
  '      disposal: { method: destroy, document: Certificates in the safe }',
  '      tenancy: isolated',
  '  - match: { kind: [server, workstation, file-share] }',
  '    set: { malwareProtection: true, custody: { log: true, lastReconciled: 2026-03-12, missing: 0 } }',
]

const accessOf = ({ likely, one }) =>
  `    access: { authorised: [${one(['clinicians', 'frontdesk', 'it'])}], leastPrivilege: ${likely(0.9)} }`

const auditOf = ({ likely, one }) =>
  likely(0.05)
    ? '    audit: false'
    : `    audit: { enabled: true, events: [${likely(0.8) ? 'login, read, write, delete, export, admin' : 'login, write'}], retention: ${one(['6 years', '6 years', '1 year'])} }`

const encryptionOf = ({ likely, one, upTo }) =>
  likely(0.05)
    ? '    encryptionAtRest: false'
    : `    encryptionAtRest: { enabled: true, algorithm: ${one(['AES-256-GCM', 'AES-256-XTS', 'AES-128-XTS', '3DES'])}, key: key-${upTo(KEYS)} }`

const TLS = [
  'tls: strong',
  'tls: { versions: [TLSv1.2, TLSv1.3], cipherSuites: [TLS_AES_128_GCM_SHA256, TLS_RSA_WITH_AES_128_CBC_SHA] }',
  'tls: { versions: [TLSv1.0, TLSv1.2] }',
]

const endpointOf = ({ port, protocol }, { likely, one }) => {
  const exposure = likely(0.1) ? 'public' : 'internal'
  const security =
    protocol === 'ssh'
      ? 'auth: certificate'
      : protocol === 'smb'
        ? 'encryption: required, auth: kerberos'
        : undefined
  const offered = likely(0.75) ? TLS[0] : one(TLS)
  return `    endpoints: [{ port: ${port}, protocol: ${protocol}, exposure: ${exposure}, ${security ?? `auth: ${one(['sso', 'token', 'password'])}, ${offered}`} }]`
}

function* assetLines(index, choices, sparse) {
  const { likely, one, upTo } = choices
  const [kind, , does, endpoint] = index === 0 ? LOG_STORE : one(OF_HUNDRED)
  yield `  - id: ${kind}-${index}`
  yield `    kind: ${kind}`
  if (likely(1 / 3)) yield `    ephi: [${does}]`
  else if (likely(0.5)) yield '    ephi: none'
  if (sparse) return
  yield `    zone: ${one(ZONES)}`
  if (likely(0.25)) yield '    environment: test'
  yield `    tags: { team: t${upTo(30)} }`
  if (likely(0.15)) yield `    vendor: vendor-${upTo(VENDORS)}`
  if (likely(0.5)) yield accessOf(choices)
  if (likely(0.5)) yield auditOf(choices)
  if (does === 'stores' && likely(0.9)) yield encryptionOf(choices)
  if (endpoint && likely(0.95)) yield endpointOf(endpoint, choices)
}

/** A flow from the asset before: to a port of it, where it listens. */
const flowOf = (from, to, { likely }) => {
  const both = from.holds && to.holds
  const carried = likely(both ? 0.8 : 0.95) ? `, carries: ${both ? 'ephi' : 'none'}` : ''
  const where = to.port === undefined ? `${to.id}, protocol: https` : `${to.id}/${to.port}`
  return `  - { from: ${from.id}, to: ${where}${carried}${likely(0.9) ? ', client: { verify: full }' : ''} }`
}

/** So many assets stand in one file: a description of more is several, because a file may have 64 MB. */
const ASSETS_PER_FILE = 100_000

/** The texts of a description of so many assets, and a flow for each. */
export const descriptionTexts = ({ assets, seed = 1, sparse = false }) => {
  const choices = choicesOf(randomFrom(seed))
  const lines = head(choices, sparse)
  const known = []
  const texts = []
  const end = () => {
    texts.push(`${lines.join('\n')}\n`)
    lines.length = 0
    lines.push('version: 1')
  }
  for (let first = 0; first < assets; first += ASSETS_PER_FILE) {
    lines.push('assets:')
    for (let index = first; index < Math.min(assets, first + ASSETS_PER_FILE); index++) {
      const its = [...assetLines(index, choices, sparse)]
      const port = /port: (\d+)/.exec(its.at(-1))?.[1]
      known.push({
        id: its[0].slice('  - id: '.length),
        port,
        holds: its.some((line) => line.startsWith('    ephi: [')),
      })
      lines.push(...its)
    }
    if (first + ASSETS_PER_FILE < assets) end()
  }
  lines.push('flows:')
  for (const line of flowLines(known, choices)) lines.push(line)
  lines.push('backupPlans:', ...planLines(choices, sparse))
  end()
  return texts
}

function* flowLines(known, choices) {
  yield `  - { from: patients, to: ${known.find(({ holds }) => holds).id}, carries: ephi }`
  for (let index = 1; index < known.length; index++) {
    const from = known[choices.likely(0.5) ? index - 1 : choices.upTo(index)]
    yield flowOf(from, known[index], choices)
  }
}

function* planLines({ one, upTo }, sparse) {
  for (let index = 0; index < PLANS; index++) {
    const covered = `covers: { kind: ${KINDS[index % KINDS.length][0]}, zone: ${ZONES[index % ZONES.length]} }`
    yield sparse
      ? `  - { id: plan-${index}, ${covered}, copies: [{ id: copy, frequency: 1 day }] }`
      : `  - { id: plan-${index}, ${covered}, copies: [{ id: copy, frequency: ${one(['12 hours', '1 day', '1 week'])}, retention: 35 days, encrypted: true, key: key-${upTo(KEYS)}, offsite: true, immutable: compliance }] }`
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [assets, ...flags] = process.argv.slice(2)
  const seed = flags.includes('--seed') ? Number(flags[flags.indexOf('--seed') + 1]) : 1
  for (const text of descriptionTexts({ assets: Number(assets), seed, sparse: flags.includes('--sparse') }))
    process.stdout.write(text)
}
