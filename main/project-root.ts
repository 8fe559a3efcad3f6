// Where the project stands, seen from a file as it is or as it was built.
import { resolve } from 'node:path'

export const projectRoot = resolve(__dirname, '..').replace(/\/dist$/, '')
