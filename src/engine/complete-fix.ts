import { fileConstraint } from '../go/constraint/file-constraint.ts'
import { scanHeader } from '../go/constraint/header.ts'
import type { GoFile } from '../go/file.ts'
import { importConflict } from '../go/import-conflict.ts'
import { importsC } from '../go/imports.ts'
import type { Parser } from '../go/syntax/parse.ts'
import { stdPackage, stdPackageName } from '../go/types/std-api.ts'
import type { Fix } from '../transform.ts'
import { importEditsOf } from './import-changes.ts'
import type { Found, FoundFix } from './types.ts'

/**
 * Works out what a fix needs in import declarations, and has it reviewed when it edits a file of cgo. One that needs
 * an import whose name is taken comes back as a refusal, and so does one in a file whose imports cannot be parsed; one
 * that reaches beyond `files` as it is.
 */
export function completeFix(
  found: FoundFix,
  files: ReadonlyMap<string, GoFile>,
  parse: Parser['parse'],
): Found {
  const { fix, ...rest } = found
  const paths = [...new Set(fix.edits.map(({ path }) => path))]
  const edited = paths.flatMap(path => files.get(path) ?? [])
  if (edited.length < paths.length) return found
  const goFiles = edited.filter(({ kind }) => kind === 'go')
  const conflict = goFiles
    .map(file => brokenImports(file) ?? conflictIn(file, fix, files))
    .find(reason => reason !== undefined)
  if (conflict) return { ...rest, refusal: conflict }

  const importEdits = goFiles.flatMap(file =>
    importEditsOf({ path: file.path, text: file.text, root: () => file.tree.rootNode }, [fix], parse),
  )
  const cgo = goFiles.filter(({ tree }) => importsC(tree.rootNode)).map(({ path }) => path)
  const cautions = [
    ...(cgo.length > 0
      ? [
          `${cgo.join(', ')} imports "C": what C code does with the values is not known here; build and test it with cgo`,
        ]
      : []),
    ...goFiles.flatMap(file => lostImports(file, fix, files, parse)),
  ]
  return {
    ...rest,
    fix: cautions.reduce(reviewed, fix),
    ...(importEdits.length > 0 && { importEdits }),
    ...(cgo.length > 0 && { editsCgo: true }),
  }
}

function brokenImports({ path, tree }: GoFile): string | undefined {
  const { children } = tree.rootNode
  const first = children.findIndex(({ type }) => DECLARATION.test(type))
  const isBroken = children.slice(0, first < 0 ? children.length : first).some(({ hasError }) => hasError)
  return isBroken
    ? `what stands before the first declaration of ${path} cannot be parsed, so what its imports are is not known; mend that first`
    : undefined
}

const DECLARATION = /^(?:const|type|var|function|method)_declaration$/

function conflictIn(
  file: GoFile,
  { imports = [] }: Fix,
  files: ReadonlyMap<string, GoFile>,
): string | undefined {
  for (const { path, needs = [], frees = [] } of imports) {
    if (path !== file.path) continue
    for (const need of needs) {
      const name = stdPackageName(need)
      const roots = [...files.values()]
        .filter(({ text }) => text.includes(name))
        .map(({ tree }) => tree.rootNode)
      const reason = importConflict(need, file.tree.rootNode, roots, frees)
      if (reason) return `${path} would have to import ${need}, but ${reason}; rename that first`
    }
  }
  return undefined
}

/** An import that goes takes the initialization of its package along, unless other files that are always built keep it. */
function lostImports(
  { path, text, tree }: GoFile,
  fix: Fix,
  files: ReadonlyMap<string, GoFile>,
  parse: Parser['parse'],
): readonly string[] {
  const frees = (fix.imports ?? [])
    .filter(change => change.path === path)
    .flatMap(change => change.frees ?? [])
  return frees.flatMap(freed => {
    if (freed === 'unsafe' || stdPackage(freed)) return []
    const alone = { ...fix, imports: [{ path, frees: [freed] }] }
    const isLost = importEditsOf({ path, text, root: () => tree.rootNode }, [alone], parse).length > 0
    const isKept = [...files.values()].some(
      other =>
        other.path !== path &&
        !other.path.endsWith('_test.go') &&
        other.text.includes(`"${freed}"`) &&
        !fileConstraint(other.path, scanHeader(other.text, 'go')),
    )
    return isLost && !isKept
      ? [
          `${path} does not import ${freed} any more: see that nothing needs what that package does when it is initialized`,
        ]
      : []
  })
}

function reviewed(fix: Fix, caution: string): Fix {
  if (fix.safety === 'safe') return { ...fix, safety: 'review', caution }
  return { ...fix, caution: `${fix.caution}; ${caution}` }
}
