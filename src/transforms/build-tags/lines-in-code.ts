import type { Header } from '../../go/constraint/header.ts'
import { plusBuildText } from '../../go/constraint/line.ts'
import type { GoFile } from '../../go/file.ts'
import type { RefusedFinding } from '../../transform.ts'

// The comments and literals of Go source, in which alone the words can stand.
const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|`[^`]*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g
const LINE = /[^\n]+/g
const MENTION = /\/\/[ \t]*\+build(?![\w:.-])/

/** The findings on `// +build` after the first code. What stands there is never edited: it may be a template. */
export function* linesInCode({ path, text, kind }: GoFile, { codeIndex }: Header): Iterable<RefusedFinding> {
  for (const { 0: part, index } of text.slice(codeIndex).matchAll(kind === 'go' ? TOKEN : LINE)) {
    const mention = MENTION.exec(part)
    if (!mention) continue

    const isLiteral = kind === 'go' && !part.startsWith('/')
    // A comment that talks about +build lines is no candidate.
    if (!isLiteral && !part.split('\n').some(line => plusBuildText(line.trimStart()) !== undefined)) continue

    const startIndex = codeIndex + index + mention.index
    const at = { path, startIndex, endIndex: startIndex + mention[0].length }
    yield isLiteral
      ? {
          at,
          message: '`// +build` in a string',
          refusal:
            'it may be a template of other files; change it by hand, together with what reads the result',
        }
      : {
          at,
          message: `a \`// +build\` line that Go ignores: after the ${kind === 'go' ? 'package clause' : 'first code'}`,
          refusal: 'only the header of a file is edited; delete it by hand if it was meant as a constraint',
        }
  }
}
