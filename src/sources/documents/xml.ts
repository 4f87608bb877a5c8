import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { Problem } from '../../model/problem.js'
import { DEEPEST, type ReadDocument, type Route, tooDeep } from './document.js'
import type { SourceText } from './text.js'

/** An element of XML. Names are without prefix; text is that of the element itself, without that of its children. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

/** What a person would read in one element is shorter. */
const LONGEST_TEXT = 64 * 1024

interface Growing {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: Growing[]
  text: string
}

/**
 * Reads XML. Entities that a document declares itself are not expanded, and nothing outside of it is read: whoever uses
 * one has written something that is not read (CWE-776, CWE-611).
 */
export const xmlDocument = (source: SourceText): ReadDocument => {
  const read = readXml(source)
  if ('problem' in read) return { problems: [read.problem] }
  const { root, offsets } = read
  return {
    document: {
      file: source.file,
      digest: source.digest,
      format: 'xml',
      value: root,
      locate: (route) => source.placeAt(...(offsets.get(nearestElement(root, route)) ?? [0, 1])),
      sourceText: () => undefined,
      usedAt: () => undefined,
      line: source.line,
    },
  }
}

type Offsets = WeakMap<object, readonly [start: number, end: number]>

interface Reading {
  readonly source: SourceText
  readonly parser: SaxesParser<{ xmlns: true; position: false }>
  readonly offsets: Offsets
  readonly open: Growing[]
  root?: Growing
  problem?: Problem
}

const readXml = (
  source: SourceText,
): { readonly root: Growing; readonly offsets: Offsets } | { readonly problem: Problem } => {
  const parser = new SaxesParser({ xmlns: true, position: false } as const)
  const reading: Reading = { source, parser, offsets: new WeakMap(), open: [] }
  parser.on('error', ({ message }) => {
    reading.problem ??= notXml(message, source, parser.position)
  })
  parser.on('doctype', (text) => {
    if (/<!ENTITY/i.test(text)) reading.problem ??= declaresEntities(source, parser.position)
  })
  listen(reading)
  for (let at = 0; at < source.text.length && !reading.problem; at += CHUNK)
    parser.write(source.text.slice(at, at + CHUNK))
  if (!reading.problem) parser.close()
  const { root, offsets, problem } = reading
  if (problem) return { problem }
  return root ? { root, offsets } : { problem: notXml('there is no element', source, 0) }
}

const listen = (reading: Reading): void => {
  const { source, parser, offsets, open } = reading
  let start = 0
  parser.on('opentagstart', () => {
    start = source.text.lastIndexOf('<', parser.position - 1)
  })
  parser.on('opentag', (tag) => {
    if (open.length > DEEPEST) reading.problem ??= tooDeep(source.placeAt(start))
    const element: Growing = { name: tag.local, attributes: attributesOf(tag), children: [], text: '' }
    offsets.set(element, [start, parser.position])
    open.at(-1)?.children.push(element)
    reading.root ??= element
    open.push(element)
  })
  const addText = (text: string): void => {
    const element = open.at(-1)
    if (element && element.text.length < LONGEST_TEXT) element.text += text.slice(0, LONGEST_TEXT)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    open.pop()
  })
}

/** A part of a document is looked at before the next is read, so that what is wrong is found early. */
const CHUNK = 64 * 1024

const attributesOf = ({ attributes }: SaxesTagNS): Record<string, string> =>
  Object.fromEntries(Object.values(attributes).map(({ local, value }) => [local, value]))

/** Routes lead through `children` by index. */
const nearestElement = (root: Growing, route: Route): Growing => {
  let element = root
  for (const step of route) {
    if (typeof step !== 'number') continue
    const next = element.children[step]
    if (!next) return element
    element = next
  }
  return element
}

const notXml = (message: string, source: SourceText, offset: number): Problem => ({
  code: 'not-xml',
  message: `this is no sound XML: ${message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}`,
  place: source.placeAt(Math.max(0, offset - 1)),
})

const declaresEntities = (source: SourceText, offset: number): Problem => ({
  code: 'not-xml',
  message: 'this XML declares entities of its own, which are not read',
  expected: 'the result of a scanner as it wrote it',
  place: source.placeAt(Math.max(0, offset - 1)),
})
