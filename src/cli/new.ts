import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CONFIG_NAME } from '../config.ts'
import { UsageError } from '../errors.ts'

/**
 * Writes `transforms/<name>.ts` in the current directory: a complete small transform to start from.
 * Throws UsageError for a name that is not kebab-case, or when the file exists.
 */
export async function newTransform(name: string, kind: Kind): Promise<void> {
  const path = join('transforms', `${name}.ts`)
  writeNew({ [path]: transformTemplate(name, kind, () => 'gomend') })
  const identifier = camelCase(name)
  process.stdout.write(`wrote ${path}; to use it, put this into ${CONFIG_NAME}:

  import { defineConfig, shippedTransforms } from 'gomend'
  import { ${identifier} } from './transforms/${name}.ts'

  export default defineConfig({ transforms: [...shippedTransforms, ${identifier}] })

then run: gomend scan --select ${name}
`)
}

/** Writes files that do not exist yet, with their directories. Throws UsageError, before any is written, if one does. */
export function writeNew(files: Readonly<Record<string, string>>): void {
  const existing = Object.keys(files).find(path => existsSync(path))
  if (existing) throw new UsageError(`${existing} exists already; choose another name or remove it`)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
}

/** What a transform looks at: one file at a time, or a package with its types. */
export type Kind = 'file' | 'package'

/**
 * A transform that reports calls of strings.Title, as a pattern to change; `types` says in which modules its types
 * are. Throws UsageError for a name that is not kebab-case.
 */
export function transformTemplate(name: string, kind: Kind, types: TypeModules): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new UsageError(`"${name}" is not kebab-case; write a name such as slice-header`)
  const isFile = kind === 'file'
  return `${importLines(isFile ? FILE_TYPES : PACKAGE_TYPES, types)}
/** Reports calls of strings.Title. */
export const ${camelCase(name)}: ${isFile ? 'FileTransform' : 'PackageTransform'} = {
  name: '${name}',
  meta: {
    summary: 'report calls of strings.Title',
    why: \`\\\`strings.Title\\\` takes no notice of Unicode word boundaries; it is deprecated since Go 1.18.\`,
    since: '1.0',
    mentions: ['${isFile ? 'strings.Title' : 'Title'}'],
  },
${isFile ? FIND_IN_FILE : FIND_IN_PACKAGE}
function finding({ path }: GoFile, { startIndex, endIndex }: SyntaxNode): Finding {
  return {
    at: { path, startIndex, endIndex },
    message: 'a call of strings.Title',
    refusal: 'the words it capitalises depend on the text; choose a caser of golang.org/x/text/cases by hand',
  }
}
`
}

/** The module that a type of a transform is imported from. */
export type TypeModules = (type: string) => string

const FILE_TYPES = ['FileTransform', 'Finding', 'GoFile', 'SyntaxNode']
const PACKAGE_TYPES = ['Finding', 'GoFile', 'GoPackage', 'PackageTransform', 'SyntaxNode']

function importLines(types: readonly string[], moduleOf: TypeModules): string {
  const modules = [...new Set(types.map(moduleOf))].sort()
  return modules
    .map(
      module =>
        `import type { ${types.filter(type => moduleOf(type) === module).join(', ')} } from '${module}'\n`,
    )
    .join('')
}

const FIND_IN_FILE = `  find(file) {
    return file.tree.rootNode.descendantsOfType('call_expression').filter(isTitleCall).map(call => finding(file, call))
  },
}

function isTitleCall(call: SyntaxNode): boolean {
  return call.childForFieldName('function')?.text === 'strings.Title'
}
`

const FIND_IN_PACKAGE = `  findInPackage(pkg) {
    return pkg.candidates.flatMap(file =>
      file.tree.rootNode
        .descendantsOfType('call_expression')
        .filter(call => isTitleCall(call, pkg))
        .map(call => finding(file, call)),
    )
  },
}

/** Whatever the file calls package strings. */
function isTitleCall(call: SyntaxNode, { types }: GoPackage): boolean {
  const name = call.childForFieldName('function')?.childForFieldName('field')
  const called = name && types.objectOf(name)
  return called?.package === 'strings' && called.name === 'Title'
}
`

function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
