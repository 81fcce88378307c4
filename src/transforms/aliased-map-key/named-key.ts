import type { GoFile } from '../../go/file.ts'
import { lineNumber } from '../../go/source-lines.ts'
import type { SyntaxNode } from '../../go/syntax/tree.ts'
import type { PackageTypes } from '../../go/types/package-types.ts'
import type { Finding } from '../../transform.ts'
import { locationOf } from '../location.ts'
import { isText } from '../pinned-substring-key/substring.ts'
import { conversionOf } from '../unsafe/conversion.ts'
import type { ClonedText } from './cloned-text.ts'
import { copyOfField } from './copied-field.ts'
import { copyOfParameter } from './copied-parameter.ts'
import { copyOfVariable } from './copied-variable.ts'
import { SAME_BYTES, safetyOf } from './copy-safety.ts'
import { keptBeside } from './kept-beside.ts'
import type { KeyPlace } from './key-places.ts'
import type { ZeroCopy } from './zero-copy.ts'

// m[k] = v
// ------------------------
// m[strings.Clone(k)] = v
export function namedKey(place: KeyPlace, file: GoFile, types: PackageTypes): Finding | undefined {
  const named = { ...place, key: unconverted(place.key, types) }
  return ofVariable(named, file, types) ?? ofParameter(named, file, types) ?? ofField(named, file, types)
}

/** The string in `Name(text)`. */
function unconverted(key: SyntaxNode, types: PackageTypes): SyntaxNode {
  const conversion = conversionOf(key, types)
  if (!conversion || !isText(conversion.target) || !isText(types.typeOf(conversion.operand))) return key
  return unconverted(conversion.operand, types)
}

function ofVariable(place: KeyPlace, file: GoFile, types: PackageTypes): Finding | undefined {
  const variable = copyOfVariable(place.key, file, types)
  if (!variable) return undefined
  const message = `a map keeps ${place.key.text}, which shares memory with bytes: ${variable.by} made it on line ${variable.line}`
  return copied(variable, `${place.key.text} is assigned once`, message, place, file, types)
}

function ofParameter(place: KeyPlace, file: GoFile, types: PackageTypes): Finding | undefined {
  const given = copyOfParameter(place.key, file, types)
  if (!given) return undefined
  const message = `a map keeps ${place.key.text}, which shares memory with bytes: ${given.by} makes it for the call at ${given.place}`
  const found = copied(given, `${place.key.text} is never assigned to`, message, place, file, types)
  if (!found.fix || !given.hasOthers) return found
  const cost = 'a key that another call gives may be a string of its own, and is copied as well'
  const caution = [...(found.fix.caution === undefined ? [] : [found.fix.caution]), cost].join('; ')
  return { ...found, fix: { ...found.fix, safety: 'review', caution } }
}

function ofField(place: KeyPlace, file: GoFile, types: PackageTypes): Finding | undefined {
  const field = copyOfField(place.key, file, types)
  if (!field) return undefined
  const message = `a map keeps ${place.key.text}, which shares memory with bytes: ${field.by} makes it at ${field.place}`
  const given = `${field.name} is given nothing but such strings and constants`
  return copied(field, given, message, place, file, types)
}

/** The finding about a name that is a key: it is cloned where the map keeps it. */
function copied(
  key: Pick<ZeroCopy, 'bytes'> & ClonedText,
  assigned: string,
  message: string,
  place: KeyPlace,
  file: GoFile,
  types: PackageTypes,
): Finding {
  const kept = keptBeside(place.key, types)
  const beside = kept
    ? `; line ${lineNumber(file.text, kept.startIndex)} lets something else keep it: see whether that needs a copy too`
    : ''
  const common = { at: locationOf(file, place.key), message: `${message}${beside}` }
  if ('refusal' in key) return { ...common, refusal: key.refusal }
  const { newText, imports, bytes } = key
  return {
    ...common,
    fix: {
      title: `copy the key: ${newText}`,
      edits: [{ ...locationOf(file, place.key), newText }],
      imports,
      proof: [assigned, SAME_BYTES],
      ...safetyOf(place.key, place, types, { bytes, panicsWhenEmpty: false }),
    },
  }
}
