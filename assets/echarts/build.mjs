// Builds echarts.min.js and echarts.min.js.gz into the folder named on the command line. Run by build.sh.
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import zopfli from '@gfx/zopfli';
import * as esbuild from 'esbuild';
import { minify } from 'terser';

const out = process.argv[2];
const versionOf = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;

// The Chinese word list is loaded even where it is not wanted; a Chinese browser gets the English one, and the page sets its own words.
const oneLocale = {
  name: 'one-locale',
  setup(build) {
    build.onResolve({ filter: /\/langZH\.js$/ }, ({ path, importer }) =>
      build.resolve(path.replace('langZH', 'langEN'), { importer, kind: 'import-statement', resolveDir: 'node_modules/echarts/lib/core' }));
  },
};

const bundle = await esbuild.build({
  entryPoints: ['entry.js'],
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'echarts',
  target: 'es2020',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  plugins: [oneLocale],
});
const small = await minify(bundle.outputFiles[0].text, {
  ecma: 2020,
  compress: { passes: 3 },
  format: { comments: false },
});
const code = `/*! Apache ECharts ${versionOf('echarts')}, Apache-2.0, (c) The Apache Software Foundation; ` +
  `with ZRender ${versionOf('zrender')}, BSD-3-Clause, (c) Baidu Inc.; parts ` +
  `after d3, BSD-3-Clause, (c) Mike Bostock. A build of fewer parts. */\n${small.code}\n`;
for (const never of [/<\/script/i, /<!--/, /\beval\s*\(/, /new Function\b/]) {
  if (never.test(code)) throw new Error(`the bundle holds ${never}`);
}
const bytes = new TextEncoder().encode(code);
writeFileSync(`${out}/echarts.min.js`, bytes);
writeFileSync(`${out}/echarts.min.js.gz`, await promisify(zopfli.gzip)(bytes, { numiterations: 15 }));
