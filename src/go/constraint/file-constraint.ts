import { and, type Expression } from './expression.ts'
import { fileNameConstraint } from './file-name.ts'
import type { Header } from './header.ts'
import { goBuildText, plusBuildText } from './line.ts'
import { MAX_TERMS, type Parsed, parseGoBuild } from './parse-go-build.ts'
import { parsePlusBuild } from './parse-plus-build.ts'

/** What the `//go:build` line of a header says; undefined without one. Go up to 1.16 does not look at it. */
export function goBuildConstraint({ goBuild }: Header): Parsed | undefined {
  const [line, second] = goBuild
  if (!line) return undefined
  if (second) return { error: 'multiple //go:build comments', offset: 0 }
  return parseGoBuild(goBuildText(line.text) ?? '')
}

/**
 * What the honoured `+build` lines of a header say together; undefined without any. Go up to 1.16 obeys them
 * always, Go from 1.17 up to at least 1.26 where there is no `//go:build` line, whatever go.mod says.
 */
export function plusBuildConstraint({ plusBuild }: Header): Parsed | undefined {
  let whole: Expression | undefined
  if (plusBuild.length > MAX_TERMS) return { error: 'build expression too large', offset: 0 }
  for (const line of plusBuild) {
    const parsed = parsePlusBuild(plusBuildText(line.text) ?? '')
    if (!parsed.expression) return parsed
    whole = whole ? and(whole, parsed.expression) : parsed.expression
  }
  return whole && { expression: whole }
}

/**
 * What decides whether go/build takes a file of this name and header: the suffixes of its name and the
 * constraint that Go from 1.17 on obeys. Undefined when every platform takes it.
 */
export function fileConstraint(path: string, header: Header): Parsed | undefined {
  const fromText = goBuildConstraint(header) ?? plusBuildConstraint(header)
  const fromName = fileNameConstraint(path)
  if (!fromName) return fromText
  if (!fromText) return { expression: fromName }
  return fromText.expression ? { expression: and(fromName, fromText.expression) } : fromText
}
