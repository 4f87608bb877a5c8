/** How one mail server writes that a message came over TLS. */
interface MtaPhrase {
  readonly mta: string
  readonly phrase: RegExp
}

/**
 * One entry for each way in which mail servers write TLS into their Received header; groups are named `version` and
 * `cipher`. The header is one line of bounded length, and no phrase can match in more than one way. The order counts:
 * the more exact come first.
 */
export const TLS_PHRASES: readonly MtaPhrase[] = [
  {
    // smtpd_tls_received_header = yes; also Yandex, Stalwart, MessageLabs.
    mta: 'Postfix',
    phrase: /\(using (?<version>TLSv[\d.]{1,3}|SSLv[23]) with cipher (?<cipher>[\w-]{1,80})[ )]/i,
  },
  {
    // $tls_in_ver and $tls_in_cipher_std, from 4.93.
    mta: 'Exim',
    phrase: /\bwith e?smtps?a? ?\((?<version>TLS[\d.]{1,3}|SSL[\d.]{1,3})\) tls (?<cipher>[\w-]{1,80})/i,
  },
  {
    // OpenSMTPD writes the same with a fourth part: whether the client was verified.
    mta: 'Exim',
    phrase: /\((?<version>TLSv?[\d.]{1,3}|SSLv?[\d.]{1,3}):(?<cipher>[\w+.-]{1,80}):\d{1,4}(?::\w{1,4})?\)/i,
  },
  { mta: 'Exim', phrase: /\(Cipher (?<version>TLSv[\d.]{1,3}|SSLv[23]):(?<cipher>[\w-]{1,80}):\d{1,4}\)/i },
  {
    mta: 'Exim',
    phrase: /\(tls_cipher (?<version>TLS-[\d.]{1,3}|SSL-?[\d.]{1,3}):(?<cipher>[\w-]{1,80}):\d{1,4}\)/i,
  },
  {
    // sendmail, Gmail, Proofpoint, FortiMail, Haraka, purelymail; with commas Exchange, Microsoft 365 and Mimecast.
    mta: 'sendmail',
    phrase: /\(version=(?<version>[\w./]{1,20}),? cipher=(?<cipher>[\w-]{1,80})[ ,)]/i,
  },
  { mta: 'Exchange', phrase: /\bwith Microsoft SMTP Server \(TLS\)/i },
  {
    mta: 'Haraka',
    phrase: /\bwith E?SMTPSA? \((?<version>TLSv[\d.]{1,3})(?: with cipher (?<cipher>[\w-]{1,80}))?\)/i,
  },
  { mta: 'Haraka', phrase: /\bwith E?SMTPSA? id [\w.-]{1,80} [^()]{0,200}\btls (?<cipher>TLS_\w{1,80})/i },
  { mta: 'qmail', phrase: /\bwith \(?(?<cipher>[A-Z0-9][\w-]{4,80}) encrypted\)? E?SMTP/i },
  {
    // Courier; McAfee writes the same behind `with smtp`.
    mta: 'Courier',
    phrase: /\(TLS: (?<version>[\w./]{1,20}), ?\d{1,4}bits, ?(?<cipher>[\w-]{1,80})\)/i,
  },
  { mta: 'Cisco', phrase: /\bwith E?SMTP\/TLS\/(?<cipher>[\w-]{1,80})/i },
  { mta: 'Mimecast', phrase: /\bwith E?SMTP with STARTTLS\b/i },
  { mta: 'CommuniGate', phrase: /\bwith E?SMTP-TLS\b/i },
  { mta: 'MDaemon', phrase: /\bwith E?SMTPA? ?\(?(?:SSL|TLS)\b/i },
]

/** Keywords for a hop over TLS (RFC 3848; RFC 6531, 4.3; `SMTPS` is older). */
export const OVER_TLS = /^(?:UTF8)?(?:E?SMTP|LMTP)SA?$/i

/** Keywords for a hop of SMTP of which none says TLS. */
export const MAYBE_PLAIN = /^(?:UTF8)?E?SMTPA?$|^SMTPSVC$/i

/** What is no hop of mail between hosts: calls within a system, web mail, delivery into a mailbox, local queues. */
export const NO_HOP =
  /^(?:mapi|local|https?|httprest|http2|(?:UTF8)?LMTPA?|pop3?|imap4?|uucp|bsmtp|b-?smtp|submit|internal|nntp|(?:qmail|spam)-scanne[dr][\w.-]{0,20}|scanned|spool|pipe|rpc|jmap|sieve|stdio)$/i

/** TLS versions as mail servers write them; `TLSv1/SSLv3` names no version. */
export const tlsVersionOf = (text: string | undefined): string | undefined => {
  const match = /^(TLS|SSL)[v-]?([123])(?:[._]([0-3]))?$/i.exec(text ?? '')
  if (!match) return undefined
  const [, family = '', major = '', minor] = match
  return family.toUpperCase() === 'SSL' ? `SSLv${major}` : major === '1' ? `TLSv1.${minor ?? '0'}` : undefined
}
