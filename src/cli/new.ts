import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CONFIG_NAME } from '../config.ts'
import { UsageError } from '../errors.ts'

/**
 * Writes `transforms/<name>.ts` in the current directory: a complete small transform to start from.
 * Throws UsageError for a name that is not kebab-case, or when the file exists.
 */
export async function newTransform(name: string): Promise<void> {
  const path = join('transforms', `${name}.ts`)
  writeNew({ [path]: transformTemplate(name, 'gomend', 'gomend') })
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

/**
 * A transform that reports calls of strings.Title, as a pattern to change. `types` and `node` are the
 * modules it imports its types from. Throws UsageError for a name that is not kebab-case.
 */
export function transformTemplate(name: string, types: string, node: string): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new UsageError(`"${name}" is not kebab-case; write a name such as slice-header`)
  const imports =
    types === node
      ? `import type { Finding, GoFile, SyntaxNode, Transform } from '${types}'\n`
      : `import type { GoFile } from '../go/file.ts'\nimport type { SyntaxNode } from '${node}'\nimport type { Finding, Transform } from '${types}'\n`
  return `${imports}
/** Reports calls of strings.Title. */
export const ${camelCase(name)}: Transform = {
  name: '${name}',
  meta: {
    summary: 'report calls of strings.Title',
    why: \`\\\`strings.Title\\\` takes no notice of Unicode word boundaries; it is deprecated since Go 1.18.\`,
    since: '1.0',
    mentions: ['strings.Title'],
  },
  find(file) {
    return file.tree.rootNode.descendantsOfType('call_expression').filter(isTitleCall).map(call => finding(file, call))
  },
}

function isTitleCall(call: SyntaxNode): boolean {
  return call.childForFieldName('function')?.text === 'strings.Title'
}

function finding({ path }: GoFile, { startIndex, endIndex }: SyntaxNode): Finding {
  return {
    at: { path, startIndex, endIndex },
    message: 'a call of strings.Title',
    refusal: 'the words it capitalises depend on the text; choose a caser of golang.org/x/text/cases by hand',
  }
}
`
}

function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
