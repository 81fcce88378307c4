import type { GoFile } from '../../go/file.ts'
import { functionAround, inner, isWithin, partsOf, statementAround } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { isAssignedOnce } from '../../go/types/assigned-once.ts'
import { initialValue } from '../../go/types/initial-value.ts'
import type { VarObject } from '../../go/types/object.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import { underlyingOf } from '../../go/types/underlying.ts'
import type { Edit, Finding } from '../../transform.ts'
import { locationOf } from '../location.ts'
import { layoutOf } from '../slice-header/layout.ts'
import { conversionOf, isUnsafePointer, unsafePointerOperand } from '../unsafe/conversion.ts'
import { mayBeShadowed } from '../unsafe/names.ts'

// address := uintptr(unsafe.Pointer(&b[0]))
// header.Data = address
// -----------------------------------------
// address := unsafe.Pointer(&b[0])
// header.Data = uintptr(address)
export function heldAddress(call: SyntaxNode, file: GoFile, types: PackageTypes): Finding | undefined {
  const conversion = conversionOf(call, types)
  if (conversion?.target.kind !== 'basic' || conversion.target.name !== 'uintptr') return undefined
  const pointer = unsafePointerOperand(conversion.operand, types) ?? conversion.operand
  const isAddress = isUnsafePointer(types.typeOf(conversion.operand))
  const object = isAddress ? variableHolding(call, types) : undefined
  if (!object) return undefined
  const { name } = object
  const at = locationOf(file, object.declarations[0]?.node ?? call)
  const message = `${name} holds the address that a header gets, as an integer`
  const found = types.usesOf(object)
  if (found.unknown !== undefined) return { at, message, refusal: found.unknown }
  if (!found.uses.some(use => isDataOf(use, types))) return undefined
  const refuse = (reason: string): Finding => ({ at, message, refusal: `${DANGER}, and ${reason}` })
  if (!isAssignedOnce(types, object)) return refuse(`it is not certain that ${name} is assigned only once`)
  if (call.descendantsOfType('comment').length > 0)
    return refuse('there is a comment inside the conversion; move it out')
  if (!isPointer(pointer, types)) return refuse(`what ${pointer.text} is, is not known`)
  if (mayBeShadowed('uintptr', call, types)) return refuse('uintptr may mean something else here')
  const numbered = found.uses.find(use => !outerConversion(use, types) && !isDataOf(use, types))
  const number = numbered && (statementAround(numbered) ?? numbered)
  const uses = found.uses.map((use): Edit => {
    const whole = outerConversion(use, types)
    return { ...locationOf(file, whole ?? use), newText: whole ? name : `uintptr(${name})` }
  })
  return {
    at,
    message,
    fix: {
      title: `keep ${name} as an unsafe.Pointer`,
      edits: [{ ...locationOf(file, call), newText: conversion.operand.text }, ...uses],
      imports: [{ path: file.path, frees: ['unsafe'] }],
      proof: [
        `${name} is assigned once`,
        'as a pointer it keeps the memory alive, and follows it when a stack moves',
      ],
      ...(number === undefined
        ? { safety: 'safe' }
        : {
            safety: 'review',
            caution: `${name} is a number in ${number.text.split('\n')[0]}, and is another one after a stack has moved: see that it is not compared with what was taken before`,
          }),
    },
  }
}

const DANGER =
  'an integer keeps nothing alive: the memory may be freed, or moved with a growing stack, before the header gets the address'

/** The local variable that gets its only value from a call, without a type of its own. */
function variableHolding(call: SyntaxNode, types: PackageTypes): VarObject | undefined {
  const statement = call.parent?.parent
  const isShort = statement?.type === 'short_var_declaration'
  if (!isShort && statement?.type !== 'var_spec') return undefined
  if (statement.childForFieldName('type') || !functionAround(call)) return undefined
  const names = isShort
    ? partsOf(statement.childForFieldName('left'))
    : statement.childrenForFieldName('name')
  for (const name of names) {
    const object = types.objectOf(name)
    if (object?.kind === 'var' && initialValue(object) === call) return object
  }
  return undefined
}

/** Reports whether an expression is all or part of what the Data of a header becomes. */
function isDataOf(use: SyntaxNode, types: PackageTypes): boolean {
  for (let node = use; node.parent; node = node.parent) {
    const { parent } = node
    if (parent.type === 'keyed_element') return isDataKey(parent, types)
    if (parent.type === 'expression_list') {
      const left = parent.fieldName === 'right' ? parent.parent?.childForFieldName('left') : undefined
      const target = partsOf(left)[partsOf(parent).indexOf(node)]
      return target !== undefined && isDataField(inner(target), types)
    }
    if (!/^(?:parenthesized|binary|call)_expression$|^(?:argument_list|literal_element)$/.test(parent.type))
      return false
  }
  return false
}

function isDataField(target: SyntaxNode, types: PackageTypes): boolean {
  const operand = target.type === 'selector_expression' ? target.childForFieldName('operand') : undefined
  const field = target.childForFieldName('field')
  if (!operand || !field) return false
  const type = underlyingOf(types.typeOf(operand))
  const held = type.kind === 'pointer' ? type.element : types.typeOf(operand)
  return layoutOf(held)?.parts.get(field.text) === 'Data'
}

function isDataKey(element: SyntaxNode, types: PackageTypes): boolean {
  const literal = element.parent?.parent
  const [key] = partsOf(element)
  if (literal?.type !== 'composite_literal' || !key) return false
  return layoutOf(types.typeOf(literal))?.parts.get(key.text) === 'Data'
}

/** Reports whether an expression is a pointer already, of which there may be one more. */
function isPointer(node: SyntaxNode, types: PackageTypes): boolean {
  const type = types.typeOf(node)
  if (underlyingOf(type).kind === 'pointer') return conversionOf(node, types) === undefined
  return isUnsafePointer(type) && /^(?:identifier|selector_expression)$/.test(inner(node).type)
}

/** `unsafe.Pointer(address)`, which is then the variable itself. */
function outerConversion(use: SyntaxNode, types: PackageTypes): SyntaxNode | undefined {
  const call = use.parent?.parent
  if (call?.type !== 'call_expression' || !isWithin(use, call)) return undefined
  return unsafePointerOperand(call, types) === use ? call : undefined
}
