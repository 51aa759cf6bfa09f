// Tables that sort: a click on a head sorts the rows by its column, upwards, then downwards, then as they were.
import { button } from './dom.js';

const number = (row) => {
  const { best, low, high } = row.dataset, v = best || low || high;
  return v === undefined ? NaN : Number(v);
};

// plain reads a number that stands alone in a cell, in whichever of the usual ways it is written.
export const plain = (text) => {
  const digits = text.replace(/[\s\u00a0\u202f%]/g, '').replace(/^[\u2212]/, '-');
  const m = /^[^\d-]*(-?\d[\d.,]*)/.exec(digits);
  if (!m) return NaN;
  const parts = m[1].split(/[.,]/);
  const grouped = parts.length > 1 && parts.slice(1).every((p) => p.length === 3);
  return Number(grouped ? parts.join('') : parts.slice(0, -1).join('') + (parts.length > 1 ? '.' : '') + parts.at(-1));
};

// compare orders two rows by a column: by number, by date, or by its words. What has no value stands last.
export const compare = (kind, at, language) => {
  const words = new Intl.Collator(language, { numeric: true });
  const text = (row) => row.cells[at].textContent.trim();
  const value = (row) => {
    if (kind === 'date') return row.dataset.date || '';
    const v = number(row);
    return Number.isNaN(v) ? plain(text(row)) : v;
  };
  return (a, b) => {
    if (kind === 'words') return words.compare(text(a), text(b));
    const x = value(a), y = value(b);
    if (kind === 'date') return x < y ? -1 : Number(x > y);
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return x - y;
  };
};

const arm = (table, body, head, at) => {
  const rows = [...body.rows], dated = head.dataset.sort === 'date' && rows.every((r) => r.dataset.date);
  const kind = head.classList.contains('numeric') ? 'number' : dated ? 'date' : 'words';
  const order = compare(kind, at, document.documentElement.lang);
  const sorts = button('sort', '', () => {
    const now = head.getAttribute('aria-sort'), next = { ascending: 'descending', descending: '' }[now] ?? 'ascending';
    table.querySelectorAll('th[aria-sort]').forEach((th) => th.removeAttribute('aria-sort'));
    if (next) head.setAttribute('aria-sort', next);
    const sorted = next ? [...rows].sort(order) : rows;
    body.append(...(next === 'descending' ? sorted.reverse() : sorted));
  });
  sorts.append(...head.childNodes);
  head.append(sorts);
};

// sortable arms the tables of a section that have three rows or more.
export const sortable = (section) => {
  for (const table of section.querySelectorAll('table')) {
    const body = table.tBodies[0], heads = table.tHead && table.tHead.rows[0];
    if (!heads || !body || body.rows.length < 3 || [...body.rows].some((r) => r.cells.length !== heads.cells.length)) continue;
    [...heads.cells].forEach((head, at) => { if (head.textContent.trim() && !head.querySelector('a')) arm(table, body, head, at); });
  }
};
