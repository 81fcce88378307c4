import { positionsIn } from '../../src/engine/position.ts'
import type { FoundFix, Outcome, RunResult, SourceText } from '../../src/engine/types.ts'
import { resultOf } from './sample.ts'

/** A dry run with `count` findings in files of 50: every fifth needs review, every tenth is refused. */
export function manyFindings(count: number): RunResult {
  const outcomes: Outcome[] = []
  const sources = new Map<string, SourceText>()
  for (let file = 0; file * 50 < count; file++) {
    const path = `internal/package${file % 12}/file${file}.go`
    const line = (number: number) =>
      `\tvalue${number} := (*reflect.SliceHeader)(unsafe.Pointer(&b${number})).Len\n`
    const text = `package a\n\nfunc f() {\n${Array.from({ length: 400 }, (_, number) => line(number)).join('')}}\n`
    sources.set(path, { path, text })
    const positionOf = positionsIn(text)
    for (let index = 0; index < 50; index++) {
      const old = line(index * 8).trim()
      const startIndex = text.indexOf(old)
      const at = { path, startIndex, endIndex: startIndex + old.length }
      const finding: FoundFix = {
        transform: ['slice-header', 'string-header', 'map-key'][index % 3] ?? '',
        fingerprint: `${file}-${index}`,
        at,
        message: `reads the length of b${index * 8} through a reflect header`,
        fix: {
          title: `use len(b${index * 8})`,
          edits: [{ ...at, newText: `value${index * 8} := len(b${index * 8})` }],
          proof: [`b${index * 8} is used in 2 places, all shown`],
          ...(index % 5 === 0
            ? { safety: 'review', caution: 'the header may be shared' }
            : { safety: 'safe' }),
        },
      }
      const place = { position: positionOf(startIndex), round: 1 }
      outcomes.push(
        index % 10 === 9
          ? { ...place, status: 'refused', finding, reason: 'the header is passed on' }
          : { ...place, status: 'proposed', finding },
      )
    }
  }
  return resultOf(outcomes, { sources })
}
