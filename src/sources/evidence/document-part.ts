import type { Document, Route } from '../documents/document.js'

/** A part of a document as a document of its own, whose places are those of the whole. */
export const documentPart = (document: Document, route: Route, value: unknown): Document => ({
  ...document,
  value,
  locate: (below, part) => document.locate([...route, ...below], part),
  sourceText: (below) => document.sourceText([...route, ...below]),
  usedAt: (below) => document.usedAt([...route, ...below]),
})

/** What stands at a route of plain data. */
export const valueAt = (value: unknown, route: Route): unknown =>
  route.reduce<unknown>(
    (found, step) => (typeof found === 'object' && found !== null ? (found as never)[step] : undefined),
    value,
  )
