// Generated from the folder by `npm run generate`; changes here are lost.

/** Every command by its id, loaded when it is asked for. */
export const COMMANDS = {
  'alternative:new': () => import('./commands/alternative/new.js'),
  ask: () => import('./commands/ask.js'),
  audit: () => import('./commands/audit.js'),
  baseline: () => import('./commands/baseline.js'),
  completion: () => import('./commands/completion.js'),
  diff: () => import('./commands/diff.js'),
  evidence: () => import('./commands/evidence.js'),
  explain: () => import('./commands/explain.js'),
  history: () => import('./commands/history/index.js'),
  'history:show': () => import('./commands/history/show.js'),
  'history:trend': () => import('./commands/history/trend.js'),
  'history:verify': () => import('./commands/history/verify.js'),
  import: () => import('./commands/import.js'),
  init: () => import('./commands/init.js'),
  loss: () => import('./commands/loss.js'),
  map: () => import('./commands/map.js'),
  message: () => import('./commands/message.js'),
  'probe:mail': () => import('./commands/probe/mail.js'),
  'probe:tls': () => import('./commands/probe/tls.js'),
  questions: () => import('./commands/questions.js'),
  report: () => import('./commands/report.js'),
  rules: () => import('./commands/rules.js'),
  schema: () => import('./commands/schema.js'),
  validate: () => import('./commands/validate.js'),
} as const
