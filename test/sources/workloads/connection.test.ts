import { describe, expect, it } from 'vitest'
import { connectionsIn } from '../../../src/sources/workloads/connection.js'

const db = { host: 'db', port: 5432, protocol: 'postgresql' }
const redis = { host: 'cache', port: 6379, protocol: 'redis' }
const sql = { host: 'db', port: 1433, protocol: 'mssql' }

describe('connection strings', () => {
  it.each([
    ['no mode: the client takes what it gets', 'postgres://u:p@db/app', [db]],
    ['sslmode=disable', 'postgresql://u:p@db:5432/app?sslmode=disable', [{ ...db, encrypted: false }]],
    [
      'sslmode=require verifies nobody',
      'postgres://db?sslmode=require',
      [{ ...db, encrypted: true, verify: 'none' }],
    ],
    ['sslmode=verify-ca', 'postgres://db?sslmode=verify-ca', [{ ...db, encrypted: true, verify: 'ca' }]],
    [
      'sslmode=verify-full',
      'postgres://db?sslmode=verify-full',
      [{ ...db, encrypted: true, verify: 'full' }],
    ],
    ['sslmode=prefer', 'postgres://db?sslmode=prefer', [db]],
    ['a driver behind a plus', 'postgresql+asyncpg://db/app', [db]],
    ['JDBC', 'jdbc:postgresql://db:6000/app', [{ ...db, port: 6000 }]],
    [
      'JDBC of MySQL without TLS',
      'jdbc:mysql://m/app?useSSL=false&x=1',
      [{ host: 'm', port: 3306, protocol: 'mysql', encrypted: false }],
    ],
    [
      'MySQL that verifies',
      'mysql://m/a?ssl-mode=VERIFY_IDENTITY',
      [{ host: 'm', port: 3306, protocol: 'mysql', encrypted: true, verify: 'full' }],
    ],
    [
      'JDBC of SQL Server',
      'jdbc:sqlserver://db:1433;databaseName=a;encrypt=false',
      [{ ...sql, encrypted: false }],
    ],
    ['JDBC of Oracle', 'jdbc:oracle:thin:@ora:1521:XE', [{ host: 'ora', port: 1521, protocol: 'oracle' }]],
    [
      'ODBC',
      'Driver={ODBC Driver 17 for SQL Server};Server=tcp:db,1433;Pwd=x;Encrypt=yes;TrustServerCertificate=yes',
      [{ ...sql, encrypted: true, verify: 'none' }],
    ],
    ['ADO.NET', 'Server=db,1433;Initial Catalog=a;Encrypt=False', [{ ...sql, encrypted: false }]],
    ['libpq', 'host=db dbname=a sslmode=disable', [{ host: 'db', protocol: 'postgresql', encrypted: false }]],
    ['redis is in clear', 'redis://:p@cache:6379/0', [{ ...redis, encrypted: false }]],
    ['rediss is not', 'rediss://cache', [{ ...redis, encrypted: true }]],
    [
      'mongodb without tls',
      'mongodb://m1:27017,m2/a',
      [
        { host: 'm1', port: 27017, protocol: 'mongodb', encrypted: false },
        { host: 'm2', port: 27017, protocol: 'mongodb', encrypted: false },
      ],
    ],
    [
      'mongodb with tls',
      'mongodb://m/?tls=true',
      [{ host: 'm', port: 27017, protocol: 'mongodb', encrypted: true }],
    ],
    [
      'mongodb+srv has TLS by itself',
      'mongodb+srv://m.example.net/a',
      [{ host: 'm.example.net', port: 27017, protocol: 'mongodb', encrypted: true }],
    ],
    ['amqps', 'amqps://u:p@q//', [{ host: 'q', port: 5671, protocol: 'amqp', encrypted: true }]],
    ['the address of the web', 'http://api:8080/x', [{ host: 'api', port: 8080, protocol: 'http' }]],
    ['an address of IPv6', 'postgres://[::1]:5433/a', [{ ...db, host: '::1', port: 5433 }]],
    ['a scheme that nobody knows', 'foo://db/app', []],
    ['a sentence', 'see: the manual', []],
    ['a variable for a host', 'postgres://$HOST/app', []],
  ])('%s', (_, text, expected) => {
    expect(connectionsIn(text)).toEqual(expected)
  })

  it('does not search what is longer than any connection string', () => {
    const start = performance.now()
    expect(connectionsIn(`${'a='.repeat(50_000)}postgres://db`)).toEqual([])
    expect(connectionsIn('x='.repeat(30_000))).toEqual([])
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
