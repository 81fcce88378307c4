import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Problem } from './link.ts'

/** A way to write bytes as text. */
export interface Encoding {
  readonly importPath: string
  /** What the package is called where it is imported without another name. */
  readonly packageName: string
  /** What encodes bytes, after the name of the package. */
  readonly encode: string
  /** What decodes text. */
  readonly decode: string
  readonly bufferName: 'hex' | 'base64'
  /** What the text is called. */
  readonly what: string
  readonly longer: string
  /** Whether texts are in the order of the bytes that they stand for. */
  readonly keepsOrder: boolean
}

export const ENCODINGS: Readonly<Record<'hex' | 'base64', Encoding>> = {
  hex: {
    importPath: 'encoding/hex',
    packageName: 'hex',
    encode: 'EncodeToString',
    decode: 'DecodeString',
    bufferName: 'hex',
    what: 'hexadecimal text',
    longer: 'twice as long',
    keepsOrder: true,
  },
  base64: {
    importPath: 'encoding/base64',
    packageName: 'base64',
    encode: 'StdEncoding.EncodeToString',
    decode: 'StdEncoding.DecodeString',
    bufferName: 'base64',
    what: 'base64 text',
    longer: 'a third longer',
    keepsOrder: false,
  },
}

/** What the package is called in the file of a node, or would be; a problem when that name means another thing there. */
export function packageNameAt(
  types: PackageTypes,
  at: SyntaxNode,
  root: SyntaxNode,
  { importPath, packageName }: Encoding,
): string | Problem {
  const spec = root
    .descendantsOfType('import_spec')
    .find(each => each.childForFieldName('path')?.text.slice(1, -1) === importPath)
  const name = spec?.childForFieldName('name')?.text ?? packageName
  const isOther =
    name === '_' ||
    name === '.' ||
    root
      .descendantsOfType(['identifier', 'type_identifier'])
      .filter(node => node.text === name)
      .some(node => {
        const object = types.objectOf(node)
        return object?.kind !== 'package' || object.importPath !== importPath
      })
  return isOther ? { at, what: `${packageName} is another thing here than package ${importPath}` } : name
}
