import { isWithin, statementAround } from '../../go/syntax/expression.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { VarObject } from '../../go/types/object.ts'
import { goneWith } from './edits.ts'
import { hasWord } from './has-word.ts'
import type { Rewrite } from './rewrite.ts'
import type { Work } from './work.ts'

/** The name of a variable that the new code would declare and not use, which does not compile; undefined without one. */
export function unusedVariable(rewrite: Rewrite, { whole, types }: Work): string | undefined {
  const gone = goneWith(rewrite)
  const isGone = (node: SyntaxNode) => gone.some(other => isWithin(node, other))
  const names = whole.descendantsOfType('identifier')
  for (const name of names.filter(isGone)) {
    const object = types.objectOf(name)
    if (object?.kind !== 'var' || !isDeclaredByStatement(object)) continue
    const isUsed =
      rewrite.replacements.some(({ text }) => hasWord(givenValue(text, object.name), object.name)) ||
      names.some(
        other =>
          other.text === object.name &&
          !isGone(other) &&
          !isTarget(other) &&
          other !== object.declarations[0]?.node &&
          types.objectOf(other) === object,
      )
    const stays =
      !isGone(object.declarations[0]?.node ?? name) ||
      rewrite.replacements.some(({ text }) => text.startsWith(`${object.name} := `))
    if (!isUsed && stays) return object.name
  }
  return undefined
}

function isDeclaredByStatement({ isField, isPackageLevel, declarations }: VarObject): boolean {
  const name = declarations[0]?.node
  if (!name || isField || isPackageLevel || name.parent?.type === 'parameter_declaration') return false
  return /^(?:short_)?var_declaration$/.test(statementAround(name)?.type ?? '')
}

/** What `x := value` or `x = value` gives to x; other texts as they are. */
function givenValue(text: string, name: string): string {
  const target = [`${name} := `, `${name} = `].find(start => text.startsWith(start))
  return target ? text.slice(target.length) : text
}

/** `x` in `x = value` */
function isTarget({ parent }: SyntaxNode): boolean {
  return (
    parent?.fieldName === 'left' &&
    parent.parent?.type === 'assignment_statement' &&
    parent.parent.childForFieldName('operator')?.type === '='
  )
}
