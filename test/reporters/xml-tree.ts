/** An element of XML. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

/** Every character that XML 1.0 allows. */
const LEGAL = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u

/** Reads XML without comments, sections and declarations of types, and throws at whatever is not well-formed. */
export const xmlTree = (xml: string): XmlElement => {
  if (!LEGAL.test(xml)) throw new Error('a character that XML cannot hold')
  const root = element(xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, ''), 0)
  if (root.rest.trim() !== '') throw new Error(`after the end: ${root.rest.slice(0, 40)}`)
  return root.element
}

const element = (xml: string, depth: number): { element: XmlElement; rest: string } => {
  const opening = /^\s*<([a-z-]+)((?: [a-z]+="[^"<]*")*)>/.exec(xml)
  if (!opening || depth > 10) throw new Error(`no element: ${xml.slice(0, 80)}`)
  const [whole, name = '', attributes = ''] = opening
  const children: XmlElement[] = []
  let text = ''
  let rest = xml.slice(whole.length)
  for (;;) {
    const end = rest.indexOf('<')
    text += unescaped(rest.slice(0, end))
    rest = rest.slice(end)
    if (rest.startsWith(`</${name}>`)) break
    const child = element(rest, depth + 1)
    children.push(child.element)
    rest = child.rest
  }
  return {
    element: { name, attributes: attributesOf(attributes), children, text },
    rest: rest.slice(name.length + 3),
  }
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  )

const unescaped = (text: string): string => {
  if (text.includes(']]>')) throw new Error('the end of a section')
  return text.replace(/&[^;]*;?/g, (entity) => {
    const character = ENTITIES[entity]
    if (character === undefined) throw new Error(`no entity: ${entity}`)
    return character
  })
}
