import type { Setting, Software } from './software.js'

const YES = ['true', 'yes', 'on', '1', 'enabled'] as const
const NO = ['false', 'no', 'off', '0', 'disabled'] as const

/** What a truth value means, however it is written. */
const truth = (
  yes: Setting['means'][string] | undefined,
  no?: Setting['means'][string],
): Setting['means'] => ({
  ...(yes ? Object.fromEntries(YES.map((word) => [word, yes])) : {}),
  ...(no ? Object.fromEntries(NO.map((word) => [word, no])) : {}),
})

const asksForPasswords = { facts: { auth: 'password' }, what: 'everybody has to log in' } as const
const asksNobody = { facts: { auth: 'none' }, what: 'nobody has to log in' } as const
const inClear = (what: string) => ({ facts: { encryption: 'none' }, what }) as const

const EMPTY_PASSWORD: Setting = {
  variable: /^(?:ALLOW_EMPTY_PASSWORD|(?:MYSQL|MARIADB)_ALLOW_EMPTY(?:_ROOT)?_PASSWORD)$/,
  means: truth({ auth: 'none' }),
}

const MYSQL_SETTINGS: readonly Setting[] = [
  { word: /^--ssl=(\w+)$/, means: truth(undefined, { encryption: 'none' }) },
  { word: /^--(skip[-_]ssl)$/, means: { '*': { encryption: 'none' } } },
  {
    word: /^--(?:loose[-_])?require[-_]secure[-_]transport(?:=(\w+))?$/,
    means: {
      '': { encryption: 'required' },
      ...truth({ encryption: 'required' }, { encryption: 'optional' }),
    },
  },
  { word: /^--tls[-_]version=(.+)$/, means: {}, listsVersions: true },
  { word: /^--(skip[-_]grant[-_]tables)$/, means: { '*': { auth: 'none' } } },
  EMPTY_PASSWORD,
]

const REDIS_SETTINGS: readonly Setting[] = [
  { word: /^--tls-port=([1-9]\d*)$/, means: { '*': { encryption: 'optional' } } },
  { word: /^--port=(0)$/, means: { '0': { encryption: 'required' } } },
  {
    word: /^--tls-auth-clients=(\w+)$/,
    means: { yes: { clientCertificates: 'required' }, no: { clientCertificates: 'none' } },
  },
  { word: /^--tls-protocols=(.+)$/, means: {}, listsVersions: true },
  { word: /^--(?:requirepass|aclfile)=(.*)$/, means: { '': { auth: 'none' }, '*': { auth: 'password' } } },
  { variable: /^(?:REDIS|VALKEY)_TLS_ENABLED$/, means: truth({ encryption: 'required' }) },
  {
    variable: /^(?:REDIS|VALKEY)_PASSWORD(?:_FILE)?$/,
    means: { '': { auth: 'none' }, '*': { auth: 'password' } },
  },
  EMPTY_PASSWORD,
]

const SEARCH_SETTINGS: readonly Setting[] = [
  {
    variable: /^xpack\.security\.http\.ssl\.enabled$/i,
    means: truth({ encryption: 'required' }, { encryption: 'none' }),
  },
  {
    variable: /^xpack\.security\.enabled$/i,
    means: truth({ auth: 'password' }, { auth: 'none', encryption: 'none' }),
  },
  {
    variable: /^(?:plugins\.security\.disabled|DISABLE_SECURITY_PLUGIN)$/i,
    means: truth({ auth: 'none', encryption: 'none' }),
  },
  {
    variable: /^plugins\.security\.ssl\.http\.enabled$/i,
    means: truth({ encryption: 'required' }, { encryption: 'none' }),
  },
]

const KAFKA_LISTENERS: Setting['means'] = {
  plaintext: { encryption: 'none', auth: 'none' },
  sasl_plaintext: { encryption: 'none', auth: 'password' },
  ssl: { encryption: 'required' },
  sasl_ssl: { encryption: 'required', auth: 'password' },
}

/** Databases, caches, search, queues and stores of files. */
export const STORES: readonly Software[] = [
  {
    images:
      /(?:^|\/)(?:postgres|postgresql|postgis|pgvector|timescaledb|timescaledb-ha|edb-postgres-advanced)$/,
    title: 'PostgreSQL',
    kind: 'relational-database',
    ports: [[5432, 'postgresql']],
    defaults: [inClear('`ssl` is off'), asksForPasswords],
    settings: [
      { word: /^(?:-c|--)?ssl=(\w+)$/, means: truth({ encryption: 'optional' }, { encryption: 'none' }) },
      {
        word: /^(?:-c|--)?ssl_min_protocol_version='?([\w.]+)'?$/,
        means: {
          tlsv1: { versions: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] },
          'tlsv1.1': { versions: ['TLSv1.1', 'TLSv1.2', 'TLSv1.3'] },
          'tlsv1.2': { versions: ['TLSv1.2', 'TLSv1.3'] },
          'tlsv1.3': { versions: ['TLSv1.3'] },
        },
      },
      {
        variable: /^POSTGRESQL_ENABLE_TLS$/,
        means: truth({ encryption: 'optional' }, { encryption: 'none' }),
      },
      { variable: /^POSTGRES_HOST_AUTH_METHOD$/, means: { trust: { auth: 'none' } } },
      EMPTY_PASSWORD,
    ],
  },
  {
    images: /(?:^|\/)(?:mysql|mysql-server|percona|percona-server)$/,
    title: 'MySQL',
    kind: 'relational-database',
    ports: [[3306, 'mysql']],
    defaults: [
      { facts: { encryption: 'optional' }, what: 'it takes connections with and without TLS' },
      asksForPasswords,
    ],
    settings: MYSQL_SETTINGS,
  },
  {
    images: /(?:^|\/)(?:mariadb|mariadb-galera)$/,
    title: 'MariaDB',
    kind: 'relational-database',
    ports: [[3306, 'mysql']],
    defaults: [
      { ...inClear('it speaks no TLS before 11.4'), before: 11.004 },
      {
        facts: { encryption: 'optional' },
        what: 'it takes connections with and without TLS from 11.4 on',
        since: 11.004,
      },
      asksForPasswords,
    ],
    settings: MYSQL_SETTINGS,
  },
  {
    images: /(?:^|\/)mssql(?:\/server|-server.*)?$|(?:^|\/)azure-sql-edge$/,
    title: 'SQL Server',
    kind: 'relational-database',
    ports: [[1433, 'mssql']],
    defaults: [{ facts: { encryption: 'optional' }, what: 'encryption is not forced' }, asksForPasswords],
  },
  {
    images: /(?:^|\/)(?:oracle-xe|oracle-free|database\/(?:enterprise|express|free|standard).*)$/,
    title: 'Oracle Database',
    kind: 'relational-database',
    ports: [[1521, 'oracle']],
    defaults: [asksForPasswords],
  },
  {
    images: /(?:^|\/)cockroach$/,
    title: 'CockroachDB',
    kind: 'relational-database',
    ports: [[26257, 'postgresql']],
    defaults: [{ facts: { encryption: 'required', auth: 'certificate' }, what: 'it wants certificates' }],
    settings: [{ word: /^--(insecure)$/, means: { '*': { encryption: 'none', auth: 'none' } } }],
  },
  {
    images:
      /(?:^|\/)(?:mongo|mongodb|mongodb-community-server|mongodb-enterprise-server|percona-server-mongodb)$/,
    title: 'MongoDB',
    kind: 'document-store',
    ports: [[27017, 'mongodb']],
    defaults: [inClear('`net.tls.mode` is disabled'), asksNobody],
    settings: [
      {
        word: /^--(?:tls|ssl)Mode=(\w+)$/i,
        means: {
          disabled: { encryption: 'none' },
          allowtls: { encryption: 'optional' },
          allowssl: { encryption: 'optional' },
          prefertls: { encryption: 'optional' },
          preferssl: { encryption: 'optional' },
          requiretls: { encryption: 'required' },
          requiressl: { encryption: 'required' },
        },
      },
      { word: /^--(auth|keyFile=.+)$/, means: { '*': { auth: 'password' } } },
      {
        variable: /^(?:MONGO_INITDB_ROOT_USERNAME|MONGODB_ROOT_PASSWORD)(?:_FILE)?$/,
        means: { '': {}, '*': { auth: 'password' } },
      },
      { word: /^--(noauth)$/, means: { '*': { auth: 'none' } } },
      EMPTY_PASSWORD,
    ],
  },
  {
    images: /(?:^|\/)(?:redis|redis-stack|redis-stack-server|redis-cluster|valkey|keydb|dragonfly)$/,
    title: 'Redis',
    kind: 'cache',
    ports: [[6379, 'redis']],
    defaults: [inClear('it speaks no TLS'), asksNobody],
    settings: REDIS_SETTINGS,
  },
  {
    images: /(?:^|\/)memcached$/,
    title: 'Memcached',
    kind: 'cache',
    ports: [[11211, 'other']],
    defaults: [inClear('it speaks no TLS'), asksNobody],
    settings: [{ word: /^(-Z|--enable-ssl)$/, means: { '*': { encryption: 'required' } } }],
  },
  {
    images: /(?:^|\/)elasticsearch$/,
    title: 'Elasticsearch',
    kind: 'search-index',
    ports: [[9200, 'http']],
    defaults: [
      {
        facts: { encryption: 'required', auth: 'password' },
        what: 'from version 8 on it asks for TLS and a log-in',
        since: 8,
      },
      {
        facts: { encryption: 'none', auth: 'none' },
        what: 'before version 8 it asks neither for TLS nor for a log-in',
        before: 8,
      },
    ],
    settings: SEARCH_SETTINGS,
  },
  {
    images: /(?:^|\/)opensearch$/,
    title: 'OpenSearch',
    kind: 'search-index',
    ports: [[9200, 'http']],
    defaults: [
      {
        facts: { encryption: 'required', auth: 'password' },
        what: 'its security plugin asks for TLS and a log-in',
      },
    ],
    settings: SEARCH_SETTINGS,
  },
  {
    images: /(?:^|\/)solr$/,
    title: 'Apache Solr',
    kind: 'search-index',
    ports: [[8983, 'http']],
    defaults: [asksNobody],
    settings: [
      { variable: /^SOLR_SSL_ENABLED$/, means: truth({ encryption: 'required' }, { encryption: 'none' }) },
    ],
  },
  {
    images: /(?:^|\/)(?:cassandra|scylla)$/,
    title: 'Apache Cassandra',
    kind: 'key-value-store',
    ports: [[9042, 'other']],
    defaults: [inClear('`client_encryption_options` are not enabled'), asksNobody],
  },
  {
    images: /(?:^|\/)couchdb$/,
    title: 'Apache CouchDB',
    kind: 'document-store',
    ports: [[5984, 'http']],
    defaults: [{ ...asksForPasswords, since: 3 }],
  },
  {
    images: /(?:^|\/)neo4j$/,
    title: 'Neo4j',
    kind: 'document-store',
    ports: [
      [7687, 'other'],
      [7474, 'http'],
    ],
    defaults: [asksForPasswords, { ...inClear('Bolt speaks no TLS'), of: ['other'] }],
    settings: [{ variable: /^NEO4J_AUTH$/, means: { none: { auth: 'none' } } }],
  },
  {
    images: /(?:^|\/)clickhouse(?:-server)?$/,
    title: 'ClickHouse',
    kind: 'data-warehouse',
    ports: [
      [8123, 'http'],
      [9000, 'other'],
    ],
    defaults: [{ ...inClear('its native port speaks no TLS'), of: ['other'] }],
  },
  {
    images: /(?:^|\/)influxdb$/,
    title: 'InfluxDB',
    kind: 'data-warehouse',
    ports: [[8086, 'http']],
    settings: [{ word: /^--tls-cert=(.+)$/, means: { '*': { encryption: 'required' } } }],
  },
  {
    images: /(?:^|\/)etcd$/,
    title: 'etcd',
    kind: 'key-value-store',
    ports: [[2379, 'http']],
    settings: [
      { word: /^--cert-file=(.+)$/, means: { '*': { encryption: 'required' } } },
      { variable: /^ETCD_CERT_FILE$/, means: { '*': { encryption: 'required' } } },
      {
        word: /^--client-cert-auth(?:=(\w+))?$/,
        means: {
          '': { clientCertificates: 'required', auth: 'certificate' },
          ...truth({ clientCertificates: 'required', auth: 'certificate' }, { clientCertificates: 'none' }),
        },
      },
    ],
  },
  {
    images: /(?:^|\/)rabbitmq$/,
    title: 'RabbitMQ',
    kind: 'queue',
    ports: [
      [5672, 'amqp'],
      [15672, 'http'],
    ],
    defaults: [{ ...inClear('port 5672 speaks no TLS'), of: ['amqp'] }, asksForPasswords],
  },
  {
    images: /(?:^|\/)(?:kafka|cp-kafka|cp-server|redpanda)$/,
    title: 'Apache Kafka',
    kind: 'stream',
    ports: [[9092, 'kafka']],
    defaults: [inClear('listeners are PLAINTEXT'), asksNobody],
    settings: [
      {
        variable: /^(?:KAFKA|KAFKA_CFG)_(?:ADVERTISED_)?LISTENERS$/,
        within: /(SASL_SSL|SASL_PLAINTEXT|(?<![A-Z_])SSL|PLAINTEXT):\/\/[^,]*:9092/,
        means: KAFKA_LISTENERS,
      },
    ],
  },
  {
    images: /(?:^|\/)nats$/,
    title: 'NATS',
    kind: 'queue',
    ports: [[4222, 'other']],
    defaults: [inClear('it speaks no TLS'), asksNobody],
    settings: [
      { word: /^--(tls)$/, means: { '*': { encryption: 'required' } } },
      { word: /^--(?:user|auth|pass)=(.+)$/, means: { '*': { auth: 'password' } } },
    ],
  },
  {
    images: /(?:^|\/)(?:activemq|activemq-classic|activemq-artemis|artemis)$/,
    title: 'Apache ActiveMQ',
    kind: 'queue',
    ports: [
      [61616, 'other'],
      [5672, 'amqp'],
      [8161, 'http'],
    ],
    defaults: [{ ...inClear('its connectors speak no TLS'), of: ['other', 'amqp'] }],
  },
  {
    images: /(?:^|\/)minio$/,
    title: 'MinIO',
    kind: 'object-store',
    ports: [
      [9000, 'http'],
      [9001, 'http'],
    ],
    defaults: [{ facts: { auth: 'token' }, what: 'requests have to be signed' }],
    settings: [{ word: /^--certs-dir=(.+)$/, means: { '*': { encryption: 'required' } } }],
  },
  {
    images: /(?:^|\/)azurite$/,
    title: 'Azurite',
    kind: 'object-store',
    ports: [[10000, 'http']],
    settings: [{ word: /^--cert=(.+)$/, means: { '*': { encryption: 'required' } } }],
  },
  {
    images: /(?:^|\/)(?:samba|samba-ad-dc)$/,
    title: 'Samba',
    kind: 'file-share',
    ports: [[445, 'smb']],
  },
  {
    images: /(?:^|\/)(?:nfs-server|nfs-server-alpine|volume-nfs|nfs-ganesha)$/,
    title: 'NFS server',
    kind: 'file-share',
    ports: [[2049, 'nfs']],
  },
  { images: /^atmoz\/sftp$/, title: 'OpenSSH SFTP', kind: 'file-share', ports: [[22, 'sftp']] },
  {
    images: /(?:^|\/)(?:vsftpd|pure-ftpd|ftpd_server)$/,
    title: 'FTP server',
    kind: 'file-share',
    ports: [[21, 'ftp']],
  },
  {
    images: /(?:^|\/)(?:nextcloud|owncloud\/server|ocis)$/,
    title: 'Nextcloud',
    kind: 'file-share',
    ports: [[80, 'http']],
    defaults: [asksForPasswords],
  },
  {
    images: /(?:^|\/)(?:loki|graylog|splunk)$/,
    title: 'Log store',
    kind: 'log-store',
    ports: [],
  },
]
