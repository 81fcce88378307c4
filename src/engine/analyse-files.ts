import { TransformBug, TransformStopped } from '../errors.ts'
import type { GoFile } from '../go/file.ts'
import type { Parser } from '../go/syntax/parse.ts'
import type { FileTransform } from '../transform.ts'
import { analyseFile, type RunFile } from './analyse.ts'
import { readsSyntax } from './reads-syntax.ts'
import type { Found, Problem } from './types.ts'
import { unparsedProblems } from './unparsed.ts'

/** What analysing came to; a transform that fails on one file or package costs only its findings there. */
export interface Analysis {
  readonly found: readonly Found[]
  readonly problems: readonly Problem[]
  /** Files without a needle that the findings are about, as they were read. */
  readonly others: readonly RunFile[]
}

/** Asks the transforms that look at files one by one. */
export async function analyseFiles(
  files: readonly RunFile[],
  transforms: readonly FileTransform[],
  loadParser: () => Promise<Parser>,
  timeLimit: number,
): Promise<Analysis> {
  const found: Found[] = []
  const problems: Problem[] = []
  for (const file of files) {
    for (const transform of transforms.filter(({ name }) => file.transforms.includes(name))) {
      const needsParser = file.kind === 'go' && readsSyntax(transform)
      const parse = needsParser ? (await loadParser()).parse : noParser(file.path)
      const opened = openFile(file, parse)
      try {
        found.push(...analyseFile(opened, transform, { parse, timeLimit }))
        if (needsParser) problems.push(...unparsedProblems(opened))
      } catch (error) {
        if (!(error instanceof TransformBug || error instanceof TransformStopped)) throw error
        problems.push({ path: file.path, message: error.message })
      }
    }
  }
  return { found, problems, others: [] }
}

function noParser(path: string): Parser['parse'] {
  return () => {
    throw new Error(`${path} has no syntax tree: it is not Go, or the transform reads only its text`)
  }
}

/** A view of one file that parses on first use. */
function openFile({ path, kind, text, module, goVersion }: RunFile, parse: Parser['parse']): GoFile {
  let tree: ReturnType<Parser['parse']> | undefined
  return {
    path,
    kind,
    text,
    module,
    goVersion,
    get tree() {
      tree ??= parse(text)
      return tree
    },
  }
}
