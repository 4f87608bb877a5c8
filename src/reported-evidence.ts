import type { ReportedEvidence, ReportedObservation } from './engine/report.js'
import type { ObservedThing } from './evidence/evidence.js'
import type { Unused } from './sources/evidence/observed-layers.js'
import type { ReadEvidence } from './sources/evidence/read-evidence.js'

/** What became of observations, as reports say it; what they cleared is found out by judging. */
export const reportedEvidence = ({
  files,
  options,
  used,
  notProven,
  notUsed,
}: ReadEvidence): Omit<ReportedEvidence, 'cleared'> => ({
  files: files.map(({ document, tool, observations }) => ({
    file: document.file,
    tool: tool.version === undefined ? tool.name : `${tool.name} ${tool.version}`,
    observations: observations.length,
  })),
  maxAge: options.maxAgeText,
  used: used.length,
  notProven: notProven.map(reported),
  notUsed: notUsed.map(reported),
})

const reported = ({ read: { observation, document, at }, why }: Unused): ReportedObservation => ({
  about: thingText(observation.about),
  observedAt: observation.observedAt,
  how: observation.how,
  why,
  place: document.locate(at),
})

/** What an observation is of, in few words. */
export const thingText = (thing: ObservedThing): string => {
  switch (thing.kind) {
    case 'endpoint':
      return `${thing.host.includes(':') ? `[${thing.host}]` : thing.host}:${thing.port}`
    case 'mail-domain':
      return thing.domain
    case 'asset':
      return thing.address ?? thing.id ?? 'an asset without a name'
    case 'message':
      return thing.messageId === undefined ? 'a message' : `message ${thing.messageId}`
  }
}
