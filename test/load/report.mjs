import os from 'node:os';

/** The bars of the project, as ratios in one run at 16 connections. */
const BARS = [
  {
    title: 'List: answers per second, times the bare server',
    least: 2,
    of: (at) => ratio(at('list').ours, at('list').bare),
  },
  {
    title: 'Summary: answers per second, times the bare server',
    least: 20,
    of: (at) => ratio(at('summary').ours, at('summary').bare),
  },
  {
    title: 'One project: answers per second, times the bare server',
    least: 0.6,
    of: (at) => ratio(at('detail').ours, at('detail').bare),
  },
  {
    title: 'List as of a year ago: time, times the live one',
    most: 4,
    of: (at) => at('list-as-of').ours.p50 / at('list').ours.p50,
  },
];
const AT_CONNECTIONS = 16;

/** Less than one answer in a round counts as one: the ratio is then at least what is shown. */
const ratio = (a, b) => a.perSecond / Math.max(b.perSecond, b.leastPerSecond);
const number = (value, digits = 1) => (Number.isFinite(value) ? value.toFixed(digits) : 'none in time');

/** Says in Markdown what was measured, on what, and whether it meets the bars. */
export function reportOf({ options, results, date, versions, smaller }) {
  const { projects, seconds, rounds, pool } = options;
  return [
    `# Load: ${projects.toLocaleString('en')} projects, ${date}`,
    '',
    `${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.version}, PostgreSQL ${versions.postgres}. Load average at the start ${os.loadavg()[0]?.toFixed(1)}. Client, server and database share the machine; ${pool} connections to the database each; ${rounds} rounds of ${seconds} s in turns, the middle one counts.`,
    '',
    `"Bare" is \`node:http\` and \`pg\` with the best single statement that joins at read, without sign-in or validation; the product looks up the session with every request.`,
    '',
    '| what | connections | product p50 ms | p99 ms | per second | bare p50 ms | p99 ms | per second | ratio |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...results.map(({ title, connections, ours, bare }) => {
      const right = bare
        ? [number(bare.p50), number(bare.p99), number(bare.perSecond, 0), number(ratio(ours, bare), 2)]
        : ['', '', '', ''];
      return `| ${[title, connections, number(ours.p50), number(ours.p99), number(ours.perSecond, 0), ...right].join(' | ')} |`;
    }),
    '',
    ...bars(results),
    ...growth(results, smaller),
    '',
  ].join('\n');
}

function bars(results) {
  const at = (key) => results.find((result) => result.key === key && result.connections === AT_CONNECTIONS);
  const lines = BARS.flatMap(({ title, least, most, of }) => {
    try {
      const value = of(at);
      const isMet = least === undefined ? value <= most : value >= least;
      return [
        `| ${title} | ${least === undefined ? `≤ ${most}` : `≥ ${least}`} | ${value.toFixed(2)} | ${isMet ? 'met' : '**missed**'} |`,
      ];
    } catch (error) {
      if (error instanceof TypeError) return [];
      throw error;
    }
  });
  return [
    `Bars, at ${AT_CONNECTIONS} connections:`,
    '',
    '| bar | asked | measured | |',
    '| --- | --: | --: | --- |',
    ...lines,
  ];
}

/** Compares with the last run on a portfolio of another size, where there is one. */
function growth(results, smaller) {
  if (smaller === undefined) return [];
  const lines = ['list', 'detail'].flatMap((key) => {
    const now = results.find((result) => result.key === key && result.connections === AT_CONNECTIONS);
    const before = smaller.results.find(
      (result) => result.key === key && result.connections === AT_CONNECTIONS,
    );
    if (now === undefined || before === undefined) return [];
    const value = now.ours.p50 / before.ours.p50;
    return [
      `| ${now.title}: time, times that with ${smaller.projects.toLocaleString('en')} projects (${smaller.date}) | ≤ 1.5 | ${value.toFixed(2)} | ${value <= 1.5 ? 'met' : '**missed**'} |`,
    ];
  });
  return lines;
}
