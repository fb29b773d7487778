import { parseArgs } from 'node:util';

const USAGE = `Measures the built product beside a bare node:http + pg server that joins at read:
  npm run bench -- [--projects 10000] [--seconds 4] [--rounds 3] [--pool 10] [--port 4250] [--data FOLDER] [--connections 1,16,64] [--only list,detail]
--data keeps the generated portfolio in a folder, so that a second run need not generate it again.
`;

/** Reads the command line; says how it is used and ends when it can't be read. */
export function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        projects: { type: 'string', default: '10000' },
        seconds: { type: 'string', default: '4' },
        rounds: { type: 'string', default: '3' },
        pool: { type: 'string', default: '10' },
        port: { type: 'string', default: '4250' },
        data: { type: 'string' },
        connections: { type: 'string', default: '1,16,64' },
        only: { type: 'string' },
      },
    });
    const whole = (name) => {
      const value = Number(values[name]);
      if (!Number.isInteger(value) || value < 1) throw new TypeError(`--${name} must be a whole number.`);
      return value;
    };
    return {
      projects: whole('projects'),
      seconds: whole('seconds'),
      rounds: whole('rounds'),
      pool: whole('pool'),
      port: whole('port'),
      data: values.data,
      connections: values.connections.split(',').map(Number),
      only: values.only?.split(','),
    };
  } catch (error) {
    process.stderr.write(`${error.message}\n${USAGE}`);
    process.exit(1);
  }
}
