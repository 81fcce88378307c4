import { expect, test } from 'vitest'
import { type NewVersion, versionPlaces } from '../../src/go/version-places.ts'

const TO: NewVersion = { language: '1.24', release: '1.24.3' }

test.each([
  ['Dockerfile', 'FROM golang:1.17', 'FROM golang:1.24'],
  [
    'Dockerfile',
    'FROM --platform=$BUILDPLATFORM golang:1.17.5-alpine AS build',
    'FROM --platform=$BUILDPLATFORM golang:1.24.3-alpine AS build',
  ],
  ['build/app.Dockerfile', 'FROM docker.io/library/golang:1.19\r', 'FROM docker.io/library/golang:1.24\r'],
  ['.github/workflows/ci.yml', '          go-version: 1.17', "          go-version: '1.24'"],
  [
    '.github/workflows/ci.yml',
    '          go-version: "1.17.x" # oldest',
    "          go-version: '1.24.x' # oldest",
  ],
  ['.github/workflows/ci.yml', '    container: golang:1.18', '    container: golang:1.24'],
  ['.gitlab-ci.yml', 'image: golang:1.18-bookworm', 'image: golang:1.24-bookworm'],
  ['.go-version', '1.19.2', '1.24.3'],
  ['.tool-versions', 'golang 1.19.2', 'golang 1.24.3'],
  ['mise.toml', 'go = "1.19"', 'go = "1.24"'],
  ['.devcontainer/devcontainer.json', '  "image": "golang:1.20",', '  "image": "golang:1.24",'],
])('%s: %s', (path, before, after) => {
  expect(versionPlaces(path, `first\n${before}\nlast`, TO)).toEqual([
    { line: 2, text: before.replace('\r', ''), newLine: after },
  ])
})

test.each([
  ['Dockerfile', 'FROM golang:1.17-buster', /not known/],
  ['Dockerfile', `FROM golang:1.17@sha256:${'0'.repeat(64)}`, /digest/],
  ['.github/workflows/ci.yml', '        go: [1.16, 1.17]', /list of versions/],
])('%s: %s is for a person', (path, line, reason) => {
  expect(versionPlaces(path, line, TO)).toEqual([
    { line: 1, text: line, newLine: undefined, reason: expect.stringMatching(reason) },
  ])
})

test.each([
  ['Dockerfile', 'FROM golang:1.24.1'],
  ['Dockerfile', 'FROM golang:1.25'],
  ['Dockerfile', 'FROM golang:latest'],
  ['Dockerfile', 'FROM mygolang:1.17'],
  ['Dockerfile', '# FROM golang:1.17'],
  ['.github/workflows/ci.yml', '          go-version-file: go.mod'],
  ['.github/workflows/ci.yml', '          node-version: 1.17'],
  ['.tool-versions', 'nodejs 1.17.0'],
  ['main.go', 'FROM golang:1.17'],
])('%s: %s is left alone', (path, line) => {
  expect(versionPlaces(path, line, TO)).toEqual([])
})

test('a full release is not made up', () => {
  expect(versionPlaces('.go-version', '1.19.2\n', { language: '1.24', release: undefined })).toEqual([
    { line: 1, text: '1.19.2', newLine: undefined, reason: 'it names a release in full' },
  ])
})
