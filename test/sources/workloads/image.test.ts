import { describe, expect, it } from 'vitest'
import { imageOf, imageText, versionNumber, versionOf } from '../../../src/sources/workloads/image.js'
import { softwareOf } from '../../../src/sources/workloads/software.js'

describe('names of images', () => {
  it.each([
    ['postgres', 'postgres', undefined],
    ['postgres:14-alpine', 'postgres', '14-alpine'],
    ['docker.io/library/postgres:14', 'library/postgres', '14'],
    ['localhost:5000/team/App:1', 'team/app', '1'],
    ['hapiproject/hapi:v8.8.0-1@sha256:34c86f', 'hapiproject/hapi', 'v8.8.0-1'],
    ['123.dkr.ecr.us-east-1.amazonaws.com/mirror/mongo', 'mirror/mongo', undefined],
  ])('%s', (image, name, tag) => {
    expect(imageOf(image)).toEqual({ name, tag })
  })

  it.each([
    ['14-alpine', '14', 14],
    ['v8.8.0-1', '8.8.0', 8.008],
    ['11.4', '11.4', 11.004],
    ['latest', undefined, undefined],
    [undefined, undefined, undefined],
  ])('the version of %s', (tag, text, number) => {
    expect(versionOf(tag)).toBe(text)
    expect(versionNumber(tag)).toBe(number)
  })

  it('keeps the name where only the tag is a variable', () => {
    expect(imageText(`openemr/openemr:$${'{VERSION}'}`, undefined)).toBe('openemr/openemr')
    expect(imageText(`$${'{REGISTRY}'}/openemr:7`, undefined)).toBeUndefined()
    expect(imageText('redis:7', 'redis:7')).toBe('redis:7')
  })
})

describe('software of images', () => {
  it.each([
    ['postgres:16', 'relational-database'],
    ['bitnami/postgresql:15', 'relational-database'],
    ['ghcr.io/org/mariadb', 'relational-database'],
    ['mcr.microsoft.com/mssql/server:2022-latest', 'relational-database'],
    ['mongo', 'document-store'],
    ['valkey/valkey:8', 'cache'],
    ['docker.elastic.co/elasticsearch/elasticsearch:8.15.0', 'search-index'],
    ['rabbitmq:3-management', 'queue'],
    ['confluentinc/cp-kafka:7', 'stream'],
    ['minio/minio', 'object-store'],
    ['orthancteam/orthanc:24.2.3', 'document-store'],
    ['hapiproject/hapi:v7', 'api'],
    ['openemr/openemr:7.0.2', 'web-app'],
    ['nextgenhealthcare/connect:4.5', 'integration-engine'],
    ['mailserver/docker-mailserver', 'mail-server'],
    ['quay.io/keycloak/keycloak:26', 'identity-provider'],
    ['traefik:v3', 'load-balancer'],
  ])('%s is a %s', (image, kind) => {
    expect(softwareOf(image)?.kind).toBe(kind)
  })

  it.each(['prometheuscommunity/postgres-exporter', 'team/redis-client', 'our/app', undefined])(
    'of %s nothing is known',
    (image) => {
      expect(softwareOf(image)).toBeUndefined()
    },
  )
})
