import autocannon from 'autocannon';

/** One round of load: how long answers took, in milliseconds, and how many came per second. */
export async function measure({ origin, paths, headers, connections, seconds }) {
  const times = [];
  const instance = autocannon({
    url: origin,
    connections,
    duration: seconds,
    requests: paths.map((path) => ({ method: 'GET', path, headers })),
  });
  instance.on('response', (_client, _status, _bytes, time) => times.push(time));
  const result = await instance;
  if (result.errors > 0 || result.non2xx > 0) {
    throw new Error(`${result.errors} errors and ${result.non2xx} refusals from ${origin}${paths[0]}`);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
  return {
    p50: at(0.5),
    p99: at(0.99),
    perSecond: times.length / result.duration,
    leastPerSecond: 1 / seconds,
  };
}

/** The middle one of several rounds, by answers per second. */
export function middleOf(rounds) {
  return [...rounds].sort((a, b) => a.perSecond - b.perSecond)[Math.floor(rounds.length / 2)];
}
