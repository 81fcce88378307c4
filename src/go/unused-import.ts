import { type Import, isStandard } from './imports.ts'
import type { SyntaxNode } from './syntax/tree.ts'
import { stdPackageName } from './types/std-api.ts'

/**
 * Reports whether code uses an import under one of the names that it may have, among `all` imports of its file. Scopes
 * are not looked at: a variable of that name counts as a use.
 */
export function isUsed(imported: Import, all: readonly Import[], root: SyntaxNode): boolean {
  const names = namesOf(imported, all)
  return root
    .descendantsOfType(['identifier', 'package_identifier'])
    .some(node => names.has(node.text) && isQualifier(node, root))
}

/** Where the code is not understood, every identifier counts. */
function isQualifier({ parent, fieldName }: SyntaxNode, root: SyntaxNode): boolean {
  if (parent?.type === 'selector_expression') return fieldName === 'operand'
  if (parent?.type === 'qualified_type') return fieldName === 'package'
  return root.hasError && parent?.type !== 'import_spec' && parent?.type !== 'package_clause'
}

/** No two imports of a file have one name. */
function namesOf(imported: Import, all: readonly Import[]): ReadonlySet<string> {
  if (imported.name !== undefined) return new Set([imported.name])
  const taken = new Set(
    all.filter(other => other !== imported).map(({ name, path }) => name ?? stdPackageName(path)),
  )
  const names = [...possibleNames(imported.path)]
  const likely = stdPackageName(imported.path)
  return new Set(names.filter(name => name === likely || !taken.has(name)))
}

/** The names that a package may have given itself, as far as its path says: `go-yaml/v2` may be `yaml`. */
function possibleNames(path: string): ReadonlySet<string> {
  if (isStandard(path)) return new Set([stdPackageName(path)])
  const elements = path.split('/').slice(-2)
  return new Set(
    elements.flatMap(element => [element, element.replaceAll(/[-.]/g, ''), ...element.split(/[-.]/)]),
  )
}

/** The directive for which a file has to import a package even when it does not use its name. */
const DIRECTIVES: Readonly<Record<string, string>> = { unsafe: '//go:linkname ', embed: '//go:embed ' }

/** Reports whether a directive of the file needs the package, so that an import without a use becomes a blank one. */
export function isNeededByDirective(path: string, text: string): boolean {
  const directive = DIRECTIVES[path]
  return directive !== undefined && `\n${text}`.includes(`\n${directive}`)
}
