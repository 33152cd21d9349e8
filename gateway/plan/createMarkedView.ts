import { print } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import type { Executed } from '../execute/createExecutable.ts'
import { createProjection } from '../execute/createProjection.ts'
import type { Projection } from '../execute/createProjection.ts'
import { gapOfWithheld } from '../execute/gapOfWithheld.ts'
import { shapeOfOperation } from '../execute/shapeOfOperation.ts'
import { writeGaps } from '../execute/writeGaps.ts'
import { mapSelections } from './mapSelections.ts'
import type { PreparedOperation } from './prepareOperation.ts'
import { typeNameField } from './typeNameField.ts'

/** What an engine that knows nothing of marks is asked for in place of a marked operation, and what is shown of its answer. */
export interface MarkedView {
  readonly text: string
  readonly show: (given: Pick<Executed, 'data' | 'errors'>) => Executed
}

/** Makes the views of marked operations on the schema that clients see. */
export function createMarkedView(schema: GraphQLSchema) {
  const views = new WeakMap<PreparedOperation, MarkedView>()
  return function viewOf(prepared: PreparedOperation): MarkedView {
    const view = views.get(prepared) ?? makeView(prepared, schema)
    views.set(prepared, view)
    return view
  }
}

function makeView({ document, planned, names }: PreparedOperation, schema: GraphQLSchema): MarkedView {
  const project: Projection = createProjection(shapeOfOperation(schema, document).root, { schema, names })
  const typed = mapSelections(planned, schema, ({ selections }) => [...selections, typeNameField])
  return {
    text: print(typed),
    show({ data: given, errors }) {
      const { data, withheld, subjects } = project(given ?? {})
      return { data: given && data, errors: [...errors, ...writeGaps(withheld.map(gapOfWithheld))], subjects }
    },
  }
}
