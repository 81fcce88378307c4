import type { GoVersion } from './version.ts'

/** A line that names a Go version, and what it should say; `newLine` is undefined where a person has to decide. */
export interface VersionPlace {
  /** Counts from 1. */
  readonly line: number
  readonly text: string
  readonly newLine: string | undefined
  /** Why a person has to decide. */
  readonly reason?: string
}

/** What is known of the new version: the language version, and the newest release of it that is at hand. */
export interface NewVersion {
  readonly language: GoVersion
  /** Such as `1.24.3`; undefined where only the language version is known. */
  readonly release: string | undefined
}

/** Reports whether files of this path may name a version outside go.mod and go.work. */
export function mayNameVersion(path: string): boolean {
  return readerFor(path) !== undefined
}

/** Finds the lines of a file that name an older Go version than the new one; all others are left alone. */
export function versionPlaces(path: string, text: string, version: NewVersion): VersionPlace[] {
  const read = readerFor(path)
  if (!read) return []
  return text.split('\n').flatMap((full, index) => {
    const line = full.replace(/\r$/, '')
    const found = read(line, version)
    if (!found || found.newLine === line) return []
    const ending = full.slice(line.length)
    const newLine = found.newLine === undefined ? undefined : found.newLine + ending
    return [{ line: index + 1, text: line, newLine, ...(found.reason && { reason: found.reason }) }]
  })
}

type Reader = (
  line: string,
  version: NewVersion,
) => { newLine: string | undefined; reason?: string } | undefined

function readerFor(path: string): Reader | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (/^(Dockerfile|Containerfile)(\..+)?$|\.(dockerfile|Dockerfile)$/.test(name)) return dockerfile
  if (/(^|\/)\.github\/(workflows|actions)\/.+\.ya?ml$/.test(path)) return workflow
  if (/^\.gitlab-ci\.ya?ml$/.test(name)) return imageLine
  if (name === '.go-version') return wholeLine
  if (name === '.tool-versions') return toolVersions
  if (/^\.?mise(\..+)?\.toml$/.test(name)) return mise
  if (name === 'devcontainer.json') return imageLine
  return undefined
}

// FROM [--platform=…] golang:1.19.3-alpine AS build
function dockerfile(line: string, version: NewVersion) {
  return /^\s*FROM\s/i.test(line) ? imageLine(line, version) : undefined
}

const IMAGE = /((?:^|[\s"'/])golang:)(1\.\d+(?:\.\d+)?)([-\w.]*)(@sha256:\w+)?/

function imageLine(line: string, version: NewVersion) {
  const match = IMAGE.exec(line)
  if (!match) return undefined
  const [whole, before = '', old = '', suffix = '', digest] = match
  if (!isOlder(old, version)) return undefined
  if (digest) return byHand('the image is pinned by a digest')
  if (suffix !== '' && !/^-(alpine|bookworm|trixie)$/.test(suffix))
    return byHand(`whether there is an image golang:${version.language}${suffix} is not known here`)
  return { newLine: line.replace(whole, `${before}${newText(old, version)}${suffix}`) }
}

// go-version: '1.19.x'
const WORKFLOW = /^(\s*(?:-\s+)?go-version:\s*)(["']?)(1\.\d+)((?:\.\d+|\.x)?)\2(\s*(?:#.*)?)$/

function workflow(line: string, version: NewVersion) {
  const image = imageLine(line, version)
  if (image) return image
  const match = WORKFLOW.exec(line)
  if (match) {
    const [, key = '', , old = '', patch = '', rest = ''] = match
    if (!isOlder(old, version)) return undefined
    // Quoted: YAML reads 1.20 as the number 1.2.
    return { newLine: `${key}'${version.language}${patch === '' ? '' : '.x'}'${rest}` }
  }
  const versions = /^\s*(?:-\s+)?(?:go-version|go|golang|go_version):\s*\[(.*)\]/.exec(line)?.[1]
  if (versions && /\b1\.\d+/.test(versions)) return byHand('a list of versions to test with')
  return undefined
}

function wholeLine(line: string, version: NewVersion) {
  return exact(line, /^(\s*)(1\.\d+(?:\.\d+)?)(\s*)$/, version)
}

function toolVersions(line: string, version: NewVersion) {
  return exact(line, /^(\s*(?:golang|go)\s+)(1\.\d+(?:\.\d+)?)(\s*(?:#.*)?)$/, version)
}

function mise(line: string, version: NewVersion) {
  return exact(line, /^(\s*(?:go|golang|"core:go")\s*=\s*["'])(1\.\d+(?:\.\d+)?)(["']\s*(?:#.*)?)$/, version)
}

/** Version managers install one release, and need its full number where the old one was full. */
function exact(line: string, pattern: RegExp, version: NewVersion) {
  const [, before = '', old = '', after = ''] = pattern.exec(line) ?? []
  if (!isOlder(old, version)) return undefined
  if (old.split('.').length === 3 && !version.release) return byHand('it names a release in full')
  return { newLine: `${before}${newText(old, version)}${after}` }
}

function newText(old: string, { language, release }: NewVersion): string {
  return old.split('.').length === 3 && release ? release : language
}

function isOlder(old: string, { language }: NewVersion): boolean {
  return old !== '' && Number(old.split('.')[1]) < Number(language.slice(2))
}

function byHand(reason: string) {
  return { newLine: undefined, reason }
}
