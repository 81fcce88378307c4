import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { acceptAll } from '../../src/engine/answers.ts'
import { applyPatches } from '../../src/engine/apply.ts'
import { run } from '../../src/engine/run.ts'
import type { Outcome, VerifyMode } from '../../src/engine/types.ts'
import { verify } from '../../src/engine/verify.ts'
import { withJournal } from '../../src/engine/with-journal.ts'
import type { FileTransform } from '../../src/transform.ts'

/** Replaces lines that end in `// seed NAME: TEXT` by TEXT, in which `\n` stands for a line break. */
const seeded: FileTransform = {
  name: 'seeded',
  meta: { summary: 'replaces seeded lines', why: '', since: '1.0', mentions: ['// seed '], reads: 'text' },
  find: ({ path, text }) =>
    [...text.matchAll(/^.*\/\/ seed ([\w-]+): (.*)$/gm)].map(match => {
      const [line, name = '', newText = ''] = match
      const at = { path, startIndex: match.index, endIndex: match.index + line.length }
      const edit = { ...at, newText: newText.replaceAll('\\n', '\n') }
      return {
        at,
        message: name,
        fix: { title: `replace ${name}`, edits: [edit], proof: ['none'], safety: 'safe' },
      }
    }),
}

/** Runs the engine with all stages on a tree of seeded lines: outcome by name of the seed. */
export async function runSeeded(
  root: string,
  mode: VerifyMode = 'types',
): Promise<{ readonly outcomes: ReadonlyMap<string, Outcome>; readonly notes: readonly string[] }> {
  const result = await withJournal(root, journal =>
    run({
      root,
      go: { goroot: undefined, modcache: undefined },
      patterns: ['./...'],
      transforms: [seeded],
      isExcluded: () => false,
      review: acceptAll,
      verify: task => verify({ ...task, root, mode, timeout: 600_000 }),
      apply: patches => applyPatches(journal, patches),
      onProgress: () => {},
    }),
  )
  return {
    outcomes: new Map(result.outcomes.map(outcome => [outcome.finding.message, outcome])),
    notes: result.notes,
  }
}

/** Names of seeds that are still in the tree. */
export function seedsLeft(root: string, paths: Iterable<string>): readonly string[] {
  const texts = [...paths].map(path => readFileSync(join(root, path), 'utf8'))
  return texts.flatMap(text => [...text.matchAll(/\/\/ seed ([\w-]+):/g)].map(([, name = '']) => name)).sort()
}

const GO_MOD = 'module example.com/seeded\n\ngo 1.21\n'

/**
 * A module in which, in each of the packages, good seeds stand beside faults of every kind; the names of the faults
 * begin with `bad-`. Every third package has a cgo file.
 */
export function seededModule(packages: number): Record<string, string> {
  const files: Record<string, string> = { 'go.mod': GO_MOD }
  for (let index = 0; index < packages; index++)
    for (const [name, text] of Object.entries(packageOf(index))) files[`p${index}/${name}`] = text
  return files
}

function packageOf(index: number): Record<string, string> {
  const goos = ['windows', 'darwin', 'freebsd', 'plan9', 'js'][index % 5] ?? ''
  const platform = goos === 'js' ? 'js && wasm' : goos
  const seed = (name: string) => `// seed ${name}-${index}:`
  const lines = (...text: string[]) => `${text.join('\n')}\n`
  return {
    'a.go': lines(
      `package p${index}`,
      '',
      'import "strconv"',
      '',
      'import "math"',
      '',
      `var Good = 1 ${seed('good-value')} var Good = 1 + 0`,
      `var Typed int = 1 ${seed('bad-type')} var Typed int = "1"`,
      `var Text = strconv.Itoa(1) ${seed('bad-import')} var Text = "1"`,
      `var Root = math.Sqrt(2) ${seed('good-call')} var Root = math.Sqrt(2.0)`,
      '',
      'func F() int {',
      `\tx := 1 ${seed('good-body')} \tx := 1 * 1`,
      `\treturn x ${seed('bad-variable')} \treturn 1`,
      '}',
      '',
      'func G() int {',
      `\treturn F() ${seed('bad-name')} \treturn f()`,
      '}',
    ),
    'platform.go': lines(
      `//go:build ${platform}`,
      '',
      `package p${index}`,
      '',
      `var Platform int = 1 ${seed('bad-platform')} var Platform int = 1.5`,
      `var Other = 1 ${seed('good-platform')} var Other = 2 - 1`,
    ),
    'tagged.go': lines(
      `//go:build special${index % 2}`,
      '',
      `package p${index}`,
      '',
      `var Tagged = 1 ${seed('bad-tagged')} var Typed = 1`,
      `var Special = 1 ${seed('good-tagged')} var Special = 2 - 1`,
    ),
    'a_test.go': lines(
      `package p${index}`,
      '',
      'import "testing"',
      '',
      'func TestF(t *testing.T) {',
      `\tif F() != 1 { ${seed('bad-test')} \tif F() != "1" {`,
      `\t\tt.Fatal("F") ${seed('good-test')} \t\tt.Fatal("F" + "")`,
      '\t}',
      '}',
    ),
    'x_test.go': lines(
      `package p${index}_test`,
      '',
      `import "example.com/seeded/p${index}"`,
      '',
      `var _ = p${index}.F ${seed('bad-external')} var _ = p${index}.unexported`,
      `var _ = p${index}.G ${seed('good-external')} var _ = p${index}.F`,
    ),
    ...(index % 3 === 0 && {
      'c.go': lines(
        `package p${index}`,
        '',
        '// static int one(void) { return 1; }',
        'import "C"',
        '',
        `var One = int(C.one()) ${seed('bad-cgo')} var One = int(C.two())`,
        `var Two = int(C.one()) + 1 ${seed('good-cgo')} var Two = 1 + int(C.one())`,
      ),
    }),
  }
}
