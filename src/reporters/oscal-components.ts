import type { Report, ReportedSubject } from '../engine/report.js'
import { markdownText } from './escape.js'
import { propertiesOf, subjectUuid, TOOL_UUID } from './oscal-findings.js'

/** The tool itself, and everything that an observation speaks of, once. */
export function* componentsOf({ findings, tool }: Report): Generator<object> {
  yield {
    uuid: TOOL_UUID,
    type: 'software',
    title: 'hipaacheck',
    description: 'The tool that judged.',
    props: propertiesOf({ version: tool.version }),
    status: { state: 'operational' },
  }
  const seen = new Set<string>()
  for (const { subjects } of findings) {
    for (const subject of subjects) {
      const uuid = subjectUuid(subject)
      if (seen.has(uuid)) continue
      seen.add(uuid)
      yield componentOf(subject, uuid)
    }
  }
}

const componentOf = ({ kind, id, label, environment, count }: ReportedSubject, uuid: string): object => ({
  uuid,
  type: TYPES[kind] ?? 'system',
  title: markdownText(label) || 'subject',
  description: `${markdownText(kind)} ${markdownText(id)}`,
  props: propertiesOf({ kind, id, environment, count: String(count) }),
  status: { state: 'operational' },
})

/** What OSCAL calls the kinds of our subjects; what it has no word for is a system. */
const TYPES: Readonly<Record<string, string>> = {
  system: 'this-system',
  flow: 'interconnection',
  hop: 'interconnection',
  disclosure: 'interconnection',
  stream: 'interconnection',
  vendor: 'service',
  script: 'service',
  plan: 'plan',
  copy: 'process-procedure',
  alternative: 'policy',
}
