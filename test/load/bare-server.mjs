/**
 * What the bench measures against: `node:http` and `pg` with nothing between, the best single statement for each answer,
 * prepared, no sign-in, no validation. Takes DATABASE_URL, PORT and POOL_SIZE; says "ready" when it listens.
 */
import { createServer } from 'node:http';
import pg from 'pg';
import { listStatement } from './bare-list-sql.mjs';
import { DETAIL, SUMMARY } from './bare-other-sql.mjs';

const { DATABASE_URL, PORT, POOL_SIZE } = process.env;
const { builtins } = pg.types;
pg.types.setTypeParser(builtins.DATE, (text) => text);
pg.types.setTypeParser(builtins.INT8, Number);
pg.types.setTypeParser(builtins.NUMERIC, Number);
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: Number(POOL_SIZE) });

const names = new Map();
function prepared(sql, values) {
  let name = names.get(sql);
  if (name === undefined) names.set(sql, (name = `s${names.size}`));
  return pool.query({ name, text: sql, values }).then(({ rows }) => rows);
}

async function answer(url) {
  const { pathname, searchParams: query } = new URL(url, 'http://localhost');
  if (pathname === '/list') {
    const { sql, values } = listStatement(query);
    const items = await prepared(sql, values);
    return { items, total: items[0]?.total ?? 0 };
  }
  if (pathname === '/summary') {
    return (await prepared(SUMMARY, [query.has('phase') ? query.getAll('phase') : null]))[0];
  }
  return (await prepared(DETAIL, [pathname.slice(1)]))[0];
}

createServer((request, response) => {
  answer(request.url).then(
    (body) => {
      const text = JSON.stringify(body);
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      });
      response.end(text);
    },
    (error) => {
      response.writeHead(500).end(String(error.message));
    },
  );
}).listen(Number(PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
