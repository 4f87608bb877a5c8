import { SCANNERS } from '../../evidence/scanners/index.js'
import type { Scanner } from '../../evidence/scanners/scanner.js'
import type { Problem } from '../../model/problem.js'
import type { Candidate } from '../candidate.js'
import type { ReadDocument } from '../documents/document.js'
import type { SourceText } from '../documents/text.js'
import { type XmlElement, xmlDocument } from '../documents/xml.js'

/** How a file of evidence is written: as our own schema says, or as another scanner does. */
export type EvidenceFormat = 'own' | Scanner

/** A file whose format is known, and what was read to tell it. */
export interface KnownEvidence {
  readonly format: EvidenceFormat
  /** Read already, where telling the format took reading. */
  readonly read?: ReadDocument
}

/** The format of a file of evidence, by its content; `undefined` for what is none. */
export const evidenceFormatOf = (candidate: Candidate): KnownEvidence | undefined => {
  const known = KNOWN.get(candidate.bytes) ?? { its: formatOf(candidate) }
  KNOWN.set(candidate.bytes, known)
  return known.its
}

/** A large file is not looked at twice. */
const KNOWN = new WeakMap<Uint8Array, { readonly its: KnownEvidence | undefined }>()

const formatOf = (candidate: Candidate): KnownEvidence | undefined => {
  if ('problem' in candidate.text) return undefined
  const { source } = candidate.text
  if (/^\s*</.test(source.text)) return xmlFormatOf(source)
  const { json, keys } = candidate
  if (keys.has('evidenceVersion')) return { format: 'own' }
  if (json === undefined) return undefined
  const format = SCANNERS.find((scanner) => scanner.format === 'json' && scanner.recognises(json))
  return format && { format }
}

/** What is XML, and of no scanner that is known, is said to be so: nothing else that is read is XML. */
const xmlFormatOf = (source: SourceText): KnownEvidence => {
  const read = xmlDocument(source)
  const root = 'document' in read ? read.document.value : undefined
  const format = SCANNERS.find((scanner) => scanner.format === 'xml' && scanner.recognises(root))
  if (format) return { format, read }
  if ('problems' in read) return { format: 'own', read }
  return { format: 'own', read: { problems: [unknownXml(root as XmlElement, source)] } }
}

const unknownXml = ({ name }: XmlElement, source: SourceText): Problem => ({
  code: 'unknown-format',
  message: `the XML of \`${name}\` is of no scanner that is known`,
  expected: 'sslscan (`--xml`), or OpenSCAP (`--results`, `--results-arf`)',
  place: source.placeAt(Math.max(0, source.text.indexOf('<'))),
})
