/** `main.go:15`, and `line 15` of the file that the words are about: how findings write places. */
const PLACES = /(\bline )(\d+)|([^\s(]+\.\w+):(\d+)/g

/** The words with other lines; `lineOf` is asked for each, with a path where one is written. */
export function withLines(
  words: string,
  lineOf: (line: number, path: string | undefined) => number | undefined,
): string {
  return words.replaceAll(PLACES, (place, before, line, path, lineOfPath) => {
    const other = lineOf(Number(line ?? lineOfPath), path)
    return other === undefined ? place : `${before ?? `${path}:`}${other}`
  })
}

/** The words with all lines the same, to compare what was said of different versions of a text. */
export function withoutLines(words: string): string {
  return withLines(words, () => 0)
}
