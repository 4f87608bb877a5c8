import type { Dialogue } from './dialogue.js'
import { ftp } from './ftp.js'
import { imap } from './imap.js'
import { ldap } from './ldap.js'
import { mysql } from './mysql.js'
import { pop3 } from './pop3.js'
import { postgresql } from './postgresql.js'
import { smtp } from './smtp.js'
import { xmpp } from './xmpp.js'

/** The protocols that begin in clear and can ask for TLS. */
export const DIALOGUES: readonly Dialogue[] = [smtp, imap, pop3, ldap, postgresql, mysql, ftp, xmpp]

/** The dialogue of a protocol; `undefined` where TLS begins at once. */
export const dialogueOf = (protocol: string): Dialogue | undefined =>
  DIALOGUES.find((one) => one.protocol === protocol)
