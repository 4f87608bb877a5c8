import type { Report } from '../engine/report.js'

/** What a terminal can show; reports in files have neither colour nor an end of the line. */
export interface RenderOptions {
  readonly color: boolean
  /** Columns to fill. */
  readonly columns: number
}

/** Makes text of a report, piece by piece. It reads nothing else and decides nothing. */
export interface Reporter {
  readonly id: string
  readonly title: string
  /** Of a file that holds it, without the dot. */
  readonly extension: string
  render(report: Report, options: RenderOptions): Generator<string>
}
