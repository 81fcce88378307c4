import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const PATHS = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The browser that is installed; undefined when there is none. */
export const browserPath = PATHS.find(path => path && existsSync(path))
if (!browserPath && process.env.CI) throw new Error('Chromium is missing: in CI the report must be opened')

/** Starts the installed browser without a window. */
export function launchBrowser() {
  if (!browserPath) throw new Error('no browser is installed')
  return chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] })
}
