const PORTS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    http: 80,
    https: 443,
    mllp: 2575,
    dicom: 2762,
    syslog: 6514,
    amqp: 5671,
    mongodb: 27017,
    redis: 6379,
    kafka: 9093,
    smtp: 25,
    imap: 143,
    pop3: 110,
    ldap: 389,
    postgresql: 5432,
    mysql: 3306,
    ftp: 21,
    xmpp: 5222,
  }),
)

/** Where a protocol over TLS, or one that can ask for it, is spoken if no port is said (IANA, service names and ports). */
export const usualPort = (protocol: string | undefined): number | undefined => PORTS.get(protocol ?? '')
