import type { GoPackage } from '../../go/package.ts'
import { declaredNames } from '../../go/syntax/declared-names.ts'
import { functionAround, inner, rootOf } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { givenValue, isExported, usagesOf } from '../../go/types/escape.ts'
import type { VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Type } from '../../go/types/type.ts'
import type { Edit, Fix } from '../../transform.ts'
import { exposureOf, seenAsOther } from '../map-bytes-key/exposure.ts'
import type { Problem } from '../map-bytes-key/link.ts'
import { makePlaces, type Places } from '../map-bytes-key/places.ts'
import { fieldProblem, positionalValues } from '../map-bytes-key/struct-field.ts'
import { importedName, mayBeShadowed } from '../unsafe/names.ts'
import { typeInFile } from '../unsafe/type-in-file.ts'
import { freedBy, type Given, givenBy, pointerTo, typeOfAll } from './given.ts'
import { type Layout, layoutOf } from './layout.ts'
import type { Retyped } from './retyped.ts'
import { useOf } from './use.ts'

/** Fields of structs that hold pointers to headers, each of which was given that of a slice or string of one type. */
export function fieldsIn(pkg: GoPackage): readonly Retyped[] {
  const places = makePlaces(pkg)
  return pkg.candidates
    .flatMap(({ tree }) => tree.rootNode.children)
    .filter(({ type, hasError }) => type === 'type_declaration' && !hasError)
    .flatMap(whole => whole.descendantsOfType('field_declaration'))
    .flatMap(declaration => fieldOf(declaration, pkg.types, places) ?? [])
}

/** A field of pointers to headers. */
interface Field {
  readonly name: SyntaxNode
  readonly typeNode: SyntaxNode
  readonly struct: SyntaxNode
  readonly layout: Layout
  /** That of the header. */
  readonly header: Type
}

function fieldOf(declaration: SyntaxNode, types: PackageTypes, places: Places): Retyped | undefined {
  const typeNode = declaration.childForFieldName('type')
  const type = typeNode?.type === 'pointer_type' ? types.typeOf(typeNode) : undefined
  const layout = type?.kind === 'pointer' ? layoutOf(type.element) : undefined
  const [name, other] = declaration.childrenForFieldName('name')
  const struct = declaration.parent?.parent
  if (!typeNode || type?.kind !== 'pointer' || !layout || layout.strangeness) return undefined
  if (!name || other || !struct) return undefined
  const field = { name, typeNode, struct, layout, header: type.element }
  const fix = fixOf(field, types, places)
  if (!('title' in fix) && !layout.isNamedSo) return undefined
  const common = {
    at: places.locationOf(typeNode),
    message: `${name.text} points to ${layout.name}`,
  }
  if ('title' in fix) {
    const { nodes, ...content } = fix
    return { nodes: [typeNode, ...nodes], finding: { ...common, fix: content } }
  }
  const { at, what } = fix
  const refusal = `it is kept in the field of a struct, and ${what} (${places.nameOf(at)})`
  return { nodes: [typeNode], finding: { ...common, refusal } }
}

// header *Header    p.header = (*Header)(unsafe.Pointer(&p.numbers))    p.header.Data
// --------------------------------------------------------------------------------------------------------------------
// header *[]float64    p.header = &p.numbers                            (*Header)(unsafe.Pointer(p.header)).Data
function fixOf(
  field: Field,
  types: PackageTypes,
  places: Places,
): (Fix & { readonly nodes: readonly SyntaxNode[] }) | Problem {
  const { name, typeNode, struct, layout } = field
  const object = types.objectOf(name)
  if (object?.kind !== 'var' || !object.isField)
    return { at: name, what: `what ${name.text} is is not known` }
  const problem = declarationProblem(object, field, types) ?? seenAsOther(types, object)
  if (problem) return problem
  const uses = usesOf(object, field, types)
  if ('what' in uses) return uses
  const { given, reads } = uses
  const pointedTo = typeOfAll(given)
  if (!pointedTo)
    return {
      at: name,
      what: given.length > 0 ? 'it is given headers of several types' : 'it is given no header of a variable',
    }
  const text = typeInFile(pointedTo, typeNode, types)
  if (text === undefined) return { at: name, what: 'the type of what it points to has no name there' }
  const views = reads.map(read => viewAt(read, field, types, places))
  const unnamed = reads.find((_, index) => !views[index])
  if (unnamed) return { at: unnamed, what: `${layout.name} or package unsafe has no name there` }

  const edits: [Edit, ...Edit[]] = [
    { ...places.locationOf(typeNode), newText: `*${text}` },
    ...given.map(({ node, place }) => ({ ...places.locationOf(node), newText: pointerTo(place) })),
    ...views.flatMap(view => view ?? []),
  ]
  const shown = exposureOf(types, object)
  const content = {
    title: `let ${name.text} be a *${text}`,
    edits,
    imports: [
      ...[...new Set(reads.map(read => places.fileOf(read).path))].map(path => ({ path, needs: ['unsafe'] })),
      ...[...new Set([places.fileOf(name).path, ...given.map(({ path }) => path)])].map(path =>
        freedBy(path, [...given, { node: typeNode, path: places.fileOf(name).path }], types),
      ),
    ],
    proof: [
      `it is not exported, and all it is given is the header of a ${text}`,
      `no other struct has the fields of ${struct.parent?.childForFieldName('name')?.text}, and every use of ${name.text} is understood`,
    ],
    nodes: given.map(({ node }) => node),
  }
  if (!shown) return { ...content, safety: 'safe' }
  const caution = `${shown.what} (${places.nameOf(shown.at)}): code that looks into it by reflection, as %#v and reflect.DeepEqual do, sees the ${layout.kind} and not its words`
  return { ...content, safety: 'review', caution }
}

/** Why the type of the field is not its package's alone to change. */
function declarationProblem(object: VarObject, field: Field, types: PackageTypes): Problem | undefined {
  const { name, struct } = field
  if (isExported(object)) return { at: name, what: `${name.text} is exported` }
  const spec = struct.parent
  const owner = spec?.type === 'type_spec' ? spec.childForFieldName('name') : undefined
  if (!owner || spec?.childForFieldName('type_parameters') || functionAround(struct))
    return { at: name, what: 'the struct has no name, or has type parameters' }
  const others = declarationsOf(owner.text, types).filter(other => other !== owner)
  if (others.length > 0) return { at: owner, what: `${owner.text} is declared once for each platform` }
  const [positional] = positionalValues(types, object)
  if (positional) return { at: positional, what: 'a literal sets it without its name' }
  return fieldProblem(types, { name, struct })
}

/** The names in all declarations of package-level types of that name, those of other platforms too. */
function declarationsOf(name: string, { files }: PackageTypes): readonly SyntaxNode[] {
  return files
    .filter(({ text }) => text.includes(name))
    .flatMap(({ tree }) => tree.rootNode.children)
    .filter(({ type }) => type === 'type_declaration')
    .flatMap(declaredNames)
    .filter(({ text }) => text === name)
}

interface Uses {
  readonly given: readonly Given[]
  /** `p.header` where words of the header are read or written. */
  readonly reads: readonly SyntaxNode[]
}

function usesOf(object: VarObject, { name, layout }: Field, types: PackageTypes): Uses | Problem {
  const all = usagesOf(types, object)
  if (all.unknown !== undefined) return { at: name, what: all.unknown }
  const given: Given[] = []
  const reads: SyntaxNode[] = []
  for (const usage of all.usages) {
    if (usage.kind === 'compared with nil') continue
    if (usage.kind === 'assigned to' || usage.kind === 'initialised') {
      const value = givenValue(usage)
      if (value && inner(value).type === 'nil') continue
      const pointer = value && givenBy(value, types)
      if (!pointer) return { at: usage.value, what: reasonAgainst(value) }
      given.push(pointer)
      continue
    }
    const use = useOf({ node: usage.value, isPointer: true, isView: true }, layout, types)
    if (typeof use === 'string') return { at: usage.value, what: use }
    if (use.kind === 'pointer') return { at: usage.value, what: 'it is passed on' }
    reads.push(usage.value)
  }
  return { given, reads }
}

function reasonAgainst(value: SyntaxNode | undefined): string {
  return value && value.descendantsOfType('comment').length > 0
    ? 'there is a comment inside what it is given; move it out'
    : 'what it is given there is no header of a variable'
}

function viewAt(read: SyntaxNode, { header }: Field, types: PackageTypes, places: Places): Edit | undefined {
  const unsafeName = importedName('unsafe', rootOf(read), types) ?? 'unsafe'
  const type = typeInFile(header, read, types)
  if (type === undefined || mayBeShadowed(unsafeName, read, types)) return undefined
  const newText = `(*${type})(${unsafeName}.Pointer(${inner(read).text}))`
  return { ...places.locationOf(read), newText }
}
