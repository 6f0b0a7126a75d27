// The parts of an OpenAPI document that the readable page shows.

export interface OpenApiOperation {
  readonly summary?: string
  readonly parameters?: readonly { readonly name: string; readonly required?: boolean; readonly description?: string }[]
  readonly responses?: Readonly<Record<string, { readonly description: string }>>
  /** An address that answers, for people to try. */
  readonly 'x-example'?: string
}

export interface OpenApiDocument {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>
}
