// The budgets of a page: transferred bytes (brotli, as a browser receives them), and time to content on a slow phone.
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'

const origin = inject('kembar')
const KILO = 1000
const CSS_BUDGET = 35 * KILO
const SCRIPT_BUDGET = 15 * KILO
const MAP_SCRIPT_BUDGET = 60 * KILO
const CONTENT_LIMIT_MS = 2500
const PAGES = [
  { path: '/en/', map: true },
  { path: '/km/', map: true },
  { path: '/en/match?place=ID.07.3320&country=KH', map: false },
  { path: '/km/match?place=ID.07.3320&country=KH', map: false },
  { path: '/en/places/1650357', map: true },
  { path: '/en/network', map: false },
  { path: '/en/data', map: false },
]
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

interface Weights {
  html: number
  css: number
  js: number
  font: number
  other: number
}

/** Bytes over the wire by kind, headers included, as Chromium counts them. */
async function weigh(page: Page, cdp: CDPSession, path: string): Promise<Weights> {
  const weights: Weights = { html: 0, css: 0, js: 0, font: 0, other: 0 }
  const kinds = new Map<string, keyof Weights>()
  const names: Readonly<Record<string, keyof Weights>> = {
    Document: 'html',
    Stylesheet: 'css',
    Script: 'js',
    Font: 'font',
  }
  cdp.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, names[type] ?? 'other'))
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weights[kinds.get(requestId) ?? 'other'] += encodedDataLength
  })
  await cdp.send('Network.enable')
  await page.goto(origin + path, { waitUntil: 'networkidle' })
  return weights
}

test('given an empty browser, when each page is loaded, then scripts and styles stay within their budgets', async () => {
  const lines: string[] = []
  for (const { path, map } of PAGES) {
    const context = await browser.newContext()
    const page = await context.newPage()
    const weights = await weigh(page, await context.newCDPSession(page), path)
    const shown = Object.entries(weights).map(([kind, bytes]) => `${kind} ${(bytes / KILO).toFixed(1)}`)
    lines.push(`  ${path.padEnd(42)} ${shown.join('  ')} kB`)
    expect(weights.js, path).toBeLessThanOrEqual(map ? MAP_SCRIPT_BUDGET : SCRIPT_BUDGET)
    expect(weights.css, path).toBeLessThanOrEqual(CSS_BUDGET)
    await context.close()
  }
  process.stdout.write(`\nPage weights as transferred (brotli, with headers):\n${lines.join('\n')}\n`)
})

test('given a slow phone, when a page is opened for the first time, then its content is visible within 2.5 seconds', async () => {
  const lines: string[] = []
  for (const { path } of PAGES) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: (1.6 * 1024 * 1024) / 8,
      uploadThroughput: (0.75 * 1024 * 1024) / 8,
    })
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const started = performance.now()
    await page.goto(origin + path, { waitUntil: 'commit' })
    await page.locator('h1').waitFor({ state: 'visible' })
    const waited = performance.now() - started
    const painted = await page.evaluate(async () => {
      const entry = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime
      while (entry() === undefined) await new Promise((resolve) => setTimeout(resolve, 20))
      return entry()
    })
    lines.push(`  ${path.padEnd(42)} first contentful paint ${painted.toFixed(0)} ms`)
    expect(painted, `${path} after ${waited.toFixed(0)} ms`).toBeLessThanOrEqual(CONTENT_LIMIT_MS)
    await context.close()
  }
  process.stdout.write(`\nSlow phone (400 ms, 1.6 Mbit/s, processor four times slower):\n${lines.join('\n')}\n`)
})
