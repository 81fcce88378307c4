import { scanHeader } from '../../go/constraint/header.ts'
import type { GoFile } from '../../go/file.ts'
import type { Finding, Transform } from '../../transform.ts'
import { linesInCode } from './lines-in-code.ts'
import { obeyedLines } from './obeyed-lines.ts'
import { uselessLines } from './useless-lines.ts'

/** Moves `// +build` lines to `//go:build`, in every kind of file in which go/build reads constraints. */
export const buildTags: Transform = {
  name: 'build-tags',
  meta: {
    summary: 'replace `// +build` lines by `//go:build`',
    why: `Go 1.17 brought \`//go:build\` lines, which are Go-like expressions and stand at one clear place.
The old \`// +build\` lines combine by rules that few remember (spaces are OR, commas AND, lines AND) and
count only where a blank line follows, so that many have never had an effect. Go up to 1.16 obeys only
\`// +build\`; Go from 1.17 on, up to at least 1.26 and whatever go.mod says, obeys them only where a file has no \`//go:build\` line.

What is done follows the \`go\` line of the module:

| \`go\` line | result |
|---|---|
| below 1.17, or no module | \`//go:build\` is added, \`// +build\` stays |
| 1.17 | the same: both forms stay |
| 1.18 and later | \`// +build\` goes, \`//go:build\` is added where it is missing |

Assembly, C, C++, Objective-C, Fortran and SWIG files are treated like Go files, and so are files for other
platforms than yours. In Go files the line and its place are those that gofmt would choose.

A fix is safe only when the old and the new lines have the same truth table. A \`// +build\` line that Go
ignores (after a block comment, or directly above the package clause) is never brought to life,
as gofmt would do; removing it is offered for review. So is a \`go1.N\` tag where \`//go:build\` would, unlike
\`// +build\`, also change the language version of the file. Lines that disagree are reported with both readings, and text
after the package clause, templates in strings for example, is reported and never touched.`,
    since: '1.0',
    mentions: ['+build'],
    files: 'any-with-constraints',
    reads: 'text',
  },
  find,
}

function* find(file: GoFile): Iterable<Finding> {
  const header = scanHeader(file.text, file.kind)
  yield* obeyedLines(file, header)
  yield* uselessLines(file, header)
  yield* linesInCode(file, header)
}
