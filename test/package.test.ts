import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readTree, temporaryTree } from './support/tree.ts'

const PROJECT = join(import.meta.dirname, '..')

/** Packs what `npm publish` would upload; returns the paths in it and the directory it is unpacked in. */
function pack(): { readonly paths: readonly string[]; readonly directory: string } {
  const directory = mkdtempSync(join(tmpdir(), 'gomend-package-'))
  const options = ['--json', '--ignore-scripts', '--pack-destination', directory]
  const [packed] = JSON.parse(execFileSync('npm', ['pack', ...options], { cwd: PROJECT, encoding: 'utf8' }))
  execFileSync('tar', ['-xzf', packed.filename], { cwd: directory })
  return {
    paths: packed.files.map(({ path }: { path: string }) => path),
    directory: join(directory, 'package'),
  }
}

/** Gives an unpacked package the packages that it depends on, and neither those for development nor optional ones. */
function install(directory: string): void {
  const list = ['ls', '--all', '--parseable', '--omit=dev', '--omit=optional']
  const found = spawnSync('npm', list, { cwd: PROJECT, encoding: 'utf8' }).stdout.split('\n')
  for (const path of found) {
    const name = /node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)$/.exec(path.slice(PROJECT.length))?.[1]
    if (!name || path !== join(PROJECT, 'node_modules', name)) continue
    mkdirSync(dirname(join(directory, 'node_modules', name)), { recursive: true })
    symlinkSync(path, join(directory, 'node_modules', name))
  }
}

/** The built modules that are entries, or that others of these import. */
function reachable(directory: string): string[] {
  const reached = new Set(['main.js', 'index.js', 'config.js', 'worker.js'])
  for (const name of reached) {
    const text = readFileSync(join(directory, name), 'utf8')
    for (const [, imported = ''] of text.matchAll(/(?:from |import\()"\.\/([^"]+)"/g)) reached.add(imported)
  }
  return [...reached]
}

test('the package holds the built code of today, what it reads, and nothing else, and runs without the rest', () => {
  const { paths, directory } = pack()
  const sources = Object.keys(readTree(join(PROJECT, 'src'))).filter(path => !path.endsWith('.d.ts'))
  const declarations = sources.map(path => path.replace(/\.ts$/, '.d.ts'))
  const built = [...declarations, ...reachable(join(directory, 'dist'))].map(path => `dist/${path}`)
  const read = ['assets', 'data'].flatMap(folder =>
    Object.keys(readTree(join(PROJECT, folder))).map(path => `${folder}/${path}`),
  )
  const rest = ['LICENSE', 'README.md', 'bin/gomend.js', 'package.json']
  expect([...paths].sort()).toEqual([...built, ...read, ...rest].sort())

  install(directory)
  const root = temporaryTree({
    'go.mod': 'module example.com/m\n\ngo 1.21\n',
    'a.go': '// +build linux\n\npackage p\n',
    'b.go': 'package p\n\nimport "strings"\n\nvar _ = strings.Title("a")\n',
  })
  const gomend = (...args: string[]) =>
    execFileSync(process.execPath, [join(directory, 'bin/gomend.js'), ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, GOMEND_PARSER: '' },
    })
  expect(gomend('--version')).toContain('(tree-sitter binding: wasm)')
  expect(gomend('fix', '--yes', '--verify', 'off')).toContain('1 fixed')
  expect(readFileSync(join(root, 'a.go'), 'utf8')).toBe('//go:build linux\n\npackage p\n')
  expect(gomend('scan', '--verify', 'off', '--format', 'html')).toContain('<html')

  gomend('new', 'string-title')
  writeFileSync(
    join(root, 'transforms.config.ts'),
    `import { stringTitle } from './transforms/string-title.ts'\nexport default { transforms: [stringTitle] }\n`,
  )
  expect(gomend('scan', '--verify', 'off')).toContain('string-title: a call of strings.Title')
})
