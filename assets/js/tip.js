// What a mark tells who points at it: the rows of the data table, as text; the value with its unit, and
// of one row the grade in its card's words.
import { make } from './dom.js';

const shown = 4; // rows

export const withUnit = (s, unit) => (/\d$/.test(s) && !/^\D*1$/.test(s) ? s + ' ' + unit : s + ' (' + unit + ')');

const full = (cell, alone) => {
  const s = cell.textContent, { unit } = cell.closest('.data').dataset;
  if (unit && cell.matches('.numeric')) return withUnit(s, unit);
  const card = alone && /^[A-F][1-6]$/.test(s) && document.getElementById('_card-' + cell.parentNode.dataset.id);
  const said = card && [...card.querySelectorAll('dd')].find((e) => e.textContent.startsWith(s + ':'));
  return said ? said.textContent : s;
};

export const tip = (figure, mark, words) => {
  const e = make('div', 'tip'), heads = figure.querySelectorAll('.data thead th');
  e.append(make('strong', '', mark.name));
  const rows = (mark.facts || [mark.id]).map((id) => figure.querySelector('tr[data-id="' + CSS.escape(id) + '"]')).filter(Boolean);
  for (const row of rows.slice(0, shown)) {
    const list = make('dl');
    [...row.cells].forEach((cell, i) => {
      if (!cell.textContent || cell.textContent === mark.name) return;
      list.append(make('dt', '', heads[i].textContent), make('dd', '', full(cell, rows.length === 1)));
    });
    e.append(list);
  }
  if (rows.length > shown) e.append(make('div', '', words.more.replace('{n}', rows.length - shown)));
  return e;
};
