import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hipaacheck, inFolder } from './run.js'

const VOLUME = 'resource "aws_ebs_volume" "data" {\n  encrypted = true\n}\n'

describe('hipaacheck import', () => {
  it('writes a file where there is none, and adds nothing the second time', () => {
    inFolder({}, (cwd) => {
      writeFileSync(join(cwd, 'main.tf'), VOLUME)
      expect(hipaacheck(['import', 'main.tf', '-o', 'infra.yaml'], { cwd }).status).toBe(0)
      expect(hipaacheck(['validate', 'infra.yaml'], { cwd }).status).toBe(0)
      expect(hipaacheck(['import', 'main.tf', '-o', 'infra.yaml'], { cwd }).status).toBe(0)
    })
  })

  it('writes over nothing that it cannot read', () => {
    inFolder({}, (cwd) => {
      writeFileSync(join(cwd, 'main.tf'), VOLUME)
      mkdirSync(join(cwd, 'infra.yaml'))
      const { status, stderr } = hipaacheck(['import', 'main.tf', '-o', 'infra.yaml'], { cwd })
      expect(status).toBe(2)
      expect(stderr).toMatch(/infra\.yaml cannot be read: it is a folder \[unreadable-file\]/)
    })
  })
})
