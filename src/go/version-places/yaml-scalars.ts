import { isMap, isScalar, isSeq, parseAllDocuments } from 'yaml'

/** A scalar of a YAML file. */
export interface YamlScalar {
  /** Keys and list places (`-`) from the top down to it. */
  readonly path: readonly string[]
  /** As it is written, without quotes. */
  readonly text: string
  /** UTF-16 offsets, quotes included. */
  readonly startIndex: number
  readonly endIndex: number
  readonly isQuoted: boolean
  /** The scalars beside it in the same mapping and in the mappings around that, nearest first, by key. */
  readonly around: ReadonlyMap<string, string>
}

/** All values of a YAML text that stand on one line; undefined when it is none. */
export function yamlScalars(text: string): YamlScalar[] | undefined {
  const documents = parseAllDocuments(text, { strict: false, uniqueKeys: false })
  if (!Array.isArray(documents)) return []
  if (documents.some(({ errors }) => errors.length > 0)) return undefined
  return documents.flatMap(({ contents }) => [...walk(contents, [], new Map())])

  function* walk(
    node: unknown,
    path: readonly string[],
    around: ReadonlyMap<string, string>,
  ): Generator<YamlScalar> {
    if (isMap(node)) {
      const pairs = node.items.map(
        ({ key, value }) => [isScalar(key) ? String(key.value) : '', value] as const,
      )
      const own = pairs.flatMap(([key, value]) =>
        isScalar(value) ? [[key, String(value.value)] as const] : [],
      )
      const here = new Map([...around, ...own])
      for (const [key, value] of pairs) yield* walk(value, [...path, key], here)
    } else if (isSeq(node)) {
      for (const item of node.items) yield* walk(item, [...path, '-'], around)
    } else if (isScalar(node) && node.range) {
      const [startIndex, endIndex] = node.range
      const raw = text.slice(startIndex, endIndex)
      if (raw.includes('\n')) return
      const isQuoted = /^(["']).*\1$/.test(raw)
      yield { path, text: isQuoted ? raw.slice(1, -1) : raw, startIndex, endIndex, isQuoted, around }
    }
  }
}
