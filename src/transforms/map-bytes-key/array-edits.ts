import { outer } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { builtinOf } from '../../go/types/callee.ts'
import { wholeNumber } from '../../go/types/constant.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { includesVersion } from '../../go/version.ts'
import type { Edit } from '../../transform.ts'
import { isBytes } from './bytes-to-string.ts'
import { keepsNothing } from './keeps-nothing.ts'
import type { Key } from './key.ts'
import type { KeyVariable } from './key-variable.ts'
import type { MapWeb } from './map-web.ts'
import type { Places } from './places.ts'
import type { WebKeys } from './web-keys.ts'

export interface ArrayKey {
  readonly length: bigint
  /** `[32]byte`, or the name that a type has at a node which is one. */
  readonly textAt: (node: SyntaxNode) => string
  /** The function that makes arrays of bytes whose length is not proven. */
  readonly checked: string
}

/** The edits that have all maps of a web keyed by arrays. Every key that is not checked has to have the array's length. */
export function arrayEdits(
  types: PackageTypes,
  places: Places,
  web: MapWeb,
  { keys, variables }: WebKeys,
  array: ArrayKey,
): Edit[] {
  const isKey = new Set([
    ...web.keys,
    ...variables.flatMap(({ keys: given }) => given.map(({ node }) => node)),
  ])
  return [
    ...web.typeNodes.flatMap(node => retyped(node.childForFieldName('key'))),
    ...keys.flatMap(key => keyEdits(key)),
    ...variables.flatMap(({ type }) => retyped(type)),
    ...variables.flatMap(variable => variable.uses.flatMap(use => useEdits(variable, use))),
  ]

  function replaced(node: SyntaxNode | undefined, newText: string): Edit[] {
    return node ? [places.edit(node, node.startIndex, node.endIndex, newText)] : []
  }

  function retyped(node: SyntaxNode | undefined): Edit[] {
    return node ? replaced(node, array.textAt(node)) : []
  }

  function keyEdits(key: Exclude<Key, { kind: 'variable' }>): Edit[] {
    const { node } = key
    switch (key.kind) {
      // string(x[:])        string(p[:])
      // -------- ----       -------- ----
      // x                   *p
      case 'array':
        return [
          places.edit(node, node.startIndex, key.array.startIndex, key.isPointer ? '*' : ''),
          places.edit(node, key.array.endIndex, node.endIndex, ''),
        ]
      // string(b)
      // ------
      // [32]byte(b)
      case 'slice':
        return [places.edit(node, node.startIndex, key.bytes.startIndex, `${conversion(node)}(`)]
      case 'constant':
        return replaced(node, constantText(node, key.value))
      // string(b)
      // ------
      // seenKey(b)
      case 'unproven':
        return [places.edit(node, node.startIndex, key.bytes.startIndex, `${array.checked}(`)]
      case 'text':
        throw new Error(`no array is made of ${node.text}`)
    }
  }

  /** Slices are converted to arrays since Go 1.20, to pointers to arrays since 1.17. */
  function conversion(node: SyntaxNode): string {
    const text = array.textAt(node)
    return includesVersion(places.fileOf(node).goVersion, '1.20') ? text : `*(*${text})`
  }

  function constantText(node: SyntaxNode, value: string): string {
    if (!/^(interpreted|raw)_string_literal$/.test(node.type))
      return `${conversion(node)}([]byte(${node.text}))`
    const elements = `{${[...value].map(byteText).join(', ')}}`
    if (node.parent?.type === 'literal_element') return elements
    const literal = `${array.textAt(node)}${elements}`
    return isInHead(node) ? `(${literal})` : literal
  }

  function useEdits({ name }: KeyVariable, use: SyntaxNode): Edit[] {
    const value = outer(use)
    if (isKey.has(use) || staysAsItIs(value)) return []
    const { parent } = value
    if (parent?.type === 'type_conversion_expression' && isBytes(types.typeOf(parent)))
      return replaced(parent, bytesText(parent, name.text))
    // k
    // string(k[:])
    return [
      places.edit(use, use.startIndex, use.startIndex, 'string('),
      places.edit(use, use.endIndex, use.endIndex, '[:])'),
    ]
  }

  // []byte(k) is a copy that may be kept, changed and grown: the same copy is made of the same string.
  function bytesText(node: SyntaxNode, name: string): string {
    if (keepsNothing(types, node)) return `${name}[:]`
    const type = node.childForFieldName('type')?.text ?? '[]byte'
    return `${type}(string(${name}[:]))`
  }

  // len(k), k[0]
  function staysAsItIs(value: SyntaxNode): boolean {
    const { parent } = value
    if (parent?.type === 'index_expression' && value.fieldName === 'operand') {
      const index = parent.childForFieldName('index')
      const number = index && wholeNumber(types.constantOf(index))
      return number !== undefined && number >= 0n && number < array.length
    }
    return parent?.type === 'argument_list' && isMeasured(parent.parent)
  }

  /** `len(k)` that may become a constant: in other operations that may not compile, or have another type. */
  function isMeasured(call: SyntaxNode | undefined): boolean {
    if (!call || builtinOf(types, call) !== 'len') return false
    const { parent } = outer(call)
    if (parent?.type === 'binary_expression')
      return (
        /^(?:[=!<>]=|[<>])$/.test(parent.childForFieldName('operator')?.type ?? '') && !isLiteralKey(parent)
      )
    return /^(?:assignment|return)_statement$|^short_var_declaration$|^var_spec$/.test(
      parent?.parent?.type ?? '',
    )
  }
}

/** Two keys of a map literal that are the same constant do not compile. */
function isLiteralKey(node: SyntaxNode): boolean {
  let up = node
  while (up.parent && /^(?:binary|unary|parenthesized)_expression$/.test(up.parent.type)) up = up.parent
  return up.parent?.type === 'literal_element' && up.parent.fieldName === 'key'
}

/** Reports whether a literal would be taken for the block of an if, for or switch: in brackets it is not. */
function isInHead(node: SyntaxNode): boolean {
  for (let up = node; up.parent; up = up.parent) {
    if (
      /^(?:argument_list|index_expression|block|statement_list|func_literal|parenthesized_expression)$/.test(
        up.parent.type,
      )
    )
      return false
    if (/^(?:if|for|expression_switch|type_switch)_statement$/.test(up.parent.type))
      return up.type !== 'block'
  }
  return false
}

function byteText(character: string): string {
  if (/^[ !#-&(-[\]-~"]$/.test(character)) return `'${character}'`
  return `0x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
}
