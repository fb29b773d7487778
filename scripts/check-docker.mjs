import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Checks that what docker/ names exists: files, npm scripts, programs, build stages, settings, routes, ports. It stands
 * in for building the images where there is no container engine.
 */
const root = process.cwd();
const read = (file) => readFileSync(path.join(root, file), 'utf8');
const exists = (file) => existsSync(path.join(root, file));

const { scripts } = JSON.parse(read('package.json'));
const settings = [...read('backend/src/config/settings.ts').matchAll(/^ +name: '(\w+)'/gm)].map(
  ([, name]) => name,
);
const routes = filesBelow('backend/src', '.controller.ts').flatMap((file) =>
  [...read(file).matchAll(/@Get\('([^']+)'\)/g)].map(([, route]) => `/${route}`),
);
/** Programs that come with the base images, not from here. */
const programs = ['node', 'npm', 'install', 'postgres', 'pg_isready'];
const faults = [];

const stages = readStages();
for (const stage of Object.values(stages)) stage.lines.forEach((line) => checkLine(line, stage));
checkCompose(read('docker/compose.yaml'));

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}

/** The Dockerfile as its stages, each with its instructions and the files that are copied from here. */
function readStages() {
  const found = {};
  let current;
  for (const line of read('docker/Dockerfile').replaceAll(/\\\n/g, ' ').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, base, name] = /^FROM (\S+) AS (\S+)$/.exec(line) ?? [];
    if (name) {
      if (!base.includes(':') && !found[base]) fault(`stage ${base} is not defined before it is used`);
      current = found[name] = { name, lines: [], copied: [] };
    } else if (current) current.lines.push(line);
    else fault(`a stage has no name: ${line}`);
  }
  return found;
}

function checkLine(line, stage) {
  const [instruction, ...rest] = line.split(/\s+/);
  const text = rest.join(' ');
  if (instruction === 'COPY') checkCopy(rest, stage);
  else if (instruction === 'RUN')
    text.split('&&').forEach((part) => checkCommand(part.trim().split(/\s+/), stage));
  else if (instruction === 'ENV') rest.forEach((pair) => checkSetting(pair.split('=')[0], 'Dockerfile'));
  else if (instruction === 'CMD') checkCommand(JSON.parse(text), stage);
  else if (instruction === 'HEALTHCHECK') checkHealth(text, stage);
  else if (instruction === 'EXPOSE' && !stage.lines.some((other) => other.includes(`PORT=${text}`))) {
    fault(`port ${text} is exposed, but PORT is not set to it`);
  }
}

function checkCopy(words, stage) {
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
  const sources = words.filter((word) => !word.startsWith('--')).slice(0, -1);
  if (from && !stages[from]) fault(`stage ${from} is not defined`);
  for (const source of sources) {
    const file = from ? source.replace(/^\/app\//, '') : source;
    stage.copied.push(file);
    const isBuilt = from && file === 'dist' && stages[from]?.lines.includes('RUN npm run build');
    if (!isBuilt && !exists(file)) fault(`Dockerfile copies ${source}, which does not exist`);
    const top = file.split('/')[0];
    if (!from && !read('docker/Dockerfile.dockerignore').split('\n').includes(`!${top}`)) {
      fault(`Dockerfile copies ${source}, which Dockerfile.dockerignore keeps out`);
    }
  }
}

function checkCommand([program, ...args], stage) {
  if (!programs.includes(program)) fault(`the program ${program} is not known to be in the image`);
  if (program === 'npm' && args[0] === 'run' && !scripts[args[1]])
    fault(`npm script ${args[1]} does not exist`);
  const file = program === 'node' && args.find((arg) => /\.m?js$/.test(arg) && !arg.includes(' '));
  if (file && !stage?.copied.includes(file))
    fault(`${file} is started, but not copied into stage ${stage?.name}`);
  if (!file || !exists(file)) return;
  for (const [, needed] of read(file).matchAll(/from '\.\/([^']+)'/g)) {
    const neighbour = path.posix.join(path.posix.dirname(file), needed);
    if (!stage.copied.includes(neighbour)) fault(`${file} needs ${neighbour}, which is not copied`);
  }
}

function checkHealth(text, stage) {
  checkCommand(JSON.parse(text.slice(text.indexOf('CMD') + 3)), stage);
  const route = /'(\/[\w/]+)'/.exec(text)?.[1];
  if (!routes.includes(route)) fault(`the health check asks for ${route}, which no controller answers`);
}

function checkCompose(text) {
  const dockerfile = /dockerfile: (\S+)/.exec(text)?.[1];
  if (!dockerfile || !exists(dockerfile)) fault(`compose.yaml names ${dockerfile}, which does not exist`);
  const services = [...text.matchAll(/^ {2}(\w+):$/gm)].map(([, name]) => name);
  for (const [, list] of text.matchAll(/depends_on:\n((?: {6}.*\n)+)/g)) {
    const name = /^ {6}(\w+):/.exec(list)?.[1];
    if (!services.includes(name)) fault(`compose.yaml depends on ${name}, which is no service`);
  }
  const application = text.slice(text.indexOf('  app:'), text.indexOf('  database:'));
  const variables = /environment:\n((?: {6}.*\n)+)/.exec(application)?.[1] ?? '';
  for (const [, name] of variables.matchAll(/^ {6}(\w+):/gm)) checkSetting(name, 'compose.yaml');
  const port = /'[\d.:]*:(\d+)'/.exec(application)?.[1];
  if (!read('docker/Dockerfile').includes(`EXPOSE ${port}`))
    fault(`compose.yaml maps port ${port}, which is not exposed`);
  for (const [, command] of text.matchAll(/(?:command: \[|test: \[CMD-SHELL, )(\w+)/g))
    checkCommand([command]);
  for (const [, file] of text.matchAll(/^ {6}- \.\/([\w./-]+):\//gm)) {
    if (!exists(`docker/${file}`)) fault(`compose.yaml mounts docker/${file}, which does not exist`);
  }
  for (const [, volume] of text.matchAll(/^ {6}- (\w+):\//gm)) {
    if (!text.includes(`volumes:\n  ${volume}:`))
      fault(`compose.yaml uses the volume ${volume}, which is not declared`);
  }
}

function checkSetting(name, file) {
  if (!settings.includes(name))
    fault(`${file} sets ${name}, which is no setting (backend/src/config/settings.ts)`);
}

function filesBelow(folder, ending) {
  return readdirSync(path.join(root, folder), { recursive: true })
    .filter((file) => file.endsWith(ending))
    .map((file) => path.join(folder, file));
}

function fault(text) {
  faults.push(`docker: ${text}`);
}
