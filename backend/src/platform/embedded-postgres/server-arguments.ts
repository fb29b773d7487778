/** Settings of PostgreSQL by name, e.g. `{ fsync: 'off' }`. */
export type ServerSettings = Readonly<Record<string, string>>;

/**
 * Suits one application on a small machine with a solid state disk. Planning costs matter more than they gain from
 * compiled queries, so `jit` is off. Messages leave out values of rows (terse), which may name people.
 */
const usualSettings: ServerSettings = {
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  jit: 'off',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/**
 * Gives the command line of the server. It listens on a socket in `socketFolder` only, never on a port: there is
 * none to choose and nobody else can reach it.
 */
export function serverArguments(options: {
  dataFolder: string;
  socketFolder?: string;
  settings: ServerSettings;
}): string[] {
  const all: ServerSettings = {
    ...usualSettings,
    ...options.settings,
    listen_addresses: '',
    unix_socket_directories: options.socketFolder ? `"${options.socketFolder.replaceAll('"', '""')}"` : '',
    unix_socket_permissions: '0700',
  };
  return [
    '-D',
    options.dataFolder,
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}
