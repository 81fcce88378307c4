import { and, type Expression, tag } from './expression.ts'
import { isKnownArchitecture, isKnownOs } from './platform.ts'

/**
 * The constraint that a file name implies: `x_linux_arm64_test.go` gives `linux && arm64`;
 * undefined when it implies none (goodOSArchFile in go/build).
 */
export function fileNameConstraint(path: string): Expression | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const stem = name.split('.', 1)[0] ?? ''
  // What stands before the first underscore never counts: linux.go builds everywhere.
  const parts = stem.split('_').slice(1)
  if (parts.at(-1) === 'test') parts.pop()

  const last = parts.at(-1) ?? ''
  const previous = parts.at(-2) ?? ''
  if (isKnownOs(previous) && isKnownArchitecture(last)) return and(tag(previous), tag(last))
  if (isKnownOs(last) || isKnownArchitecture(last)) return tag(last)
  return undefined
}
