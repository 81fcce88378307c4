import type { GoFile } from '../../go/file.ts'
import type { Needle } from '../../transform.ts'
import { type Finder, siteOf } from './uses.ts'

/** Calls of panic with nil, which recover could not tell from no panic. */
export const panicNil: Finder = {
  mentions: ['panic(nil)'],
  *find(file) {
    for (const call of file.tree.rootNode.descendantsOfType('call_expression'))
      if (call.text === 'panic(nil)') yield siteOf(file, call, 'panic(nil)')
  },
}

/** Patterns of ServeMux in which braces or a space have a meaning since 1.22. */
export const muxPatterns: Finder = handled(/[{} ]/)

/** Patterns of ServeMux that end in a slash, the root left out: a path without it is redirected. */
export const subtreePatterns: Finder = handled(/^["`][^"`]*[^"`/][^"`]*\/["`]$/)

/** Literals that are given to Handle and HandleFunc as patterns, and match. */
function handled(wanted: RegExp): Finder {
  return {
    mentions: [{ literal: '.Handle', pattern: /\.Handle(Func)?\(\s*["`]/ }],
    *find(file) {
      for (const call of file.tree.rootNode.descendantsOfType('call_expression')) {
        const method = call.childForFieldName('function')?.childForFieldName('field')?.text
        if (method !== 'Handle' && method !== 'HandleFunc') continue
        const pattern = call.childForFieldName('arguments')?.namedChildren[0]
        if (pattern?.type.endsWith('string_literal') && wanted.test(pattern.text))
          yield siteOf(file, pattern, `the pattern ${pattern.text}`)
      }
    },
  }
}

/** Actions of templates in Go strings that have `and` or `or` with a call among its arguments. */
export const templateLogic: Finder = strings(
  { literal: '{{', pattern: /\{\{[^}]*\b(and|or)\b[^}]*\(/ },
  'an action with and / or and a call',
)

/** Go strings with an action of a template inside of a JavaScript template literal. */
export const templateLiterals: Finder = strings(
  { literal: '<script', pattern: /`[^`]*\{\{[^}]*\}\}[^`]*`/ },
  'an action in a JavaScript template literal',
)

/** String literals that match a needle. */
function strings(needle: Exclude<Needle, string>, message: string): Finder {
  return {
    mentions: [needle],
    *find(file) {
      const literals = ['interpreted_string_literal', 'raw_string_literal']
      for (const node of file.tree.rootNode.descendantsOfType(literals))
        if (node.text.includes(needle.literal) && needle.pattern.test(node.text.slice(1, -1)))
          yield siteOf(file, node, message)
    },
  }
}

/** Directives that reach into a package of the standard library. */
export const linknames: Finder = comments('//go:linkname', text => {
  const target = /^\/\/go:linkname\s+\S+\s+(\S+)/.exec(text)?.[1]
  return target && isStandard(target) ? `linkname of ${target}` : undefined
})

/** The first element of a path of the standard library has no dot; without a slash it ends at the symbol's dot. */
function isStandard(symbol: string): boolean {
  const slash = symbol.indexOf('/')
  return slash < 0 || !symbol.slice(0, slash).includes('.')
}

/** Constraints with a tag such as go1.21.3, which is never set. */
export const pointReleaseTags: Finder = comments('//go:build', text => {
  const tag = /\bgo1\.\d+\.\d+\b/.exec(text)?.[0]
  return tag && `the tag ${tag}`
})

/** `//go:debug` lines with a setting that Go 1.27 took away. */
export const removedSettings: Finder = comments('//go:debug', text => {
  const setting =
    /\b(asynctimerchan|gotypesalias|tls10server|tls3des|tlsrsakex|tlsunsafeekm|x509keypairleaf)=/
  const name = setting.exec(text)?.[1]
  return name && `the setting ${name}`
})

/** Comments that begin like a directive, and what there is to say of each. */
function comments(directive: string, describe: (text: string) => string | undefined): Finder {
  return {
    mentions: [directive],
    *find(file: GoFile) {
      for (const comment of file.tree.rootNode.descendantsOfType('comment')) {
        const message = comment.text.startsWith(directive) ? describe(comment.text) : undefined
        if (message) yield siteOf(file, comment, message)
      }
    },
  }
}
