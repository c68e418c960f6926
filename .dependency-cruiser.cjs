const below = {
  units: [],
  model: ['units'],
  kernel: ['units', 'model'],
  disclosure: ['units', 'model', 'kernel'],
  charts: ['units', 'model'],
  ingest: ['units', 'model'],
  series: ['units', 'model'],
  render: ['units', 'model', 'disclosure', 'charts'],
  seal: ['units', 'model'],
  store: ['units', 'model'],
  app: [
    'units',
    'model',
    'kernel',
    'disclosure',
    'charts',
    'ingest',
    'series',
    'render',
    'seal',
    'store',
  ],
  cli: ['app', 'model'],
  server: ['app', 'model', 'charts'],
};
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(below).map(([room, may]) => ({
      name: `${room}-imports-down-only`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${[room, ...may].join('|')})/` },
    })),
    {
      name: 'pure-rooms-do-no-io',
      severity: 'error',
      from: { path: '^src/(units|model|kernel|disclosure|charts)/' },
      to: {
        dependencyTypes: ['core', 'npm'],
        pathNot: 'node_modules/(fraction\\.js|d3-shape|d3-scale|d3-[a-z-]+)/',
      },
    },
    {
      name: 'src-never-imports-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
