import type { Finding } from '../transform.ts'

/** Reports whether a value is of the type that transforms declare: nobody compiles those of a configuration. */
export function isFinding(value: unknown): value is Finding {
  const { at, message, fix, refusal } = fieldsOf(value)
  return isLocation(at) && isText(message) && (fix ? isFix(fix) : isText(refusal))
}

function isFix(value: unknown): boolean {
  const { title, edits, imports, proof, alternatives, safety, caution } = fieldsOf(value)
  return (
    isText(title) &&
    isListOf(edits, edit => isLocation(edit) && isText(fieldsOf(edit).newText)) &&
    isListOf(proof, isText) &&
    (safety === 'safe' || safety === 'review') &&
    (caution === undefined || isText(caution)) &&
    (imports === undefined || isListOf(imports, isImportChange)) &&
    (alternatives === undefined || isListOf(alternatives, isFix))
  )
}

function isImportChange(value: unknown): boolean {
  const { path, needs = [], frees = [] } = fieldsOf(value)
  return isText(path) && isListOf(needs, isText) && isListOf(frees, isText)
}

function isLocation(value: unknown): boolean {
  const { path, startIndex, endIndex } = fieldsOf(value)
  return isText(path) && Number.isInteger(startIndex) && Number.isInteger(endIndex)
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem)
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return (value ?? {}) as Record<string, unknown>
}
