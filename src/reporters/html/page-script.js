// The script of the page: the theme, and the filters. It reads what stands in the page, and makes no mark-up of it.

const root = document.documentElement
const form = document.getElementById('filters')

/** Reads or keeps the theme; a page that is opened from disk may not be allowed to. */
const kept = (theme) => {
  try {
    if (theme === undefined) return localStorage.getItem('hipaacheck-theme') ?? ''
    localStorage.setItem('hipaacheck-theme', theme)
  } catch {}
  return ''
}

const THEMES = { '': 'system', light: 'light', dark: 'dark' }

const startTheme = () => {
  const button = document.getElementById('theme')
  const show = (theme) => {
    if (theme === '') delete root.dataset.theme
    else root.dataset.theme = theme
    button.textContent = `Theme: ${THEMES[theme]}`
  }
  const names = Object.keys(THEMES)
  show(names.includes(kept()) ? kept() : '')
  button.hidden = false
  button.addEventListener('click', () => {
    const next = names[(names.indexOf(root.dataset.theme ?? '') + 1) % names.length]
    kept(next)
    show(next)
  })
}

/** What there is to filter, read once. Texts are read when somebody first searches. */
const readRules = () =>
  [...document.querySelectorAll('section.rule')].map((section) => {
    const findings = [...section.querySelectorAll('article.finding')].map((element) => ({
      element,
      things: element.dataset.things.split(' '),
      text: undefined,
    }))
    const { severity, outcome, module, paragraphs } = section.dataset
    return {
      section,
      findings,
      severity,
      outcome,
      module,
      paragraphs: paragraphs.split(' '),
      text: undefined,
    }
  })

/** The words that every finding of a rule shares. */
const sharedText = (rule) => {
  rule.text ??= [...rule.section.querySelectorAll(':scope > :not(article)')]
    .map((element) => element.textContent)
    .join(' ')
    .toLowerCase()
  return rule.text
}

const ownText = (finding) => {
  finding.text ??= finding.element.textContent.toLowerCase()
  return finding.text
}

const wanted = () => {
  const data = new FormData(form)
  return {
    severities: new Set(data.getAll('severity')),
    outcomes: new Set(data.getAll('outcome')),
    module: data.get('module'),
    paragraph: data.get('paragraph'),
    thing: data.get('thing').trim().toLowerCase(),
    words: data.get('text').toLowerCase().split(/\s+/).filter(Boolean),
  }
}

const ruleFits = (rule, { severities, outcomes, module, paragraph }) =>
  severities.has(rule.severity) &&
  outcomes.has(rule.outcome) &&
  (module === '' || rule.module === module) &&
  (paragraph === '' || rule.paragraphs.includes(paragraph))

const findingFits = (rule, finding, { thing, words }) =>
  (thing === '' || finding.things.some((name) => name.toLowerCase().includes(thing))) &&
  words.every((word) => sharedText(rule).includes(word) || ownText(finding).includes(word))

const apply = (rules, total) => {
  const filter = wanted()
  let shown = 0
  for (const rule of rules) {
    let inRule = 0
    if (ruleFits(rule, filter))
      for (const finding of rule.findings) {
        const fits = findingFits(rule, finding, filter)
        if (finding.element.hidden === fits) finding.element.hidden = !fits
        if (fits) inRule++
      }
    if (rule.section.hidden === inRule > 0) rule.section.hidden = inRule === 0
    shown += inRule
  }
  document.getElementById('shown').textContent =
    `${shown.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} findings`
}

/** More names than this nobody picks from a list. */
const MOST_THINGS = 1000

const offerThings = (rules) => {
  const names = new Set(rules.flatMap(({ findings }) => findings.flatMap(({ things }) => things)))
  const options = [...names]
    .filter((name) => name !== '')
    .sort()
    .slice(0, MOST_THINGS)
    .map((name) => {
      const option = document.createElement('option')
      option.value = name
      return option
    })
  document.getElementById('things').append(...options)
}

const startFilters = () => {
  const rules = readRules()
  const total = rules.reduce((sum, { findings }) => sum + findings.length, 0)
  const run = () => apply(rules, total)
  let waiting
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(run, 60)
  })
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('reset', () => setTimeout(run))
  document.addEventListener('click', ({ target }) => {
    const link = target.closest('a[data-filter]')
    if (!link) return
    form.reset()
    form.elements.namedItem(link.dataset.filter).value = link.dataset.value
    run()
  })
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!target?.closest('[hidden]')) return
    form.reset()
    run()
    target.scrollIntoView()
  }
  addEventListener('hashchange', reveal)
  form.hidden = false
  offerThings(rules)
  run()
}

/** Paper cannot be opened: what belongs on it is opened for it, and closed again. */
const startPrinting = () => {
  let opened = []
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details.paper:not([open])')]
    for (const details of opened) details.open = true
  })
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false
  })
}

startTheme()
startPrinting()
if (form) startFilters()
