import { partsOf } from '../syntax/expression.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import { canCoexist, type TypedFile } from './files.ts'

/** A package's files, and what they declare outside functions. Nothing is resolved yet. */
export interface Unit extends UnitIdentity {
  /** Opens the files in which the name may be declared. */
  readonly declarationsOf: (name: string) => readonly Declaration[]
  readonly methodsNamed: (name: string) => readonly Declaration[]
  /** Whether text that could not be parsed may declare the name. */
  readonly mayDeclare: (name: string) => boolean
}

export interface UnitIdentity {
  /** What types print as their package. */
  readonly importPath: string
  /** Unique among units: a directory may hold a package, its external tests, and programs to be run by themselves. */
  readonly key: string
  readonly directory: string
}

/** A file that is parsed when it is needed. */
export interface UnitFile {
  readonly text: string
  /** Undefined when the file does not belong to the unit after all. */
  readonly open: () => TypedFile | undefined
}

export interface Declaration {
  readonly kind: 'const' | 'var' | 'type' | 'func'
  readonly file: TypedFile
  /** The declaring identifier. */
  readonly name: SyntaxNode
  /** const_spec, var_spec, type_spec, type_alias, function_declaration or method_declaration. */
  readonly spec: SyntaxNode
  /** The whole declaration at the top level of the file, or in a function. */
  readonly whole: SyntaxNode
  /** The name of the type whose method this is; undefined for anything but a method. */
  readonly receiver: string | undefined
}

export function makeUnit(identity: UnitIdentity, sources: readonly UnitFile[]): Unit {
  const files = sources.map(source => ({ source, index: undefined as FileIndex | 'none' | undefined }))
  const members = new Map<string, readonly Declaration[]>()
  const methods = new Map<string, readonly Declaration[]>()
  const undeclared = new Map<string, boolean>()
  return {
    ...identity,
    declarationsOf: name => find(members, name, MEMBER, index => index.members),
    methodsNamed: name => find(methods, name, METHOD, index => index.methods),
    mayDeclare(name) {
      const known = undeclared.get(name)
      if (known !== undefined) return known
      const declaration = new RegExp(`\\b(type|func|var|const)\\s*(?:\\(\\s*)?${name}\\b`)
      const found = mentioning(name, MEMBER).some(({ unparsed }) =>
        unparsed.some(text => declaration.test(text)),
      )
      undeclared.set(name, found)
      return found
    },
  }

  function find(
    known: Map<string, readonly Declaration[]>,
    name: string,
    before: string,
    part: (index: FileIndex) => ReadonlyMap<string, readonly Declaration[]>,
  ): readonly Declaration[] {
    const found = known.get(name) ?? mentioning(name, before).flatMap(index => part(index).get(name) ?? [])
    known.set(name, found)
    return found
  }

  function mentioning(name: string, before: string): FileIndex[] {
    let pattern: RegExp | undefined
    return files.flatMap(file => {
      // To look into an index is quicker than to search in the text.
      if (file.index === undefined) {
        if (!file.source.text.includes(name)) return []
        // What stands before is looked at last: from each blank line on, the next ones would be looked at again.
        pattern ??= new RegExp(`${name}(?![\\p{L}\\p{Nd}_])(?<=(?:${before})\\s*${name})`, 'u')
        if (!pattern.test(file.source.text)) return []
      }
      return opened(file) ?? []
    })
  }

  function opened(file: (typeof files)[number]): FileIndex | undefined {
    if (file.index === undefined) {
      const typed = file.source.open()
      file.index = typed ? indexOf(typed) : 'none'
    }
    return file.index === 'none' ? undefined : file.index
  }
}

// What stands before a name, white space left out, where it may be the one that is declared.
const MEMBER = '^|[\\n;(,]|\\*/|\\b(?:func|type|var|const)'
const METHOD = '\\)|\\*/|\\n'

interface FileIndex {
  readonly members: ReadonlyMap<string, readonly Declaration[]>
  readonly methods: ReadonlyMap<string, readonly Declaration[]>
  /** Text outside functions, and in declarations, that is not understood. */
  readonly unparsed: readonly string[]
}

function indexOf(file: TypedFile): FileIndex {
  const members = new Map<string, Declaration[]>()
  const methods = new Map<string, Declaration[]>()
  const unparsed: string[] = []
  for (const whole of file.tree.rootNode.children) {
    if (whole.type === 'ERROR') unparsed.push(whole.text)
    else if (whole.hasError) unparsed.push(...whole.descendantsOfType('ERROR').map(({ text }) => text))
    for (const declaration of declarationsIn(whole, file)) {
      const { text } = declaration.name
      if (text === '_') continue
      const group = declaration.receiver === undefined ? members : methods
      const known = group.get(text)
      if (known) known.push(declaration)
      else group.set(text, [declaration])
    }
  }
  return { members, methods, unparsed }
}

/** The declarations that one statement makes, outside or inside a function. */
export function declarationsIn(whole: SyntaxNode, file: TypedFile): Declaration[] {
  switch (whole.type) {
    case 'function_declaration':
    case 'method_declaration': {
      const name = whole.childForFieldName('name')
      return name ? [{ kind: 'func', file, name, spec: whole, whole, receiver: receiverName(whole) }] : []
    }
    case 'const_declaration':
      return specsOf(whole, 'const_spec').flatMap(spec => named('const', spec, whole, file))
    case 'var_declaration':
      return specsOf(whole, 'var_spec').flatMap(spec => named('var', spec, whole, file))
    case 'type_declaration':
      return whole.children
        .filter(({ type }) => type === 'type_spec' || type === 'type_alias')
        .flatMap(spec => named('type', spec, whole, file))
    default:
      return []
  }
}

function specsOf(whole: SyntaxNode, type: string): SyntaxNode[] {
  return whole.children.flatMap(child =>
    child.type === 'var_spec_list' ? specsOf(child, type) : child.type === type ? [child] : [],
  )
}

function named(
  kind: 'const' | 'var' | 'type',
  spec: SyntaxNode,
  whole: SyntaxNode,
  file: TypedFile,
): Declaration[] {
  return spec
    .childrenForFieldName('name')
    .map(name => ({ kind, file, name, spec, whole, receiver: undefined }))
}

function receiverName(spec: SyntaxNode): string | undefined {
  if (spec.type !== 'method_declaration') return undefined
  const receiver = spec.childForFieldName('receiver')
  const type = receiver?.children
    .find(child => child.type === 'parameter_declaration')
    ?.childForFieldName('type')
  return type ? receiverTypeName(type)?.text : ''
}

/** `T` in `T`, `*T`, `(*T)` and `T[P]`. */
export function receiverTypeName(type: SyntaxNode): SyntaxNode | undefined {
  if (type.type === 'type_identifier') return type
  if (type.type === 'generic_type') return type.childForFieldName('type')
  if (type.type !== 'pointer_type' && type.type !== 'parenthesized_type') return undefined
  const inner = partsOf(type).at(-1)
  return inner && receiverTypeName(inner)
}

/**
 * The declarations of a name that a file can mean: those in files that are built together with it. Files that are no
 * tests are built without the tests too.
 */
export function visibleFrom(file: TypedFile, declarations: readonly Declaration[]): readonly Declaration[] {
  const [first] = declarations
  if (first && declarations.length === 1 && (file.isTest || !first.file.isTest)) return declarations
  return declarations.filter(
    declaration => (file.isTest || !declaration.file.isTest) && canCoexist(file, declaration.file),
  )
}
