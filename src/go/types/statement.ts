import { functionAround, partsOf } from '../syntax/expression.ts'
import type { SyntaxNode } from '../syntax/tree.ts'
import { evaluate, evaluateField } from './evaluate.ts'
import { declare, declareOrAssign, type Local, shortDeclaration } from './local-declarations.ts'
import { rangeTypes } from './range-types.ts'
import { type Context, recordObject } from './resolver.ts'
import { innerScope } from './scope.ts'
import { declareVariable } from './signature.ts'
import { typesOfValues } from './specs.ts'
import { type Type, unknown } from './type.ts'
import { evaluateType } from './type-expression.ts'

/** Looks at the statements of a block, case or clause in order; declarations count from where they stand. */
export function checkStatements(block: SyntaxNode, context: Local): void {
  for (const child of block.children) {
    if (child.type === 'statement_list') checkStatements(child, context)
    else if (child.isNamed && child.fieldName === undefined) checkStatement(child, context)
  }
}

function inBlock(context: Local): Local {
  return { ...context, scope: innerScope(context.scope) }
}

function checkStatement(node: SyntaxNode, context: Local): void {
  switch (node.type) {
    case 'block':
      checkStatements(node, inBlock(context))
      return
    case 'var_declaration':
    case 'const_declaration':
    case 'type_declaration':
      declare(node, context)
      return
    case 'short_var_declaration':
      shortDeclaration(node, context)
      return
    case 'assignment_statement':
      for (const side of ['left', 'right'])
        for (const expression of partsOf(node.childForFieldName(side))) evaluate(expression, context)
      return
    case 'if_statement':
      checkIf(node, context)
      return
    case 'for_statement':
      checkFor(node, context)
      return
    case 'expression_switch_statement':
      checkSwitch(node, context)
      return
    case 'type_switch_statement':
      checkTypeSwitch(node, context)
      return
    case 'select_statement':
      checkSelect(node, context)
      return
    case 'labeled_statement':
      checkStatements(node, context)
      return
    case 'send_statement':
      evaluateField(node, 'channel', context)
      evaluateField(node, 'value', context)
      return
    case 'return_statement':
      for (const list of partsOf(node)) for (const expression of partsOf(list)) evaluate(expression, context)
      return
    case 'expression_statement':
    case 'inc_statement':
    case 'dec_statement':
    case 'go_statement':
    case 'defer_statement':
      for (const expression of partsOf(node)) evaluate(expression, context)
      return
    default:
      return
  }
}

function checkIf(node: SyntaxNode, context: Local): void {
  const inner = inBlock(context)
  checkField(node, 'initializer', inner)
  evaluateField(node, 'condition', inner)
  checkField(node, 'consequence', inner)
  checkField(node, 'alternative', inner)
}

function checkField(node: SyntaxNode, field: string, context: Local): void {
  const child = node.childForFieldName(field)
  if (child) checkStatement(child, context)
}

function checkFor(node: SyntaxNode, context: Local): void {
  const inner = inBlock(context)
  for (const head of partsOf(node)) {
    if (head.fieldName === 'body') continue
    if (head.type === 'for_clause') {
      checkField(head, 'initializer', inner)
      evaluateField(head, 'condition', inner)
      checkField(head, 'update', inner)
    } else if (head.type === 'range_clause') checkRange(head, inner)
    else evaluate(head, inner)
  }
  checkField(node, 'body', inner)
}

function checkRange(node: SyntaxNode, context: Local): void {
  const operand = evaluateField(node, 'right', context)
  const names = partsOf(node.childForFieldName('left'))
  if (node.children.some(({ type }) => type === ':=')) {
    const types = operand.mode === 'value' ? rangeTypes(operand.type) : []
    declareOrAssign(names, types, context)
  } else for (const name of names) evaluate(name, context)
}

function checkSwitch(node: SyntaxNode, context: Local): void {
  const inner = inBlock(context)
  checkField(node, 'initializer', inner)
  evaluateField(node, 'value', inner)
  for (const clause of clausesOf(node)) {
    for (const expression of partsOf(clause.childForFieldName('value'))) evaluate(expression, inner)
    checkStatements(clause, inBlock(inner))
  }
}

function clausesOf(node: SyntaxNode): SyntaxNode[] {
  return node.children.filter(({ type }) => type.endsWith('_case'))
}

/** Each clause has a variable of its own (https://go.dev/ref/spec#Type_switches). */
function checkTypeSwitch(node: SyntaxNode, context: Local): void {
  const inner = inBlock(context)
  checkField(node, 'initializer', inner)
  const operand = evaluateField(node, 'value', inner)
  const whole = operand.mode === 'value' ? operand.type : unknown
  const [alias] = partsOf(node.childForFieldName('alias'))
  for (const clause of clausesOf(node)) {
    const nodes = clause.childrenForFieldName('type')
    const types = nodes.map(type => caseType(type, inner))
    const [only] = types
    const block = inBlock(inner)
    if (alias) declareVariable(alias, only && types.length === 1 ? only : whole, block, block.scope)
    checkStatements(clause, block)
  }

  function caseType(node: SyntaxNode, context: Local): Type {
    const isNil = node.text === 'nil'
    if (!isNil) return evaluateType(node, context)
    evaluate(node, context)
    return whole
  }
}

function checkSelect(node: SyntaxNode, context: Local): void {
  for (const clause of clausesOf(node)) {
    const inner = inBlock(context)
    const communication = clause.childForFieldName('communication')
    if (communication?.type === 'receive_statement') receive(communication, inner)
    else if (communication) checkStatement(communication, inner)
    checkStatements(clause, inner)
  }
}

function receive(node: SyntaxNode, context: Local): void {
  const names = partsOf(node.childForFieldName('left'))
  const value = node.childForFieldName('right')
  if (!value) return
  if (!node.children.some(({ type }) => type === ':=')) {
    for (const name of names) evaluate(name, context)
    evaluate(value, context)
    return
  }
  declareOrAssign(names, typesOfValues([value], names.length, context), context)
}

/** Labels belong to the whole function, and to no block (https://go.dev/ref/spec#Label_scopes). */
export function recordLabels(body: SyntaxNode, context: Context): void {
  const labels = body.descendantsOfType('label_name').filter(label => functionAround(label) === body.parent)
  for (const label of labels) {
    const target = labels.find(other => other.text === label.text && other.fieldName === 'label')
    if (!target) continue
    const known = context.resolver.objects.get(target)?.()
    recordObject(
      context,
      label,
      known ?? {
        kind: 'label',
        name: label.text,
        package: context.resolver.unit.importPath,
        declarations: [{ path: context.file.path, node: target }],
      },
    )
  }
}
