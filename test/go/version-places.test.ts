import { expect, test } from 'vitest'
import { type NewVersion, versionPlaces } from '../../src/go/version-places/index.ts'

/** A reference to a variable, as Docker and GitLab write it. */
const dollar = (name: string) => `$\{${name}}`

const TO: NewVersion = { language: '1.24', release: '1.24.3' }

/** The text with the new version in it. */
function rewritten(path: string, text: string, version = TO): string {
  return versionPlaces(path, text, version).reduceRight(
    (result, { startIndex, endIndex, newText }) =>
      newText === undefined ? result : result.slice(0, startIndex) + newText + result.slice(endIndex),
    text,
  )
}

const SETUP_GO = (version: string) =>
  `jobs:\n  a:\n    steps:\n      - uses: actions/setup-go@v5\n        with:\n          go-version: ${version}\n`

test.each([
  ['Dockerfile', 'FROM golang:1.17\n', 'FROM golang:1.24\n'],
  [
    'Dockerfile',
    'FROM --platform=$BUILDPLATFORM golang:1.17.5-alpine AS build\nCOPY --from=golang:1.17 /go /go\n',
    'FROM --platform=$BUILDPLATFORM golang:1.24.3-alpine AS build\nCOPY --from=golang:1.24 /go /go\n',
  ],
  [
    'build/app.Dockerfile',
    'FROM docker.io/library/golang:1.19\r\n',
    'FROM docker.io/library/golang:1.24\r\n',
  ],
  [
    'Dockerfile',
    `ARG GO_VERSION=1.19\nARG OTHER=1.19\nFROM golang:${dollar('GO_VERSION')}-alpine\n`,
    `ARG GO_VERSION=1.24\nARG OTHER=1.19\nFROM golang:${dollar('GO_VERSION')}-alpine\n`,
  ],
  ['.github/workflows/ci.yml', SETUP_GO('1.17'), SETUP_GO("'1.24'")],
  ['.github/workflows/ci.yml', SETUP_GO('"1.17.x" # oldest'), SETUP_GO("'1.24.x' # oldest")],
  ['.github/workflows/ci.yml', SETUP_GO("'1.17.2'"), SETUP_GO("'1.24.3'")],
  [
    '.github/workflows/ci.yml',
    `env:\n  GO: "1.18"\n  NODE: "1.18"\n${SETUP_GO(dollar('{ env.GO }'))}`,
    `env:\n  GO: '1.24'\n  NODE: "1.18"\n${SETUP_GO(dollar('{ env.GO }'))}`,
  ],
  [
    '.github/workflows/ci.yml',
    'jobs:\n  a:\n    container: golang:1.18\n    services:\n      b: { image: "golang:1.18-alpine" }\n',
    'jobs:\n  a:\n    container: golang:1.24\n    services:\n      b: { image: "golang:1.24-alpine" }\n',
  ],
  ['.gitlab-ci.yml', 'image: golang:1.18-bookworm\n', 'image: golang:1.24-bookworm\n'],
  [
    '.gitlab-ci.yml',
    'variables:\n  V: "1.18"\ntest:\n  image:\n    name: golang:$V\n',
    "variables:\n  V: '1.24'\ntest:\n  image:\n    name: golang:$V\n",
  ],
  ['.go-version', '1.19.2\n', '1.24.3\n'],
  ['.tool-versions', 'nodejs 1.19.2\ngolang 1.19.2 # all\n', 'nodejs 1.19.2\ngolang 1.24.3 # all\n'],
  [
    'mise.toml',
    '[env]\ngo = "1.19"\n\n[tools]\nnode = "1.19"\ngo = "1.19"\n\n[tasks.a]\ngo = "1.19"\n',
    '[env]\ngo = "1.19"\n\n[tools]\nnode = "1.19"\ngo = "1.24"\n\n[tasks.a]\ngo = "1.19"\n',
  ],
  [
    '.devcontainer/devcontainer.json',
    '{\n  // a comment\n  "image": "golang:1.20",\n}\n',
    '{\n  // a comment\n  "image": "golang:1.24",\n}\n',
  ],
  [
    '.devcontainer.json',
    '{ "features": { "ghcr.io/devcontainers/features/go:1": { "version": "1.20" }, "x": { "version": "1.20" } } }',
    '{ "features": { "ghcr.io/devcontainers/features/go:1": { "version": "1.24" }, "x": { "version": "1.20" } } }',
  ],
])('%s: %j', (path, before, after) => {
  expect(rewritten(path, before)).toBe(after)
  expect(rewritten(path, after)).toBe(after)
})

test.each([
  ['Dockerfile', 'FROM golang:1.17-buster\n', ['1.17'], /not known/],
  ['Dockerfile', `FROM golang:1.17@sha256:${'0'.repeat(64)}\n`, ['1.17'], /digest/],
  [
    '.github/workflows/ci.yml',
    `strategy:\n  matrix:\n    go: [1.16, '1.17', 1.24]\n    include:\n      - go: 1.15\n${SETUP_GO(dollar('{ matrix.go }'))}`,
    ['1.16', "'1.17'", '1.15'],
    /matrix tests with/,
  ],
  ['.github/workflows/ci.yml', 'with:\n  go-version: 1.17\n', ['1.17'], /what takes this/],
  ['.github/workflows/ci.yml', 'a: [golang:1.17\n', [''], /cannot be read as YAML/],
  [
    '.devcontainer/devcontainer.json',
    '{ "image": "mcr.microsoft.com/devcontainers/go:1-1.19-bullseye" }',
    ['1.19'],
    /tags/,
  ],
  [
    '.devcontainer/devcontainer.json',
    '{ "build": { "args": { "VARIANT": "1.19" } } }',
    ['"1.19"'],
    /Dockerfile/,
  ],
])('%s: %j is for a person', (path, text, expected, reason) => {
  const places = versionPlaces(path, text, TO)
  expect(places.map(({ startIndex, endIndex }) => text.slice(startIndex, endIndex))).toEqual(expected)
  for (const place of places)
    expect(place).toMatchObject({ newText: undefined, reason: expect.stringMatching(reason) })
})

test.each([
  ['Dockerfile', 'FROM golang:1.24.1\n'],
  ['Dockerfile', 'FROM golang:1.25\n'],
  ['Dockerfile', 'FROM golang:latest\n'],
  ['Dockerfile', 'FROM mygolang:1.17\n'],
  ['Dockerfile', '# FROM golang:1.17\n'],
  ['Dockerfile', 'ARG GO_VERSION=1.19\nFROM alpine\n'],
  ['.github/workflows/ci.yml', SETUP_GO('^1.17')],
  ['.github/workflows/ci.yml', 'with:\n  go-version-file: go.mod\n'],
  ['.github/workflows/ci.yml', '# go-version: 1.17\nwith:\n  node-version: 1.17\n'],
  ['.github/workflows/ci.yml', 'run: |\n  docker run golang:1.17 go-version: 1.17\n'],
  ['.tool-versions', 'nodejs 1.17.0\n'],
  ['main.go', 'FROM golang:1.17\n'],
])('%s: %j is left alone', (path, text) => {
  expect(versionPlaces(path, text, TO)).toEqual([])
})

test('a full release is not made up', () => {
  const version: NewVersion = { language: '1.24', release: undefined }
  expect(versionPlaces('.go-version', '1.19.2\n', version)).toEqual([
    { startIndex: 0, endIndex: 6, newText: undefined, reason: 'it names a release in full' },
  ])
})
