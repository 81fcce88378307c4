import { TransformBug } from '../errors.ts'
import type { GoFile } from '../go/file.ts'
import { loadParser, type Parser, type ParserName } from '../go/syntax/parse.ts'
import type { Transform } from '../transform.ts'
import { analyse, type CandidateFile } from './analyse.ts'
import { readsSyntax } from './reads-syntax.ts'
import type { Found, Problem } from './types.ts'

/** What a list of files came to; a transform that fails on one file costs only that file's findings. */
export interface Analysis {
  readonly found: readonly Found[]
  readonly problems: readonly Problem[]
}

/** Analyses files one after the other on the calling thread; a parser is loaded only if a transform reads syntax. */
export async function analyseFiles(
  files: readonly CandidateFile[],
  transforms: readonly Transform[],
  parserName: ParserName | undefined,
): Promise<Analysis> {
  const found: Found[] = []
  const problems: Problem[] = []
  for (const file of files) {
    const asked = transforms.filter(({ name }) => file.transforms.includes(name))
    const needsParser = file.kind === 'go' && asked.some(readsSyntax)
    const view = openFile(file, needsParser ? await loadParser(parserName) : undefined)
    try {
      found.push(...analyse(view, asked))
    } catch (error) {
      if (!(error instanceof TransformBug)) throw error
      problems.push({ path: file.path, message: error.message })
    }
  }
  return { found, problems }
}

/** A view of one file that parses on first use. */
function openFile(candidate: CandidateFile, parser: Parser | undefined): GoFile {
  let tree: ReturnType<Parser['parse']> | undefined
  const { path, kind, text, module, goVersion } = candidate
  return {
    path,
    kind,
    text,
    module,
    goVersion,
    get tree() {
      if (!parser)
        throw new Error(`${path} has no syntax tree: it is not Go, or the transform reads only its text`)
      tree ??= parser.parse(text)
      return tree
    },
  }
}
