// The API as a page: made from the same OpenAPI document that machines read.
import type { OpenApiDocument, OpenApiOperation } from '../open-api.ts'
import { Layout } from '../parts/layout.tsx'
import type { PageContext, Reader } from '../reader.ts'

export function apiPage(describe: () => OpenApiDocument) {
  return (c: PageContext): Response | Promise<Response> => {
    const reader = c.get('reader')
    const { speaker } = reader
    const operations = Object.entries(describe().paths ?? {}).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
    )
    return c.html(
      <Layout reader={reader} title={speaker.say('api.title')} description={speaker.say('api.lede')}>
        <div class="page-title">
          <div>
            <h1>{speaker.say('api.title')}</h1>
            <p class="lede">{speaker.say('api.lede')}</p>
          </div>
          <a class="ds-button" data-variant="secondary" href="/api/openapi.json">
            OpenAPI 3.1
          </a>
        </div>
        <div class="prose">
          <p>{speaker.say('api.errors')}</p>
          <p>{speaker.say('api.language')}</p>
        </div>
        <div class="column section">
          {operations.map(({ path, method, operation }) => (
            <Operation reader={reader} path={path} method={method} operation={operation} />
          ))}
        </div>
      </Layout>,
    )
  }
}

interface OperationProps {
  readonly reader: Reader
  readonly path: string
  readonly method: string
  readonly operation: OpenApiOperation
}

/** The document is written in English; on pages of other languages its text is marked as such. */
function Operation({ reader, path, method, operation }: OperationProps) {
  const { speaker } = reader
  const parameters = operation.parameters ?? []
  return (
    <section class="card stack-small">
      <h2>
        <span class="tag tag-home">{method}</span> <code>{path}</code>
      </h2>
      <p lang="en">{operation.summary}</p>
      {parameters.length === 0 ? null : (
        <dl class="facts">
          {parameters.map(({ name, required, description }) => (
            <div>
              <dt>
                <code>{name}</code> {required === true ? speaker.say('api.required') : ''}
              </dt>
              <dd class="hint" lang="en">
                {description}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {operation['x-example'] === undefined ? null : (
        <p>
          {speaker.say('api.try')}{' '}
          <a href={operation['x-example']}>
            <code>{operation['x-example']}</code>
          </a>
        </p>
      )}
      <ul class="tags" aria-label={speaker.say('api.answers')}>
        {Object.entries(operation.responses ?? {}).map(([status, { description }]) => (
          <li class="tag" lang="en">
            {status} {description}
          </li>
        ))}
      </ul>
    </section>
  )
}
