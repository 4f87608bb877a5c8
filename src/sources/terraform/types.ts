import type { TypeTable } from '../resources/record.js'
import { AWS_TYPES } from './types-aws.js'
import { AZURE_TYPES } from './types-azure.js'
import { GOOGLE_TYPES } from './types-google.js'

/** Every type of resource of Terraform that something is made of, or that is known to say nothing. */
export const TERRAFORM_TYPES: TypeTable = { ...AWS_TYPES, ...AZURE_TYPES, ...GOOGLE_TYPES }
