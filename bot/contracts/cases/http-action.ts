// An action that is a request to another system, as developers declare it in `dialogs/actions.yaml`. Sent by an adapter.

/** `$.items[0].id` read into its parts: names and numbers. `$` alone is the whole answer, and has none. */
export type JsonPath = readonly (string | number)[]

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue }

/** What goes into the body of a request; an input that is missing leaves its field out. */
export type BodyPart =
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'fixed'; readonly text: string }
  | { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, BodyPart> }

/** A secret is read from the environment variable `ACTION_SECRET_<name>`, and stands in no file. */
export type HeaderText =
  | { readonly kind: 'secret'; readonly name: string }
  | { readonly kind: 'fixed'; readonly text: string }

/** How an answer shows that the action failed in a way that has a name. */
export type FailureSign =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'value'; readonly path: JsonPath; readonly is: string }

export const httpMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

export interface HttpQuestion {
  readonly method: (typeof httpMethods)[number]
  /** With `{name}` for inputs, which are percent-encoded. */
  readonly url: string
  readonly headers: ReadonlyMap<string, HeaderText>
}

export interface HttpAction extends HttpQuestion {
  readonly body?: BodyPart
  /** Of one attempt. */
  readonly timeoutMs: number
  /** Further attempts of a read that got no answer. */
  readonly retries: number
  /** Result name → where it stands in the answer. */
  readonly gives: ReadonlyMap<string, JsonPath>
  readonly fails: ReadonlyMap<string, FailureSign>
  /** JSON Schema that an answer must keep to. */
  readonly response?: JsonValue
  /** Asks whether a write was done whose answer never came; its answer is read like that of the write, 404 is "no". */
  readonly outcome?: HttpQuestion
}

/** An action of `actions.yaml` as far as sending it takes. */
export interface DeclaredHttpAction {
  readonly name: string
  readonly effect: 'read' | 'write'
  /** Result name → answer type, or `list`. */
  readonly gives: ReadonlyMap<string, string>
  readonly givesCodes: ReadonlyMap<string, readonly string[]>
  readonly http: HttpAction
}
