import { print } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { oncePerObject } from '../../../platform/oncePerObject.ts'
import { mapSelections } from '../../document/mapSelections.ts'
import { typeNameField } from '../../document/typeNameField.ts'
import type { Executed } from '../../execute/createExecutable.ts'
import { createProjection } from '../../execute/createProjection.ts'
import type { Projection } from '../../execute/createProjection.ts'
import { gapOfWithheld } from '../../execute/gapOfWithheld.ts'
import { shapeOfOperation } from '../../execute/shape/shapeOfOperation.ts'
import { writeGaps } from '../../execute/writeGaps.ts'
import type { PreparedOperation } from '../prepare/prepareOperation.ts'

/** What an engine that knows nothing of marks is asked for in place of a marked operation, and what is shown of its answer. */
export interface MarkedView {
  readonly text: string
  readonly show: (given: Pick<Executed, 'data' | 'errors'>) => Executed
}

/** Makes the views of marked operations on the schema that clients see. */
export function createMarkedView(schema: GraphQLSchema) {
  return oncePerObject((prepared: PreparedOperation) => makeView(prepared, schema))
}

function makeView({ document, planned, clientKeys }: PreparedOperation, schema: GraphQLSchema): MarkedView {
  const project: Projection = createProjection(shapeOfOperation(schema, document).root, { schema, clientKeys })
  const typed = mapSelections(planned, schema, ({ selections }) => [...selections, typeNameField])
  return {
    text: print(typed),
    show({ data: given, errors }) {
      const { data, withheld, dataSubjects, masked } = project(given ?? {})
      const own = writeGaps(withheld.map(gapOfWithheld))
      return { data: given && data, errors: [...errors, ...own], dataSubjects, masked }
    },
  }
}
