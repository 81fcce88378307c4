import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { CheckStep, Site } from '../../playbook.ts'

type Finder = Pick<CheckStep, 'mentions' | 'find'>

function site(path: string, { startIndex, endIndex }: SyntaxNode, message: string): Site {
  return { at: { path, startIndex, endIndex }, message }
}

/** Calls of panic with nil, which recover could not tell from no panic. */
export const panicNil: Finder = {
  mentions: ['panic(nil)'],
  *find(file) {
    for (const call of file.tree.rootNode.descendantsOfType('call_expression'))
      if (call.text === 'panic(nil)') yield site(file.path, call, 'panic(nil)')
  },
}

/** Patterns of ServeMux in which braces or a space have a meaning since 1.22. */
export const muxPatterns: Finder = {
  mentions: [{ literal: '.Handle', pattern: /\.Handle(Func)?\(\s*["`][^"`\n]*[{} ]/ }],
  *find(file) {
    for (const call of file.tree.rootNode.descendantsOfType('call_expression')) {
      const method = call.childForFieldName('function')?.childForFieldName('field')?.text
      if (method !== 'Handle' && method !== 'HandleFunc') continue
      const pattern = call.childForFieldName('arguments')?.namedChildren[0]
      if (!pattern?.type.endsWith('string_literal') || !/[{} ]/.test(pattern.text)) continue
      yield site(file.path, pattern, `the pattern ${pattern.text}`)
    }
  },
}

/** len and cap of the channel of a timer, which is unbuffered since 1.23. */
export const timerChannelSizes: Finder = {
  mentions: [{ literal: '.C)', pattern: /\b(len|cap)\([^()\n]*\.C\)/ }],
  *find(file) {
    for (const call of file.tree.rootNode.descendantsOfType('call_expression'))
      if (/^(len|cap)\([^()]*\.C\)$/.test(call.text)) yield site(file.path, call, call.text)
  },
}

/** Directives that reach into a package of the standard library. */
export const linknames: Finder = {
  mentions: ['//go:linkname'],
  *find(file) {
    for (const comment of file.tree.rootNode.descendantsOfType('comment')) {
      const target = /^\/\/go:linkname\s+\S+\s+(\S+)/.exec(comment.text)?.[1]
      if (target && isStandard(target)) yield site(file.path, comment, `linkname of ${target}`)
    }
  },
}

/** The first element of a path of the standard library has no dot; without a slash it ends at the symbol's dot. */
function isStandard(symbol: string): boolean {
  const slash = symbol.indexOf('/')
  return slash < 0 || !symbol.slice(0, slash).includes('.')
}

/** A result used in the statement after its call, before the error is looked at. */
export const usesBeforeErrorCheck: Finder = {
  mentions: [{ literal: 'err :=', pattern: /, err :?= / }],
  *find(file) {
    for (const assignment of file.tree.rootNode.descendantsOfType([
      'short_var_declaration',
      'assignment_statement',
    ])) {
      const names = assignment.childForFieldName('left')?.namedChildren.map(({ text }) => text) ?? []
      const siblings = assignment.parent?.namedChildren ?? []
      const [next, after] = siblings.slice(siblings.indexOf(assignment) + 1)
      if (names.length < 2 || names.at(-1) !== 'err' || !next || !after?.text.startsWith('if err != nil'))
        continue
      if (/^(if|return)\b/.test(next.text) || mentionsName(next, 'err')) continue
      const used = names.slice(0, -1).find(name => name !== '_' && dereferences(next, name))
      if (used) yield site(file.path, next, `${used} is used before err is looked at`)
    }
  },
}

function mentionsName(node: SyntaxNode, name: string): boolean {
  return node.descendantsOfType('identifier').some(({ text }) => text === name)
}

function dereferences(node: SyntaxNode, name: string): boolean {
  return node
    .descendantsOfType('selector_expression')
    .some(selector => selector.childForFieldName('operand')?.text === name)
}
