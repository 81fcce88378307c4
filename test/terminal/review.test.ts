import { describe, expect, test } from 'vitest'
import type { Compile, FoundFix, SourceText, Verdict } from '../../src/engine/types.ts'
import { UsageError } from '../../src/errors.ts'
import type { Answers } from '../../src/report/answers.ts'
import { previewFix } from '../../src/report/preview.ts'
import type { EditFiles } from '../../src/terminal/edit.ts'
import type { Keyboard } from '../../src/terminal/keys.ts'
import { promptReview, type ReviewOptions } from '../../src/terminal/review.ts'
import { screenOf } from '../../src/terminal/screen.ts'
import { foundFix } from '../report/sample.ts'
import { person } from './person.ts'

const a = {
  path: 'a.go',
  text: 'package a\n\nvar one = header.Len\nvar two = header.Cap\nvar three = header.Data\n',
}
const b = { path: 'b.go', text: 'package b\n\nvar four = string(raw)\n' }
const sources = new Map([a, b].map(source => [source.path, source]))

const one = foundFix(a, [['header.Len', 'len(b)']])
const two = foundFix(a, [['header.Cap', 'cap(b)']], { caution: 'the capacity may be read elsewhere' })
const three = foundFix(a, [['header.Data', 'unsafe.SliceData(b)']], {
  transform: 'slice-data',
})
const four = foundFix(b, [['string(raw)', 'key(raw)']])
const all = [one, two, three, four]

const screen = screenOf({ isTTY: true, columns: 80 }, { NO_COLOR: '1' })

const compileNothing: Compile = async () => new Map()

function reviewBy(keyboard: Keyboard, rest: Partial<ReviewOptions> = {}) {
  const edit = async () => {
    throw new Error('nobody is to edit here')
  }
  return promptReview({ screen, keyboard, edit, record: () => {}, ...rest })
}

/** The answers of a person who types `keys`, by fix: `accepted` or `declined`. */
async function answers(
  keys: readonly string[],
  changes: readonly FoundFix[] = all,
  mode: 'keys' | 'lines' = 'keys',
  { compile = compileNothing, ...rest }: Partial<ReviewOptions> & { readonly compile?: Compile } = {},
) {
  const { keyboard, saw, left } = person(keys, mode)
  const decisions = await reviewBy(keyboard, rest)({ changes, deferred: [] }, sources, compile)
  expect(left).toEqual([])
  return { given: changes.map(change => decisions.get(change)?.answer), decisions, saw }
}

describe.each(['keys', 'lines'] as const)('answered by %s', mode => {
  test('y applies and n declines', async () => {
    const { given, decisions } = await answers(['y', 'n', 'n', 'y'], all, mode)
    expect(given).toEqual(['accepted', 'declined', 'declined', 'accepted'])
    expect(decisions.get(two)?.reason).toBe('declined in the review')
  })

  test('b asks the last question again, as often as there are answers', async () => {
    const { given } = await answers(['n', 'n', 'b', 'b', 'y', 'y', 'y', 'y'], all, mode)
    expect(given).toEqual(['accepted', 'accepted', 'accepted', 'accepted'])
  })

  test('q keeps the answers and leaves the rest as it is', async () => {
    const { given, decisions } = await answers(['y', 'q'], all, mode)
    expect(given).toEqual(['accepted', 'declined', 'declined', 'declined'])
    expect(decisions.get(two)?.reason).toBe('not answered: the review was stopped before it')
  })
})

test('a applies all of the transform and still asks about the others', async () => {
  const { given } = await answers(['a', 'n'])
  expect(given).toEqual(['accepted', 'accepted', 'declined', 'accepted'])
})

test('d declines the rest of the transform and says why', async () => {
  const { given, decisions } = await answers(['y', 'd', 'y'])
  expect(given).toEqual(['accepted', 'declined', 'accepted', 'declined'])
  expect(decisions.get(four)?.reason).toBe('declined in the review with the rest of slice-header')
})

test('f applies all in the file', async () => {
  const { given } = await answers(['f', 'n'])
  expect(given).toEqual(['accepted', 'accepted', 'accepted', 'declined'])
})

test('s applies the safe ones and asks about those that need review', async () => {
  const { given } = await answers(['s', 'n'])
  expect(given).toEqual(['accepted', 'declined', 'accepted', 'accepted'])
})

test('b takes back an answer for many at once', async () => {
  const { given } = await answers(['n', 's', 'b', 'b', 'y', 'n', 'n', 'n'])
  expect(given).toEqual(['accepted', 'declined', 'declined', 'declined'])
})

test('b at the first question says that there is nothing to undo', async () => {
  const { given, saw } = await answers(['b', 'y'], [one])
  expect(given).toEqual(['accepted'])
  expect(saw()).toContain('there is no answer to undo')
})

test('any other key explains the keys, with how many fixes each would answer', async () => {
  const { saw } = await answers(['y', 'x', 'q'])
  expect(saw()).toContain('a  apply this and all other open fixes of slice-header (2, 1 to review)')
  expect(saw()).toContain('f  apply this and all other open fixes that start in a.go (2, 1 to review)')
  expect(saw()).toContain('s  apply all open fixes that are safe (2)')
})

test('a question shows place, reason, proof and the change', async () => {
  const { saw } = await answers(['q'], [three])
  expect(saw()).toContain(`
a.go:5:13  slice-data  1 of 1
reads the length through a reflect header
fix: use unsafe.SliceData(b)
safe: the behaviour stays the same
  - the variable is used in 2 places, all shown
not compiled: --verify is off
--- a/a.go
+++ b/a.go
@@ -2,4 +2,4 @@
 
 var one = header.Len
 var two = header.Cap
-var three = header.Data
+var three = unsafe.SliceData(b)
`)
})

test('a question about a fix that needs review says what to look at', async () => {
  const { saw } = await answers(['q'], [two])
  expect(saw()).toContain('\nneeds review: the capacity may be read elsewhere\n')
})

test('a fix over two files is one question that shows both', async () => {
  const across: FoundFix = { ...one, fix: { ...one.fix, edits: [...one.fix.edits, ...four.fix.edits] } }
  const { saw } = await answers(['y'], [across])
  expect(saw()).toContain('+++ b/a.go')
  expect(saw()).toContain('+++ b/b.go')
})

test('answers for many hold in later rounds, and nobody is asked after q', async () => {
  const { keyboard, left } = person(['a', 'q'])
  const review = reviewBy(keyboard)
  await review({ changes: [one, three], deferred: [] }, sources, compileNothing)
  const later = await review({ changes: [four, three], deferred: [] }, sources, compileNothing)
  expect([later.get(four)?.answer, later.get(three)?.answer]).toEqual(['accepted', 'declined'])
  expect(left).toEqual([])
})

test('an interrupted review changes nothing and says so', async () => {
  await expect(answers(['y', '\u0003'])).rejects.toThrow(
    new UsageError('the review was interrupted: no file was changed, and the answers so far are kept'),
  )
})

test('the end of the input interrupts the review too', async () => {
  const { keyboard } = person([], 'lines')
  const decisions = reviewBy(keyboard)({ changes: [], deferred: [] }, sources, compileNothing)
  await expect(decisions).resolves.toEqual(new Map())
  keyboard.input.end()
  await expect(reviewBy(keyboard)({ changes: [one], deferred: [] }, sources, compileNothing)).rejects.toThrow(
    UsageError,
  )
})

test('all answers so far are recorded each time one is given or taken back', async () => {
  const { keyboard } = person(['y', 'b', 'n', 'a', 'q'])
  const recorded: unknown[] = []
  const review = reviewBy(keyboard, {
    record: answers => recorded.push(Object.fromEntries(answers)),
  })
  await review({ changes: all, deferred: [] }, sources, compileNothing)
  const [oneKey, twoKey, , fourKey] = all.map(({ fingerprint }) => fingerprint) as [
    string,
    string,
    string,
    string,
  ]
  expect(recorded).toEqual([
    { [oneKey]: 'accepted' },
    {},
    { [oneKey]: 'declined' },
    { [oneKey]: 'declined', [twoKey]: 'accepted', [fourKey]: 'accepted' },
  ])
})

test('two thousand fixes are answered one by one, the last as fast as the first', async () => {
  const changes = Array.from({ length: 2000 }, (_, index) => ({ ...one, fingerprint: `${index}` }))
  const { keyboard } = person(changes.map((_, index) => (index % 3 ? 'y' : 'n')))
  const times = [performance.now()]
  const review = reviewBy(keyboard, { record: () => times.push(performance.now()) })
  const decisions = await review({ changes, deferred: [] }, sources, compileNothing)
  const between = (from: number, to: number) => (times[to] ?? 0) - (times[from] ?? 0)
  console.log(`2,000 answers: ${(between(0, 2000) / 2000).toFixed(2)} ms each`)
  expect([decisions.size, times.length]).toEqual([2000, 2001])
  expect(between(1500, 2000)).toBeLessThan(between(0, 500) * 3)
}, 60_000)

const COMPILED: Verdict = {
  status: 'verified',
  platforms: ['linux/amd64', 'windows/amd64'],
  unverifiedOn: ['plan9/amd64: does not compile without the change either'],
  cautions: [],
}

/** A compiler that finds every fix sound except those whose new text it is told of. */
function compilerAgainst(...wrong: readonly string[]) {
  const asked: (readonly FoundFix[])[] = []
  const compile: Compile = async changes => {
    asked.push(changes)
    const isWrong = ({ fix }: FoundFix) => fix.edits.some(({ newText }) => wrong.includes(newText))
    const broken: Verdict = { status: 'broken', output: 'a.go:3:11: undefined: wrong' }
    return new Map(changes.map(change => [change, isWrong(change) ? broken : COMPILED]))
  }
  return { compile, asked }
}

test('a question says where the fix was compiled', async () => {
  const { saw } = await answers(['q'], [one], 'keys', compilerAgainst())
  expect(saw()).toContain(`
compiles on linux/amd64, windows/amd64
not compiled on plan9/amd64: does not compile without the change either
--- a/a.go`)
  const off = await answers(['q'], [one])
  expect(off.saw()).toContain('\nnot compiled: --verify is off\n')
})

test('what does not compile is not asked', async () => {
  const { given, saw } = await answers(['y', 'y', 'y'], all, 'keys', compilerAgainst('cap(b)'))
  expect(given).toEqual(['accepted', 'declined', 'accepted', 'accepted'])
  expect(saw()).toContain('1 of 4 do not compile and are left out')
})

test('answers that are all given beforehand have nothing compiled', async () => {
  const { keyboard } = person(['a'])
  const { compile, asked } = compilerAgainst()
  const review = reviewBy(keyboard)
  await review({ changes: [one], deferred: [] }, sources, compile)
  await review({ changes: [four], deferred: [] }, sources, compile)
  expect(asked).toEqual([[one]])
})

describe('o shows other fixes for the place', () => {
  const longer = foundFix(a, [['header.Len', 'max(len(b), 0)']], { caution: 'it is longer' })
  const shorter = foundFix(a, [['header.Len', 'l']])
  const chosen = { ...one, others: [longer, shorter] }

  test('one after the other and the first again; the one that is shown is applied', async () => {
    const { compile, asked } = compilerAgainst()
    const { decisions, saw } = await answers(['o', 'o', 'o', 'o', 'y', 'n'], [chosen, three], 'keys', {
      compile,
    })
    expect(decisions.get(chosen)).toEqual({ answer: 'accepted', edited: longer })
    expect(decisions.get(three)?.answer).toBe('declined')
    expect(asked).toEqual([[chosen, three], [longer], [shorter]])
    expect(saw()).toContain('(y/n/a/d/f/s/e/o/b/q, ? for help)')
    expect(saw()).toContain('needs review: it is longer')
  })

  test('back at the fix that was found, the answer is a plain one', async () => {
    const { decisions } = await answers(['o', 'o', 'o', 'y'], [chosen], 'keys')
    expect(decisions.get(chosen)).toEqual({ answer: 'accepted' })
  })

  test('another fix than the one that was found is answered alone', async () => {
    const { decisions, saw } = await answers(['o', 'a', 'y', 'n'], [chosen, three], 'keys')
    expect(saw()).toContain('this is not the fix that was found: answer it alone first, by y or n')
    expect(decisions.get(chosen)?.edited).toBe(longer)
  })

  test('where there is none, o says so, and help does not speak of it', async () => {
    const { saw } = await answers(['?', 'o', 'n'], [one], 'keys')
    expect(saw()).toContain('there is no other fix for this place')
    expect(saw()).not.toContain('show another fix')
    expect((await answers(['?', 'n'], [chosen], 'keys')).saw()).toContain(
      'o  show another fix for this place',
    )
  })
})

describe('e opens the change in an editor', () => {
  /** An editor that makes the replacements, one each time it is opened. */
  function editor(...replacements: readonly (readonly [from: string, to: string])[]) {
    const opened: { readonly files: readonly SourceText[]; readonly line: number }[] = []
    const edit: EditFiles = async (files, line) => {
      const [from, to] = replacements[opened.length] ?? ['', '']
      opened.push({ files, line })
      return files.map(({ text }) => text.replace(from, to))
    }
    return { edit, opened }
  }

  test('at the line, with the change in it; what comes back is compiled and asked again', async () => {
    const { edit, opened } = editor(['len(b)', 'len(bytes)'])
    const { compile, asked } = compilerAgainst()
    const { decisions, saw } = await answers(['e', 'y'], [one], 'keys', { edit, compile })
    expect(opened).toEqual([
      { files: [{ path: 'a.go', text: a.text.replace('header.Len', 'len(b)') }], line: 3 },
    ])
    const { edited } = decisions.get(one) ?? {}
    expect(edited && previewFix(edited, sources)).toEqual([
      { path: 'a.go', before: a.text, after: a.text.replace('header.Len', 'len(bytes)') },
    ])
    expect(edited?.fix).toMatchObject({ safety: 'review', title: 'use len(b), as edited by hand', proof: [] })
    expect(asked).toEqual([[one], [edited]])
    expect(saw()).toContain('+var one = len(bytes)')
  })

  test('what does not compile cannot be accepted, and is edited further', async () => {
    const { edit, opened } = editor(['len(b)', 'wrong'], ['wrong', 'right'])
    const { compile } = compilerAgainst('var one = wrong\n')
    const { decisions, saw } = await answers(['e', 'y', 'e', 'y'], [one], 'keys', { edit, compile })
    expect(saw()).toContain('does not compile:\n  a.go:3:11: undefined: wrong\n')
    expect(saw()).toContain('it does not compile: edit it (e) or leave it (n)')
    expect(opened[1]?.files[0]?.text).toContain('var one = wrong')
    expect(decisions.get(one)?.edited?.fix.edits[0].newText).toBe('var one = right\n')
  })

  test('a fix over two files is edited in both', async () => {
    const across: FoundFix = { ...one, fix: { ...one.fix, edits: [...one.fix.edits, ...four.fix.edits] } }
    const { edit, opened } = editor(['key(raw)', 'other(raw)'])
    const { decisions } = await answers(['e', 'y'], [across], 'keys', { edit })
    expect(opened[0]?.files.map(({ path }) => path)).toEqual(['a.go', 'b.go'])
    const { edited } = decisions.get(across) ?? {}
    expect(edited && previewFix(edited, sources).map(({ after }) => after)).toEqual([
      a.text.replace('header.Len', 'len(b)'),
      b.text.replace('string(raw)', 'other(raw)'),
    ])
  })

  test('one who takes the change back is told to decline', async () => {
    const { edit } = editor(['len(b)', 'header.Len'])
    const { given, saw } = await answers(['e', 'n'], [one], 'keys', { edit })
    expect(saw()).toContain('nothing is left of the change: answer n')
    expect(given).toEqual(['declined'])
  })

  test('an edited fix is answered alone, and not recorded: the next run could not know the edit', async () => {
    const { edit } = editor(['len(b)', 'len(bytes)'])
    const recorded: unknown[] = []
    const record = (answers: Answers) => recorded.push(Object.fromEntries(answers))
    const { given, saw } = await answers(['e', 'a', 'y', 'n'], [one, three], 'keys', { edit, record })
    expect(saw()).toContain('this is not the fix that was found: answer it alone first, by y or n')
    expect(given).toEqual(['accepted', 'declined'])
    expect(recorded).toEqual([{}, { [three.fingerprint]: 'declined' }])
  })

  test('a place found again after the edit is left as the person wrote it', async () => {
    const { edit } = editor(['len(b)', 'header.Len + 0'])
    const { keyboard } = person(['e', 'y'])
    const review = reviewBy(keyboard, { edit })
    await review({ changes: [one], deferred: [] }, sources, compileNothing)
    const again = { ...one }
    const later = await review({ changes: [again], deferred: [] }, sources, compileNothing)
    expect(later.get(again)).toEqual({
      answer: 'declined',
      reason: 'edited in the review, and still found after that',
    })
  })
})
