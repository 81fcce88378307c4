import type { SyntaxNode } from '../syntax/tree.ts'
import { canCoexist, type TypedFile } from './files.ts'

/** A package's files, and what they declare outside functions. Nothing is resolved yet. */
export interface Unit {
  /** What types print as their package. */
  readonly importPath: string
  /** Unique among units: a directory may hold a package, its external tests, and programs to be run by themselves. */
  readonly key: string
  readonly directory: string
  readonly files: readonly TypedFile[]
  readonly members: ReadonlyMap<string, readonly Declaration[]>
  /** By name of the receiver's type, then of the method. */
  readonly methods: ReadonlyMap<string, ReadonlyMap<string, readonly Declaration[]>>
  /** Names that text which could not be parsed may declare. */
  readonly mayDeclare: (name: string) => boolean
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
}

export function makeUnit(
  identity: Pick<Unit, 'importPath' | 'key' | 'directory'>,
  files: readonly TypedFile[],
): Unit {
  const members = new Map<string, Declaration[]>()
  const methods = new Map<string, Map<string, Declaration[]>>()
  const unparsed: string[] = []
  for (const file of files) {
    for (const whole of file.tree.rootNode.children) {
      if (whole.type === 'ERROR') unparsed.push(whole.text)
      else if (whole.hasError) unparsed.push(...whole.descendantsOfType('ERROR').map(({ text }) => text))
      for (const declaration of declarationsIn(whole, file)) {
        const { text } = declaration.name
        if (text === '_') continue
        const receiver = receiverName(declaration.spec)
        const group = receiver === undefined ? members : groupOf(methods, receiver)
        group.set(text, [...(group.get(text) ?? []), declaration])
      }
    }
  }
  return {
    ...identity,
    files,
    members,
    methods,
    mayDeclare: name =>
      unparsed.some(text => new RegExp(`\\b(type|func|var|const)\\s*\\(?\\s*${name}\\b`).test(text)),
  }
}

function groupOf(methods: Map<string, Map<string, Declaration[]>>, receiver: string) {
  const group = methods.get(receiver) ?? new Map<string, Declaration[]>()
  methods.set(receiver, group)
  return group
}

/** The declarations that one statement makes, outside or inside a function. */
export function declarationsIn(whole: SyntaxNode, file: TypedFile): Declaration[] {
  switch (whole.type) {
    case 'function_declaration':
    case 'method_declaration': {
      const name = whole.childForFieldName('name')
      return name ? [{ kind: 'func', file, name, spec: whole, whole }] : []
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
  return spec.childrenForFieldName('name').map(name => ({ kind, file, name, spec, whole }))
}

/** The name of the type whose method this is; undefined for anything but a method. */
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
  const inner = type.children.findLast(child => child.isNamed && child.type !== 'comment')
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
