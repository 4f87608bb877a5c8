import type { DataFlowMap } from '../engine/report.js'

/** Draws a map under a title, as a whole text. */
export type MapDrawer = (map: DataFlowMap, title: string) => string

/** Every format by its name; what draws it is loaded when it is asked for. */
const DRAWERS = {
  mermaid: async () => (await import('./mermaid.js')).mermaidMap,
  svg: async () => (await import('./svg.js')).svgMap,
  dot: async () => (await import('./dot.js')).dotMap,
} as const satisfies Record<string, () => Promise<MapDrawer>>

export type MapFormat = keyof typeof DRAWERS

/** The names of all formats, the default first. */
export const MAP_FORMATS = Object.keys(DRAWERS) as MapFormat[]

/** Loads what draws a format. */
export const drawerOf = (format: MapFormat): Promise<MapDrawer> => DRAWERS[format]()
