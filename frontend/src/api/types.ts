import type { paths } from './schema';

type Json<T> = T extends { content: { 'application/json': infer Content } } ? Content : never;
type Good<T> = T extends { responses: infer Responses }
  ? Json<Responses[keyof Responses & (200 | 201)]>
  : never;

/** What a path answers with when all is well, as JSON: `Answer<'/api/v1/session', 'get'>`. */
export type Answer<Path extends keyof paths, Method extends keyof paths[Path]> = Good<paths[Path][Method]>;

/** What a path takes as its JSON body. */
export type Body<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  requestBody?: infer RequestBody;
}
  ? Json<NonNullable<RequestBody>>
  : never;

/** The query parameters of a path. */
export type Query<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  parameters: { query?: infer Parameters };
}
  ? NonNullable<Parameters>
  : never;
