import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { acceptAll, acceptSafe } from '../../src/engine/answers.ts'
import { run } from '../../src/engine/run.ts'
import type { RunResult } from '../../src/engine/types.ts'
import { findGo } from '../../src/go/sources/locations.ts'
import { shippedTransforms } from '../../src/transforms/index.ts'
import { temporaryTree } from '../support/tree.ts'

const MAIN = `package main

import (
	"bytes"
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
	"unsafe"
)

var arena [1 << 16]byte
var used int
var out bytes.Buffer
var seen = map[string]int{}

// fresh gives n bytes of their own, with room behind them, so that reading too far finds the same bytes in every build.
func fresh(n int) []byte {
	start := used
	used += 256
	for i := start; i < used; i++ {
		arena[i] = byte('a' + i%23)
	}
	return arena[start : start+n : start+64]
}

func text(n int) string { b := fresh(n); return unsafe.String(unsafe.SliceData(b), len(b)) }

func show(values ...any) {
	for _, value := range values {
		printed := fmt.Sprintf("%q", value)
		if len(printed) > 200 {
			printed = printed[:200]
		}
		out.WriteString(printed + " ")
	}
	out.WriteString("| ")
}

//go:noinline
func touch(b *[]byte) { *b = append(*b, 5) }

func view(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }

type named [4]byte

func four(b []byte) (h [4]byte) { copy(h[:], b); return }

func call(f func(b, c []byte, s, a string, n int), length, n int) {
	out.Reset()
	used = 0
	seen = map[string]int{}
	defer func() {
		if reason := recover(); reason != nil {
			fmt.Fprint(&out, "panic: ", reason)
		}
		fmt.Printf(" %q", out.String())
	}()
	var b []byte
	if length >= 0 {
		b = fresh(length)
	}
	f(b, fresh(3), text(4), text(6), n)
}

func main() {
	debug.SetGCPercent(-1)
	debug.SetPanicOnFault(true)
	first, _ := strconv.Atoi(os.Args[1])
	for i := first; i < len(functions); i++ {
		fmt.Printf("\\n%d", i)
		if functions[i] == nil {
			continue
		}
		for _, length := range []int{-1, 0, 1, 5, 8} {
			for _, n := range []int{0, 1, 2, 5} {
				call(functions[i], length, n)
			}
		}
	}
}
`

const PACKAGES = ['crypto/sha256', 'reflect', 'runtime', 'unsafe']

/** A program whose n-th function has the n-th body; undefined bodies are left out. */
function filesOf(bodies: readonly (string | undefined)[]): Record<string, string> {
  const files: Record<string, string> = { 'go.mod': 'module program.example\n\ngo 1.22\n', 'main.go': MAIN }
  const names = bodies.map((body, index) => (body === undefined ? 'nil' : `f${index}`))
  files['functions.go'] =
    `package main\n\nvar functions = []func(b, c []byte, s, a string, n int){${names.join(', ')}}\n`
  for (const [index, body] of bodies.entries()) {
    if (body === undefined) continue
    const imports = PACKAGES.filter(path => body.includes(`${path.split('/').at(-1)}.`))
    const head = imports.map(path => `import "${path}"\n`).join('')
    files[`f${index}.go`] =
      `package main\n\n${head}\nfunc f${index}(b, c []byte, s, a string, n int) {\n${body}\n}\n`
  }
  return files
}

export interface Difference {
  readonly body: string
  readonly after: string
  readonly what: string
}

export interface Comparison {
  /** Functions that the compiler takes and that do the same twice. */
  readonly count: number
  readonly fixed: number
  readonly differences: readonly Difference[]
}

/** Runs functions of these bodies before and after all safe fixes, on the same inputs. */
export async function compareRuns(bodies: readonly string[]): Promise<Comparison> {
  const kept: (string | undefined)[] = [...bodies]
  let root = temporaryTree(filesOf(kept))
  for (let wrong = errorsIn(root); wrong.size > 0; wrong = errorsIn(root)) {
    for (const index of wrong.keys()) kept[index] = undefined
    root = temporaryTree(filesOf(kept))
  }
  const before = outputsOf(root, kept.length)
  const again = outputsOf(root, kept.length)
  const isSteady = (index: number) =>
    kept[index] !== undefined && before[index] !== undefined && before[index] === again[index]

  const { patches } = await fix(root)
  const texts = new Map(patches.map(({ path, after }) => [path, after]))
  const changed = [...kept.keys()].filter(index => texts.has(`f${index}.go`))
  const files = { ...filesOf(kept), ...Object.fromEntries(texts) }
  const differences: Difference[] = []
  const differs = (index: number, what: string) =>
    differences.push({ body: kept[index] ?? '', after: files[`f${index}.go`] ?? '', what })
  root = temporaryTree(files)
  const wrong = errorsIn(root)
  if (wrong.size > 0) {
    for (const [index, message] of wrong) differs(index, `does not compile: ${message}`)
    return { count: kept.length, fixed: changed.length, differences }
  }
  const after = outputsOf(root, kept.length)
  for (const index of changed)
    if (isSteady(index) && before[index] !== after[index])
      differs(index, `${before[index]}\n${after[index] ?? 'it crashes'}`)
  return { count: [...kept.keys()].filter(isSteady).length, fixed: changed.length, differences }
}

function fix(root: string): Promise<RunResult> {
  return run({
    root,
    go: findGo(process.env),
    patterns: ['./...'],
    transforms: shippedTransforms,
    isExcluded: () => false,
    review: process.env.REVIEW_TOO ? acceptAll : acceptSafe,
    verify: undefined,
    apply: async () => ({ stale: [], notes: [] }),
    onProgress: () => {},
  })
}

const GO = { encoding: 'utf8', maxBuffer: 1 << 28 } as const

/** What the compiler says, by function. Leaves the program as `program` in the directory. */
function errorsIn(root: string): ReadonlyMap<number, string> {
  const env = { ...process.env, GOPROXY: 'off', GOTOOLCHAIN: 'local', GOWORK: 'off', GOFLAGS: '' }
  const { status, stderr } = spawnSync('go', ['build', '-gcflags=-e', '-o', 'program', '.'], {
    ...GO,
    cwd: root,
    env,
  })
  const errors = [...stderr.matchAll(/^\.\/f(\d+)\.go:(.*)$/gm)].map(
    ([, index, message]): [number, string] => [Number(index), message ?? ''],
  )
  if (status !== 0 && errors.length === 0) throw new Error(`the program does not compile: ${stderr}`)
  return new Map(errors)
}

/** What each function prints; nothing for one that takes the process down. */
function outputsOf(root: string, count: number): readonly (string | undefined)[] {
  const outputs: (string | undefined)[] = []
  for (let first = 0; first < count; ) {
    const { stdout, status } = spawnSync(join(root, 'program'), [String(first)], { ...GO, timeout: 20_000 })
    const lines = stdout.split('\n').slice(1)
    const whole = status === 0 ? lines : lines.slice(0, -1)
    for (const [index, line] of whole.entries()) outputs[first + index] = line
    first += status === 0 ? lines.length : whole.length + 1
  }
  return outputs
}
