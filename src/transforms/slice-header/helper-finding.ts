import type { GoPackage } from '../../go/package.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import { isExported } from '../../go/types/escape.ts'
import type { Finding, Location } from '../../transform.ts'
import { isLinked, isWantedByInterface } from '../named-elsewhere.ts'
import { packagesIn } from '../unsafe/packages.ts'
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
      imports: [{ path, frees: packagesIn([declaration], pkg.types) }],
      proof: [`${object.name} is not exported, and nothing in the package uses it`],
      safety: 'review',
      caution: `assembly, and //go:linkname in other packages, may name ${object.name}: see that none does`,
    },
  }
}

function textOf(path: string, { files }: GoPackage): string {
  return files.find(file => file.path === path)?.text ?? ''
}

function reasonToStay({ declaration, object }: Helper, pkg: GoPackage): string | undefined {
  const { name } = object
  if (isExported(object)) return `other packages may call ${name}`
  const places = callPlaces(declaration, pkg.types)
  if (places) return `${places}; it can go when nothing uses it any more`
  if (isLinked(object, pkg.files) || isWantedByInterface(object, pkg.files))
    return `an interface, or a directive of the compiler, names ${name} too`
  return undefined
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
