import type { GoFile } from '../go/file.ts'
import { importConflict } from '../go/import-conflict.ts'
import { importsC } from '../go/imports.ts'
import type { Parser } from '../go/syntax/parse.ts'
import type { Fix } from '../transform.ts'
import { importEditsOf } from './import-changes.ts'
import type { Found, FoundFix } from './types.ts'

/**
 * Works out what a fix needs in import declarations, and has it reviewed when it edits a file of cgo. One that needs
 * an import whose name is taken comes back as a refusal, one that reaches beyond `files` as it is.
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
  const conflict = edited.map(file => conflictIn(file, fix, files)).find(reason => reason !== undefined)
  if (conflict) return { ...rest, refusal: conflict }

  const goFiles = edited.filter(({ kind }) => kind === 'go')
  const importEdits = goFiles.flatMap(file =>
    importEditsOf({ path: file.path, text: file.text, root: () => file.tree.rootNode }, [fix], parse),
  )
  const cgo = goFiles.filter(({ tree }) => importsC(tree.rootNode)).map(({ path }) => path)
  return {
    ...rest,
    fix: cgo.length > 0 ? reviewed(fix, cgo) : fix,
    ...(importEdits.length > 0 && { importEdits }),
    ...(cgo.length > 0 && { editsCgo: true }),
  }
}

function conflictIn(
  file: GoFile,
  { imports = [] }: Fix,
  files: ReadonlyMap<string, GoFile>,
): string | undefined {
  for (const { path, needs = [], frees = [] } of imports) {
    if (path !== file.path) continue
    const roots = [...files.values()].map(({ tree }) => tree.rootNode)
    for (const need of needs) {
      const reason = importConflict(need, file.tree.rootNode, roots, frees)
      if (reason) return `${path} would have to import ${need}, but ${reason}; rename that first`
    }
  }
  return undefined
}

function reviewed(fix: Fix, cgo: readonly string[]): Fix {
  if (fix.safety === 'review') return fix
  const caution = `${cgo.join(', ')} imports "C": what C code does with the values is not known here; build and test it with cgo`
  return { ...fix, safety: 'review', caution }
}
