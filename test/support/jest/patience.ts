// A whole server or a browser needs longer than the five seconds that Jest grants, above all on a busy machine.
jest.setTimeout(60_000);
