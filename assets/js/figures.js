// Brings a figure to life when the page asks for it (see wake.js), and gives it its buttons: copy the data as CSV, save
// the figure as SVG or PNG.
import { csv, shown, table } from './csv.js';
import { button, make, words as readWords } from './dom.js';
import { Live } from './live.js';
import { marking, savePNG, saveSVG } from './picture.js';

const words = readWords();

const data = (figure) => {
  const [head, ...rows] = [...figure.querySelector('.data table').rows], mark = marking(figure);
  const cells = (row) => [...row.cells].map((c) => shown(c.textContent));
  return csv(table(cells(head), rows.map((r) => ({ values: r.dataset, cells: cells(r) })),
    mark && { name: words.marking, label: mark.textContent }));
};

const copy = async (s) => {
  try { await navigator.clipboard.writeText(s); return; } catch { /* not allowed here: the old way */ }
  const area = make('textarea', 'hidden');
  area.value = s;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
};

const tools = (figure) => {
  const row = figure.querySelector('.tools'), name = figure.id || 'figure';
  const first = button('', words.copy, async () => {
    await copy(data(figure));
    first.textContent = words.copied;
    setTimeout(() => { first.textContent = words.copy; }, 2000);
  });
  first.setAttribute('aria-live', 'polite');
  row.append(first);
  for (const [word, save] of [[words.svg, saveSVG], [words.png, savePNG]]) row.append(button('', word, () => save(figure, name)));
};

const plain = matchMedia('(forced-colors: active)'), alive = [];

export const ready = () => Promise.all(['400 12px Inter', '600 12px Inter'].map((f) => document.fonts.load(f)));

export const wake = (figure, { option }) => {
  tools(figure);
  if (plain.matches || !window.echarts) return;
  const one = new Live(figure, option, words);
  one.start();
  alive.push(one);
};

document.addEventListener('scheme', () => alive.forEach((one) => one.draw()));
