import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunResult } from '../../src/engine/types.ts'
import { htmlReport } from '../../src/report/html.ts'
import { browserPath, launchBrowser } from './browser.ts'
import { manyFindings } from './many.ts'
import { foundFix, foundRefusal, placed, resultOf } from './sample.ts'

const attack = '</script><script>globalThis.pwned = 1</script><img src=x onerror="globalThis.pwned = 2">'
const one = { path: 'a/a.go', text: `package a\n\nvar one = header.Len // ${attack}\nvar two = header.Cap\n` }
const two = { path: `b/${attack.replaceAll('/', '∕')}.go`, text: 'package b\n\nvar k = string(raw)\n' }
const safe = foundFix(one, [['header.Len', 'len(b)']], { message: `reads ${attack}`, fingerprint: 'one' })
const risky = foundFix(one, [['header.Cap', `cap("${attack}")`]], {
  caution: attack,
  transform: 'cap-header',
  fingerprint: 'two',
})
const refusal = foundRefusal(two, 'string(raw)', `ranged over ${attack}`)
const result = resultOf(
  [
    {
      ...placed(one, safe),
      status: 'proposed',
      finding: safe,
      verdict: { status: 'verified', platforms: ['linux/amd64'], unverifiedOn: [attack], cautions: [] },
    },
    { ...placed(one, risky), status: 'declined', finding: risky, reason: attack },
    { ...placed(two, refusal), status: 'refused', finding: refusal, reason: refusal.refusal },
  ],
  {
    sources: new Map([one, two].map(source => [source.path, source])),
    problems: [{ path: attack, message: attack }],
    notes: [attack],
  },
)

test('the page loads nothing from elsewhere', () => {
  const page = htmlReport(result)
  expect(page).not.toMatch(/<(script|link|img|iframe)\b[^>]*\b(src|href)=/)
  expect(page).not.toMatch(/@import|url\(\s*['"]?https?:/)
  expect(page.match(/<script/g)).toHaveLength(3)
})

describe.skipIf(!browserPath)('in a browser (skipped without chromium)', () => {
  let browser: Browser
  let directory: string

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'gomend-html-'))
    browser = await launchBrowser()
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    rmSync(directory, { recursive: true })
  })

  async function open(run: RunResult, options: Parameters<Browser['newPage']>[0] = {}) {
    const path = join(directory, 'report.html')
    writeFileSync(path, htmlReport(run))
    const page = await browser.newPage(options)
    page.setDefaultTimeout(5000)
    const complaints: string[] = []
    page.on('console', message => complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(String(error)))
    page.on('request', request => {
      if (!/^(file|blob):/.test(request.url())) complaints.push(`asked for ${request.url()}`)
    })
    await page.goto(pathToFileURL(path).href)
    return { page, complaints }
  }

  const shown = (page: Page) => page.locator('article:visible')

  test('findings are shown side by side, and nothing in them runs', async () => {
    const { page, complaints } = await open(result)
    await expect.poll(() => page.locator('.d2h-code-side-line').count()).toBeGreaterThan(0)
    expect(await shown(page).count()).toBe(3)
    expect(await page.locator('article').first().textContent()).toContain(`reads ${attack}`)
    expect(
      await page.locator('article').first().locator('.d2h-ins .d2h-code-line-ctn').first().textContent(),
    ).toContain('len(b)')
    expect(await page.locator('.compiled').allTextContents()).toEqual([
      'Compiles on linux/amd64',
      `Not compiled on ${attack}`,
    ])
    expect(await page.locator('img').count()).toBe(0)
    expect(await page.evaluate('globalThis.pwned')).toBeUndefined()
    expect(complaints).toEqual([])
    await page.close()
  })

  test.each([
    ['transform', 'cap-header', 1],
    ['safety', 'safe', 1],
    ['safety', 'no fix', 1],
    ['package', 'a', 2],
    ['status', 'refused', 1],
  ])('filters by %s "%s"', async (name, value, count) => {
    const { page } = await open(result)
    await page.getByLabel(name, { exact: true }).selectOption(value)
    expect(await shown(page).count()).toBe(count)
    expect(await page.getByRole('status').textContent()).toBe(`${count} of 3 shown, 0 marked`)
    await page.close()
  })

  test('marks are made by keys and buttons, kept, and downloaded as an answers file', async () => {
    const { page } = await open(result)
    await page.keyboard.press('j')
    await page.keyboard.press('a')
    await page.keyboard.press('j')
    await page.keyboard.press('d')
    await page.keyboard.press('k')
    expect(await page.getByRole('status').textContent()).toBe('3 of 3 shown, 2 marked')
    expect(await page.evaluate('document.activeElement.dataset.index')).toBe('0')
    await page.getByRole('button', { name: 'Decline' }).nth(1).click() // takes the mark away
    await page.getByRole('button', { name: 'Accept' }).nth(1).click()
    await page.reload()
    expect(await page.getByRole('button', { name: 'Accept', pressed: true }).count()).toBe(2)

    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download answers' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('gomend-answers.json')
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toEqual({
      version: 1,
      answers: { one: 'accepted', two: 'accepted' },
    })
    await page.close()
  })

  test('a refused finding cannot be marked', async () => {
    const { page } = await open(result)
    expect(await page.locator('article').nth(2).getByRole('button').count()).toBe(0)
    for (const key of ['j', 'j', 'j', 'a']) await page.keyboard.press(key)
    expect(await page.getByRole('status').textContent()).toBe('3 of 3 shown, 0 marked')
    await page.close()
  })

  test('follows the colours the reader prefers', async () => {
    const background = async (colorScheme: 'light' | 'dark') => {
      const { page } = await open(result, { colorScheme })
      const colour = await page.evaluate('getComputedStyle(document.body).backgroundColor')
      await page.close()
      return colour
    }
    expect(await background('light')).toBe('rgb(255, 255, 255)')
    expect(await background('dark')).toBe('rgb(13, 17, 23)')
  })

  test('fits a phone: no scrolling sideways, diffs line by line', async () => {
    const { page } = await open(result, { viewport: { width: 390, height: 800 } })
    await expect.poll(() => page.locator('.d2h-diff-table').count()).toBeGreaterThan(0)
    expect(await page.locator('.d2h-code-side-line').count()).toBe(0)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    const heights = "[...document.querySelectorAll('.d2h-diff-table tr')].map(row => row.offsetHeight)"
    expect(Math.max(...(await page.evaluate<number[]>(heights)))).toBeLessThan(30)
    await page.close()
  })

  test('2,000 findings open in less than 2 seconds and filter at once', async () => {
    const { page, complaints } = await open(manyFindings(2000))
    await page.waitForFunction("document.querySelector('.d2h-code-side-line')")
    const opened = await page.evaluate<number>('performance.now()')
    const filtered = await page.evaluate<number>(`new Promise(resolve => {
      const select = document.querySelector('select[data-filter=safety]')
      const started = performance.now()
      select.value = 'needs review'
      select.dispatchEvent(new Event('change'))
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - started)))
    })`)
    console.log(
      `2,000 findings: first diffs shown after ${Math.round(opened)} ms, filtered in ${Math.round(filtered)} ms`,
    )
    expect(await page.getByRole('status').textContent()).toBe('400 of 2000 shown, 0 marked')
    expect(opened).toBeLessThan(2000)
    expect(filtered).toBeLessThan(1000)
    expect(complaints).toEqual([])
    await page.close()
  }, 30_000)
})
