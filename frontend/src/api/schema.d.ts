/** Stands in until the file is generated from backend/openapi.json (openapi-typescript overwrites it). */
export interface paths {
  '/api/v1/session': {
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': components['schemas']['SessionDto'] } } };
    };
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { 'application/json': { login: string; password: string } } };
      responses: { 204: { headers: Record<string, unknown>; content?: never } };
    };
    delete: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      responses: { 204: { headers: Record<string, unknown>; content?: never } };
    };
  };
  '/api/v1/session/sample': {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { 'application/json': { login: string } } };
      responses: { 204: { headers: Record<string, unknown>; content?: never } };
    };
  };
}

export interface components {
  schemas: {
    SessionDto: {
      person: null | {
        id: string;
        displayName: string;
        roles: ('employee' | 'project-lead' | 'office-coordinator' | 'commission' | 'finance' | 'portfolio-office' | 'admin')[];
        office: null | { id: string; shortName: string; name: string };
        isSecretary: boolean;
        permissions: string[];
      };
      sampleMode: boolean;
      sampleAccounts: { login: string; role: 'employee' | 'project-lead' | 'office-coordinator' | 'commission' | 'finance' | 'portfolio-office' | 'admin'; displayName: string }[];
      demoData: boolean;
    };
  };
}
