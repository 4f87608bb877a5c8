import type { Fact } from '../model/fact.js'
import type { Subject } from '../model/subjects/subject.js'

/** Whether somebody signed for a statement, in date and with a document: the reason for it is on file. */
export const isAttested = ({ path, value }: Fact<unknown>, { infrastructure }: Subject): boolean =>
  value !== undefined && infrastructure.rankOf(path) === 'attested'
