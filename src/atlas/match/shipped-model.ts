// The parameters that come with the program.
import parameters from './parameters.json' with { type: 'json' }
import { readModel, type MatchModel } from './model.ts'

/** Throws as readModel when the file was damaged. */
export function shippedModel(): MatchModel {
  return readModel(parameters)
}
