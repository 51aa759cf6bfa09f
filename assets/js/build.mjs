// Bundles the page's scripts: the entries page.js and figures.js, into the folder named on the command line.
import * as esbuild from 'esbuild';

const [out, from] = process.argv.slice(2);
const common = { bundle: true, format: 'iife', target: 'es2020', minify: true, charset: 'utf8', legalComments: 'none' };
await esbuild.build({ ...common, entryPoints: [`${from}/page.js`], outfile: `${out}/page.min.js` });
await esbuild.build({ ...common, entryPoints: [`${from}/figures.js`], globalName: 'sitrepFigures', outfile: `${out}/figures.min.js` });
