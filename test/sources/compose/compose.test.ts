import { describe, expect, it } from 'vitest'
import { imported, refused, shown } from '../manifests.js'

/** A variable as Compose writes it. */
const V = (inner: string): string => ['$', '{', inner, '}'].join('')

const CLINIC = `services:
  db:
    image: postgres:16-alpine
    environment:
      POSTGRES_PASSWORD: \${DB_PASSWORD:-hunter2hunter}
    volumes: [data:/var/lib/postgresql/data]
  api:
    image: our/api:1.2
    privileged: true
    user: "1000"
    ports:
      - 127.0.0.1:8443:8443
      - "8080:8080"
      - "10.0.0.5:9000-9010:9000-9010"
    depends_on: [db, cache]
    environment:
      - DATABASE_URL=postgres://app:s3cret-pw@db:5432/app?sslmode=disable
      - REDIS_HOST=cache
      - REDIS_TLS=true
    volumes: ["/var/run/docker.sock:/var/run/docker.sock", "files:/files"]
  cache:
    image: redis:7
    command: ["redis-server", "--requirepass", "x", "--tls-port", "6379", "--port", "0"]
volumes:
  data:
  files:
`

const clinic = () => imported({ 'compose.yaml': CLINIC })

describe('services of Compose', () => {
  it('become assets by what their images hold', () => {
    const { asset, infrastructure } = clinic()
    expect(infrastructure.assets.map(({ id, value }) => `${id} ${value.kind}`)).toEqual([
      'services.db relational-database',
      'services.api container',
      'services.cache cache',
      'volumes.files block-volume',
    ])
    expect(asset('services.db')).toMatchObject({
      address: 'compose:services.db',
      product: { name: 'postgres', version: '16' },
      availability: { instances: 1 },
      container: { privileged: false, hostAccess: false },
      endpoints: [
        { port: 5432, protocol: 'postgresql', exposure: 'internal', encryption: 'none', auth: 'password' },
      ],
    })
    expect(asset('services.api').container).toEqual({ privileged: true, hostAccess: true, runsAsRoot: false })
    expect(asset('services.cache').endpoints).toEqual([
      { port: 6379, protocol: 'redis', exposure: 'internal', encryption: 'required', auth: 'password' },
    ])
    expect(asset('volumes.files').derivedFrom).toBe('services.api')
  })

  it.each([
    ['/assets/services.api/container/privileged', 'compose.yaml:9:17', 'imported'],
    ['/assets/services.api/container/hostAccess', 'compose.yaml:20:15', 'imported'],
    ['/assets/services.api/endpoints/8443/exposure', 'compose.yaml:12:9', 'imported'],
    ['/assets/services.api/endpoints/8080/exposure', 'compose.yaml:13:9', 'default'],
    ['/assets/services.cache/endpoints/6379/encryption', 'compose.yaml:23:75', 'imported'],
    ['/assets/services.db/endpoints/5432/encryption', 'compose.yaml:3:12', 'default'],
    ['/assets/services.db/tags/POSTGRES_PASSWORD', 'compose.yaml:5:26', 'imported'],
    ['/flows/0', 'compose.yaml:17:9', 'imported'],
  ])('%s stands at %s (%s)', (path, place, rank) => {
    const read = clinic()
    expect(read.place(path)).toBe(place)
    expect(read.rank(path)).toBe(rank)
  })

  it('say whose default it is', () => {
    expect(clinic().note('/assets/services.db/endpoints/5432/encryption')).toBe(
      'default of PostgreSQL: `ssl` is off (as documented on 2026-11-25)',
    )
  })

  it('talk to whom they are told to', () => {
    expect(clinic().infrastructure.flows).toEqual([
      {
        from: 'services.api',
        to: 'services.db/5432',
        protocol: 'postgresql',
        encryption: { enabled: false },
      },
      {
        from: 'services.api',
        to: 'services.cache/6379',
        protocol: 'redis',
        encryption: { enabled: true, protocol: 'tls' },
      },
    ])
  })

  it('hold no secret in the model', () => {
    const { infrastructure, asset } = clinic()
    expect(JSON.stringify(infrastructure.description)).not.toMatch(/hunter2|s3cret/)
    expect(asset('services.db').tags).toEqual({
      POSTGRES_PASSWORD: '‹masked: a value that its name calls a secret›',
    })
    expect(asset('services.api').tags).toEqual({ DATABASE_URL: '‹masked: a password in an address›' })
  })

  it.each([
    ['"5432:5432"', 'public'],
    ['"0.0.0.0:5432:5432"', 'public'],
    ['"127.0.0.1:5432:5432"', 'loopback'],
    ['"[::1]:5432:5432"', 'loopback'],
    ['"192.168.1.4:5432:5432"', 'internal'],
    ['"203.0.113.4:5432:5432"', 'public'],
    ['"5000-6000:5000-6000"', 'public'],
    ['{ target: 5432, published: 5432, host_ip: 127.0.0.1 }', 'loopback'],
    ['{ target: 5432, published: 5432 }', 'public'],
    ['{ target: 5432 }', 'public'],
    ['"5432"', 'public'],
    ['"5433:5433"', 'internal'],
  ])('published as %s are reached: %s', (port, exposure) => {
    const { asset } = imported({ 'c.yaml': `services: { db: { image: postgres, ports: [${port}] } }` })
    expect(asset('services.db').endpoints?.find((one) => one.port === 5432)?.exposure).toBe(exposure)
  })

  it('never have a range of ports spelt out', () => {
    const { asset } = imported({ 'c.yaml': 'services: { a: { image: a, ports: ["1-65535:1-65535"] } }' })
    expect(asset('services.a').endpoints).toHaveLength(1)
  })
})

describe('software that is told otherwise', () => {
  const endpoint = (service: string) =>
    imported({ 'c.yaml': `services: { it: ${service} }` }).asset('services.it').endpoints?.[0]

  it.each([
    ['PostgreSQL with TLS', '{ image: postgres, command: postgres -c ssl=on }', { encryption: 'optional' }],
    [
      'PostgreSQL that trusts',
      '{ image: postgres, environment: { POSTGRES_HOST_AUTH_METHOD: trust } }',
      { auth: 'none' },
    ],
    ['MySQL', '{ image: "mysql:8" }', { encryption: 'optional', auth: 'password' }],
    [
      'MySQL that insists',
      '{ image: "mysql:8", command: [--require-secure-transport=ON] }',
      { encryption: 'required' },
    ],
    [
      'MySQL without a word',
      '{ image: "mysql:8", command: --require_secure_transport }',
      { encryption: 'required' },
    ],
    [
      'MySQL with an empty password',
      '{ image: "mysql:8", environment: { MYSQL_ALLOW_EMPTY_PASSWORD: "yes" } }',
      { auth: 'none' },
    ],
    ['MariaDB before TLS was on', '{ image: "mariadb:10.11" }', { encryption: 'none' }],
    ['MariaDB since', '{ image: "mariadb:11.4" }', { encryption: 'optional' }],
    ['MongoDB', '{ image: "mongo:7" }', { encryption: 'none', auth: 'none' }],
    [
      'MongoDB that asks',
      '{ image: mongo, command: --tlsMode requireTLS, environment: { MONGO_INITDB_ROOT_USERNAME: a } }',
      { encryption: 'required', auth: 'password' },
    ],
    ['Redis', '{ image: redis }', { encryption: 'none', auth: 'none' }],
    ['Elasticsearch 8', '{ image: "elasticsearch:8.15.0" }', { protocol: 'https', auth: 'password' }],
    [
      'Elasticsearch 8 with nothing on',
      '{ image: "elasticsearch:8.15.0", environment: [xpack.security.enabled=false] }',
      { protocol: 'http', auth: 'none' },
    ],
    ['Elasticsearch 7', '{ image: "elasticsearch:7.17.0" }', { protocol: 'http', auth: 'none' }],
    [
      'Orthanc, DICOM',
      '{ image: orthancteam/orthanc }',
      { protocol: 'dicom', encryption: 'none', auth: 'none' },
    ],
    [
      'Orthanc with TLS',
      '{ image: orthancteam/orthanc, environment: { ORTHANC__DICOM_TLS_ENABLED: "true" } }',
      { protocol: 'dicom', encryption: 'required', auth: 'certificate' },
    ],
    [
      'Orthanc without DICOM',
      `{ image: orthancteam/orthanc, environment: { ORTHANC_JSON: '{"DicomServerEnabled": false, "AuthenticationEnabled": false}' } }`,
      { port: 8042, auth: 'none' },
    ],
    [
      'Orthanc with a plugin that asks',
      `{ image: orthancteam/orthanc, environment: { ORTHANC_JSON: '{"DicomServerEnabled": false, "AuthenticationEnabled": false, "Authorization": {}}' } }`,
      { port: 8042, auth: 'token' },
    ],
    [
      'Orthanc, a remark',
      '{ image: orthancteam/orthanc, environment: { ORTHANC_JSON: "{ // \\"DicomServerEnabled\\": false\\n }" } }',
      { port: 4242 },
    ],
    [
      'Kafka in clear',
      '{ image: "apache/kafka:3.7.0", environment: { KAFKA_LISTENERS: "PLAINTEXT://:9092" } }',
      { encryption: 'none', auth: 'none' },
    ],
    [
      'Kafka with TLS',
      '{ image: "apache/kafka:3.7.0", environment: { KAFKA_LISTENERS: "SASL_SSL://:9092" } }',
      { encryption: 'required', auth: 'password' },
    ],
  ])('%s', (_, service, expected) => {
    expect(endpoint(service)).toMatchObject(expected)
  })

  it('of a version that nobody knows says nothing that depends on it', () => {
    expect(endpoint('{ image: mariadb }')).not.toHaveProperty('encryption')
    expect(endpoint('{ image: elasticsearch }')).not.toHaveProperty('auth')
  })
})

describe('variables', () => {
  const LINE = 'services: { it: { image: redis, user: "VALUE" } }'
  const user = (value: string, files: Record<string, string> = {}) =>
    imported({ 'c.yaml': LINE.replace('VALUE', () => value), ...files }).asset('services.it').container
      ?.runsAsRoot

  it.each([
    ['a default', V('NAME:-root'), true],
    ['a default for what is not set', V('NAME-0'), true],
    ['one within another', V(`A:-${V('B:-1000')}`), false],
    ['no default', V('NAME'), undefined],
    ['one that has to be set', V('NAME:?set it'), undefined],
    ['a dollar', '$$x', false],
  ])('%s', (_, value, root) => {
    expect(user(value)).toBe(root)
  })

  it('take values from `.env` beside the file', () => {
    const { asset } = imported(
      { 'app/c.yaml': LINE.replace('VALUE', () => V('NAME')), 'app/.env': '# who\nexport NAME="0" # root\n' },
      { named: false },
    )
    expect(asset('services.it').container?.runsAsRoot).toBe(true)
  })

  it('come from files of variables, at their line, and what the service sets itself counts', () => {
    const { asset, place } = imported(
      {
        'c.yaml': 'services: { db: { image: postgres, env_file: db.env, environment: { A_TOKEN: "" } } }',
        'db.env':
          "# of the database\nA_TOKEN=abcdef1234\nPOSTGRES_HOST_AUTH_METHOD='trust'\nB_SECRET=hunter2hunter\n",
      },
      { named: false },
    )
    expect(asset('services.db').endpoints?.[0]?.auth).toBe('none')
    expect(place('/assets/services.db/endpoints/5432/auth')).toBe('db.env:3:1')
    expect(Object.keys(asset('services.db').tags ?? {})).toEqual(['B_SECRET'])
  })
})

describe('files that belong together', () => {
  it('lays an override over what it overrides', () => {
    const { asset, place } = imported({
      'compose.yaml': 'services: { a: { image: redis, user: "0" } }',
      'compose.override.yaml': 'services: { a: { user: "1000", build: . } }',
    })
    expect(asset('services.a').container?.runsAsRoot).toBe(false)
    expect(place('/assets/services.a/container/runsAsRoot')).toBe('compose.override.yaml:1:24')
  })

  const BASE = `services:
  a:
    image: postgres
    privileged: true
    ports: ["5432:5432"]
    environment: { POSTGRES_PASSWORD: from-the-base-1 }
  b: { image: redis, ports: ["6379:6379"] }
`
  const laid = (override: string) => {
    const { infrastructure } = imported({ 'compose.yaml': BASE, 'compose.override.yaml': override })
    const value = infrastructure.asset('services.a')?.value
    return {
      ids: infrastructure.assets.map(({ id }) => id),
      privileged: value?.container?.privileged,
      public: (value?.endpoints ?? [])
        .filter(({ exposure }) => exposure === 'public')
        .map(({ port }) => port),
      secrets: Object.keys(value?.tags ?? {}),
    }
  }
  const WHOLE = {
    ids: ['services.a', 'services.b'],
    privileged: true,
    public: [5432],
    secrets: ['POSTGRES_PASSWORD'],
  }

  it.each([
    ['nothing', 'services: { a: { restart: always } }', WHOLE],
    ['ports', 'services: { a: { ports: !reset [] } }', { ...WHOLE, public: [] }],
    [
      'ports, whatever is written behind it',
      'services: { a: { ports: !reset ["1:1"] } }',
      { ...WHOLE, public: [] },
    ],
    [
      'ports, and gives others',
      'services: { a: { ports: !override ["127.0.0.1:5432:5432"] } }',
      { ...WHOLE, public: [] },
    ],
    ['a truth value', 'services: { a: { privileged: !reset null } }', { ...WHOLE, privileged: false }],
    ['the environment', 'services: { a: { environment: !override { TZ: UTC } } }', { ...WHOLE, secrets: [] }],
    [
      'a service',
      'services: { a: !reset null }',
      { ids: ['services.b'], privileged: undefined, public: [], secrets: [] },
    ],
    [
      'a service, and gives another',
      'services: { a: !override { image: mysql } }',
      { ...WHOLE, privileged: false, public: [], secrets: [] },
    ],
  ])('takes away what an override resets: %s', (_, override, expected) => {
    const found = laid(override)
    expect({ ...found, ids: [...found.ids].sort() }).toEqual(expected)
  })

  const NAMED = `services:
  web:
    image: nginx
    depends_on: { db: { condition: service_started }, cache: { condition: service_started } }
    networks: { inner: {}, outer: {} }
    environment: { DATABASE_URL: "postgres://db/x", SECRET_TOKEN: from-the-base-1 }
    labels: { team: records, tier: front }
  db: { image: postgres, networks: [inner] }
  cache: { image: redis, networks: [outer] }
`
  const named = (override: string) => {
    const { infrastructure } = imported({ 'compose.yaml': NAMED, 'compose.override.yaml': override })
    const tags = infrastructure.asset('services.web')?.value.tags ?? {}
    return {
      to: infrastructure.flows.map(({ to }) => to).sort(),
      tags: Object.keys(tags).sort(),
    }
  }
  const BOTH = ['services.cache', 'services.db/5432']

  it.each([
    ['nothing', 'restart: always', { to: BOTH, tags: ['SECRET_TOKEN', 'team', 'tier'] }],
    ['a variable', 'environment: { SECRET_TOKEN: !reset null }', { to: BOTH, tags: ['team', 'tier'] }],
    ['a label', 'labels: { team: !reset null }', { to: BOTH, tags: ['SECRET_TOKEN', 'tier'] }],
    [
      'a label, and gives another',
      'labels: { team: !override billing }',
      { to: BOTH, tags: ['SECRET_TOKEN', 'team', 'tier'] },
    ],
    [
      'a service that is needed',
      'depends_on: { cache: !reset null }',
      { to: ['services.db/5432'], tags: ['SECRET_TOKEN', 'team', 'tier'] },
    ],
    [
      'the variable by which another is found',
      'environment: { DATABASE_URL: !reset null }, depends_on: { db: !reset null }',
      { to: ['services.cache'], tags: ['SECRET_TOKEN', 'team', 'tier'] },
    ],
    [
      'the network in which it is found',
      'networks: { inner: !reset null }, depends_on: { db: !reset null }',
      { to: ['services.cache'], tags: ['SECRET_TOKEN', 'team', 'tier'] },
    ],
  ])('takes away one name of many: %s', (_, web, expected) => {
    expect(named(`services: { web: { ${web} } }`)).toEqual(expected)
  })

  it.each([
    ['puts others in the place of all services', '!override { c: { image: mysql } }', ['services.c']],
    ['takes all away', '!reset {}', []],
  ])('%s', (_, services, ids) => {
    const { infrastructure } = imported({
      'compose.yaml': NAMED,
      'compose.override.yaml': `services: ${services}`,
    })
    expect(infrastructure.assets.map(({ id }) => id)).toEqual(ids)
  })

  it('follows `extends` within a file and into another', () => {
    const { asset, place } = imported({
      'compose.yaml':
        'services:\n  a: { extends: { service: base, file: common/base.yaml } }\n  b: { extends: a, image: "redis:7" }\n',
      'common/base.yaml': 'services:\n  base: { image: postgres, privileged: true }\n',
    })
    expect(asset('compose.services.a')).toMatchObject({
      kind: 'relational-database',
      container: { privileged: true },
    })
    expect(asset('compose.services.b')).toMatchObject({ kind: 'cache', container: { privileged: true } })
    expect(place('/assets/compose.services.b/container/privileged')).toBe('common/base.yaml:2:40')
  })

  it('reads what is included', () => {
    const { asset } = imported({
      'compose.yaml': 'include: [more/db.yaml]\nservices: { a: { image: a, environment: { DB_HOST: db } } }',
      'more/db.yaml': 'services: { db: { image: postgres } }',
    })
    expect(asset('compose.services.db').kind).toBe('relational-database')
  })

  it('says what it does not fetch, and which file of variables is missing', () => {
    const { notRead } = imported({
      'c.yaml': 'include: ["oci://example.com/x"]\nservices: { a: { image: a, env_file: [a.env] } }',
    })
    expect(notRead.map(({ what, why }) => `${what}: ${why}`)).toEqual([
      'oci://example.com/x: it lies elsewhere, and nothing is fetched',
      'a.env: this file of variables is not there, so that what it sets is not known',
    ])
  })

  it('finds names only in networks that two services share', () => {
    const { infrastructure } = imported({
      'c.yaml': `services:
  a: { image: a, networks: [front], environment: { DB_HOST: db, PEER_HOST: p } }
  p: { image: p, networks: { front: { aliases: [peer] } } }
  db: { image: postgres, networks: [back] }
`,
    })
    expect(infrastructure.flows.map(({ from, to }) => `${from} → ${to}`)).toEqual(['services.a → services.p'])
  })

  it('names volumes that lie elsewhere in the network', () => {
    const { asset, infrastructure } = imported({
      'c.yaml': `services: { a: { image: a, volumes: [share:/x, safe:/y] } }
volumes:
  share: { driver_opts: { type: nfs, o: "addr=10.0.0.1", device: ":/x" } }
  safe: { driver_opts: { type: nfs, o: "addr=10.0.0.1,sec=krb5p", device: ":/y" } }
`,
    })
    expect(asset('volumes.share').endpoints?.[0]).toMatchObject({ protocol: 'nfs', encryption: 'none' })
    expect(asset('volumes.safe').endpoints?.[0]).toMatchObject({ protocol: 'nfs', encryption: 'required' })
    expect(infrastructure.flows).toHaveLength(2)
  })

  it('takes a service that dumps a database for its backup', () => {
    const { infrastructure } = imported({
      'c.yaml': `services:
  db: { image: postgres }
  copies:
    image: prodrigestivill/postgres-backup-local
    environment: { POSTGRES_HOST: db, SCHEDULE: "@daily", BACKUP_KEEP_DAYS: 30 }
`,
    })
    expect(infrastructure.description.backupPlans).toEqual([
      {
        id: 'services.copies-copies',
        covers: { id: ['services.db'] },
        copies: [{ frequency: 'P1D', retention: 'P30D' }],
      },
    ])
  })
})

describe('what is wrong with files of Compose', () => {
  const base = 'services: { b: { image: redis } }'

  it.each([
    [
      'a circle',
      { 'c.yaml': 'services:\n  a: { extends: b, image: x }\n  b: { extends: a }\n' },
      'c.yaml:3:17 [self-reference] `b` extends `a`, which extends it',
    ],
    [
      'itself',
      { 'c.yaml': 'services:\n  a: { extends: { service: a }, image: x }\n' },
      'c.yaml:2:17 [self-reference] `a` extends `a`, which extends it',
    ],
    [
      'nothing to extend',
      { 'c.yaml': 'services:\n  a: { extends: z, image: x }\n' },
      'c.yaml:2:17 [dangling-reference] `a` extends `z`, which c.yaml does not have',
    ],
    [
      'a file that is not there',
      { 'c.yaml': 'services:\n  a: { extends: { file: ../../etc/passwd, service: a }, image: x }\n' },
      'c.yaml:2:17 [missing-file] ../../etc/passwd: there is no such file',
    ],
    [
      'a list of services',
      { 'c.yaml': 'services:\n  - image: x\n' },
      'c.yaml:2:3 [wrong-type] `services` is not a mapping from names to services',
    ],
    [
      'no service',
      { 'c.yaml': 'services:\n  a: image\n  b: { image: x }\n' },
      'c.yaml:2:6 [wrong-type] `a` is not a service',
    ],
    ['no YAML', { 'c.yaml': 'services:\n  a: { image: x\nb: [' }, 'c.yaml:3:1 [not-yaml]'],
  ])('%s', (_, files, problem) => {
    const [first, ...others] = refused({ ...files, 'base.yaml': base })
    expect(others).toEqual([])
    expect(first && shown(first)).toContain(problem)
  })

  it('is no port, in time, where a port is a very long text', () => {
    const started = performance.now()
    const files = { 'c.yaml': `services: { a: { image: postgres, ports: ["${'a.'.repeat(150_000)}"] } }\n` }
    expect(imported(files).asset('services.a').endpoints).toMatchObject([
      { port: 5432, exposure: 'internal' },
    ])
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('is told of a chain of thousands, in time', () => {
    const chain = Array.from({ length: 4000 }, (_, index) => `  a${index + 1}: { extends: a${index} }\n`)
    const started = performance.now()
    const problems = refused({ 'c.yaml': `services:\n  a0: { image: x }\n${chain.join('')}` })
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(problems.map(shown)).toEqual([
      expect.stringContaining('c.yaml:3:18 [too-deep] `a1` extends one of more than 50 in a row'),
    ])
  })

  it('is told of a bomb of aliases', () => {
    const lines = ['x0: &x0 [a, a, a, a, a, a, a, a, a, a]']
    for (let level = 1; level < 9; level++)
      lines.push(
        `x${level}: &x${level} [${Array(10)
          .fill(`*x${level - 1}`)
          .join(', ')}]`,
      )
    const [problem] = refused({
      'c.yaml': `${lines.join('\n')}\nservices: { a: { image: x, labels: *x8 } }\n`,
    })
    expect(problem?.code).toBe('too-many-aliases')
  })
})
