import type { GoPackage } from '../../go/package.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { isExported } from '../../go/types/escape.ts'
import type { Finding, Location } from '../../transform.ts'
import { callPlaces } from './call-places.ts'
import type { Helper } from './helpers.ts'

/** What becomes of a function that only makes headers: it goes when nothing calls it any more. */
export function helperFinding(helper: Helper, pkg: GoPackage): Finding {
  const { path, declaration, object, layout, isPointer } = helper
  const result = declaration.childForFieldName('result') ?? declaration
  const common = {
    at: { path, startIndex: result.startIndex, endIndex: result.endIndex },
    message: `${object.name} returns ${isPointer ? 'a pointer to ' : ''}${layout.name}`,
  }
  const refusal = reasonToStay(helper, pkg)
  if (refusal) return { ...common, refusal }
  return {
    ...common,
    fix: {
      title: `remove ${object.name}`,
      edits: [{ ...withComment(declaration, path, textOf(path, pkg)), newText: '' }],
      imports: [{ path, frees: ['reflect', 'unsafe', 'internal/unsafeheader'] }],
      proof: [`${object.name} is not exported, and nothing in the package uses it`],
      safety: 'safe',
    },
  }
}

function textOf(path: string, { files }: GoPackage): string {
  return files.find(file => file.path === path)?.text ?? ''
}

function reasonToStay({ path, declaration, object }: Helper, pkg: GoPackage): string | undefined {
  const { name } = object
  if (isExported(object)) return `other packages may call ${name}`
  const places = callPlaces(declaration, pkg.types)
  if (places) return `${places}; it can go when nothing uses it any more`
  const methods = pkg.files.flatMap(({ tree }) => tree.rootNode.descendantsOfType('method_elem'))
  if (methods.some(method => method.childForFieldName('name')?.text === name))
    return `an interface has a method ${name} too`
  const text = textOf(path, pkg)
  const { startIndex, endIndex } = withComment(declaration, path, text)
  if (
    /^\/\/(?:go:|export )/m.test(text.slice(startIndex, endIndex)) ||
    pkg.files.some(file => isLinked(file.text, name))
  )
    return 'a directive of the compiler stands beside it'
  return undefined
}

function isLinked(text: string, name: string): boolean {
  return new RegExp(`^//go:linkname .*\\b${name}\\b`, 'm').test(text)
}

/** The lines of a declaration, of the comment right above it, and blank ones behind. */
function withComment(declaration: SyntaxNode, path: string, text: string): Location {
  const above = text.slice(0, declaration.startIndex)
  const comment = /(?:^|\n)((?:[ \t]*\/\/[^\n]*\n)+)$/.exec(above)?.[1] ?? ''
  const blank = /^[^\n]*\n?(?:[ \t]*\n)*/.exec(text.slice(declaration.endIndex))?.[0] ?? ''
  return {
    path,
    startIndex: declaration.startIndex - comment.length,
    endIndex: declaration.endIndex + blank.length,
  }
}
