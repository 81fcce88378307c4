import type { GoVersion } from '../version.ts'

/** A part of a text that names a Go version, in UTF-16 offsets. */
export interface VersionPlace {
  readonly startIndex: number
  readonly endIndex: number
  /** What it should say; undefined where a person has to decide. */
  readonly newText: string | undefined
  /** Why a person has to decide. */
  readonly reason?: string
}

/** What is known of the new version: the language version, and the newest release of it that is at hand. */
export interface NewVersion {
  readonly language: GoVersion
  /** Such as `1.24.3`; undefined where only the language version is known. */
  readonly release: string | undefined
}

/** `1.19` or `1.19.3`, and nothing else. */
export const VERSION = /^1\.\d+(?:\.\d+)?$/

/** Reports whether a version such as `1.19` or `1.19.3` is one of an older language version. */
export function isOlder(old: string, { language }: NewVersion): boolean {
  return Number(/^1\.(\d+)/.exec(old)?.[1] ?? Number.POSITIVE_INFINITY) < Number(language.slice(2))
}

/** The new version as fully as the old one is given, if that is known. */
export function newVersionText(old: string, { language, release }: NewVersion): string {
  return old.split('.').length === 3 && release ? release : language
}

/** A place that a person has to decide on. */
export function byHand(startIndex: number, endIndex: number, reason: string): VersionPlace {
  return { startIndex, endIndex, newText: undefined, reason }
}
