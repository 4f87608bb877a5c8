const ENDS = (receiver: string) => `
    vendors: [{ id: lab }, { id: host, responsibilities: { transmission: vendor } }]
    tlsPolicies: { old: { versions: [TLSv1.0], cipherSuites: [TLS_RSA_WITH_NULL_SHA, TLS_RSA_WITH_3DES_EDE_CBC_SHA] } }
    assets:
      - { id: app, kind: server, ephi: [processes] }
      ${receiver}`

const FLOW = (to: string, encryption: string, more: string) => `
    flows: [{ id: send, from: app, to: ${to}, carries: ephi, encryption: { ${encryption} } ${more} }]`

/** A flow of ePHI, `send`, to a vendor without an endpoint: what it states itself is all there is. */
export const flowOut = (encryption: string, more = ''): string =>
  `${ENDS('')}${FLOW('lab', encryption, more)}`

/** The same to an endpoint of ours, `ehr/443`, which states something as well. */
export const flowIn = (encryption: string, endpoint: string, asset = ''): string => `
    ${ENDS(`- { id: ehr, kind: server, ephi: [stores] ${asset}, endpoints: [{ port: 443, ${endpoint} }] }`)}
    ${FLOW('ehr', encryption, '')}`
