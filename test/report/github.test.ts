import { expect, test } from 'vitest'
import { githubReport, githubReview } from '../../src/report/github.ts'
import { result } from './awkward.ts'
import { foundFix, placed, resultOf } from './sample.ts'

test('outcomes are annotations on the lines of the files as they were, special characters escaped', () => {
  const file = 'file=é ü/%2541 b#?.go'
  const [proposed, declined, refused, deferred, problem, end] = githubReport(result).split('\n')
  expect(proposed).toBe(
    `::warning ${file},line=1,endLine=1,col=15,endColumn=26,title=gomend slice-header::reads the length through a reflect header%0Afix: use 零`,
  )
  expect(declined).toContain(`::warning ${file},line=3,endLine=3,`)
  expect(refused).toBe(
    `::notice ${file},line=4,endLine=4,title=gomend map-key::uses a string made of bytes as a map key%0Athe capacity is read%0Aby reflection`,
  )
  expect(deferred).toContain(`::warning ${file},line=4,`)
  expect(problem).toBe('::warning file=bad.go::is not UTF-8; convert it')
  expect(end).toBe('')
})

test('nothing in a message or a path can begin another command, or steer a terminal', () => {
  const source = { path: 'a,b:c\n::error::x.go', text: 'header.Len' }
  const finding = foundFix(source, [['header.Len', 'len(b)']], {
    message: 'x\r\n::set-env name=A::b\u001b[2J',
  })
  const text = githubReport(
    resultOf([{ ...placed(source, finding), status: 'proposed', finding }], {
      sources: new Map([[source.path, source]]),
    }),
  )
  expect(text.match(/^::/gm)).toHaveLength(1)
  expect(text).toContain('::x<U+000D>%0A::set-env name=A::b<U+001B>[2J%0A')
  expect(text).toContain('file=a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ax.go,line=1')
})

test('what was fixed needs no annotation, and what broke is an error', () => {
  const source = { path: 'a.go', text: 'header.Len\nheader.Cap\n' }
  const fixed = foundFix(source, [['header.Len', 'len(b)']])
  const broken = foundFix(source, [['header.Cap', 'cap(b)']])
  const text = githubReport(
    resultOf(
      [
        { ...placed(source, fixed), status: 'fixed', finding: fixed },
        { ...placed(source, broken), status: 'broken', finding: broken, output: 'a.go:2:1: undefined: b' },
      ],
      { sources: new Map([['a.go', source]]) },
    ),
  )
  expect(text).toBe(
    '::error file=a.go,line=2,endLine=2,col=1,endColumn=11,title=gomend slice-header::reads the length through a reflect header%0Afix: use cap(b)%0Aa.go:2:1: undefined: b\n',
  )
})

/** Applies a review's suggestions to a text as GitHub does: whole lines by those of the block. */
function suggested(text: string, replacements: readonly (readonly [string, string])[]) {
  const source = { path: 'a.go', text }
  const finding = foundFix(source, replacements)
  const review = githubReview(
    resultOf([{ ...placed(source, finding), status: 'proposed', finding }], {
      sources: new Map([['a.go', source]]),
    }),
  )
  const [comment] = JSON.parse(review).comments
  const block = /^(`{3,})suggestion\n([\s\S]*?)^\1$/m.exec(comment.body)?.[2] ?? ''
  const lines = text.split('\n')
  lines.splice(
    (comment.start_line ?? comment.line) - 1,
    comment.line - (comment.start_line ?? comment.line) + 1,
  )
  const head = lines.slice(0, (comment.start_line ?? comment.line) - 1)
  const tail = lines.slice(head.length)
  return {
    comment,
    result: [...head, ...(block === '' ? [] : block.slice(0, -1).split('\n')), ...tail].join('\n'),
  }
}

test.each<[string, string, [string, string][], string]>([
  ['a word', 'a\nb\nc\n', [['b', 'B']], 'a\nB\nc\n'],
  ['a deleted line', 'a\nb\nc\n', [['b\n', '']], 'a\nc\n'],
  [
    'two lines with one between',
    'a\nb\nc\nd\n',
    [
      ['a', 'A'],
      ['c', 'C'],
    ],
    'A\nb\nC\nd\n',
  ],
  ['an inserted line', 'a\nb\n', [['b', 'x\nb']], 'a\nx\nb\n'],
  ['an inserted first line', 'a\nb\n', [['a', 'x\na']], 'x\na\nb\n'],
  ['a duplicated line', 'a\na\nb\n', [['a\nb', 'a\na\nb']], 'a\na\na\nb\n'],
  ['code with a fence in it', 'a\nb\n', [['b', 'x := `\n```\n`']], 'a\nx := `\n```\n`\n'],
])('a suggestion replaces %s', (_, text, replacements, expected) => {
  expect(suggested(text, replacements).result).toBe(expected)
})

test('a suggestion says what is proven, and its Markdown is inert', () => {
  const source = { path: 'a.go', text: 'header.Len\n' }
  const finding = foundFix(source, [['header.Len', 'len(b)']], {
    message: 'calls @octocat <img src=x> [link](http://x)',
    caution: 'look',
  })
  const { comments } = JSON.parse(
    githubReview(
      resultOf([{ ...placed(source, finding), status: 'declined', finding, reason: 'r' }], {
        sources: new Map([['a.go', source]]),
      }),
    ),
  )
  expect(comments[0].body).toContain(
    '**slice-header**: calls @\u2060octocat \\<img src=x\\> \\[link\\](http://x); use len(b)',
  )
  expect(comments[0].body).toContain('Needs review: look')
  expect(comments[0].body).toContain('- the variable is used in 2 places, all shown')
})
