import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser'
import { imagePlace } from './image.ts'
import { byHand, isOlder, type NewVersion, newVersionText, VERSION, type VersionPlace } from './place.ts'

/** The image of a development container, its feature for Go, and build arguments that look like a version. */
export function devcontainerPlaces(text: string, version: NewVersion): VersionPlace[] {
  const root = parseTree(text)
  if (!root) return []
  const image = textAt(root, ['image'])
  return [
    ...(image ? imagesOf(image, version) : []),
    ...membersOf(root, ['features']).flatMap(([name, value]) => featureOf(name, value, version)),
    ...membersOf(root, ['build', 'args']).flatMap(([name, value]) => argumentOf(name, value, version)),
  ]
}

function imagesOf({ value, offset }: Node, version: NewVersion): VersionPlace[] {
  const official = imagePlace(value, offset + 1, version)
  if (official) return [official]
  const old = /^mcr\.microsoft\.com\/(?:vscode\/)?devcontainers\/go:(?:[\d.]+-)?(1\.\d+)\b/.exec(value)?.[1]
  if (!old || !isOlder(old, version)) return []
  const startIndex = offset + 1 + value.lastIndexOf(old)
  return [byHand(startIndex, startIndex + old.length, 'which tags this image has is not known here')]
}

// "ghcr.io/devcontainers/features/go:1": { "version": "1.19" }
function featureOf(name: string, value: Node, version: NewVersion): VersionPlace[] {
  if (!/^ghcr\.io\/devcontainers\/features\/go(:|$)/.test(name)) return []
  const node = textAt(value, ['version'])
  if (!node || !VERSION.test(node.value) || !isOlder(node.value, version)) return []
  const startIndex = node.offset + 1
  const endIndex = startIndex + node.length - 2
  return [{ startIndex, endIndex, newText: newVersionText(node.value, version) }]
}

function argumentOf(
  name: string,
  { type, value, offset, length }: Node,
  version: NewVersion,
): VersionPlace[] {
  if (type !== 'string' || !/^(VARIANT|GO_?VERSION)$/i.test(name) || !isOlder(value, version)) return []
  return [byHand(offset, offset + length, 'what the Dockerfile does with it is not known here')]
}

function textAt(root: Node, path: readonly string[]): Node | undefined {
  const node = findNodeAtLocation(root, [...path])
  return node?.type === 'string' ? node : undefined
}

function membersOf(root: Node, path: readonly string[]): (readonly [string, Node])[] {
  const object = findNodeAtLocation(root, [...path])
  return (object?.children ?? []).flatMap(({ children = [] }) => {
    const [key, value] = children
    return key && value ? [[key.value, value] as const] : []
  })
}
