import type { Transform } from '../transform.ts'
import { aliasedMapKey } from './aliased-map-key/index.ts'
import { arrayCast } from './array-cast/index.ts'
import { buildTags } from './build-tags/index.ts'
import { danglingHeader } from './dangling-header/index.ts'
import { headerMapKey } from './header-map-key/index.ts'
import { mapBytesKey } from './map-bytes-key/index.ts'
import { pinnedSubstringKey } from './pinned-substring-key/index.ts'
import { sliceHeader } from './slice-header/index.ts'
import { uncomparableKey } from './uncomparable-key/index.ts'
import { zeroCopyCast } from './zero-copy-cast/index.ts'

/** The transforms that gomend ships, in the order in which they are listed. */
export const shippedTransforms: readonly Transform[] = [
  buildTags,
  sliceHeader,
  danglingHeader,
  zeroCopyCast,
  arrayCast,
  mapBytesKey,
  aliasedMapKey,
  pinnedSubstringKey,
  headerMapKey,
  uncomparableKey,
]
