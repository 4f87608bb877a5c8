import type { Reporter } from './reporter.js'

/** Every format by its name; a reporter is loaded when it is asked for. */
const REPORTERS = {
  pretty: async () => (await import('./pretty/pretty.js')).pretty,
  markdown: async () => (await import('./markdown/markdown.js')).markdown,
  html: async () => (await import('./html/html.js')).html,
  json: async () => (await import('./json.js')).json,
  sarif: async () => (await import('./sarif.js')).sarif,
  junit: async () => (await import('./junit.js')).junit,
  github: async () => (await import('./github.js')).github,
  'github-summary': async () => (await import('./github-summary.js')).githubSummary,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
  csv: async () => (await import('./csv.js')).csv,
  oscal: async () => (await import('./oscal.js')).oscal,
} as const satisfies Record<string, () => Promise<Reporter>>

export type Format = keyof typeof REPORTERS

/** The names of all formats, the default first. */
export const FORMATS = Object.keys(REPORTERS) as Format[]

/** Loads the reporter of a format. */
export const reporterOf = (format: Format): Promise<Reporter> => REPORTERS[format]()
