// The script of the HTML report. Text from the findings only ever becomes text: the one
// place that takes markup is what diff2html makes of a diff, and it escapes its input.
;(() => {
  const data = JSON.parse(document.getElementById('data').textContent)
  const storageKey = `gomend-marks-${data.id}`
  const marks = new Map(Object.entries(storedMarks()))
  const narrow = matchMedia('(max-width: 700px)')
  const cards = data.findings.map(card)
  const predicates = new Map()
  let current = -1

  document.getElementById('totals').textContent = data.totals
  const list = document.getElementById('findings')
  list.append(...cards)
  drawFilters()
  drawFooter()
  const filters = [...document.querySelectorAll('#filters [data-filter]')]
  const search = document.querySelector('#filters input')
  const shownCount = document.getElementById('shown')
  applyFilters()

  // Diffs are drawn when they come near the window: thousands of them open at once.
  const nearby = new IntersectionObserver(
    entries => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue
        nearby.unobserve(entry.target)
        drawDiffs(entry.target)
      }
    },
    { rootMargin: '800px' },
  )
  for (const element of cards) nearby.observe(element)
  narrow.addEventListener('change', () => {
    for (const element of cards.filter(({ dataset }) => dataset.drawn)) drawDiffs(element)
  })

  function card(finding, index) {
    const { fix } = finding
    const place = `${finding.path}:${finding.line}`
    const article = make('article', { tabIndex: -1 })
    article.dataset.index = index
    const heading = make('h2', {}, [
      make('span', { className: 'place', textContent: place }),
      badge(finding.transform, ''),
      badge(finding.status, finding.status),
    ])
    if (fix) heading.append(badge(fix.safety === 'safe' ? 'safe' : 'needs review', fix.safety))
    article.append(heading, make('p', { textContent: finding.message }))
    if (fix) article.append(make('p', { textContent: `Fix: ${fix.title}` }))
    if (fix?.caution)
      article.append(make('p', { className: 'caution', textContent: `Look at: ${fix.caution}` }))
    if (finding.reason) article.append(make('p', { className: 'reason', textContent: finding.reason }))
    if (fix?.proof.length)
      article.append(
        make(
          'ul',
          {},
          fix.proof.map(textContent => make('li', { textContent })),
        ),
      )
    for (const textContent of compileStatus(finding.compiled))
      article.append(make('p', { className: 'compiled', textContent }))
    article.append(make('div', { className: 'diffs' }))
    if (isOpen(finding)) article.append(answerButtons(finding))
    return article
  }

  function compileStatus(compiled) {
    if (!compiled) return []
    const { platforms, unverifiedOn, cautions } = compiled
    return [
      `Compiles on ${platforms.join(', ')}`,
      ...unverifiedOn.map(line => `Not compiled on ${line}`),
      ...cautions,
    ]
  }

  /** Reports whether there is something to decide. */
  function isOpen({ fix, status }) {
    return fix !== undefined && status !== 'fixed'
  }

  function answerButtons(finding) {
    const buttons = [
      ['accepted', 'Accept'],
      ['declined', 'Decline'],
    ].map(([answer, textContent]) => {
      const button = make('button', { type: 'button', textContent })
      button.dataset.answer = answer
      button.addEventListener('click', () =>
        mark(finding, marks.get(finding.fingerprint) === answer ? undefined : answer),
      )
      button.setAttribute('aria-pressed', String(marks.get(finding.fingerprint) === answer))
      return button
    })
    return make('div', { className: 'answers' }, buttons)
  }

  function mark(finding, answer) {
    if (!isOpen(finding)) return
    if (answer) marks.set(finding.fingerprint, answer)
    else marks.delete(finding.fingerprint)
    for (const button of cards[data.findings.indexOf(finding)].querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button.dataset.answer === answer))
    try {
      localStorage.setItem(storageKey, JSON.stringify(Object.fromEntries(marks)))
    } catch {
      // A browser may keep nothing for a local file; the marks still download.
    }
    countMarks()
  }

  function storedMarks() {
    try {
      return JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    } catch {
      return {}
    }
  }

  function drawDiffs(article) {
    article.dataset.drawn = 'yes'
    const { diffs } = data.findings[article.dataset.index]
    article.querySelector('.diffs').replaceChildren(
      ...diffs.flatMap(({ path, diff }) => {
        const drawn = make('div')
        drawn.innerHTML = globalThis.Diff2Html.html(diff, {
          drawFileList: false,
          matching: 'words',
          outputFormat: narrow.matches ? 'line-by-line' : 'side-by-side',
          colorScheme: 'auto',
        })
        return diffs.length > 1 ? [make('div', { className: 'path', textContent: path }), drawn] : [drawn]
      }),
    )
  }

  function drawFilters() {
    const bar = document.getElementById('filters')
    bar.append(
      filter('transform', ({ transform }) => transform),
      filter('safety', ({ fix }) => (fix ? (fix.safety === 'safe' ? 'safe' : 'needs review') : 'no fix')),
      filter('package', finding => finding.package),
      filter('status', ({ status }) => status),
    )
    const text = make('input', { type: 'search', placeholder: 'path or message' })
    text.addEventListener('input', applyFilters)
    bar.append(make('label', { textContent: 'search' }, [text]))
    const download = make('button', { type: 'button', id: 'download', textContent: 'Download answers' })
    download.addEventListener('click', downloadAnswers)
    bar.append(download, make('span', { id: 'shown', role: 'status' }))
  }

  function filter(name, of) {
    const select = make('select', {}, [new Option('all', '')])
    for (const value of [...new Set(data.findings.map(of))].sort()) select.append(new Option(value, value))
    select.dataset.filter = name
    select.ariaLabel = name
    predicates.set(select, finding => select.value === '' || of(finding) === select.value)
    select.addEventListener('change', applyFilters)
    return make('label', { textContent: name }, [select])
  }

  function applyFilters() {
    const wanted = search.value.toLowerCase()
    for (const [index, finding] of data.findings.entries()) {
      const text = `${finding.path} ${finding.message}`.toLowerCase()
      cards[index].hidden = !(
        text.includes(wanted) && filters.every(select => predicates.get(select)(finding))
      )
    }
    countMarks()
  }

  function countMarks() {
    const shown = cards.filter(element => !element.hidden).length
    shownCount.textContent = `${shown} of ${cards.length} shown, ${marks.size} marked`
  }

  function downloadAnswers() {
    const file = { version: 1, answers: Object.fromEntries([...marks].sort()) }
    const blob = new Blob([`${JSON.stringify(file, undefined, 2)}\n`], { type: 'application/json' })
    const link = make('a', { href: URL.createObjectURL(blob), download: 'gomend-answers.json' })
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }

  function drawFooter() {
    const footer = document.getElementById('footer')
    for (const { path, message } of data.problems)
      footer.append(make('p', { textContent: `Could not be read: ${path}: ${message}` }))
    for (const note of data.notes) footer.append(make('p', { textContent: note }))
    const keys = [
      ['j', 'next'],
      ['k', 'previous'],
      ['a', 'accept'],
      ['d', 'decline'],
      ['u', 'take the mark away'],
      ['/', 'search'],
    ]
    footer.append(
      make(
        'p',
        {},
        keys.flatMap(([key, does]) => [make('kbd', { textContent: key }), ` ${does} `]),
      ),
      make('p', { textContent: 'Marked answers download as a file for gomend fix --answers.' }),
    )
  }

  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target.matches('input, select')) {
      if (event.key === 'Escape') event.target.blur()
      return
    }
    const finding = data.findings[current]
    if (event.key === 'j') move(1)
    else if (event.key === 'k') move(-1)
    else if (event.key === '/') search.focus()
    else if (event.key === 'a' && finding) mark(finding, 'accepted')
    else if (event.key === 'd' && finding) mark(finding, 'declined')
    else if (event.key === 'u' && finding) mark(finding, undefined)
    else return
    event.preventDefault()
  })

  list.addEventListener('focusin', event => {
    const article = event.target.closest('article')
    if (article) current = Number(article.dataset.index)
  })

  function move(step) {
    for (let index = current + step; cards[index]; index += step) {
      if (cards[index].hidden) continue
      current = index
      cards[index].focus({ preventScroll: true })
      cards[index].scrollIntoView({ block: 'start' })
      return
    }
  }

  function badge(textContent, kind) {
    const span = make('span', { className: 'badge', textContent })
    span.dataset.kind = kind
    return span
  }

  function make(tag, properties = {}, children = []) {
    const element = Object.assign(document.createElement(tag), properties)
    element.append(...children)
    return element
  }
})()
