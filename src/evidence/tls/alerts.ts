/** Alerts by number (TLS Alerts, RFC 8446, 6). */
const ALERTS: Readonly<Record<number, string>> = {
  0: 'close_notify',
  10: 'unexpected_message',
  20: 'bad_record_mac',
  21: 'decryption_failed',
  22: 'record_overflow',
  30: 'decompression_failure',
  40: 'handshake_failure',
  41: 'no_certificate',
  42: 'bad_certificate',
  43: 'unsupported_certificate',
  44: 'certificate_revoked',
  45: 'certificate_expired',
  46: 'certificate_unknown',
  47: 'illegal_parameter',
  48: 'unknown_ca',
  49: 'access_denied',
  50: 'decode_error',
  51: 'decrypt_error',
  60: 'export_restriction',
  70: 'protocol_version',
  71: 'insufficient_security',
  80: 'internal_error',
  86: 'inappropriate_fallback',
  90: 'user_canceled',
  100: 'no_renegotiation',
  109: 'missing_extension',
  110: 'unsupported_extension',
  111: 'certificate_unobtainable',
  112: 'unrecognized_name',
  113: 'bad_certificate_status_response',
  114: 'bad_certificate_hash_value',
  115: 'unknown_psk_identity',
  116: 'certificate_required',
  120: 'no_application_protocol',
  121: 'ech_required',
}

/** The name of an alert. */
export const alertName = (code: number): string => ALERTS[code] ?? `alert ${code}`

/** What alerts say that are not about the hello: that the connection ends, or that something else went wrong. */
const UNRELATED: ReadonlySet<number> = new Set([0, 80, 90])

/** Whether an alert need not mean that the same hello is refused again (RFC 8446, 6). */
export const isUnrelated = (code: number | undefined): boolean => code !== undefined && UNRELATED.has(code)

/** A server says that the fallback was not needed (RFC 7507). */
export const INAPPROPRIATE_FALLBACK = 86
/** A server does not speak the version. */
export const PROTOCOL_VERSION = 70
/** A warning that a handshake may go on after (RFC 6066, 3). */
export const UNRECOGNIZED_NAME = 112
