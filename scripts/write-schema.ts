// Writes the JSON Schemas that editors complete and explain from.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemas, schemaText } from './editor/schema'
import { projectRoot } from '../main/project-root'

for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(join(projectRoot, 'dialogs', name), schemaText(schema))
  console.log(`dialogs/${name}`)
}
