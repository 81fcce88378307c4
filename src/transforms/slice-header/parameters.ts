import type { GoFile } from '../../go/file.ts'
import type { GoPackage } from '../../go/package.ts'
import { argumentsOf, partsOf, rootOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { directCallsOf } from '../../go/types/direct-calls.ts'
import { isExported } from '../../go/types/escape.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Edit } from '../../transform.ts'
import { locationOf } from '../location.ts'
import { isDeclaredAgain, isLinked, isWantedByInterface } from '../named-elsewhere.ts'
import { importedName, mayBeShadowed } from '../unsafe/names.ts'
import { typeInFile } from '../unsafe/type-in-file.ts'
import { freedBy, type Given, givenBy, pointerTo, typeOfAll } from './given.ts'
import { type Layout, layoutOf } from './layout.ts'
import { headerAgain } from './parameter-body.ts'
import type { Retyped } from './retyped.ts'
import { useOf } from './use.ts'

/** Parameters of functions that nobody but their package calls, each time with a header of the same type. */
export function parametersIn({ candidates, files, types }: GoPackage): readonly Retyped[] {
  return candidates.flatMap(file =>
    file.tree.rootNode.children
      .filter(({ type, hasError }) => /^(?:function|method)_declaration$/.test(type) && !hasError)
      .flatMap(declaration =>
        partsOf(declaration.childForFieldName('parameters')).flatMap(
          (parameter, index) => parameterOf(parameter, index, { declaration, file, files, types }) ?? [],
        ),
      ),
  )
}

interface Around {
  readonly declaration: SyntaxNode
  readonly file: GoFile
  readonly files: readonly GoFile[]
  readonly types: PackageTypes
}

// func fill(h *Header) { … }                                         fill((*Header)(unsafe.Pointer(&b)))
// ------------------------------------------------------------------------------------------------------
// func fill(slice *[]byte) { h := (*Header)(unsafe.Pointer(slice)) … } fill(&b)
function parameterOf(parameter: SyntaxNode, index: number, around: Around): Retyped | undefined {
  const { declaration, file, types } = around
  const [name, other] = parameter.childrenForFieldName('name')
  const typeNode =
    parameter.type === 'parameter_declaration' ? parameter.childForFieldName('type') : undefined
  const type = typeNode?.type === 'pointer_type' ? types.typeOf(typeNode) : undefined
  const layout = type?.kind === 'pointer' ? layoutOf(type.element) : undefined
  if (!name || other || !typeNode || !layout || layout.strangeness) return undefined
  // Parameters before it that share a type would shift what is the argument.
  const before = partsOf(parameter.parent).slice(0, index)
  if (before.some(each => each.childrenForFieldName('name').length !== 1)) return undefined
  const uses = usesInside(name, layout, types)
  const given = uses && argumentsGiven(declaration, index, around)
  const pointedTo = given && typeOfAll(given)
  const text = pointedTo && typeInFile(pointedTo, parameter, types)
  const unsafeName = importedName('unsafe', rootOf(name), types) ?? 'unsafe'
  if (!uses || !given || text === undefined) return undefined
  if (mayBeShadowed(unsafeName, name, types)) return undefined
  const { path } = file
  const pointed = typeNode.text.replace(/^\*\s*/, '')
  if (!meansOneThing(pointed, declaration, types)) return undefined
  const view = (pointer: string) => `(*${pointed})(${unsafeName}.Pointer(${pointer}))`
  const edits: [Edit, ...Edit[]] = [
    { ...locationOf(file, typeNode), newText: `*${text}` },
    ...headerAgain({ name, uses, layout, view }, file),
    ...given.map(argument => ({
      ...locationOf(argument, argument.node),
      newText: pointerTo(argument.place),
    })),
  ]
  const callers = [...new Set(given.map(argument => argument.path))]
  return {
    nodes: [typeNode, ...given.map(({ node }) => node)],
    finding: {
      at: locationOf(file, typeNode),
      message: `${declaration.childForFieldName('name')?.text} takes a pointer to ${layout.name}`,
      fix: {
        title: `let ${name.text} be a *${text}`,
        edits,
        imports: [{ path, needs: ['unsafe'] }, ...callers.map(caller => freedBy(caller, given, types))],
        proof: [
          `it is not exported, and called ${given.length === 1 ? 'once' : `${given.length} times`}, each time with the header of a ${text}`,
          `${name.text} is assigned once, and every use of it is understood`,
        ],
        safety: 'safe',
      },
    },
  }
}

/** The uses of a parameter in its function, which all read or write words of the header; undefined for others. */
function usesInside(
  name: SyntaxNode,
  layout: Layout,
  types: PackageTypes,
): readonly SyntaxNode[] | undefined {
  const object = types.objectOf(name)
  if (object?.kind !== 'var' || name.text === '_') return undefined
  const found = types.usesOf(object)
  if (found.unknown !== undefined || found.uses.length === 0) return undefined
  const areUnderstood = found.uses.every(node => {
    const use = useOf({ node, isPointer: true, isView: true }, layout, types)
    return typeof use !== 'string' && use.kind !== 'pointer'
  })
  return areUnderstood ? found.uses : undefined
}

/** What each call gives for a parameter; undefined when not all calls are known, or one gives no header of a variable. */
function argumentsGiven(
  declaration: SyntaxNode,
  index: number,
  { files, types }: Around,
): readonly Given[] | undefined {
  const name = declaration.childForFieldName('name')
  const object = name && types.objectOf(name)
  if (object?.kind !== 'func' || object.declarations.length !== 1 || isExported(object)) return undefined
  if (
    isDeclaredAgain(object, files) ||
    isLinked(object, files) ||
    isWantedByInterface(object, files) ||
    !declaration.childForFieldName('body')
  )
    return undefined
  const found = directCallsOf(types, object)
  if (found.unknown !== undefined || found.others.length > 0) return undefined
  const given: Given[] = []
  for (const call of found.calls) {
    const argument = argumentsOf(call)?.[index]
    const pointer = argument && givenBy(argument, types)
    if (!pointer) return undefined
    given.push(pointer)
  }
  return given
}

/** Reports whether the first name of a type is that of a package or type wherever a function names it. */
function meansOneThing(type: string, declaration: SyntaxNode, types: PackageTypes): boolean {
  const first = /^\w+/.exec(type)?.[0]
  return declaration
    .descendantsOfType(['identifier', 'type_identifier', 'package_identifier'])
    .filter(({ text }) => text === first)
    .every(node => /^(?:package|type)$/.test(types.objectOf(node)?.kind ?? ''))
}
