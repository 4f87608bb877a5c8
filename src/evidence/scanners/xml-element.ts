import { listOf, recordOf } from './values.js'

/** An element of XML as the reader of documents makes it, and the route that leads to it. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
  readonly at: readonly (string | number)[]
}

/** The root of an XML document, with routes; an element without a name for anything else. */
export const elementOf = (value: unknown, at: Element['at'] = []): Element => {
  const { name, attributes, children, text } = recordOf(value)
  return {
    name: typeof name === 'string' ? name : '',
    attributes: recordOf(attributes) as Record<string, string>,
    text: typeof text === 'string' ? text.trim() : '',
    at,
    get children() {
      return listOf(children).map((child, index) => elementOf(child, [...at, 'children', index]))
    },
  }
}

/** Elements of a name anywhere below, in order. */
export const descendants = (element: Element, name: string): readonly Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)])

/** The first child of a name. */
export const childOf = (element: Element, name: string): Element | undefined =>
  element.children.find((child) => child.name === name)
