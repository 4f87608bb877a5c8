import type { TypeTable } from '../resources/record.js'
import { AWS_TYPES } from './types-aws.js'

/** Every type of resource of Terraform that something is made of. */
export const TERRAFORM_TYPES: TypeTable = { ...AWS_TYPES }
